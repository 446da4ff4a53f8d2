#if NIO && Tool
    import XMPPAddress
    import XMPPEngine
    import XMPPNIO
    import XMPPStanza
    import XMPPTransports

    /// Clients of other people's against `xmpp serve`, where a client of ours waits for them.
    enum RealClients {
        /// Those that try to bind by tls-unique whatever the server announces, and give up where that fails: they are sent to
        /// a server that offers no mechanism that binds.
        private static let bindsUnannounced: Set = ["slixmpp", "gloox"]

        private static func port(for client: String, _ place: Place) throws -> UInt16 {
            try place.port(bindsUnannounced.contains(client) ? "XMPP_SERVE_UNBOUND" : "XMPP_SERVE")
        }

        /// Those that can wait for a message, and one that cannot.
        static let all = [
            "slixmpp", "aioxmpp", "nbxmpp", "libstrophe", "gloox", "qxmpp", "profanity", "mcabber", "go-sendxmpp",
            "sendxmpp",
        ]

        static func cases(of client: String) -> [InteropCase] {
            [
                InteropCase(client, "client", "logs in and sends a message", limit: .seconds(40)) { place in
                    let text = "hello from \(client)"
                    return try await friend(of: client, place) { session in
                        var news = session.news.makeAsyncIterator()
                        async let run = start(client, "send", text, place)
                        let message = try await news.message()
                        // Some write the end of the line, too.
                        let body = message.body ?? ""
                        try expect(body == text || body == "\(text)\n", "came: \(body)")
                        let sender = try message.from?.bare
                        try expect(sender == (try address(of: client)), "from \(sender?.description ?? "nobody")")
                        _ = try await run
                        return "its message came"
                    }
                },
                InteropCase(client, "client", "gets a message", limit: .seconds(40)) { place in
                    if client == "sendxmpp" { throw Skipped("it only sends: there is no way to make it listen") }
                    let text = "answer for \(client)"
                    return try await friend(of: client, place) { session in
                        var news = session.news.makeAsyncIterator()
                        async let run = start(client, "listen", text, place)
                        let listener = try await listener(client, &news)
                        async let _ = answering(listener, text, session)
                        let output = try await run
                        try expect(output.contains(text), "it printed: \(output)")
                        return "it printed what was sent to it"
                    }
                },
            ]
        }

        /// Whom to send to: whoever says to be ready; the account itself, of a client that says nothing.
        private static func listener(_ client: String, _ news: inout News) async throws -> JID {
            if client == "go-sendxmpp" { return try address(of: client) }
            return try await news.message().from.required("sender")
        }

        /// Sends the text until it is cancelled: nobody tells when a client that says nothing is there.
        private static func answering(_ listener: JID, _ text: String, _ session: XMPPSession) async throws {
            for number in 0..<40 {
                try await session.send(try Message(.chat, to: listener, id: "a\(number)") { $0.body(text) })
                try await Task.sleep(for: .seconds(1))
            }
        }

        private static func start(
            _ client: String, _ mode: String, _ text: String, _ place: Place
        ) async throws -> String {
            let arguments = [
                client, mode, place.root.appending(path: "built").path, "\(try port(for: client, place))",
                "\(try address(of: client))", "\(client)-pw", "\(try address(of: "friend-of-\(client)"))", text,
            ]
            return try await place.script("clients/client.sh", arguments)
        }

        /// Runs `body` with a session of ours, which is available.
        private static func friend<Result: Sendable>(
            of client: String, _ place: Place, _ body: (XMPPSession) async throws -> Result
        ) async throws -> Result {
            let name = "friend-of-\(client)"
            var settings = ClientSettings(try address(of: name), password: "\(name)-pw")
            settings.trustRoots = .only(try place.certificates("ca.crt"))
            settings.servers = [
                ConnectionCandidate(host: "127.0.0.1", port: try port(for: client, place), tls: .startTLS)
            ]
            return try await XMPPClient(settings).run { session in
                try await session.send(try Presence())
                return try await body(session)
            }
        }

        private static func address(of name: String) throws -> JID {
            try JID("\(name)@one.test").required("address of \(name)")
        }
    }
#endif
