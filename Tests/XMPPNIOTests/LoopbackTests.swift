#if NIO
    import Testing
    import XMLStream
    import XMPPAddress
    import XMPPNIO
    import XMPPNegotiation
    import XMPPStanza
    import XMPPTransports

    /// A client and a server of ours over TCP and TLS on loopback.
    @Suite struct LoopbackTests {
        /// Runs a server that answers each message with another, and each request with a result, and a client against it.
        private func withServer<Result: Sendable>(
            certificateFor domain: String = "example.com", age: Double = 1800, password: String = TestHost.password,
            trusting other: TestAuthority? = nil, tls moment: TLSMoment = .startTLS,
            _ body: @escaping @Sendable (XMPPSession) async throws -> Result
        ) async throws -> Result {
            var plan = TestServer.Plan(moment: moment)
            plan.identities = { try $0.identities(for: domain, age: age) }
            return try await TestServer.run(plan) { server in
                var settings = ClientSettings(try #require(JID("juliet@example.com/balcony")), password: password)
                settings.servers = [TestServer.candidate(at: server.address, moment)]
                settings.trustRoots = .only([try (other ?? server.authority).root])
                return try await XMPPClient(settings).run(body)
            }
        }

        @Test(.timeLimit(.minutes(5)), arguments: TLSMoment.allCases)
        func `a client logs in over TLS, and messages and requests go both ways`(moment: TLSMoment) async throws {
            try await withServer(tls: moment) { session in
                let facts = session.established.facts
                #expect(facts.address == JID("juliet@example.com/balcony") && facts.isSecure)
                #expect(facts.authentication?.mechanism == "SCRAM-SHA-256-PLUS")
                #expect(facts.tls?.applicationProtocol == (moment == .direct ? "xmpp-client" : nil))
                let ping = try Element(xml: "<ping xmlns='urn:xmpp:ping'/>")
                let answer = try await session.request(
                    try IQ(.get, to: JID("example.com"), id: "0") { $0.element(ping) })
                #expect(try answer.type == .error)
                try await session.send(try Message(.chat, to: JID("example.com"), id: "1") { $0.body("art thou") })
                for try await news in session.news {
                    guard case .stanza(.message(let message)) = news else { continue }
                    #expect(message.body == "echo" && message.id == "1")
                    break
                }
            }
        }

        @Test(.timeLimit(.minutes(5)))
        func `a wrong password ends with the server's word for it`() async throws {
            await #expect(throws: StreamFailure.self) {
                try await withServer(password: "wrong") { _ in }
            }
        }

        /// A certificate that is not to be believed, and why.
        struct Row: CustomTestStringConvertible, Sendable {
            var domain = "example.com"
            var age = 1800.0
            var isForeign = false
            let refusal: IdentityVerdict.Refusal
            var testDescription: String { "\(refusal)" }
        }

        @Test(
            "RFC6120-13.7.2-1, S11: a certificate that is not to be believed ends the stream before the login, and says why",
            .timeLimit(.minutes(5)),
            arguments: [
                Row(domain: "example.net", refusal: .otherNames), Row(age: 7200, refusal: .untrusted(.outOfDate)),
                Row(isForeign: true, refusal: .untrusted(.unknownIssuer)),
            ], TLSMoment.allCases)
        func certificate(_ row: Row, moment: TLSMoment) async throws {
            let other = row.isForeign ? try TestAuthority() : nil
            let failure = await #expect(throws: StreamFailure.self) {
                try await withServer(certificateFor: row.domain, age: row.age, trusting: other, tls: moment) { _ in }
            }
            #expect(failure?.end == .negotiation(.certificate(.refused(row.refusal))))
        }
    }
#endif
