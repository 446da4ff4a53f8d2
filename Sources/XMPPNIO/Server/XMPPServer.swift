#if NIO
    public import NIOCore
    import NIOPosix
    import XMPPCrypto
    public import XMPPEngine
    public import XMPPTransports

    /// A server: accepts streams, and hands each session to its host's router.
    public struct XMPPServer: Sendable {
        private let setup: StreamSetup
        private let identities: ServerIdentities
        private let host: any StreamAnswering
        private let group: any EventLoopGroup
        private let scratches = LoopScratches()

        /// A server that does not listen yet.
        ///
        /// - Parameters:
        ///   - setup: What its streams agree to (`StreamConfiguration.server(of:sasl:crypto:)`).
        ///   - identities: Its certificates.
        ///   - host: Looks users up.
        public init(
            _ setup: StreamSetup, identities: ServerIdentities, host: any StreamAnswering,
            on group: any EventLoopGroup = NIOSingletons.posixEventLoopGroup
        ) {
            self.setup = setup
            self.identities = identities
            self.host = host
            self.group = group
        }

        /// Listens, and runs `body` with each session, in a task of its own, until the task is cancelled.
        ///
        /// - Parameters:
        ///   - moment: When TLS comes.
        ///   - listening: Told where it listens, once it does.
        public func run(
            host address: String, port: Int, tls moment: TLSMoment = .startTLS,
            listening: @Sendable (SocketAddress) -> Void = { _ in },
            _ body: @escaping @Sendable (XMPPSession) async throws -> Void
        ) async throws {
            let server = try await ServerBootstrap(group: group)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .bind(host: address, port: port) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        let readiness = channel.eventLoop.makePromise(of: EstablishedStream.self)
                        let tls = ServerTLS(identities)
                        if moment == .direct { try channel.pipeline.syncOperations.addHandler(tls.handler(for: nil)) }
                        let handler = StreamHandler(
                            XMPPStream(setup), host: self.host, tls: tls, isDirect: moment == .direct,
                            scratch: scratches.scratch(of: channel.eventLoop), readiness: readiness)
                        try channel.pipeline.syncOperations.addHandler(handler)
                        return Accepted(
                            channel: try NIOAsyncChannel(wrappingChannelSynchronously: channel),
                            readiness: readiness.futureResult)
                    }
                }
            if let address = server.channel.localAddress { listening(address) }
            try await withThrowingDiscardingTaskGroup { tasks in
                try await server.executeThenClose { streams in
                    for try await stream in streams {
                        tasks.addTask {
                            // What becomes of one stream is no other's affair.
                            try? await stream.channel.executeThenClose { inbound, _ in
                                let established = try await stream.readiness.get()
                                try await body(XMPPSession(established, inbound, stream.channel.channel))
                            }
                        }
                    }
                }
            }
        }

        private struct Accepted: Sendable {
            let channel: NIOAsyncChannel<StreamNews, StreamWish>
            let readiness: EventLoopFuture<EstablishedStream>
        }
    }
#endif
