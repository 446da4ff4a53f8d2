#if NIO
    import Foundation
    import Testing
    import XMLStream
    import XMPPAddress
    import XMPPCrypto
    import XMPPEngine
    import XMPPNegotiation
    import XMPPSASL
    import XMPPStanza

    /// Each example does what it says.
    @Suite struct ExampleTests {
        @Test(
            .timeLimit(.minutes(1)),
            arguments: [
                (
                    "example-in-memory",
                    ["client is ready", "server is ready", "found'st thou out this place", "closed"]
                ),
                (
                    "example-own-feature",
                    ["the message of the day: The garden is closed at night.", "Wherefore art thou?"]
                ),
            ])
        func `an example without a network runs to its end`(name: String, words: [String]) async throws {
            try await withExample(name, stays: false) { example in
                let status = try await example.status()
                #expect(status == 0)
                for word in words { #expect(example.printed.contains(word)) }
            }
        }

        /// Talks with a bot as another user would.
        @Sendable private static func talk(_ conversation: inout Conversation, _ number: Int) async throws {
            let (juliet, romeo) = (
                try #require(JID("juliet@example.com/bot")), try #require(JID("romeo@example.net/orchard"))
            )
            guard case .presence(let presence) = try await conversation.next() else {
                throw Surprise("the bot does not say first that it is there")
            }
            #expect(try presence.type == .available)
            for text in ["Wherefore art thou?", "<&> 'quoted'", "O \u{1F339}\nRose"] {
                try await conversation.session.send(
                    Message(.chat, to: juliet, from: romeo, id: "m\(number)") { $0.body(text) })
                guard case .message(let echo) = try await conversation.next() else {
                    throw Surprise("no echo of \(text)")
                }
                #expect(echo.body == text && echo.type == .chat)
                #expect(try echo.to == romeo)
            }
            // An error is answered with nothing, or two bots would never come to an end.
            let error = try Message(.chat, to: juliet, from: romeo) { $0.body("?") }.error(StanzaError(.itemNotFound))
            try await conversation.session.send(try #require(error))
            let ping = try Element(xml: "<ping xmlns='urn:xmpp:ping'/>")
            let pong = try await conversation.answer(
                to: IQ(.get, to: juliet, from: romeo, id: "p") { $0.element(ping) })
            #expect(try pong.type == .result && pong.id == "p")
            let other = try Element(xml: "<other xmlns='urn:example:other'/>")
            let refusal = try await conversation.answer(
                to: IQ(.get, to: juliet, from: romeo, id: "o") { $0.element(other) })
            #expect(refusal.error?.condition == .serviceUnavailable)
        }

        private static func configuration(requiresTLS: Bool) throws -> StreamConfiguration {
            let sasl = SASLReceivingConfiguration(
                SASLServerPolicy(),
                SASLServerPolicy.Configuration(domain: "example.com", decoySecret: Secret("of a test")))
            var configuration = StreamConfiguration.server(
                of: [try #require(JID("example.com"))], sasl: sasl, crypto: SwiftCryptoProvider.self)
            configuration.policy.requiresTLS = requiresTLS
            return configuration
        }

        private static func environment(of server: TestServer) -> [String: String] {
            [
                "XMPP_JID": "juliet@example.com/bot", "XMPP_PASSWORD": "r0m30", "XMPP_HOST": "127.0.0.1",
                "XMPP_PORT": "\(server.port)",
            ]
        }

        @Test(.timeLimit(.minutes(1)))
        func `the echo bot echoes over TLS, and comes back when its stream is closed`() async throws {
            let configuration = try Self.configuration(requiresTLS: true)
            try await TestServer.run(configuration, sessions: 2, scenario: Self.talk) { server, finished in
                let authority = FileManager.default.temporaryDirectory.appendingPathComponent(
                    "\(UUID().uuidString).pem")
                try Data(server.certificate.utf8).write(to: authority)
                defer { try? FileManager.default.removeItem(at: authority) }
                let environment = Self.environment(of: server).merging(["XMPP_CA": authority.path]) { $1 }
                try await withExample("example-echo-bot", environment: environment) { _ in try await finished() }
            }
        }

        @Test(.timeLimit(.minutes(1)))
        func `the echo bot that trusts nobody of the kind does not log in`() async throws {
            let configuration = try Self.configuration(requiresTLS: true)
            try await TestServer.run(configuration, scenario: Self.talk) { server, _ in
                try await withExample("example-echo-bot", environment: Self.environment(of: server), stays: false) {
                    bot in
                    let status = try await bot.status()
                    #expect(status == 1)
                    #expect(bot.printed.contains("certificate"))
                }
            }
        }

        @Test(.timeLimit(.minutes(1)))
        func `the echo bot over a blocking socket echoes in the clear`() async throws {
            let configuration = try Self.configuration(requiresTLS: false)
            try await TestServer.run(configuration, scenario: Self.talk) { server, finished in
                try await withExample("example-echo-bot-posix", environment: Self.environment(of: server), stays: false)
                { bot in
                    try await finished()
                    let status = try await bot.status()
                    #expect(status == 0)
                    #expect(bot.printed.contains("the stream is over: closed"))
                }
            }
        }
    }
#endif
