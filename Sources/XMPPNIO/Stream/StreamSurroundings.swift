#if NIO
    public import Logging

    /// What a stream in a channel has around it, the same for all streams of a client or a server.
    public struct StreamSurroundings: Sendable {
        /// Answers what the stream asks.
        public var host: any StreamAnswering
        /// Sees the bytes.
        public var tap: StreamTap?
        /// Is told how streams go: their life at `debug`, what is odd at `notice`. No address and no content goes there above
        /// `debug`.
        public var logger: Logger
        /// A peer that reads next to nothing of what is written to it for so long is cut; nil: it may take its time.
        public var patience: Duration? = .seconds(60)
        var meters: StreamMeters?

        /// Surroundings, with a logger that is silent.
        public init(
            host: any StreamAnswering, tap: StreamTap? = nil,
            logger: Logger = Logger(label: "xmpp", factory: { _ in SwiftLogNoOpLogHandler() })
        ) {
            self.host = host
            self.tap = tap
            self.logger = logger
        }
    }
#endif
