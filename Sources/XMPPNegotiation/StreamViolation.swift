public import XMLStream

/// The peer broke a rule of the protocol: the stream ends with an error, and nothing behind it counts.
///
/// It holds no bytes of the stream, so it can be logged.
public struct StreamViolation: Error, Hashable, Sendable, CustomStringConvertible {
    /// The stream error to end with (RFC 6120 §4.9.3).
    public let condition: StreamErrorCondition
    /// What would have been right, in English.
    public let expected: String
    /// How many bytes of the stream had been read when it was noticed: those of the element at fault among them. Nil
    /// until the engine knows.
    public let byteOffset: Int64?

    /// A violation.
    public init(_ condition: StreamErrorCondition, expected: String, byteOffset: Int64? = nil) {
        self.condition = condition
        self.expected = expected
        self.byteOffset = byteOffset
    }

    /// A violation of the rules of XML.
    public init(_ violation: XMLViolation) {
        self.init(violation.condition, expected: violation.expected, byteOffset: violation.byteOffset)
    }

    /// The same, with the place at which it was noticed.
    package func noticed(at byteOffset: Int64) -> StreamViolation {
        StreamViolation(condition, expected: expected, byteOffset: byteOffset)
    }

    public var description: String {
        "\(condition)\(byteOffset.map { " at byte \($0)" } ?? ""): expected \(expected)"
    }
}
