#if NIO && Tool
    import XMPPEngine
    import XMPPNIO
    import XMPPStanza

    /// Resources: one's own, one of the server's, and the same one twice (RFC 6120 §7).
    enum Binding {
        static func cases(of server: Server) -> [InteropCase] {
            [
                server.test("binding", "the resource that is asked for") { place in
                    try await XMPPClient(server.settings(resource: "balcony", at: place)).run { session in
                        let bound = session.established.facts.address?.resourcepart
                        try expect(bound == "balcony", "bound to \(bound ?? "nothing")")
                        return "bound to balcony"
                    }
                },
                server.test("binding", "a resource of the server's") { place in
                    try await XMPPClient(server.settings(at: place)).run { session in
                        let bound = try session.established.facts.address?.resourcepart.required("resource")
                        return "bound to one of \(bound?.utf8.count ?? 0) bytes"
                    }
                },
                server.test("binding", "two sessions with one resource: the first ends with conflict") { place in
                    let settings = try server.settings(resource: "twice", at: place)
                    return try await XMPPClient(settings).run { first in
                        var news = first.news.makeAsyncIterator()
                        let end = try await XMPPClient(settings).run { second in
                            try expect(
                                second.established.facts.address?.resourcepart == "twice", "the second got another")
                            return try await news.end()
                        }
                        guard case .peerError(let error) = end, error.condition == .conflict else {
                            throw Mismatch("the first ended otherwise: \(end)")
                        }
                        return "\(end)"
                    }
                },
            ]
        }
    }
#endif
