import XMLStream

/// Which parts of an element are credentials: of SASL, of its predecessors, and of the handshake of components.
struct Secrets: Equatable {
    /// The elements whose text is one: start tags counted from zero, in the order of the document.
    var texts: Set<Int> = []
    /// The attributes that are one, by element.
    var attributes: [Int: Set<String>] = [:]

    /// None.
    init() {}

    /// Those in `element`.
    ///
    /// - Complexity: O(*n*) in the elements.
    init(in element: Element) {
        var number = 0
        var pending: [(element: Element, isInSecret: Bool)] = [(element, false)]
        while let (element, isInSecret) = pending.popLast() {
            let isSecret = isInSecret || Secrets.isSecret(element)
            if isSecret { texts.insert(number) }
            if element.namespace == "urn:xmpp:fast:0", element.name == "token" { attributes[number] = ["token"] }
            number += 1
            pending += element.children.map { ($0, isSecret) }.reversed()
        }
    }

    private static func isSecret(_ element: Element) -> Bool {
        if element.namespace == "jabber:x:data" { return isPasswordField(element) }
        return elements[element.namespace]?.contains(element.name) ?? false
    }

    /// A field of a form that holds a password (XEP-0004, XEP-0077).
    private static func isPasswordField(_ element: Element) -> Bool {
        element.name == "field"
            && (element.attribute("var") == "password" || element.attribute("type") == "text-private")
    }

    /// Local names by namespace.
    private static let elements: [String: Set<String>] = [
        // RFC 6120 §6.4
        "urn:ietf:params:xml:ns:xmpp-sasl": ["auth", "challenge", "response", "success"],
        // XEP-0388 and its first version
        "urn:xmpp:sasl:2": ["initial-response", "challenge", "response", "additional-data", "task-data"],
        "urn:xmpp:sasl:1": ["initial-response", "challenge", "response", "additional-data", "task-data"],
        // XEP-0077, XEP-0078
        "jabber:iq:auth": ["password", "digest"],
        "jabber:iq:register": ["password"],
        // XEP-0114
        "jabber:component:accept": ["handshake"],
        "jabber:component:connect": ["handshake"],
    ]
}
