/// A namespace of the table of well-known ones: those of the RFCs and of the XEPs in use.
///
/// Comparing two is comparing two integers. The ids behind it may change between versions, so keep the text, not the
/// id.
public struct NamespaceName: Hashable, Sendable, CustomStringConvertible {
    @usableFromInline
    package let id: UInt16

    @inlinable
    package init(id: UInt16) { self.id = id }

    /// The namespace with this text, or nil where the table does not have it.
    public init?(_ text: String) {
        let id = Array(text.utf8).withWindow { $0.namespaceID() }
        if id == 0 { return nil }
        self.id = id
    }

    @inlinable
    public static func == (left: NamespaceName, right: NamespaceName) -> Bool { left.id == right.id }

    @inlinable
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }

    /// The namespace name as text. It costs a load: no allocation, no copy.
    public var text: String {
        let index = Int(id)
        return index < namespaceTexts.count ? namespaceTexts[index] : ""
    }

    public var description: String { text }

    /// Whether stanzas may be in it: `jabber:client`, `jabber:server` and the component namespace
    /// (RFC 6120 §4.8.2, XEP-0114).
    public var isContent: Bool {
        self == .jabberClient || self == .jabberServer || self == .jabberComponentAccept
    }
}

extension NamespaceName {
    /// The namespace name's bytes.
    var bytes: [UInt8] { Array(text.utf8) }
}
