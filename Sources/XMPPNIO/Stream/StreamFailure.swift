#if NIO
    public import XMPPEngine

    /// A stream ended before it was ready.
    public struct StreamFailure: Error, Hashable, Sendable, CustomStringConvertible {
        /// How.
        public let end: StreamEnd

        public var description: String { "\(end)" }
    }
#endif
