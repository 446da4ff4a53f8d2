/// Puts an element together.
///
/// ```swift
/// var message = ElementBuilder(.message, in: .jabberClient)
/// message.attribute(.to, "juliet@example.com")
/// message.child(.body) { $0.text("Wherefore art thou?") }
/// let element = try message.finish()
/// ```
///
/// Nothing that is passed in can make the element ill-formed: names and characters are checked, text is escaped. The
/// first fault is kept, what comes after it is ignored, and `finish` throws it. A builder is a plain value: a copy goes
/// on by itself.
public struct ElementBuilder: Sendable {
    private var output = OutputBuffer()
    private var fault: XMLContentError?
    /// Names and namespaces of the open elements.
    private var open: [(name: String, namespace: String)] = []
    /// Whether the innermost start tag still takes attributes, and which it has.
    private var attributes: Set<[UInt8]>? = []
    private var prefixCount = 0

    /// An element with a well-known name.
    public init(_ name: LocalName, in namespace: NamespaceName) { self.init(name.text, in: namespace.text) }

    /// An element with any name; an empty namespace is none.
    public init(_ name: String, in namespace: String) {
        output.append("<x>")
        start(name, in: namespace)
    }

    // MARK: Attributes

    /// Gives the innermost open element an attribute.
    public mutating func attribute(_ name: LocalName, _ value: String) { attribute(name.text, value) }

    /// Gives the innermost open element an attribute, in a namespace or none.
    public mutating func attribute(_ name: String, in namespace: String = "", _ value: String) {
        guard fault == nil else { return }
        output.makeUnique()
        if let error = XMLContentError(checkingName: name) ?? XMLContentError(checkingText: value) {
            return fail(error)
        }
        if namespace.isEmpty, name == "xmlns" { return fail(XMLContentError(.name)) }
        guard attributes != nil else { return fail(XMLContentError(.structure)) }
        if attributes?.insert(Array((namespace + " " + name).utf8)).inserted != true {
            return fail(XMLContentError(.duplicateAttribute))
        }
        var prefix = ""
        if namespace == NamespaceName.xml.text {
            prefix = "xml:"
        } else if !namespace.isEmpty {
            if !check(namespace: namespace) { return }
            prefix = "ns\(prefixCount):"
            append(" xmlns:ns\(prefixCount)")
            prefixCount += 1
            appendValue(namespace)
        }
        output.append(0x20)
        append(prefix)
        append(name)
        appendValue(value)
    }

    /// States the language of the innermost open element (`xml:lang`).
    public mutating func language(_ tag: String) { attribute("lang", in: NamespaceName.xml.text, tag) }

    // MARK: Content

    /// Adds character data.
    public mutating func text(_ text: String) {
        guard fault == nil else { return }
        if let error = XMLContentError(checkingText: text) { return fail(error) }
        if text.isEmpty { return }
        output.makeUnique()
        closeStartTag()
        text.withWindow { output.appendText($0) }
    }

    /// Adds a child with a well-known name, in the namespace of the element around it unless another is given.
    public mutating func child(
        _ name: LocalName, in namespace: NamespaceName? = nil, _ body: (inout ElementBuilder) -> Void = { _ in }
    ) {
        child(name.text, in: namespace?.text, body)
    }

    /// Adds a child with any name, in the namespace of the element around it unless another is given.
    public mutating func child(
        _ name: String, in namespace: String? = nil, _ body: (inout ElementBuilder) -> Void = { _ in }
    ) {
        guard fault == nil else { return }
        let depth = open.count
        output.makeUnique()
        closeStartTag()
        start(name, in: namespace ?? open.last?.namespace ?? "")
        body(&self)
        // The closure may have kept a copy.
        output.makeUnique()
        while open.count > depth { end() }
    }

    /// Adds a copy of an element.
    public mutating func element(_ element: Element) {
        guard fault == nil else { return }
        output.makeUnique()
        closeStartTag()
        var writer = XMLWriter()
        writer.write(element, inheriting: open.last?.namespace ?? "")
        writer.drain { bytes in
            bytes.withWindow { output.append($0) }
            return bytes.byteCount
        }
    }

    /// The finished element.
    ///
    /// - Throws: `XMLContentError`, the first thing that could not be written.
    public consuming func finish() throws(XMLContentError) -> Element {
        output.makeUnique()
        while !open.isEmpty { end() }
        if let fault { throw fault }
        output.append("</x>")
        guard let element = output.window.withSpan({ Element(onlyChildIn: $0) }) else {
            throw XMLContentError(.structure)
        }
        return element
    }

    // MARK: Pieces

    private mutating func start(_ name: String, in namespace: String) {
        if let error = XMLContentError(checkingName: name) { return fail(error) }
        output.append(0x3C)
        append(name)
        let isNew = open.last.map { !$0.namespace.utf8.elementsEqual(namespace.utf8) } ?? true
        if isNew {
            if !namespace.isEmpty, !check(namespace: namespace) { return }
            output.append(" xmlns")
            appendValue(namespace)
        }
        open.append((name, namespace))
        attributes = []
    }

    private mutating func end() {
        guard let element = open.popLast(), fault == nil else { return }
        if attributes != nil {
            output.append("/>")
        } else {
            output.append("</")
            append(element.name)
            output.append(0x3E)
        }
        attributes = nil
    }

    private mutating func closeStartTag() {
        if attributes != nil { output.append(0x3E) }
        attributes = nil
    }

    private mutating func check(namespace: String) -> Bool {
        if namespace == NamespaceName.xml.text || namespace == NamespaceName.xmlns.text {
            fail(XMLContentError(.namespace))
        } else if let error = XMLContentError(checkingText: namespace) {
            fail(error)
        }
        return fault == nil
    }

    private mutating func fail(_ error: XMLContentError) { fault = fault ?? error }

    private mutating func append(_ text: String) { text.withWindow { output.append($0) } }

    /// Appends what stands behind the name of an attribute.
    private mutating func appendValue(_ text: String) {
        output.append("='")
        text.withWindow { output.appendValue($0) }
        output.append(0x27)
    }
}
