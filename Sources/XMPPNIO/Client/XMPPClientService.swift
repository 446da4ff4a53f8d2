#if NIO
    public import ServiceLifecycle
    public import XMPPTransports

    /// A client among the services of a program (swift-service-lifecycle), which comes back whenever its stream is lost: a
    /// graceful shutdown closes the stream in order.
    public struct XMPPClientService: Service {
        private let client: XMPPClient
        private let delay: ReconnectionDelay
        private let body: @Sendable (XMPPSession) async throws -> Void

        /// A service that runs `body` with each session.
        public init(
            _ client: XMPPClient, reconnecting delay: ReconnectionDelay = ReconnectionDelay(),
            _ body: @escaping @Sendable (XMPPSession) async throws -> Void
        ) {
            self.client = client
            self.delay = delay
            self.body = body
        }

        /// Runs until `body` returns, the stream ends for good, the service is shut down or its task cancelled.
        public func run() async throws {
            try await cancelWhenGracefulShutdown { try await client.run(reconnecting: delay, body) }
        }
    }
#endif
