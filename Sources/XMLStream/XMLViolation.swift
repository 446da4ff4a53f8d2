/// The peer broke a rule of XML, of namespaces, of RFC 6120 §11 or a limit.
///
/// The stream cannot go on. The same input gives the same violation however it was cut into chunks, and all that came
/// before it has been delivered. A violation holds no bytes of the stream, so it can be logged.
public struct XMLViolation: Error, Hashable, Sendable {
    /// What rule was broken.
    public let code: Code
    /// Offset in the stream of the first byte at fault: one byte less could still have gone on legally. Counted from
    /// the first byte that the tokenizer ever received.
    public let byteOffset: Int64

    init(_ code: Code, at byteOffset: Int64) {
        self.code = code
        self.byteOffset = byteOffset
    }

    /// The stream error to answer with (RFC 6120 §4.9.3).
    public var condition: StreamErrorCondition { code.condition }
    /// What would have been legal in that place, in English.
    public var expected: String { code.expected }
}

extension XMLViolation: CustomStringConvertible {
    public var description: String { "\(condition) at byte \(byteOffset): expected \(expected)" }
}
