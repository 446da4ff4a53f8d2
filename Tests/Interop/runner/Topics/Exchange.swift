#if NIO && Tool
    import XMLStream
    import XMPPAddress
    import XMPPEngine
    import XMPPNIO
    import XMPPStanza

    /// Stanzas between two clients of ours, and between a client and its server.
    enum Exchange {
        static func cases(of server: Server) -> [InteropCase] {
            [
                server.test("exchange", "ping, disco and roster of the server") { place in
                    try await XMPPClient(server.settings(resource: "asking", at: place)).run { session in
                        let ping = try await ask(session, "<ping xmlns='urn:xmpp:ping'/>", server.domain)
                        let info = try await ask(
                            session, "<query xmlns='http://jabber.org/protocol/disco#info'/>", server.domain)
                        try expect(try info.type == .result, "disco#info: \(info)")
                        let features = info.payload?.children.count { $0.name == "feature" } ?? 0
                        try expect(features > 0, "disco#info has no feature")
                        let roster = try await ask(session, "<query xmlns='jabber:iq:roster'/>", nil)
                        try expect(try roster.type == .result, "roster: \(roster)")
                        return "ping: \(try ping.type), \(features) features, the roster"
                    }
                },
                server.test("exchange", "messages both ways") { place in
                    try await pair(of: server, "talking", place) { one, other in
                        var (news, othersNews) = (one.news.makeAsyncIterator(), other.news.makeAsyncIterator())
                        for number in 0..<20 {
                            try await one.send(
                                try Message(.chat, to: address(of: other), id: "m\(number)") { $0.body(text(number)) })
                        }
                        for number in 0..<20 {
                            let message = try await othersNews.message()
                            try expect(message.body == text(number), "came \(message.body ?? "nothing")")
                            let sender = try message.from
                            try expect(sender == address(of: one), "from \(sender?.description ?? "nobody")")
                            if let reply = try message.reply({ $0.body("re: \(text(number))") }) {
                                try await other.send(reply)
                            }
                        }
                        for number in 0..<20 {
                            let message = try await news.message()
                            try expect(message.body == "re: \(text(number))", "came \(message.body ?? "nothing")")
                        }
                        return "20 each way, in order, markup and emoji unharmed"
                    }
                },
                server.test("exchange", "a client asks another") { place in
                    try await pair(of: server, "asked", place) { one, other in
                        var news = other.news.makeAsyncIterator()
                        async let answer = ask(
                            one, "<query xmlns='jabber:iq:version'/>", address(of: other)?.description)
                        let request = try await news.request(in: "jabber:iq:version")
                        let version = try Element(xml: "<query xmlns='jabber:iq:version'><name>ours</name></query>")
                        let result = try request.result { $0.element(version) }.required("result")
                        try await other.send(.iq(result))
                        let name = try await answer.payload?.child("name", in: "jabber:iq:version")?.text
                        try expect(name == "ours", "the answer says \(name ?? "nothing")")
                        async let error = ask(one, "<ping xmlns='urn:xmpp:ping'/>", address(of: other)?.description)
                        try await other.decline(try await news.request(in: "urn:xmpp:ping"))
                        let condition = try await error.error?.condition
                        try expect(condition == .serviceUnavailable, "declined with \(condition as Any)")
                        return "one request answered, one declined"
                    }
                },
                server.test("exchange", "presence: asked for, granted, seen, gone") { place in
                    try await presence(of: server, place)
                },
            ]
        }

        private static func presence(of server: Server, _ place: Place) async throws -> String {
            try await pair(of: server, "present", place) { one, other in
                var (news, othersNews) = (one.news.makeAsyncIterator(), other.news.makeAsyncIterator())
                let (user, otherUser) = server.users
                // Who has not asked for its roster is not told of subscriptions (RFC 6121 §2.2).
                for session in [one, other] { _ = try await ask(session, "<query xmlns='jabber:iq:roster'/>", nil) }
                try await one.send(try Presence(.subscribe, to: other.established.facts.address?.bare))
                _ = try await othersNews.presence(.subscribe, from: user)
                try await other.send(try Presence(.subscribed, to: one.established.facts.address?.bare))
                _ = try await news.presence(.subscribed, from: otherUser)
                try await other.send(
                    try Presence {
                        $0.show(.away); $0.status("out")
                    })
                let seen = try await news.first("presence that is away") { news -> Presence? in
                    guard case .stanza(.presence(let presence)) = news, try presence.from == address(of: other) else {
                        return nil
                    }
                    return presence.show == .away ? presence : nil
                }
                try expect(seen.status == "out", "status \(seen.status ?? "none")")
                try await other.send(try Presence(.unavailable))
                _ = try await news.presence(.unavailable, from: otherUser)
                return "subscribe, subscribed, away, unavailable"
            }
        }

        private static func text(_ number: Int) -> String { "\(number): <&> \"'\u{1F3AD} ça \u{6F22}" }

        static func address(of session: XMPPSession) -> JID? { session.established.facts.address }

        /// Asks an entity, or the own account, and waits for the answer.
        static func ask(_ session: XMPPSession, _ payload: String, _ entity: String?) async throws -> IQ {
            let element = try Element(xml: payload)
            let to = try entity.map { try JID($0).required("address \($0)") }
            let type: IQType = .get
            return try await session.request(
                try IQ(type, to: to, id: "ask-\(UInt64.random(in: .min ... .max))") { $0.element(element) },
                deadline: .seconds(10))
        }

        /// Logs both users of a server in, each available, and runs `body` with them.
        static func pair<Result: Sendable>(
            of server: Server, _ resource: String, _ place: Place,
            _ body: (XMPPSession, XMPPSession) async throws -> Result
        ) async throws -> Result {
            try await XMPPClient(server.settings(server.users.0, resource: resource, at: place)).run { one in
                try await one.send(try Presence())
                return try await XMPPClient(server.settings(server.users.1, resource: resource, at: place)).run {
                    other in
                    try await other.send(try Presence())
                    return try await body(one, other)
                }
            }
        }
    }
#endif
