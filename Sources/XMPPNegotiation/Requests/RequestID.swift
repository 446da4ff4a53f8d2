/// What a question to the host is known by. An answer names it; each takes one answer.
public struct RequestID: Hashable, Sendable, CustomStringConvertible {
    package let number: UInt64

    package init(_ number: UInt64) { self.number = number }

    public var description: String { "request \(number)" }
}
