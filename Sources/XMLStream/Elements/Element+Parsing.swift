extension Element {
    /// The element that a piece of XML is, for people and tests; for what peers send there is `ElementStream`.
    ///
    /// - Parameters:
    ///   - xml: One element, with white space around it at most.
    ///   - namespace: The default namespace that it is in unless it declares one; empty for none.
    /// - Throws: `XMLContentError` where it is no element of the XML that RFC 6120 §11 allows.
    public init(xml: String, in namespace: String = "") throws(XMLContentError) {
        var root = OutputBuffer()
        root.append("<x xmlns='")
        Array(namespace.utf8).withWindow { root.appendValue($0) }
        root.append("'>")
        Array(xml.utf8).withWindow { root.append($0) }
        root.append("</x>")
        guard XMLContentError(checkingText: namespace) == nil,
            let element = root.window.withSpan({ Element(onlyChildIn: $0) })
        else { throw XMLContentError(.structure) }
        self = element
    }

    /// A copy of this element alone, without the rest of the first-level element that it is part of, and with changed
    /// attributes in place: so that keeping three bytes does not keep a megabyte.
    ///
    /// - Complexity: O(*n*) in the bytes of this element.
    public func compacted() -> Element {
        var writer = XMLWriter()
        writer.output.append("<x>")
        writer.write(self, inheriting: "")
        writer.output.append("</x>")
        // What the writer writes can be read, so the last resort, the element itself, is never needed.
        return writer.output.window.withSpan { Element(onlyChildIn: $0) } ?? self
    }

    /// The one element in the root that `bytes` hold, or nil where there is another number of them or a fault.
    init?(onlyChildIn bytes: RawSpan) {
        var stream = ElementStream(limits: .unbounded)
        var scratch = StreamScratch.forOneElement()
        var found: [Element] = []
        do {
            try stream.receiveAll(bytes, using: &scratch) { event in
                if case .element(let element) = event { found.append(element) }
            }
            try stream.finish()
        } catch {
            return nil
        }
        guard found.count == 1, let element = found.first else { return nil }
        self = element
    }
}

extension XMLWriter {
    /// Writes an element as a child of one whose default namespace is `namespace`, without any mapping.
    mutating func write(_ element: Element, inheriting namespace: String) {
        context = WritingContext(inheriting: namespace)
        put(element)
        context = WritingContext()
    }
}

extension WritingContext {
    /// An element around those to come whose default namespace is `namespace`.
    init(inheriting namespace: String) {
        self.init(RootTag(name: "x", namespace: namespace), isContent: false)
    }
}
