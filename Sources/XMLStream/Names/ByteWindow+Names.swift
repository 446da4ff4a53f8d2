extension ByteWindow {
    /// The id of `length` bytes from `start` on as a local name of the table, or zero.
    @inline(__always)
    func localNameID(from start: Int, length: Int) -> UInt16 {
        NameLookup.localName(slice(from: start, length: length))
    }

    /// The id of these bytes as a local name of the table, or zero.
    func localNameID() -> UInt16 { NameLookup.localName(self) }

    /// The id of these bytes as a namespace of the table, or zero.
    func namespaceID() -> UInt16 { NameLookup.namespace(self) }
}
