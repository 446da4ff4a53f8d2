#if NIO
    public import NIOCore
    import NIOPosix
    public import XMPPEngine
    public import XMPPTransports

    /// A server: accepts streams, and hands each session to its host, as a task of its own or by a router.
    ///
    /// When its task is cancelled it stops in order: it accepts nobody any more, and closes its streams with
    /// `system-shutdown`; those that have not closed in time (`ServerSettings.shutdown`) are cut.
    public struct XMPPServer: Sendable {
        let setup: StreamSetup
        let identities: ServerIdentities
        let settings: ServerSettings
        let surroundings: StreamSurroundings
        let group: any EventLoopGroup
        let scratches = LoopScratches()
        let live: LiveStreams

        /// A server that does not listen yet.
        ///
        /// - Parameters:
        ///   - setup: What its streams agree to (`StreamConfiguration.server(of:sasl:crypto:)`).
        ///   - identities: Its certificates.
        ///   - host: Looks users up.
        public init(
            _ setup: StreamSetup, identities: ServerIdentities, host: any StreamAnswering,
            settings: ServerSettings = ServerSettings(),
            on group: any EventLoopGroup = NIOSingletons.posixEventLoopGroup
        ) {
            self.setup = setup
            self.identities = identities
            self.settings = settings
            self.group = group
            var surroundings = StreamSurroundings(host: host, tap: settings.tap, logger: settings.logger)
            surroundings.meters = StreamMeters(role: "receiving")
            surroundings.patience = settings.patience
            self.surroundings = surroundings
            live = LiveStreams(atMost: settings.maximumStreams)
        }

        /// Streams at the moment, those that are being negotiated among them.
        public var streamCount: Int { live.count }

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
            live.open()
            let server = try await bootstrap.bind(host: address, port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    let readiness = channel.eventLoop.makePromise(of: EstablishedStream.self)
                    let outcome = StreamOutcome()
                    try install(in: channel, moment, readiness, outcome, router: nil)
                    return Accepted(
                        channel: try NIOAsyncChannel(
                            wrappingChannelSynchronously: channel, configuration: .ofSessions),
                        readiness: readiness.futureResult, outcome: outcome)
                }
            }
            if let address = server.channel.localAddress { listening(address) }
            // Not cancelled with the task, so that streams are closed before those who hold them are.
            let serving = Task { try await Self.serve(server, body) }
            let outcome = await withTaskCancellationHandler {
                await serving.result
            } onCancel: {
                server.channel.close(promise: nil)
                Task {
                    await live.stop(within: settings.shutdown, on: group.any())
                    serving.cancel()
                }
            }
            // Sessions end a little before their channels do.
            await live.stop(within: settings.shutdown, on: group.any())
            do { try outcome.get() } catch is CancellationError {}
        }

        private static func serve(
            _ server: NIOAsyncChannel<Accepted, Never>,
            _ body: @escaping @Sendable (XMPPSession) async throws -> Void
        ) async throws {
            try await withThrowingDiscardingTaskGroup { tasks in
                try await server.executeThenClose { streams in
                    for try await stream in streams {
                        tasks.addTask {
                            // What becomes of one stream is no other's affair.
                            try? await stream.channel.executeThenClose { inbound, _ in
                                let established = try await stream.readiness.get()
                                try await body(
                                    XMPPSession(established, inbound, stream.channel.channel, stream.outcome))
                            }
                        }
                    }
                }
            }
        }

        /// Listens, and hands sessions to a router, until the task is cancelled.
        ///
        /// - Parameters:
        ///   - moment: When TLS comes.
        ///   - listening: Told where it listens, once it does.
        public func run(
            host address: String, port: Int, tls moment: TLSMoment = .startTLS,
            listening: @Sendable (SocketAddress) -> Void = { _ in }, router: any SessionRouter
        ) async throws {
            let server =
                try await bootstrap
                .childChannelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture { try install(in: channel, moment, nil, nil, router: router) }
                }
                .bind(host: address, port: port).get()
            if let address = server.localAddress { listening(address) }
            await withTaskCancellationHandler {
                try? await server.closeFuture.get()
            } onCancel: {
                server.close(promise: nil)
            }
            await live.stop(within: settings.shutdown, on: group.any())
        }

        private struct Accepted: Sendable {
            let channel: NIOAsyncChannel<StreamNews, StreamWish>
            let readiness: EventLoopFuture<EstablishedStream>
            let outcome: StreamOutcome
        }

        private var bootstrap: ServerBootstrap {
            ServerBootstrap(group: group)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .serverChannelOption(.backlog, value: Int32(clamping: settings.backlog))
                .childChannelOption(.recvAllocator, value: Self.readBuffers)
        }

        /// What clients send between two pauses is small, mostly, and each stream keeps a buffer for it.
        private static let readBuffers = AdaptiveRecvByteBufferAllocator(minimum: 512, initial: 512, maximum: 64 << 10)

        private func install(
            in channel: any Channel, _ moment: TLSMoment, _ readiness: EventLoopPromise<EstablishedStream>?,
            _ outcome: StreamOutcome?, router: (any SessionRouter)?
        ) throws {
            let handler = XMPPStreamHandler(
                XMPPStream(setup), in: surroundings, tls: ServerTLS(identities), isDirect: moment == .direct,
                scratch: scratches.scratch(of: channel.eventLoop), readiness: readiness)
            handler.outcome = outcome
            if let router { handler.router = StreamRouting(router) }
            // Where there is no room, the promise is kept all the same: the handler fails it on its way out.
            try channel.pipeline.syncOperations.addHandler(handler)
            if !live.admit(channel) { channel.close(promise: nil) }
        }
    }
#endif
