/// Writes one XML stream: the root's start tag, first-level elements, the root's end tag; or elements alone, each of
/// them a document, as in RFC 7395.
///
/// All output goes into one buffer, which the host drains. What comes out is well-formed whatever goes in and in
/// whatever order: text is escaped, names and characters are checked, namespaces are declared where they change and
/// nowhere else; a call out of place throws and changes nothing. Bytes that are not checked need the word `unchecked`.
/// A writer is a plain value: a copy goes on by itself.
public struct XMLWriter: Sendable {
    /// How far the stream has come.
    enum State {
        /// Nothing was written: a root may be opened, or elements are written without one.
        case fresh
        /// Elements were written without a root, and none may be opened any more.
        case rootless
        /// The root's end tag is owed.
        case open(footer: [UInt8])
        /// The root's end tag was written, and nothing may follow.
        case closed
    }

    @usableFromInline
    package var output = OutputBuffer()
    /// What the root has declared.
    var context = WritingContext()
    private(set) var state = State.fresh
    var openTags = Stack<OpenTag>()

    /// A writer without a root: elements declare their namespaces themselves, as in RFC 7395.
    public init() {}

    /// Bytes written and not yet drained.
    @inlinable public var pendingByteCount: Int { output.count }

    /// Whether the root has been opened and not closed.
    public var isOpen: Bool { if case .open = state { true } else { false } }

    // MARK: Writing

    /// Writes the root's start tag; what follows is written in the namespaces that it declares.
    ///
    /// - Throws: `XMLContentError` where a name, prefix, namespace or value cannot be written, or unless this is the
    ///   first thing to be written.
    public mutating func open(_ root: RootTag) throws(XMLContentError) {
        guard case .fresh = state else { throw XMLContentError(.structure) }
        try begin(root)
    }

    /// Writes the start tag of a new root without ending the old one, as after STARTTLS and SASL (RFC 6120 §4.3.3).
    /// Bytes not yet drained stay where they are, before it.
    ///
    /// - Throws: `XMLContentError` where a name, prefix, namespace or value cannot be written, or no root is open.
    public mutating func restart(with root: RootTag) throws(XMLContentError) {
        guard isOpen else { throw XMLContentError(.structure) }
        try begin(root)
    }

    /// Writes an element, in the namespaces that the root has declared.
    ///
    /// An element in a content namespace (`jabber:client`, `jabber:server`, `jabber:component:accept`) becomes one in
    /// this stream's content namespace, with all in it that has the same namespace and nothing of another around it up
    /// to the element; a stanza inside something else, as in XEP-0297, stays. So equal elements are written equally.
    ///
    /// - Throws: `XMLContentError` where the root was closed.
    /// - Complexity: O(*n*) in the element's bytes.
    public mutating func write(_ element: Element) throws(XMLContentError) {
        try beginElement()
        put(element)
    }

    /// Writes an element with the very bytes that it came in, changed attributes aside; where they would mean
    /// something else in this stream, it is written anew as by `write`. Either way it reads as the same element.
    ///
    /// - Throws: `XMLContentError` where the root was closed.
    /// - Complexity: O(*n*) in the element's bytes, at the speed of copying them.
    public mutating func writeVerbatim(_ element: Element) throws(XMLContentError) {
        try beginElement()
        output.makeUnique()
        element.held {
            if appendVerbatim(element) { return }
            openTags.makeUnique()
            append(element)
        }
    }

    /// Writes white space between elements, as a keepalive (RFC 6120 §4.6.1).
    ///
    /// - Throws: `XMLContentError` unless a root is open.
    public mutating func writeKeepalive() throws(XMLContentError) {
        guard isOpen else { throw XMLContentError(.structure) }
        output.makeUnique()
        output.append(0x20)
    }

    /// Writes the root's end tag; nothing where no root is open.
    public mutating func close() {
        guard case .open(let footer) = state else { return }
        output.makeUnique()
        append(footer)
        state = .closed
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

    /// Drains as `drain` does, and keeps no memory where all was drained: for one of many streams that are mostly idle.
    package mutating func drainAndGiveBack(_ body: (RawSpan) -> Int) {
        let taken = output.window.withSpan(body)
        output.removeFirst(taken)
        output.giveBackIdleMemory(after: taken)
        if output.count == 0 { openTags.clear(keeping: 0) }
    }
}

extension XMLWriter {
    /// Writes an element wherever the stream stands.
    mutating func put(_ element: Element) {
        output.makeUnique()
        openTags.makeUnique()
        element.held { append(element) }
    }

    @inline(__always)
    private mutating func beginElement() throws(XMLContentError) {
        switch state {
        case .open, .rootless: break
        case .fresh: state = .rootless
        case .closed: throw XMLContentError(.structure)
        }
    }

    private mutating func begin(_ root: RootTag) throws(XMLContentError) {
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
        let footer = "</\(prefix)\(root.name)>"
        state = .open(footer: footer == XMLWriter.usualFooterText ? XMLWriter.usualFooter : Array(footer.utf8))
    }

    // That of nearly all streams, which they share.
    private static let usualFooterText = "</stream:stream>"
    private static let usualFooter = Array(usualFooterText.utf8)

    /// Appends text that is known to be fit to write.
    package mutating func append(_ text: String) { text.withWindow { output.append($0) } }

    mutating func append(_ bytes: [UInt8]) { bytes.withWindow { output.append($0) } }

    /// Appends an attribute whose name is fit to write.
    package mutating func appendAttribute(_ name: String, _ value: String) {
        output.append(0x20)
        append(name)
        output.append("='")
        value.withWindow { output.appendValue($0) }
        output.append(0x27)
    }
}
