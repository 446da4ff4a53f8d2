/// Bytes that must not turn up in a log: a password, a token, a key.
///
/// It prints as a mask, in a debugger and in a dump too. Who wants the bytes has to say so: `exposed`.
public struct Secret: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The bytes, in the open.
    public let exposed: [UInt8]

    /// Wraps bytes.
    public init(_ bytes: [UInt8]) { exposed = bytes }

    /// Wraps the UTF-8 of a text.
    public init(_ text: String) { exposed = Array(text.utf8) }

    public var description: String { "[secret]" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

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
