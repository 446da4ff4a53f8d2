#if NIO
    public import XMPPTransports

    /// No server could be reached.
    public struct ConnectionFailure: Error, Sendable, CustomStringConvertible {
        /// What came of each that was tried.
        public let causes: [any Error]
        /// Why there was none to try; nil where there were.
        public let obstacle: ConnectionPlan.Obstacle?

        public var description: String {
            if let obstacle { return "there is no server to connect to: \(obstacle)" }
            return causes.isEmpty ? "there is no server to connect to" : causes.map { "\($0)" }.joined(separator: "; ")
        }
    }
#endif
