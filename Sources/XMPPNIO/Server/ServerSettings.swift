#if NIO
    public import Logging

    /// Bounds of a server, and what it tells.
    public struct ServerSettings: Sendable {
        /// Streams at the same time; a connection beyond is closed at once.
        public var maximumStreams = 100_000
        /// Connections that the system keeps until they are accepted.
        public var backlog = 1024
        /// How long clients have to close their streams once the server stops.
        public var shutdown = Duration.seconds(10)
        /// A client that reads next to nothing of what is written to it for so long is cut; nil: it may take its time.
        public var patience: Duration? = .seconds(60)
        /// Sees the bytes of all streams.
        public var tap: StreamTap?
        /// Is told how streams go.
        public var logger = Logger(label: "xmpp.server", factory: { _ in SwiftLogNoOpLogHandler() })

        /// The defaults.
        public init() {}
    }
#endif
