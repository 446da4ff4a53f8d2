#if NIO && Tool
    import XMLStream
    import XMPPAddress
    import XMPPEngine
    import XMPPNIO
    import XMPPSASL
    import XMPPStanza
    import XMPPTransports

    /// Ours as a component of a server (XEP-0114): messages and requests both ways with a client of that server.
    enum Components {
        static func cases(of server: Server) -> [InteropCase] {
            let domain = "gateway.\(server.domain)"
            return [
                server.test("component", "messages and requests with a client, both ways") { place in
                    if let obstacle = server.obstacleToComponents { throw Skipped(obstacle) }
                    let component = try settings(domain, "component-secret", of: server, at: place)
                    return try await XMPPClient(component).run { component in
                        try await XMPPClient(server.settings(resource: "gate", at: place)).run { client in
                            try await client.send(try Presence())
                            return try await converse(client, component, domain)
                        }
                    }
                },
                server.test("component", "a wrong secret") { place in
                    let end = try await Refusals.end(of: settings(domain, "wrong", of: server, at: place))
                    guard case .peerError(let error) = end else { throw Mismatch("ended otherwise: \(end)") }
                    return "\(error)"
                },
            ]
        }

        private static func settings(
            _ domain: String, _ secret: String, of server: Server, at place: Place
        ) throws -> ClientSettings {
            let port = try place.port("\(server.name.uppercased())_COMPONENT")
            var settings = ClientSettings(
                component: try JID(domain).required("address"), secret: Secret(secret),
                server: ConnectionCandidate(host: "127.0.0.1", port: port, tls: .startTLS))
            settings.tap = place.tap("component")
            return settings
        }

        private static func converse(
            _ client: XMPPSession, _ component: XMPPSession, _ domain: String
        ) async throws -> String {
            var (news, others) = (client.news.makeAsyncIterator(), component.news.makeAsyncIterator())
            let somebody = try JID("somebody@\(domain)/line").required("address")
            try await client.send(try Message(.chat, to: somebody, id: "c1") { $0.body("to the gateway") })
            let message = try await others.message()
            try expect(message.body == "to the gateway", "came \(message.body ?? "nothing")")
            try await component.send(try message.reply { $0.body("from the gateway") }.required("reply"))
            let reply = try await news.message()
            try expect(try reply.from == somebody && reply.body == "from the gateway", "came \(reply)")

            async let answer = Exchange.ask(client, "<query xmlns='jabber:iq:version'/>", domain)
            let request = try await others.request(in: "jabber:iq:version")
            let version = try Element(xml: "<query xmlns='jabber:iq:version'><name>gateway</name></query>")
            try await component.send(.iq(try request.result { $0.element(version) }.required("result")))
            try expect(try await answer.type == .result, "the client's request was refused")

            let ping = try Element(xml: "<ping xmlns='urn:xmpp:ping'/>")
            let asked = try IQ(
                .get, to: client.established.facts.address, from: JID(domain), id: "c2", in: .component
            ) { $0.element(ping) }
            async let pong = component.request(asked, deadline: .seconds(10))
            try await client.decline(try await news.request(in: "urn:xmpp:ping"))
            let condition = try await pong.error?.condition
            try expect(condition == .serviceUnavailable, "the component's request: \(condition as Any)")
            return "a message and a request each way"
        }
    }
#endif
