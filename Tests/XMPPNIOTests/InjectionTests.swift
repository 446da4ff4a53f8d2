#if NIO
    import NIOConcurrencyHelpers
    import NIOCore
    import NIOSSL
    import Testing
    import XMPPAddress
    import XMPPEngine
    import XMPPNIO
    import XMPPNegotiation
    import XMPPStanza

    /// Somebody on the way, over real sockets, who writes where he should not, or takes away what he should not.
    @Suite struct InjectionTests {
        private static let message = "<message to='romeo@example.com' id='injected'><body>run</body></message>"
        private static let proceed = "<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"
        private static let startTLS = "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"

        /// Bytes that stand behind the word that begins TLS, in its segment.
        private static let injections = [
            message, " ", "</stream:stream>", "<", "\u{0}",
            """
            <stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='example.com' \
            version='1.0'><auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>AGEAYg==</auth>
            """,
            """
            <stream:features xmlns:stream='http://etherx.jabber.org/streams'><mechanisms \
            xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>PLAIN</mechanism></mechanisms></stream:features>
            """,
        ]

        /// A login over a link that puts bytes behind the word that begins TLS.
        private func login(
            injecting bytes: String, _ way: FaultyLink.Way, _ mode: StreamConfiguration.InjectedBytes,
            router: TestRouter, taps: Taps
        ) async throws -> StreamFacts {
            var plan = TestServer.Plan(router: router)
            plan.configure = { $0.injectedBytes = mode }
            plan.settings.tap = taps.tap(of: .server)
            return try await TestServer.run(plan) { server in
                let word = way == .toServer ? Self.startTLS : Self.proceed
                let link = FaultyLink.Plan(rewriting: { direction, buffer in
                    guard direction == way, String(buffer: buffer).contains(word) else { return buffer }
                    return ByteBuffer(string: String(buffer: buffer) + bytes)
                })
                return try await FaultyLink.run(to: server.address, link) { address, _ in
                    var settings = try server.settings(at: address)
                    settings.configure = { $0.injectedBytes = mode }
                    settings.tap = taps.tap(of: .client)
                    return try await XMPPClient(settings).run { session in
                        try await session.send(try Message(.chat, to: JID("example.com"), id: "1") { $0.body("so") })
                        #expect(try await session.nextMessage()?.id == "1")
                        return session.established.facts
                    }
                }
            }
        }

        @Test(
            "S09: where bytes stand in the clear behind the word that begins TLS, the stream ends and none is read",
            .timeLimit(.minutes(5)), arguments: injections, FaultyLink.Way.allCases)
        func fatal(bytes: String, way: FaultyLink.Way) async throws {
            let (router, taps) = (TestRouter(), Taps())
            let failure = await #expect(throws: StreamFailure.self) {
                _ = try await login(injecting: bytes, way, .fatal, router: router, taps: taps)
            }
            if way == .toClient {
                guard case .violation(let violation)? = failure?.end else {
                    Issue.record("the client ended otherwise: \(String(describing: failure))")
                    return
                }
                #expect(violation.condition == .policyViolation)
            }
            // That side has said nothing behind it.
            let hit = taps.all(way == .toServer ? .server : .client, .outgoing)
            #expect(hit.hasSuffix(way == .toServer ? Self.proceed : Self.startTLS))
            #expect(router.log.openedCount == 0)
        }

        @Test(
            "S09: where such bytes are handed back, what happens behind TLS is what happens without them",
            .timeLimit(.minutes(5)), arguments: injections, FaultyLink.Way.allCases)
        func handedBack(bytes: String, way: FaultyLink.Way) async throws {
            let (router, taps) = (TestRouter(), Taps())
            let facts = try await login(injecting: bytes, way, .handedBack, router: router, taps: taps)
            #expect(facts.isSecure && facts.authentication?.mechanism == "SCRAM-SHA-256-PLUS")
            #expect(facts.address == JID("juliet@example.com/balcony"))
            // The one message, and nothing else.
            #expect(router.log.received == [try #require(facts.address): 1])
            #expect(router.log.ends == [.closed] && router.log.openedCount == 1)
        }

        @Test("S09: what comes in the clear behind the word that begins TLS goes to TLS", .timeLimit(.minutes(5)))
        func later() async throws {
            let (router, taps) = (TestRouter(), Taps())
            var plan = TestServer.Plan(router: router)
            plan.settings.tap = taps.tap(of: .server)
            try await TestServer.run(plan) { server in
                let attacker = try await RawPeer.connect(to: server.address)
                try await attacker.send(Self.header)
                try await attacker.read(until: "</stream:features>")
                try await attacker.send(Self.startTLS)
                try await attacker.read(until: "<proceed")
                try await attacker.send(Self.header + Self.message)
                try await attacker.readToEnd()
            }
            #expect(!taps.all(.server, .incoming).contains("<message") && router.log.openedCount == 0)
        }

        private static let header = """
            <?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' \
            to='example.com' version='1.0'>
            """

        /// What a server says that somebody has come before, and why the client goes no further.
        struct Stripped: CustomTestStringConvertible, Sendable {
            let testDescription: String
            let features: String
            /// To `<starttls/>`, which is sent all the same.
            var answer = ""
        }

        private static let mechanisms = """
            <mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>PLAIN</mechanism>\
            <mechanism>SCRAM-SHA-256</mechanism><mechanism>SCRAM-SHA-1</mechanism></mechanisms>
            """

        @Test(
            "S10: a client from which the offer of STARTTLS is kept ends before anything of its account leaves",
            .timeLimit(.minutes(5)),
            arguments: [
                Stripped(testDescription: "mechanisms alone", features: mechanisms),
                Stripped(testDescription: "nothing at all", features: ""),
                Stripped(
                    testDescription: "a failure", features: mechanisms,
                    answer: "<failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'/></stream:stream>"),
                Stripped(
                    testDescription: "the list again", features: mechanisms,
                    answer: "<stream:features>\(mechanisms)</stream:features>"),
                Stripped(
                    testDescription: "a success", features: mechanisms,
                    answer: "<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>"),
                Stripped(
                    testDescription: "a stream error", features: mechanisms,
                    answer: """
                        <stream:error><unsupported-stanza-type xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>\
                        </stream:error></stream:stream>
                        """),
            ])
        func stripped(_ row: Stripped) async throws {
            let recorded = NIOLockedValueBox("")
            let serve: @Sendable (RawPeer) async throws -> Void = { client in
                try await client.read(until: "version=")
                // It may have given up by now.
                try? await client.send(
                    """
                    <?xml version='1.0'?><stream:stream xmlns='jabber:client' \
                    xmlns:stream='http://etherx.jabber.org/streams' id='1' from='example.com' version='1.0'>\
                    <stream:features>\(row.features)</stream:features>
                    """)
                try await client.read(until: "<starttls")
                if !row.answer.isEmpty { try? await client.send(row.answer) }
                let all = try await client.readToEnd()
                recorded.withLockedValue { $0 = all + "." }
            }
            try await RawPeer.listening(serve) { address in
                var settings = ClientSettings(try #require(JID("juliet@example.com")), password: TestHost.password)
                settings.servers = [TestServer.candidate(at: address, .startTLS)]
                settings.configure = { $0.deadlines.negotiation = .seconds(2) }
                let client = XMPPClient(settings)
                await #expect(throws: StreamFailure.self) { try await client.run { _ in } }
                try await eventually("the connection is open still") { !recorded.withLockedValue { $0.isEmpty } }
            }
            let all = recorded.withLockedValue { $0 }
            #expect(all.contains("<stream:stream") && all.contains("to='example.com'"))
            for secret in ["<auth", "<response", "juliet", TestHost.password, "AGp1bGlldA"] {
                #expect(!all.contains(secret))
            }
        }
    }

    /// What the streams of a test have said and heard, behind TLS.
    final class Taps: Sendable {
        enum Side: Hashable, Sendable {
            case client, server
        }

        private struct Key: Hashable {
            let side: Side
            let direction: WireDirection
        }

        private let bytes = NIOLockedValueBox<[Key: [UInt8]]>([:])

        func tap(of side: Side) -> StreamTap {
            { direction, buffer in
                self.bytes.withLockedValue {
                    $0[Key(side: side, direction: direction), default: []] += buffer.readableBytesView
                }
            }
        }

        func all(_ side: Side, _ direction: WireDirection) -> String {
            String(
                decoding: bytes.withLockedValue { $0[Key(side: side, direction: direction), default: []] },
                as: UTF8.self)
        }
    }
#endif
