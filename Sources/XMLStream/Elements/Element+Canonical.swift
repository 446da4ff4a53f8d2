extension Element: Hashable {
    /// Whether both have the same canonical events.
    ///
    /// - Complexity: O(*n* log *a*) in their bytes, *a* the most attributes of one element; allocates.
    public static func == (left: Element, right: Element) -> Bool {
        if left.storage === right.storage, left.index == right.index, left.overlay == nil, right.overlay == nil {
            return true
        }
        let (leftNode, rightNode) = (left.node, right.node)
        if leftNode.nameID != rightNode.nameID { return false }
        return left.held { right.held { left.canonicalBytes == right.canonicalBytes } }
    }

    public func hash(into hasher: inout Hasher) { held { hasher.combine(canonicalBytes) } }

    /// The canonical events as bytes: each field behind its length, so that no two lists of events are alike.
    private var canonicalBytes: [UInt8] {
        var form = CanonicalForm()
        var position = index
        while position < end {
            let node = storage.node(position)
            switch node.kind {
            case .start:
                let element = position == index ? self : Element(storage: storage, index: position)
                form.start(element)
            case .text, .character: append(node, to: &form.text)
            case .end: form.end()
            case .attribute, .declaration, .annotation: break
            }
            position += 1
        }
        return form.bytes
    }
}

/// Canonical events being written down.
private struct CanonicalForm {
    var bytes: [UInt8] = []
    /// Character data since the last tag.
    var text: [UInt8] = []

    mutating func start(_ element: Element) {
        flush()
        bytes.append(1)
        append(element.namespace)
        append(element.name)
        let attributes = element.attributes.sorted { left, right in
            left.namespace.utf8.elementsEqual(right.namespace.utf8)
                ? left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
                : left.namespace.utf8.lexicographicallyPrecedes(right.namespace.utf8)
        }
        bytes.append(contentsOf: length(of: attributes.count))
        for attribute in attributes {
            append(attribute.namespace)
            append(attribute.name)
            append(attribute.value)
        }
    }

    mutating func end() {
        flush()
        bytes.append(2)
    }

    private mutating func flush() {
        if text.isEmpty { return }
        bytes.append(3)
        bytes.append(contentsOf: length(of: text.count))
        bytes.append(contentsOf: text)
        text.removeAll(keepingCapacity: true)
    }

    private mutating func append(_ field: String) {
        bytes.append(contentsOf: length(of: field.utf8.count))
        bytes.append(contentsOf: field.utf8)
    }

    private func length(of count: Int) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: count >> ($0 * 8)) }
    }
}

extension Element: CustomStringConvertible {
    /// The element as XML on one line, with every namespace declared: for people, logs and tests.
    ///
    /// It shows everything that is in the element, secrets included.
    public var description: String {
        var writer = XMLWriter()
        writer.put(self)
        var text = ""
        writer.drain { bytes in
            text = bytes.withWindow { $0.text }
            return bytes.byteCount
        }
        return text
    }
}
