/// Writes one XML stream: the root's start tag, first-level elements, the root's end tag.
///
/// All output goes into one buffer, which the host drains. What comes out is well-formed whatever goes in: text is
/// escaped, names and characters are checked, namespaces are declared where they change and nowhere else. Bytes that
/// are not checked need the word `unchecked`. A writer is a plain value: a copy goes on by itself.
public struct XMLWriter: Sendable {
    @usableFromInline
    var output = OutputBuffer()
    /// What the root has declared.
    var context = WritingContext()
    /// The root's end tag, while one is owed.
    private var footer: [UInt8] = []
    var openTags = Stack<OpenTag>()

    /// A writer without a root: elements declare their namespaces themselves, as in RFC 7395.
    public init() {}

    /// Bytes written and not yet drained.
    @inlinable public var pendingByteCount: Int { output.count }

    /// Whether the root has been opened and not closed.
    public var isOpen: Bool { !footer.isEmpty }

    // MARK: Writing

    /// Writes the root's start tag; what follows is written in the namespaces that it declares.
    ///
    /// - Throws: `XMLContentError` where a name, prefix, namespace or value cannot be written, or a root is open.
    public mutating func open(_ root: RootTag) throws(XMLContentError) {
        if isOpen { throw XMLContentError(.structure) }
        try root.check()
        output.makeUnique()
        context = WritingContext(root)
        let prefix = root.prefix.isEmpty ? "" : root.prefix + ":"
        if root.hasDeclaration { output.append("<?xml version='1.0'?>") }
        append("<" + prefix + root.name)
        if !root.contentNamespace.isEmpty { appendAttribute("xmlns", root.contentNamespace) }
        if !root.prefix.isEmpty { appendAttribute("xmlns:" + root.prefix, root.namespace) }
        for (prefix, namespace) in root.prefixes.sorted(by: { $0.key < $1.key }) {
            appendAttribute("xmlns:" + prefix, namespace)
        }
        for attribute in root.attributes {
            appendAttribute((attribute.namespace.isEmpty ? "" : "xml:") + attribute.name, attribute.value)
        }
        output.append(0x3E)
        footer = Array("</\(prefix)\(root.name)>".utf8)
    }

    /// Writes an element, in the namespaces that the root has declared.
    ///
    /// An element in a content namespace (`jabber:client`, `jabber:server`, `jabber:component:accept`) becomes one in
    /// this stream's content namespace, with all in it that has the same namespace and nothing of another around it up
    /// to the element; a stanza inside something else, as in XEP-0297, stays. So equal elements are written equally.
    ///
    /// - Complexity: O(*n*) in the element's bytes.
    public mutating func write(_ element: Element) {
        output.makeUnique()
        openTags.makeUnique()
        append(element)
    }

    /// Writes an element with the very bytes that it came in, changed attributes aside; where they would mean
    /// something else in this stream, it is written anew as by `write`. Either way it reads as the same element.
    ///
    /// - Complexity: O(*n*) in the element's bytes, at the speed of copying them.
    public mutating func writeVerbatim(_ element: Element) {
        output.makeUnique()
        if appendVerbatim(element) { return }
        openTags.makeUnique()
        append(element)
    }

    /// Writes white space between elements, as a keepalive (RFC 6120 §4.6.1).
    public mutating func writeKeepalive() {
        output.makeUnique()
        output.append(0x20)
    }

    /// Writes the root's end tag; nothing where no root is open.
    public mutating func close() {
        output.makeUnique()
        append(footer)
        footer = []
        context = WritingContext()
    }

    /// Writes bytes as they are. Whether they are well-formed, and where they stand, is the caller's to know.
    public mutating func writeUnchecked(_ bytes: RawSpan) {
        output.makeUnique()
        bytes.withWindow { output.append($0) }
    }

    // MARK: Draining

    /// Lends the bytes not yet drained; `body` says how many of them it took, and those are forgotten.
    ///
    /// - Returns: How many bytes are left.
    @discardableResult
    public mutating func drain(_ body: (RawSpan) -> Int) -> Int {
        let taken = output.window.withSpan(body)
        output.removeFirst(taken)
        return output.count
    }
}

extension XMLWriter {
    /// Appends text that is known to be fit to write.
    mutating func append(_ text: String) { text.withWindow { output.append($0) } }

    mutating func append(_ bytes: [UInt8]) { bytes.withWindow { output.append($0) } }

    /// Appends an attribute whose name is fit to write.
    mutating func appendAttribute(_ name: String, _ value: String) {
        output.append(0x20)
        append(name)
        output.append("='")
        value.withWindow { output.appendValue($0) }
        output.append(0x27)
    }
}

extension RootTag {
    /// Checks every part.
    fileprivate func check() throws(XMLContentError) {
        if let fault = XMLContentError(checkingName: name) { throw fault }
        var declared = prefixes
        if !prefix.isEmpty { declared[prefix] = namespace }
        for (prefix, namespace) in declared {
            if let fault = XMLContentError(checkingName: prefix) { throw fault }
            if prefix == "xml" || prefix == "xmlns" || namespace.isEmpty { throw XMLContentError(.namespace) }
        }
        if !prefix.isEmpty, prefixes[prefix] != nil { throw XMLContentError(.namespace) }
        for namespace in [contentNamespace, namespace] + declared.values {
            if let fault = XMLContentError(checkingText: namespace) { throw fault }
            if namespace == NamespaceName.xml.text || namespace == NamespaceName.xmlns.text {
                throw XMLContentError(.namespace)
            }
        }
        if prefix.isEmpty, contentNamespace != namespace { throw XMLContentError(.namespace) }
        var seen: Set<[UInt8]> = []
        for attribute in attributes {
            if let fault = XMLContentError(checkingName: attribute.name) { throw fault }
            if let fault = XMLContentError(checkingText: attribute.value) { throw fault }
            if !attribute.namespace.isEmpty, attribute.namespace != NamespaceName.xml.text {
                throw XMLContentError(.namespace)
            }
            if attribute.namespace.isEmpty, attribute.name == "xmlns" { throw XMLContentError(.name) }
            if !seen.insert(Array((attribute.namespace + " " + attribute.name).utf8)).inserted {
                throw XMLContentError(.duplicateAttribute)
            }
        }
    }
}
