extension ByteWindow {
    /// The id of `length` bytes from `start` on as a local name of the table, or zero.
    @inline(__always)
    func localNameID(from start: Int, length: Int) -> UInt16 {
        slice(from: start, length: length).localNameID()
    }

    /// The id of these bytes as a local name of the table, or zero.
    @inline(__always)
    func localNameID() -> UInt16 {
        NameLookup.localName(head: word(at: 0), tail: count > 8 ? word(at: count &- 8) : 0, length: count, in: self)
    }

    /// The id of these bytes as a namespace of the table, or zero.
    @inline(__always)
    func namespaceID() -> UInt16 {
        NameLookup.namespace(head: word(at: 0), tail: count > 8 ? word(at: count &- 8) : 0, length: count, in: self)
    }
}
