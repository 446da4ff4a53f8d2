#if NIO
    public import NIOCore
    import NIOPosix
    import NIOSSL
    import X509
    import XMPPCrypto
    import XMPPEngine
    import XMPPTransports

    /// A client: connects, logs in, and hands over a session.
    ///
    /// ```swift
    /// let client = XMPPClient(ClientSettings(address, password: "…"))
    /// try await client.run { session in
    ///     try await session.send(Presence())
    ///     for try await event in session.news { … }
    /// }
    /// ```
    public struct XMPPClient: Sendable {
        private let settings: ClientSettings
        private let group: any EventLoopGroup
        private let scratches = LoopScratches()

        /// A client that has not connected.
        public init(_ settings: ClientSettings, on group: any EventLoopGroup = NIOSingletons.posixEventLoopGroup) {
            self.settings = settings
            self.group = group
        }

        /// Connects to the first server that can be reached (`ClientSettings.servers`, or else the domain itself at port 5222;
        /// records of DNS are not looked up yet), logs in, and runs `body` with the session; the stream is closed
        /// when that returns.
        ///
        /// - Throws: `StreamFailure` where the stream could not be negotiated, `ConnectionFailure` where no server could be
        ///   reached, and what `body` throws.
        public func run<Result: Sendable>(_ body: (XMPPSession) async throws -> Result) async throws -> Result {
            let setup = try StreamSetup(settings.configuration)
            let host = try PasswordHost(settings.password)
            var failures: [any Error] = []
            for candidate in candidates {
                let connection: Connection
                do {
                    connection = try await connect(to: candidate, setup, host)
                } catch {
                    failures.append(error)
                    continue
                }
                return try await connection.channel.executeThenClose { inbound, _ in
                    let session = XMPPSession(try await connection.readiness.get(), inbound, connection.channel.channel)
                    let result = try await body(session)
                    try? await session.close()
                    return result
                }
            }
            throw ConnectionFailure(causes: failures)
        }

        private struct Connection {
            let channel: NIOAsyncChannel<StreamNews, StreamWish>
            let readiness: EventLoopFuture<EstablishedStream>
        }

        private func connect(
            to candidate: ConnectionCandidate, _ setup: StreamSetup, _ host: PasswordHost
        ) async throws -> Connection {
            let domain = settings.address.domain
            let context = try NIOSSLContext(configuration: Self.tlsConfiguration(for: candidate.tls))
            let trust = ChainTrust(roots: try settings.trustRoots.store)
            return try await ClientBootstrap(group: group)
                .connectTimeout(TimeAmount(settings.connectTimeout))
                .connect(host: candidate.host, port: Int(candidate.port)) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        let readiness = channel.eventLoop.makePromise(of: EstablishedStream.self)
                        let tls = ClientTLS(context, trust: trust)
                        let isDirect = candidate.tls == .direct
                        if isDirect { try channel.pipeline.syncOperations.addHandler(tls.handler(for: domain)) }
                        let handler = StreamHandler(
                            XMPPStream(setup), host: host, tls: tls, isDirect: isDirect,
                            scratch: scratches.scratch(of: channel.eventLoop), readiness: readiness)
                        try channel.pipeline.syncOperations.addHandler(handler)
                        return Connection(
                            channel: try NIOAsyncChannel(wrappingChannelSynchronously: channel),
                            readiness: readiness.futureResult)
                    }
                }
        }

        /// Where to try: what the settings name, or else the domain itself (RFC 6120 §3.2.2).
        private var candidates: [ConnectionCandidate] {
            if let servers = settings.servers { return servers }
            var generator = SystemRandomNumberGenerator()
            let plan = ConnectionPlan(
                to: settings.address.domainpart, speaking: .client, startTLS: .failed, direct: .failed,
                using: &generator)
            return plan.candidates
        }

        private static func tlsConfiguration(for moment: TLSMoment) -> TLSConfiguration {
            var configuration = TLSConfiguration.makeClientConfiguration()
            configuration.minimumTLSVersion = .tlsv12
            if moment == .direct {
                configuration.applicationProtocols = [ServiceQuery.applicationProtocol(speaking: .client)].compactMap {
                    $0
                }
            }
            // The callback looks at the chain, and the engine at the names.
            configuration.certificateVerification = .noHostnameVerification
            return configuration
        }
    }

    /// No server could be reached.
    public struct ConnectionFailure: Error, CustomStringConvertible {
        /// What came of each that was tried.
        public let causes: [any Error]

        public var description: String {
            causes.isEmpty ? "there is no server to connect to" : causes.map { "\($0)" }.joined(separator: "; ")
        }
    }

    extension ClientSettings.TrustRoots {
        var store: CertificateStore {
            get throws {
                switch self {
                case .system: .systemTrustRoots
                case .only(let certificates):
                    CertificateStore(try certificates.map { try Certificate(derEncoded: $0.toDERBytes()) })
                }
            }
        }
    }
#endif
