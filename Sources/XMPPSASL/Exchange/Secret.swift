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

    /// Compares all bytes, wherever the first difference is: it takes as long for a secret that is nearly right.
    public static func == (one: Secret, other: Secret) -> Bool {
        guard one.exposed.count == other.exposed.count else { return false }
        return zip(one.exposed, other.exposed).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    public var description: String { "[secret]" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
