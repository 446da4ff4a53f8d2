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

    /// Clients that come back, and components.
    @Suite struct ReconnectionTests {
        private static let delay = ReconnectionDelay(first: .milliseconds(100), longest: .milliseconds(200))

        @Test(.timeLimit(.minutes(5)), arguments: [TestHost.password, "wrong"])
        func `a client comes back when its server does, unless its password is refused`(password: String) async throws {
            let authority = try TestAuthority()
            let identities = try authority.identities(for: "example.com")
            var plan = TestServer.Plan(router: TestRouter())
            plan.identities = { _ in identities }
            let (logins, waits) = (AsyncStream.makeStream(of: Void.self), NIOLockedValueBox(0))
            var settings = ClientSettings(try #require(JID("juliet@example.com/balcony")), password: password)
            settings.trustRoots = .only([try authority.root])
            let (address, client) = try await TestServer.run(plan) { [settings] server in
                var settings = settings
                settings.servers = [TestServer.candidate(at: server.address, .startTLS)]
                let client = XMPPClient(settings)
                let running = Task {
                    defer { logins.continuation.finish() }
                    try await client.run(
                        reconnecting: Self.delay,
                        watch: { if case .waiting = $0 { waits.withLockedValue { $0 += 1 } } },
                        { session in
                            logins.continuation.yield()
                            for try await _ in session.news {}
                        })
                }
                for await _ in logins.stream { break }
                return (server.address, running)
            }
            guard password == TestHost.password else {
                await #expect(throws: StreamFailure.self) { try await client.value }
                #expect(waits.withLockedValue { $0 } == 0)
                return
            }
            plan.port = address.port ?? 0
            try await eventually("it does not try") { waits.withLockedValue { $0 } > 2 }
            try await TestServer.run(plan) { _ in
                for await _ in logins.stream { break }
                client.cancel()
                await #expect(throws: CancellationError.self) { try await client.value }
            }
        }

        @Test(.timeLimit(.minutes(5)), arguments: ["of the gateway", "of somebody else"])
        func `a component logs in by its secret, and has its messages`(secret: String) async throws {
            let (router, gateway) = (TestRouter(), try #require(JID("gateway.example.com")))
            var plan = TestServer.Plan(router: router)
            plan.configure = {
                $0 = .server(
                    ofComponents: [gateway], verifyingBy: .secret(Secret("of the gateway")),
                    crypto: SwiftCryptoProvider.self)
            }
            try await TestServer.run(plan) { server in
                let client = XMPPClient(
                    ClientSettings(
                        component: gateway, secret: Secret(secret),
                        server: TestServer.candidate(at: server.address, .startTLS)))
                let login: @Sendable () async throws -> Void = {
                    try await client.run { session in
                        let sender = JID("icq@gateway.example.com")
                        try await session.send(
                            try Message(.chat, to: JID("example.com"), from: sender, id: "1") { $0.body("uh-oh") })
                        let message = try #require(try await session.nextMessage())
                        #expect(try message.id == "1" && message.to == sender && message.body == "echo")
                    }
                }
                if secret == "of the gateway" {
                    try await login()
                    #expect(router.log.received == [gateway: 1])
                } else {
                    let failure = await #expect(throws: StreamFailure.self) { try await login() }
                    #expect(failure?.end == .peerError(StreamError(.notAuthorized)))
                    #expect(router.log.openedCount == 0)
                }
            }
        }
    }
#endif
