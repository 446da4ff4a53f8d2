#if NIO
    import NIOConcurrencyHelpers
    import NIOCore
    import Testing
    import XMPPAddress
    import XMPPCrypto
    import XMPPEngine
    import XMPPNIO
    import XMPPNegotiation
    import XMPPSASL
    import XMPPStanza
    import XMPPTransports

    /// A server of ours on loopback, for the time of a test.
    struct TestServer: Sendable {
        /// What it is to be.
        struct Plan: Sendable {
            var moment = TLSMoment.startTLS
            var identities: @Sendable (TestAuthority) throws -> ServerIdentities = {
                try $0.identities(for: "example.com")
            }
            var configure: @Sendable (inout StreamConfiguration) -> Void = { _ in }
            var settings = ServerSettings()
            /// Nil: each session has a task that answers (`TestServer.echo`).
            var router: TestRouter?
            var body: @Sendable (XMPPSession) async throws -> Void = TestServer.echo
            /// Zero for one that is free.
            var port = 0
            /// How much of `Crowd.room` it takes.
            var room = 1
        }

        let authority: TestAuthority
        let moment: TLSMoment
        let address: SocketAddress
        private let server: XMPPServer
        private let streams: HostLog

        /// Runs a server, and `body` beside it. Behind that there is to be nothing left of any stream.
        static func run<Result: Sendable>(
            _ plan: Plan = Plan(), sourceLocation: SourceLocation = #_sourceLocation,
            _ body: @escaping @Sendable (TestServer) async throws -> Result
        ) async throws -> Result {
            await Crowd.shared.enter(plan.room)
            let streams = HostLog()
            let outcome: Swift.Result<Result, any Error>
            do {
                outcome = .success(try await run(plan, streams, sourceLocation, body))
            } catch {
                outcome = .failure(error)
            }
            try? await eventually("a stream is still in memory", sourceLocation: sourceLocation) { streams.isEmpty }
            await Crowd.shared.leave(plan.room)
            return try outcome.get()
        }

        private static func run<Result: Sendable>(
            _ plan: Plan, _ streams: HostLog, _ sourceLocation: SourceLocation,
            _ body: @escaping @Sendable (TestServer) async throws -> Result
        ) async throws -> Result {
            let host = try TestHost()
            streams.add(host)
            let authority = try TestAuthority()
            var policy = SASLServerPolicy(mechanisms: SASLMechanism.current)
            policy.minimumStrength = .nothing
            var configuration = StreamConfiguration.server(
                of: [try #require(JID("example.com"))],
                sasl: SASLReceivingConfiguration(
                    policy, SASLServerPolicy.Configuration(domain: "example.com", decoySecret: Secret("of a test"))),
                crypto: SwiftCryptoProvider.self)
            plan.configure(&configuration)
            let server = XMPPServer(
                try StreamSetup(configuration), identities: try plan.identities(authority), host: host,
                settings: plan.settings)
            let result = try await listening(server, plan) { address in
                try await body(
                    TestServer(
                        authority: authority, moment: plan.moment, address: address, server: server, streams: streams))
            }
            #expect(server.streamCount == 0, "streams outlive their server", sourceLocation: sourceLocation)
            return result
        }

        private static func listening<Result: Sendable>(
            _ server: XMPPServer, _ plan: Plan, _ body: @escaping @Sendable (SocketAddress) async throws -> Result
        ) async throws -> Result {
            let addresses = AsyncStream.makeStream(of: SocketAddress.self)
            return try await withThrowingTaskGroup(of: Void.self) { tasks in
                tasks.addTask {
                    defer { addresses.continuation.finish() }
                    let listening: @Sendable (SocketAddress) -> Void = { addresses.continuation.yield($0) }
                    if let router = plan.router {
                        try await server.run(
                            host: "127.0.0.1", port: plan.port, tls: plan.moment, listening: listening, router: router)
                    } else {
                        try await server.run(
                            host: "127.0.0.1", port: plan.port, tls: plan.moment, listening: listening, plan.body)
                    }
                }
                for await address in addresses.stream {
                    let result: Swift.Result<Result, any Error>
                    do { result = .success(try await body(address)) } catch { result = .failure(error) }
                    tasks.cancelAll()
                    try await tasks.waitForAll()
                    return try result.get()
                }
                try await tasks.waitForAll()
                throw CancellationError()
            }
        }

        /// Streams at the moment.
        var streamCount: Int { server.streamCount }

        /// Settings of a client that trusts it.
        func settings(
            of user: String = "juliet", resource: String = "balcony", at address: SocketAddress? = nil
        ) throws -> ClientSettings {
            let jid = try #require(JID("\(user)@example.com/\(resource)"))
            var settings = ClientSettings(jid, account: SASLAccount(of: jid, password: .derivedKeysOnly))
            let host = KnownKey()
            streams.add(host)
            settings.answering = host
            settings.trustRoots = .only([try authority.root])
            settings.servers = [Self.candidate(at: address ?? self.address, moment)]
            return settings
        }

        /// A client that trusts it.
        func client(
            of user: String = "juliet", resource: String = "balcony", at address: SocketAddress? = nil
        ) throws -> XMPPClient { XMPPClient(try settings(of: user, resource: resource, at: address)) }

        /// Answers each message with another, and declines requests.
        static func echo(_ session: XMPPSession) async throws {
            for try await news in session.news {
                switch news {
                case .stanza(.message(let message)):
                    try await session.send(try Message(.chat, to: message.from, id: message.id) { $0.body("echo") })
                case .stanza(.iq(let iq)): if (try? iq.type) == .get { try await session.decline(iq) }
                case .stanza, .established, .nonza, .unsent, .ended: break
                }
            }
        }

        /// Where a client finds a server.
        static func candidate(at address: SocketAddress, _ moment: TLSMoment) -> ConnectionCandidate {
            ConnectionCandidate(host: "127.0.0.1", port: UInt16(address.port ?? 0), tls: moment)
        }
    }

    /// What answers for the streams of a test. Each stream holds what answers for it: when that is gone, so is the stream.
    final class HostLog: Sendable {
        private struct Entry: Sendable {
            weak var host: (any StreamAnswering & AnyObject)?
        }

        private let entries = NIOLockedValueBox<[Entry]>([])

        func add(_ host: any StreamAnswering & AnyObject) { entries.withLockedValue { $0.append(Entry(host: host)) } }

        /// Whether all are gone.
        var isEmpty: Bool { entries.withLockedValue { $0.allSatisfy { $0.host == nil } } }
    }

    /// Waits until something is so, and complains where it has not come to be so within half a minute.
    func eventually(
        _ complaint: Comment, sourceLocation: SourceLocation = #_sourceLocation, _ condition: () throws -> Bool
    ) async throws {
        for _ in 0..<3000 {
            if try condition() { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record(complaint, sourceLocation: sourceLocation)
    }
#endif
