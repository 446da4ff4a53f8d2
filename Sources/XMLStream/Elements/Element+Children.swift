/// The child elements of an element, in document order. Iterating allocates nothing.
public struct ElementChildren: Sequence, IteratorProtocol, @unchecked Sendable {
    private let storage: ElementStorage
    private var position: Int
    private let end: Int

    init(_ element: Element) {
        storage = element.storage
        position = element.index &+ 1
        end = element.end
    }

    /// The next child element, or nil behind the last.
    public mutating func next() -> Element? {
        while position < end {
            let node = storage.node(position)
            if node.kind == .start {
                let element = Element(storage: storage, index: position)
                position &+= Int(node.second) &+ 1
                return element
            }
            position &+= 1
        }
        return nil
    }
}

extension Element {
    /// The child elements.
    public var children: ElementChildren { ElementChildren(self) }

    /// The first child element with this name, or nil.
    ///
    /// - Complexity: O(*n*) in the children, by integers, no allocation.
    public func child(_ name: LocalName, in namespace: NamespaceName) -> Element? {
        var children = children
        while let child = children.next() {
            if child.isNamed(name, in: namespace) { return child }
        }
        return nil
    }

    /// The first child element with this local name that is in the same namespace as this element, or nil: the body of
    /// a message, whatever the content namespace of the stream.
    public func child(_ name: LocalName) -> Element? {
        var children = children
        while let child = children.next() {
            if child.node.nameID == name.id, isInSameNamespace(child) { return child }
        }
        return nil
    }

    /// The first child element with this name, or nil.
    public func child(_ name: String, in namespace: String) -> Element? {
        children.first { $0.isNamed(name, in: namespace) }
    }

    private func isInSameNamespace(_ child: Element) -> Bool {
        let (own, other) = (node.first, child.node.first)
        if own == other { return true }
        return held {
            NamespaceReference(rawValue: own).isLocal && NamespaceReference(rawValue: other).isLocal
                && namespaceBytes(own).equals(namespaceBytes(other))
        }
    }

    // MARK: Text

    /// The character data that stands directly in this element, joined; that of children is not part of it.
    public var text: String { held { String(decoding: textBytes, as: UTF8.self) } }

    /// Whether any character data stands directly in this element.
    public var hasText: Bool {
        var found = false
        forEachText { _ in found = true }
        return found
    }

    /// The bytes of `text`.
    var textBytes: [UInt8] {
        var result: [UInt8] = []
        forEachText { node in append(node, to: &result) }
        return result
    }

    /// Appends what a text or character node stands for.
    func append(_ node: Token, to result: inout [UInt8]) {
        if let scalar = node.scalar {
            result.append(contentsOf: String(Character(scalar)).utf8)
        } else {
            result.append(contentsOf: storage.view.text(node).array)
        }
    }

    private func forEachText(_ body: (Token) -> Void) {
        var position = index &+ 1
        let end = end
        while position < end {
            let node = storage.node(position)
            switch node.kind {
            case .start:
                position &+= Int(node.second) &+ 1
                continue
            case .text, .character: body(node)
            case .attribute, .declaration, .annotation, .end: break
            }
            position &+= 1
        }
    }
}
