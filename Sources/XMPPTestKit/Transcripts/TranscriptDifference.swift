/// Where a stream did something else than its transcript says.
public struct TranscriptDifference: Error, Hashable, Sendable, CustomStringConvertible {
    /// The line of what went in, the first being 1.
    public let line: Int
    /// What should have come out, a line each.
    public let expected: [String]
    /// What did.
    public let actual: [String]

    public var description: String {
        let sides = [("expected", expected), ("came", actual)]
        return "line \(line)" + sides.map { "\n\($0):\n  " + $1.joined(separator: "\n  ") }.joined()
    }
}
