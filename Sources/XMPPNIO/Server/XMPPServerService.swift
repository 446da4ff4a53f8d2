#if NIO
    public import ServiceLifecycle
    public import XMPPTransports

    /// A server among the services of a program (swift-service-lifecycle): a graceful shutdown stops it in order.
    public struct XMPPServerService: Service {
        private let server: XMPPServer
        private let address: String
        private let port: Int
        private let moment: TLSMoment
        private let router: any SessionRouter

        /// A service that listens at an address, and hands sessions to a router.
        public init(
            _ server: XMPPServer, host address: String, port: Int, tls moment: TLSMoment = .startTLS,
            router: any SessionRouter
        ) {
            self.server = server
            self.address = address
            self.port = port
            self.moment = moment
            self.router = router
        }

        /// Runs until the service is shut down, or its task cancelled.
        public func run() async throws {
            try await cancelWhenGracefulShutdown {
                try await server.run(host: address, port: port, tls: moment, router: router)
            }
        }
    }
#endif
