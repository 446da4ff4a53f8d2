extension NodeView {
    /// `length` bytes from where a node says on.
    @inline(__always)
    func bytes(at offset: Int32, length: Int) -> ByteWindow {
        raw.slice(from: Int(offset &+ bias), length: length)
    }

    /// The bytes of the local name of the start or attribute node at `index`.
    @inline(__always)
    func name(at index: Int) -> ByteWindow {
        let node = self[index]
        var length = node.shortNameLength
        if length == 255, node.has(.annotated) { length = Int(self[index &- 1].second) }
        return bytes(at: node.offset, length: length)
    }

    /// The bytes of a text node.
    @inline(__always)
    func text(_ node: Token) -> ByteWindow {
        node.has(.kept)
            ? extra.slice(from: Int(node.offset), length: Int(node.first))
            : bytes(at: node.offset, length: Int(node.first))
    }

    /// The value of an attribute or declaration node, as written.
    @inline(__always)
    func value(_ node: Token) -> ByteWindow {
        bytes(at: Int32(bitPattern: node.first), length: Int(node.second))
    }

    /// The value with the quotes around it.
    @inline(__always)
    func quotedValue(_ node: Token) -> ByteWindow {
        bytes(at: Int32(bitPattern: node.first) &- 1, length: Int(node.second) &+ 2)
    }

    /// The bytes of a namespace outside the table; empty for none. Those of the table have no bytes here.
    func namespace(_ reference: UInt32) -> ByteWindow {
        let reference = NamespaceReference(rawValue: reference)
        guard reference.isLocal else { return .empty }
        let entry = self[reference.localIndex]
        return extra.slice(from: Int(entry.offset), length: Int(entry.second))
    }

    /// Whether the attribute at `index` has a prefix other than `xml`; the annotation before it has its namespace.
    @inline(__always)
    func isPrefixed(_ index: Int) -> Bool { self[index].has(.annotated) && self[index &- 1].nameID == 1 }

    /// The index behind the end node of the element whose start node is at `index`.
    @inline(__always)
    func end(of index: Int) -> Int { index &+ Int(self[index].second) &+ 1 }
}
