#if NIO
    public import XMPPEngine

    /// A stream ended before it was ready.
    public struct StreamFailure: Error, Sendable, CustomStringConvertible {
        /// How.
        public let end: StreamEnd
        /// What failed under it, such as the TLS library's error; nil where the stream itself knows all.
        public let cause: (any Error)?

        public var description: String { cause.map { "\(end): \($0)" } ?? "\(end)" }
    }

    /// What goes wrong between a stream and its channel.
    public enum TransportFailure: Error, Hashable, Sendable, CustomStringConvertible {
        /// TLS was not there in time.
        case handshakeOverdue
        /// The peer did not read what was written to it (`StreamSurroundings.patience`).
        case unread
        /// The stream asked for what this channel does not have.
        case unsupported(String)

        public var description: String {
            switch self {
            case .handshakeOverdue: "TLS was not negotiated in time"
            case .unread: "the peer does not read what is written to it"
            case .unsupported(let what): "there is no \(what) here"
            }
        }
    }
#endif
