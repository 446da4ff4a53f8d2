/// What stands where an address should, and is none: kept as it came, to be quoted in an answer or a log.
///
/// It is no `JID`, and equals another only where the bytes do: nothing may be routed or compared by it. One bad `from`
/// costs an error reply (`jid-malformed`, RFC 7622 §4), never the stream.
public struct UnpreparedAddress: Hashable, Sendable {
    /// The bytes, which need not be UTF-8.
    public let bytes: [UInt8]

    /// Keeps bytes as they came.
    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Keeps a copy of bytes as they came.
    public init(_ bytes: Span<UInt8>) { self.bytes = bytes.array }

    /// Keeps a text as it came.
    public init(_ text: String) { bytes = Array(text.utf8) }

    /// The bytes as text, with what is no UTF-8 replaced.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Tries to prepare it.
    ///
    /// - Throws: What is wrong with it.
    public func prepared() throws(AddressViolation) -> JID { try JID(wire: bytes.span) }
}

extension UnpreparedAddress: CustomStringConvertible {
    public var description: String { text }
}
