extension NodeView {
    /// The bytes of the local name of the start or attribute node at `index`.
    @inline(__always)
    func name(at index: Int) -> ByteWindow {
        let node = self[index]
        var length = node.shortNameLength
        if length == 255, node.has(.annotated) { length = Int(self[index &- 1].second) }
        return raw.slice(from: Int(node.offset), length: length)
    }

    /// The bytes of a namespace outside the table; empty for none. Those of the table have no bytes here.
    func namespace(_ reference: UInt32) -> ByteWindow {
        let reference = NamespaceReference(rawValue: reference)
        guard reference.isLocal else { return .empty }
        let entry = self[reference.localIndex]
        return extra.slice(from: Int(entry.offset), length: Int(entry.second))
    }

    /// The value of an attribute or declaration node, as written.
    @inline(__always)
    func value(_ node: Token) -> ByteWindow {
        raw.slice(from: Int(Int32(bitPattern: node.first)), length: Int(node.second))
    }

    /// Whether the attribute at `index` has a prefix other than `xml`; the annotation before it has its namespace.
    @inline(__always)
    func isPrefixed(_ index: Int) -> Bool { self[index].has(.annotated) && self[index &- 1].nameID == 1 }
}
