#if NIO
    import NIOCore
    import NIOPosix
    import Testing
    import XMLStream
    import XMPPAddress
    import XMPPCrypto
    import XMPPEngine
    import XMPPNegotiation
    import XMPPSASL
    import XMPPStanza

    /// The gateway between a server of ours and a toy of lines.
    @Suite struct GatewayTests {
        private static func talk(
            _ conversation: inout Conversation, _ toy: inout Toy, gateway domain: JID, user: JID
        ) async throws {
            let (session, balthasar) = (conversation.session, try domain.with(localpart: "balthasar"))
            // What it says of itself, and whether it is there.
            let question = try Element(xml: "<query xmlns='http://jabber.org/protocol/disco#info'/>")
            let information = try await conversation.answer(
                to: IQ(.get, to: domain, from: user, id: "d", in: .component) { $0.element(question) })
            let identity = information.payload?.child("identity", in: "http://jabber.org/protocol/disco#info")
            #expect(identity?.attribute("category") == "gateway")
            try await session.send(Presence(.subscribe, to: balthasar, from: user.bare, in: .component))
            for expected in [PresenceType.subscribed, .available] {
                guard case .presence(let presence) = try await conversation.next() else {
                    throw Surprise("no presence")
                }
                #expect(try presence.type == expected && presence.from == balthasar)
            }
            // Out: two lines of one message are one line, so that none is forged.
            for (text, line) in [
                ("Hello", "balthasar Hello"), ("one\nmercutio two\r\nthree", "balthasar one mercutio two three"),
            ] {
                try await session.send(Message(.chat, to: balthasar, from: user, in: .component) { $0.body(text) })
                #expect(try await toy.next() == line)
            }
            // In, from somebody whose nick needs an escape; what is no line of the toy's is passed over.
            try await toy.write("nonsense\nmercutio \u{1}\nd'artagnan En garde! <&>\n")
            guard case .message(let message) = try await conversation.next() else { throw Surprise("no message") }
            #expect(message.body == "En garde! <&>")
            #expect(try message.to == user.bare && message.from == JID("d\\27artagnan@\(domain)"))
            // Nobody else may use it.
            let stranger = JID("tybalt@example.com/x")
            try await session.send(Message(.chat, to: balthasar, from: stranger, in: .component) { $0.body("Hello") })
            guard case .message(let refusal) = try await conversation.next() else { throw Surprise("no refusal") }
            #expect(try refusal.error?.condition == .forbidden && refusal.to == stranger)
        }

        @Test(.timeLimit(.minutes(1)))
        func `messages go out as lines, and lines come in as messages`() async throws {
            let (domain, user) = (
                try #require(JID("lines.example.com")), try #require(JID("romeo@example.com/orchard"))
            )
            let configuration = StreamConfiguration.server(
                ofComponents: [domain], verifyingBy: .secret(Secret("s3cr3t")), crypto: SwiftCryptoProvider.self)
            try await Toy.run { port, toys in
                try await TestServer.run(
                    configuration,
                    scenario: { conversation, _ in
                        try await toys { toy in
                            try await Self.talk(&conversation, &toy, gateway: domain, user: user)
                        }
                    },
                    beside: { server, finished in
                        let environment = [
                            "XMPP_COMPONENT": "lines.example.com", "XMPP_SECRET": "s3cr3t", "XMPP_HOST": "127.0.0.1",
                            "XMPP_PORT": "\(server.port)", "XMPP_USER": "romeo@example.com", "LINES_HOST": "127.0.0.1",
                            "LINES_PORT": "\(port)",
                        ]
                        try await withExample("example-gateway", environment: environment) { _ in try await finished() }
                    })
            }
        }
    }
#endif
