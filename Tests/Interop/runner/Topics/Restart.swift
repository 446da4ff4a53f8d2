#if NIO && Tool
    import NIOConcurrencyHelpers
    import XMPPAddress
    import XMPPEngine
    import XMPPNIO
    import XMPPStanza
    import XMPPTransports

    /// A server that goes away under a client, and comes back.
    enum Restart {
        static func cases(of server: Server) -> [InteropCase] {
            [
                server.test("restart", "the server is restarted under a client", limit: .seconds(60)) { place in
                    let losses = NIOLockedValueBox<[any Error]>([])
                    let end = NIOLockedValueBox<StreamEnd?>(nil)
                    let delay = ReconnectionDelay(first: .milliseconds(200), longest: .seconds(1))
                    try await XMPPClient(server.settings(resource: "restart", at: place)).run(
                        reconnecting: delay,
                        watch: { news in
                            if case .waiting(_, let loss) = news { losses.withLockedValue { $0.append(loss) } }
                        }
                    ) { session in
                        if end.withLockedValue({ $0 }) == nil {
                            let how = try await restart(server, under: session, place)
                            end.withLockedValue { $0 = how }
                        } else {
                            let answer = try await Exchange.ask(session, "<query xmlns='jabber:iq:roster'/>", nil)
                            try expect(try answer.type == .result, "no roster after the restart")
                        }
                    }
                    let how = try end.withLockedValue { $0 }.required("end of the first session")
                    let attempts = losses.withLockedValue { $0.count }
                    try expect(attempts > 0, "it was never lost")
                    return "the pending request ended with an error, the stream: \(how); logged in again by itself"
                }
            ]
        }

        /// Restarts a server while a request of a client's waits for an answer.
        private static func restart(_ server: Server, under one: XMPPSession, _ place: Place) async throws -> StreamEnd
        {
            let script = "servers/\(server.name).sh"
            let folder = place.root.appending(path: server.name).path
            var news = one.news.makeAsyncIterator()
            try await one.send(try Presence())
            let settings = try server.settings(server.users.1, resource: "restart", at: place)
            return try await XMPPClient(settings).run { other in
                var others = other.news.makeAsyncIterator()
                try await other.send(try Presence())
                async let answer = Exchange.ask(
                    one, "<query xmlns='jabber:iq:version'/>", Exchange.address(of: other)?.description)
                // It has arrived there, and is never answered.
                _ = try await others.request(in: "jabber:iq:version")
                try await place.script(script, ["stop", folder])
                do {
                    throw Mismatch("the pending request was answered: \(try await answer)")
                } catch RequestFailure.unanswered(.streamEnded) {}
                try await place.script(script, ["start", folder])
                return try await news.end()
            }
        }
    }
#endif
