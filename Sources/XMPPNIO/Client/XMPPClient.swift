#if NIO
    public import NIOCore
    import NIOPosix
    import NIOSSL
    import XMPPAddress
    import XMPPEngine
    import XMPPTransports

    /// A client, or a component: connects, logs in, and hands over a session.
    ///
    /// ```swift
    /// let client = XMPPClient(ClientSettings(address, password: "…"))
    /// try await client.run { session in
    ///     try await session.send(Presence())
    ///     for try await event in session.news { … }
    /// }
    /// ```
    public struct XMPPClient: Sendable {
        let settings: ClientSettings
        private let group: any EventLoopGroup
        private let scratches = LoopScratches()
        private let meters = StreamMeters(role: "initiating")

        /// A client that has not connected.
        public init(_ settings: ClientSettings, on group: any EventLoopGroup = NIOSingletons.posixEventLoopGroup) {
            self.settings = settings
            self.group = group
        }

        /// Connects to the first server that can be reached, logs in, and runs `body` with the session; the stream is closed
        /// when that returns.
        ///
        /// - Throws: `StreamFailure` where the stream could not be negotiated, `ConnectionFailure` where no server could be
        ///   reached, and what `body` throws.
        public func run<Result: Sendable>(_ body: (XMPPSession) async throws -> Result) async throws -> Result {
            try await session(after: nil, body)
        }

        /// Runs `body` with a session.
        ///
        /// - Parameters:
        ///   - end: The end of the session before this one; nil where this is the first.
        ///   - redirects: How often the client has been sent elsewhere, one after the other, before that.
        func session<Result: Sendable>(
            after end: StreamEnd?, redirects: Int = 0, _ body: (XMPPSession) async throws -> Result
        ) async throws -> Result {
            let setup = try StreamSetup(settings.configuration(after: end, redirects: redirects))
            var surroundings = StreamSurroundings(host: try settings.host, tap: settings.tap, logger: settings.logger)
            surroundings.meters = meters
            let plan = await plan(after: end)
            var causes: [any Error] = []
            for candidate in plan.candidates {
                // What is wrong with the settings is wrong at every server.
                let tls = (
                    context: try TLSContexts.context(for: settings, at: candidate.tls),
                    trust: ChainTrust(roots: try settings.trustRoots.store)
                )
                do {
                    return try await session(at: candidate, tls.context, tls.trust, setup, surroundings, body)
                } catch let failure as Unreached {
                    settings.logger.debug(
                        "not reached", metadata: ["server": "\(candidate)", "reason": "\(failure.cause)"])
                    causes.append(failure.cause)
                }
                try Task.checkCancellation()
            }
            if causes.count == 1, let cause = causes.first as? StreamFailure { throw cause }
            throw ConnectionFailure(causes: causes, obstacle: plan.obstacle)
        }

        /// Nobody answered at a candidate, or nobody who speaks the protocol: another may.
        private struct Unreached: Error {
            let cause: any Error
        }

        private func session<Result: Sendable>(
            at candidate: ConnectionCandidate, _ context: NIOSSLContext, _ trust: ChainTrust, _ setup: StreamSetup,
            _ surroundings: StreamSurroundings, _ body: (XMPPSession) async throws -> Result
        ) async throws -> Result {
            let connection: Connection
            do {
                connection = try await connect(to: candidate, context, trust, setup, surroundings)
            } catch {
                throw Unreached(cause: error)
            }
            return try await connection.channel.executeThenClose { inbound, _ in
                let channel = connection.channel.channel
                let established: EstablishedStream
                do {
                    established = try await connection.established()
                } catch let failure as StreamFailure where failure.end == .transportClosed {
                    throw Unreached(cause: failure)
                }
                let session = XMPPSession(established, inbound, channel, connection.outcome)
                let result = try await body(session)
                try? await session.close()
                return result
            }
        }

        private struct Connection {
            let channel: NIOAsyncChannel<StreamNews, StreamWish>
            let readiness: EventLoopFuture<EstablishedStream>
            let outcome: StreamOutcome

            /// Waits until the stream is ready.
            func established() async throws -> EstablishedStream {
                do {
                    return try await withTaskCancellationHandler {
                        try await readiness.get()
                    } onCancel: {
                        channel.channel.close(promise: nil)
                    }
                } catch {
                    try Task.checkCancellation()
                    throw error
                }
            }
        }

        private func connect(
            to candidate: ConnectionCandidate, _ context: NIOSSLContext, _ trust: ChainTrust, _ setup: StreamSetup,
            _ surroundings: StreamSurroundings
        ) async throws -> Connection {
            return try await ClientBootstrap(group: group)
                .connectTimeout(TimeAmount(settings.connectTimeout))
                .connect(host: candidate.host, port: Int(candidate.port)) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        let tls = ClientTLS(context, trust: trust, inspect: settings.inspectChain)
                        // Behind all that may fail before there is a handler to keep it.
                        let readiness = channel.eventLoop.makePromise(of: EstablishedStream.self)
                        let outcome = StreamOutcome()
                        let handler = XMPPStreamHandler(
                            XMPPStream(setup), in: surroundings, tls: tls, isDirect: candidate.tls == .direct,
                            scratch: scratches.scratch(of: channel.eventLoop),
                            readiness: readiness)
                        handler.outcome = outcome
                        try channel.pipeline.syncOperations.addHandler(handler)
                        return Connection(
                            channel: try NIOAsyncChannel(
                                wrappingChannelSynchronously: channel, configuration: .ofSessions),
                            readiness: readiness.futureResult, outcome: outcome)
                    }
                }
        }

        /// Where to try: where a server that has proved itself sent the client, what the settings name, what DNS says, or
        /// else the domain itself (RFC 6120 §3.2, §4.9.3.19).
        func plan(after end: StreamEnd?) async -> ConnectionPlan {
            if case .redirected(let host)? = end {
                return ConnectionPlan(configured: [
                    ConnectionCandidate(host: host.name, port: host.port ?? 5222, tls: .startTLS)
                ])
            }
            if let servers = settings.servers { return ConnectionPlan(configured: servers) }
            return await ConnectionPlan(to: settings.address.domainpart, speaking: .client, by: settings.resolver)
        }
    }
#endif
