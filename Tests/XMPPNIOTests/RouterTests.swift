#if NIO
    import NIOCore
    import NIOSSL
    import Testing
    import XMLStream
    import XMPPAddress
    import XMPPEngine
    import XMPPNIO
    import XMPPNegotiation
    import XMPPStanza
    import XMPPTransports

    /// A server whose sessions are in the hands of a router.
    @Suite struct RouterTests {
        @Test(.timeLimit(.minutes(5)), arguments: TLSMoment.allCases)
        func `a router echoes, passes on and declines`(moment: TLSMoment) async throws {
            let router = TestRouter()
            try await TestServer.run(TestServer.Plan(moment: moment, router: router)) { server in
                try await server.client(of: "romeo").run { romeo in
                    try await server.client(of: "juliet").run { juliet in
                        try await juliet.send(
                            try Message(.chat, to: JID("example.com"), id: "1") { $0.body("art thou") })
                        #expect(try await juliet.nextMessage()?.body == "echo")
                        try await juliet.send(
                            try Message(.chat, to: JID("romeo@example.com/balcony"), id: "2") { $0.body("wherefore") })
                        let message = try #require(try await romeo.nextMessage())
                        #expect(try message.body == "wherefore" && message.from == JID("juliet@example.com/balcony"))
                        let answer = try await juliet.request(.ping(JID("example.com")))
                        #expect(try answer.type == .error)
                    }
                }
                try await eventually("not all sessions are told of as closed") { router.log.ends.count == 2 }
                #expect(router.log.ends == [.closed, .closed])
            }
            #expect(router.log.sessions.isEmpty && router.log.openedCount == 2)
        }

        @Test(.timeLimit(.minutes(5)))
        func `what one sends through another's session arrives in order`() async throws {
            let router = TestRouter()
            try await TestServer.run(TestServer.Plan(router: router)) { server in
                try await server.client(of: "romeo").run { romeo in
                    let session = try #require(router.session(of: "romeo@example.com/balcony"))
                    for number in 0..<1000 {
                        session.send(.message(try Message(.chat, id: "\(number)") { $0.body("so") }))
                    }
                    for number in 0..<1000 {
                        let message = try await romeo.nextMessage()
                        try #require(message?.id == "\(number)")
                    }
                }
            }
            #expect(router.log.refusals.isEmpty)
        }

        @Test(.timeLimit(.minutes(5)), arguments: [true, false])
        func `a server that is cancelled tells its clients`(hasRouter: Bool) async throws {
            let router = hasRouter ? TestRouter() : nil
            let logins = AsyncStream.makeStream(of: Void.self)
            let waiting = try await TestServer.run(TestServer.Plan(router: router)) { server in
                let client = try server.client()
                let waiting = Task {
                    try await client.run { session in
                        logins.continuation.yield()
                        for try await _ in session.news {}
                        return session.end
                    }
                }
                for await _ in logins.stream { break }
                return waiting
            }
            #expect(try await waiting.value == .peerError(StreamError(.systemShutdown)))
        }

        @Test(.timeLimit(.minutes(5)))
        func `with direct TLS the name that the client asks for chooses the certificate`() async throws {
            var plan = TestServer.Plan(moment: .direct, router: TestRouter())
            plan.identities = { authority in
                var identities = try authority.identities(for: "example.net")
                let (leaf, key) = try authority.leaf(for: "example.com")
                try identities.add(chain: [leaf], key: key, for: "example.com")
                return identities
            }
            try await TestServer.run(plan) { server in
                for _ in 0..<3 {
                    try await server.client().run { session in
                        let answer = try await session.request(.ping(JID("example.com")))
                        #expect(try answer.type == .error)
                        #expect(session.established.facts.authentication?.mechanism == "SCRAM-SHA-256-PLUS")
                    }
                }
                let other = try #require(JID("juliet@example.org"))
                var settings = try server.settings()
                let account = settings.account
                settings = ClientSettings(other, account: account)
                settings.servers = [TestServer.candidate(at: server.address, .direct)]
                settings.trustRoots = .only([try server.authority.root])
                let client = XMPPClient(settings)
                let failure = await #expect(throws: StreamFailure.self) { try await client.run { _ in } }
                #expect(failure?.end == .negotiation(.certificate(.refused(.otherNames))))
            }
        }
    }

    extension XMPPSession {
        /// The next message; nil where the stream ends before one comes.
        func nextMessage() async throws -> Message? {
            for try await news in news { if case .stanza(.message(let message)) = news { return message } }
            return nil
        }
    }

    extension IQ {
        static func ping(_ address: JID?) throws -> IQ {
            let ping = try Element(xml: "<ping xmlns='urn:xmpp:ping'/>")
            return try IQ(.get, to: address, id: "0") { $0.element(ping) }
        }

        /// A request that the servers of these tests leave open.
        static func unanswerable() throws -> IQ {
            let wish = try Element(xml: "<wish xmlns='urn:example:test'/>")
            return try IQ(.set, to: JID("example.com"), id: "0") { $0.element(wish) }
        }
    }
#endif
