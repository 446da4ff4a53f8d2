/// How long to wait before connecting again: truncated binary exponential back-off (RFC 6120 §3.3).
///
/// Where thousands of clients lose their server at once, they do not come back all at once. A host asks for the delay each
/// time that a connection was lost or could not be made, and calls `reset` once one has lasted.
public struct ReconnectionDelay: Hashable, Sendable {
    /// The first delay is anything up to this.
    public var first: Duration
    /// No delay is longer than this.
    public var longest: Duration
    /// Attempts since the last one that lasted.
    public private(set) var attempts = 0

    /// No attempt yet.
    public init(first: Duration = .seconds(60), longest: Duration = .seconds(960)) {
        self.first = first
        self.longest = longest
    }

    /// The next delay: anything between nothing and a span that doubles with each attempt.
    public mutating func next(using generator: inout some RandomNumberGenerator) -> Duration {
        var span = max(.zero, min(first, longest))
        for _ in 0..<attempts where span < longest { span = span > longest / 2 ? longest : span * 2 }
        attempts = min(attempts &+ 1, 64)
        return span * Double.random(in: 0...1, using: &generator)
    }

    /// Begins anew, after a connection that has lasted.
    public mutating func reset() { attempts = 0 }
}
