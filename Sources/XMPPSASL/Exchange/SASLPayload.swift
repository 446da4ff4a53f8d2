/// What one message of an exchange carries: the bytes behind base64. It prints as their number, since they may hold a
/// password or a proof of one.
///
/// An empty payload and no payload are different things (RFC 6120 §6.4.2): the latter is nil wherever it may be.
public struct SASLPayload: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable
{
    /// The bytes, in the open.
    public let exposed: [UInt8]

    /// Wraps bytes.
    public init(_ bytes: [UInt8]) { exposed = bytes }

    public var description: String { "[\(exposed.count) bytes]" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
