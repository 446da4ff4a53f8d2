import XMLStream

/// What a first-level element is to the summary.
enum ElementKind: Hashable {
    /// A message, presence or iq (RFC 6120 §8).
    case stanza(String)
    /// A stream error, by its condition (RFC 6120 §4.9).
    case streamError(String)
    /// Anything else, by its name.
    case nonza(String)

    init(_ element: Element) {
        let (name, namespace) = (element.name, element.namespace)
        if name == "error", namespace == "http://etherx.jabber.org/streams" {
            let condition = element.children.first {
                $0.namespace == "urn:ietf:params:xml:ns:xmpp-streams" && $0.name != "text"
            }
            self = .streamError(condition?.name ?? "undefined-condition")
        } else if ElementKind.contentNamespaces.contains(namespace), ["message", "presence", "iq"].contains(name) {
            self = .stanza(name)
        } else {
            self = .nonza(name)
        }
    }

    var title: String {
        switch self {
        case .stanza(let name), .nonza(let name): name
        case .streamError(let condition): "stream error: \(condition)"
        }
    }

    private static let contentNamespaces: Set<String> = [
        "jabber:client", "jabber:server", "jabber:component:accept", "jabber:component:connect",
    ]
}
