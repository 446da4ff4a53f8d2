#if NIO
    import NIOCore
    import NIOSSL
    import Testing
    import XMLStream
    import XMPPAddress
    import XMPPCrypto
    import XMPPEngine
    import XMPPNIO
    import XMPPNegotiation
    import XMPPSASL
    import XMPPStanza
    import XMPPTransports

    /// A client and a server of ours over TCP and TLS on loopback.
    @Suite struct LoopbackTests {
        /// Runs a server that answers each message with another, and each request with a result, and a client against it.
        private func withServer<Result: Sendable>(
            certificateFor domain: String = "example.com", age: Double = 1800, password: String = "r0m30",
            trusting other: TestAuthority? = nil, tls moment: TLSMoment = .startTLS,
            _ body: @escaping @Sendable (XMPPSession) async throws -> Result
        ) async throws -> Result {
            let authority = try TestAuthority()
            var policy = SASLServerPolicy(mechanisms: SASLMechanism.current)
            policy.minimumStrength = .nothing
            let setup = try StreamSetup(
                .server(
                    of: [try JID("example.com").unwrapped],
                    sasl: SASLReceivingConfiguration(
                        policy, SASLServerPolicy.Configuration(domain: "example.com", decoySecret: Secret("of a test"))),
                    crypto: SwiftCryptoProvider.self))
            let server = XMPPServer(
                setup, identities: try authority.identities(for: domain, age: age),
                host: try TestAccounts(["juliet": "r0m30"]))
            var settings = ClientSettings(try JID("juliet@example.com/balcony").unwrapped, password: password)
            settings.trustRoots = .only([try (other ?? authority).root])
            let addresses = AsyncStream.makeStream(of: SocketAddress.self)
            return try await withThrowingTaskGroup(of: Void.self) { tasks in
                tasks.addTask {
                    try await server.run(
                        host: "127.0.0.1", port: 0, tls: moment, listening: { addresses.continuation.yield($0) }
                    ) { try await Self.echo($0) }
                }
                defer { tasks.cancelAll() }
                for await address in addresses.stream {
                    let port = UInt16(address.port ?? 0)
                    settings.servers = [ConnectionCandidate(host: "127.0.0.1", port: port, tls: moment)]
                    break
                }
                return try await XMPPClient(settings).run(body)
            }
        }

        private static func echo(_ session: XMPPSession) async throws {
            for try await news in session.news {
                switch news {
                case .stanza(.message(let message)):
                    try await session.send(try Message(.chat, to: message.from, id: message.id) { $0.body("echo") })
                case .stanza(.iq(let iq)) where iq.isRequest: try await session.decline(iq)
                case .stanza, .established, .nonza, .unsent, .ended: break
                }
            }
        }

        @Test(.timeLimit(.minutes(1)), arguments: TLSMoment.allCases)
        func `a client logs in over TLS, and messages and requests go both ways`(moment: TLSMoment) async throws {
            try await withServer(tls: moment) { session in
                let facts = session.established.facts
                #expect(facts.address == JID("juliet@example.com/balcony") && facts.isSecure)
                #expect(facts.authentication?.mechanism == "SCRAM-SHA-256-PLUS")
                #expect(facts.tls?.applicationProtocol == (moment == .direct ? "xmpp-client" : nil))
                let ping = try Element(xml: "<ping xmlns='urn:xmpp:ping'/>")
                let answer = try await session.request(
                    try IQ(.get, to: JID("example.com"), id: "0") { $0.element(ping) })
                #expect(try answer.type == .error)
                try await session.send(try Message(.chat, to: JID("example.com"), id: "1") { $0.body("art thou") })
                for try await news in session.news {
                    guard case .stanza(.message(let message)) = news else { continue }
                    #expect(message.body == "echo" && message.id == "1")
                    break
                }
            }
        }

        @Test(.timeLimit(.minutes(1)))
        func `a wrong password ends with the server's word for it`() async throws {
            await #expect(throws: StreamFailure.self) {
                try await withServer(password: "wrong") { _ in }
            }
        }

        /// A certificate that is not to be believed, and why.
        struct Row: CustomTestStringConvertible, Sendable {
            var domain = "example.com"
            var age = 1800.0
            var isForeign = false
            let refusal: IdentityVerdict.Refusal
            var testDescription: String { "\(refusal)" }
        }

        @Test(
            "RFC6120-13.7.2-1, S11: a certificate that is not to be believed ends the stream before the login, and says why",
            .timeLimit(.minutes(1)),
            arguments: [
                Row(domain: "example.net", refusal: .otherNames), Row(age: 7200, refusal: .untrusted(.outOfDate)),
                Row(isForeign: true, refusal: .untrusted(.unknownIssuer)),
            ], TLSMoment.allCases)
        func certificate(_ row: Row, moment: TLSMoment) async throws {
            let other = row.isForeign ? try TestAuthority() : nil
            let failure = await #expect(throws: StreamFailure.self) {
                try await withServer(certificateFor: row.domain, age: row.age, trusting: other, tls: moment) { _ in }
            }
            #expect(failure?.end == .negotiation(.certificate(.refused(row.refusal))))
        }
    }

    extension Optional {
        fileprivate var unwrapped: Wrapped { get throws { try #require(self) } }
    }
#endif
