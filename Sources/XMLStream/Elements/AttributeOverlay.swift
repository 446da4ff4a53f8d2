/// The few attributes in which an element differs from its bytes.
struct AttributeOverlay: Sendable {
    /// One attribute set or taken away.
    struct Change: Sendable {
        let name: String
        /// Empty, or that of `xml`.
        let namespace: String
        /// Nil where the attribute was taken away.
        let value: String?
        /// The name where it is a well-known one and in no namespace.
        let localName: LocalName?

        init(name: String, namespace: String, value: String?) {
            self.name = name
            self.namespace = namespace
            self.value = value
            localName = namespace.isEmpty ? LocalName(name) : nil
        }

        /// Byte by byte: strings would call canonically equivalent names equal.
        func isOf(_ name: String, in namespace: String) -> Bool {
            self.name.utf8.elementsEqual(name.utf8) && self.namespace.utf8.elementsEqual(namespace.utf8)
        }
    }

    private(set) var changes: [Change] = []

    /// Sets an attribute, or takes it away.
    mutating func set(_ name: String, in namespace: String, to value: String?) {
        changes.removeAll { $0.isOf(name, in: namespace) }
        changes.append(Change(name: name, namespace: namespace, value: value))
    }

    func change(of name: String, in namespace: String) -> Change? {
        changes.first { $0.isOf(name, in: namespace) }
    }

    /// The change of an attribute in no namespace.
    func change(of name: LocalName) -> Change? { changes.first { $0.localName == name } }

    /// Whether the attribute at `position` no longer counts.
    func hides(_ view: NodeView, attributeAt position: Int) -> Bool {
        if view.isPrefixed(position) { return false }
        let isXML = view[position].has(.xmlNamespace)
        let name = view.name(at: position)
        return changes.contains { change in
            change.namespace.isEmpty != isXML && change.name.withWindow { $0.equals(name) }
        }
    }

    func append(to attributes: inout [Attribute]) {
        for change in changes {
            guard let value = change.value else { continue }
            attributes.append(Attribute(name: change.name, namespace: change.namespace, value: value))
        }
    }
}

/// A change of one attribute that is made to many elements: they share its memory.
package struct AttributeStamp: Sendable {
    fileprivate let overlay: AttributeOverlay

    /// A stamp that sets an attribute without a namespace.
    ///
    /// - Throws: `XMLContentError` where the value has a character that XML forbids.
    package init(_ name: LocalName, _ value: String) throws(XMLContentError) {
        if let fault = XMLContentError(checkingText: value) { throw fault }
        if name == .xmlns { throw XMLContentError(.name) }
        var overlay = AttributeOverlay()
        overlay.set(name.text, in: "", to: value)
        self.overlay = overlay
    }
}

extension Element {
    /// Sets an attribute as `setAttribute` does; no allocation for an element that has no changed attributes yet.
    package mutating func set(_ stamp: AttributeStamp) {
        if overlay == nil {
            overlay = stamp.overlay
        } else {
            for stamped in stamp.overlay.changes { change(stamped.name, in: stamped.namespace, to: stamped.value) }
        }
    }

    /// Sets an attribute of this element without touching its bytes, or takes it away with nil.
    ///
    /// This is how a router stamps `from`: the change is kept beside the bytes and applied when the element is read
    /// or written. Other copies of the element do not see it.
    ///
    /// - Throws: `XMLContentError` where the value has a character that XML forbids.
    public mutating func setAttribute(_ name: LocalName, to value: String?) throws(XMLContentError) {
        if let value, let fault = XMLContentError(checkingText: value) { throw fault }
        if name == .xmlns { throw XMLContentError(.name) }
        change(name.text, in: "", to: value)
    }

    /// States the language of this element (`xml:lang`), or leaves it open with nil. Children see it once the element
    /// has been written or compacted; until then their `language` is what the bytes say.
    ///
    /// - Throws: `XMLContentError` where the value has a character that XML forbids.
    public mutating func setLanguage(_ language: String?) throws(XMLContentError) {
        if let language, let fault = XMLContentError(checkingText: language) { throw fault }
        change("lang", in: NamespaceName.xml.text, to: language)
    }

    private mutating func change(_ name: String, in namespace: String, to value: String?) {
        var overlay = overlay ?? AttributeOverlay()
        overlay.set(name, in: namespace, to: value)
        self.overlay = overlay
    }
}
