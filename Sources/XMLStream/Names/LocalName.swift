/// A local name of the table of well-known ones: an element or attribute name that XMPP uses.
///
/// Comparing two is comparing two integers. Names outside the table have no such value; tokens and elements give them
/// as bytes or text. The ids behind it may change between versions, so keep the text, not the id.
public struct LocalName: Hashable, Sendable, CustomStringConvertible {
    @usableFromInline
    package let id: UInt16

    @inlinable
    package init(id: UInt16) { self.id = id }

    /// The name with this text, or nil where the table does not have it.
    public init?(_ text: String) {
        let id = Array(text.utf8).withWindow { $0.localNameID() }
        if id == 0 { return nil }
        self.id = id
    }

    @inlinable
    public static func == (left: LocalName, right: LocalName) -> Bool { left.id == right.id }

    @inlinable
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }

    /// The name as text. It costs a load: no allocation, no copy.
    public var text: String {
        let index = Int(id)
        return index < localNameTexts.count ? localNameTexts[index] : ""
    }

    public var description: String { text }
}
