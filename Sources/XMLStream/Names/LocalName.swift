/// A local name of the table of well-known ones: an element or attribute name that XMPP uses.
///
/// Comparing two is comparing two integers. Names outside the table have no such value; tokens and elements give them
/// as bytes or text. The ids behind it may change between versions, so keep the text, not the id.
public struct LocalName: Hashable, Sendable, CustomStringConvertible {
    package let id: UInt16

    package init(id: UInt16) { self.id = id }

    /// The name with this text, or nil where the table does not have it.
    public init?(_ text: String) {
        let id = Array(text.utf8).withWindow { $0.localNameID() }
        if id == 0 { return nil }
        self.id = id
    }

    /// The name as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    public var description: String { text }

    /// The name's bytes.
    var bytes: [UInt8] {
        let index = Int(id)
        guard index < localNameLengths.count else { return [] }
        return NameLookup.bytes(
            length: Int(localNameLengths[index]), head: localNameHeads[index], tail: localNameTails[index],
            middle: { localNameMiddles[Int(localNameMiddleStarts[index]) &+ $0] })
    }
}
