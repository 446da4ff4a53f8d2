/// A namespace of the table of well-known ones: those of the RFCs and of the XEPs in use.
///
/// Comparing two is comparing two integers. The ids behind it may change between versions, so keep the text, not the
/// id.
public struct NamespaceName: Hashable, Sendable, CustomStringConvertible {
    package let id: UInt16

    package init(id: UInt16) { self.id = id }

    /// The namespace with this text, or nil where the table does not have it.
    public init?(_ text: String) {
        let id = Array(text.utf8).withWindow { $0.namespaceID() }
        if id == 0 { return nil }
        self.id = id
    }

    /// The namespace name as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    public var description: String { text }

    /// The namespace name's bytes.
    var bytes: [UInt8] {
        let index = Int(id)
        guard index < namespaceLengths.count else { return [] }
        return NameLookup.bytes(
            length: Int(namespaceLengths[index]), head: namespaceHeads[index], tail: namespaceTails[index],
            middle: { namespaceMiddles[Int(namespaceMiddleStarts[index]) &+ $0] })
    }

    /// Whether stanzas may be in it: `jabber:client`, `jabber:server` and the component namespace
    /// (RFC 6120 §4.8.2, XEP-0114).
    public var isContent: Bool {
        self == .jabberClient || self == .jabberServer || self == .jabberComponentAccept
    }
}
