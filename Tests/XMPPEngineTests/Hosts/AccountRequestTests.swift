import Testing
import XMLStream
import XMPPEngine
import XMPPNegotiation
import XMPPStanza
import XMPPTestKit

/// Requests about an account that exists (XEP-0077 §3.2, §3.3): they are the host's, over a stream that is ready.
@Suite struct AccountRequestTests {
    private static func request(_ content: String, _ attributes: String = "type='set' id='1'") -> String {
        "<iq \(attributes)><query xmlns='jabber:iq:register'>\(content)</query></iq>"
    }

    private static let password = "<username>juliet</username><password>newpass</password>"

    /// A server that opens accounts, whose client has one.
    private func server() throws -> ReadyStream.Driver {
        try ReadyStream.serverOfClient.driver { $0.features.append(RegistrationFeature(isServed: true)) }
    }

    @Test("XEP0077-3.2-1: the account that is removed is the one that the stream has authenticated, whatever is said")
    func removal() throws {
        for from in ["", " from='juliet@example.com'", " from='juliet@example.com/balcony'"] {
            var driver = try server()
            driver.receive(Self.request("<remove/>", "type='set' id='1'\(from)"))
            guard case .iq(let request)? = driver.stanzas.first else { return #expect(Bool(false)) }
            #expect(try request.from?.bare.description == "juliet@example.com")
            #expect(request.payload?.child("remove", in: "jabber:iq:register") != nil)
        }
        var driver = try server()
        driver.receive(Self.request("<remove/>", "type='set' id='1' from='romeo@example.com'"))
        #expect(driver.stanzas.isEmpty && driver.violation == .invalidFrom)
    }

    @Test(
        "XEP0077-3.2-2: once the account is removed, the host ends its streams with not-authorized, behind the answer")
    func removed() throws {
        var pair = try ReadyStream.client.pair(receiving: { $0.features.append(RegistrationFeature(isServed: true)) })
        pair.run()
        let remove = try Element(xml: "<query xmlns='jabber:iq:register'><remove/></query>")
        let iq = try IQ(.set, id: "1") { $0.element(remove) }
        pair.initiating.call { (stream) throws(StreamMisuse) in _ = try stream.request(iq) }
        pair.settle()
        guard case .iq(let request)? = pair.receiving.stanzas.first, let result = try request.result() else {
            return #expect(Bool(false))
        }
        pair.receiving.call { (stream) throws(StreamMisuse) in
            try stream.send(result)
            try stream.close(with: StreamError(.notAuthorized))
        }
        pair.settle()
        #expect(pair.initiating.answers.count == 1)
        guard case .peerError(let error)? = pair.initiating.end else { return #expect(Bool(false)) }
        #expect(error.condition == .notAuthorized && pair.receiving.stream.isOver)
        #expect(pair.initiating.misuses == [] && pair.receiving.misuses == [])
    }

    @Test("XEP0077-3.3-1: a client whose policy asks for TLS, as it does by default, sends no password without")
    func clear() throws {
        let query = try Element(xml: "<query xmlns='jabber:iq:register'>\(Self.password)</query>")
        let change = try IQ(.set, id: "1") { $0.element(query) }
        for hasTLS in [false, true] {
            var pair = try ReadyStream.client.pair(receiving: { configuration in
                configuration.policy.requiresTLS = false
                configuration.features.removeAll { $0.key == StartTLSFeature.key }
                configuration.features.append(StartTLSFeature(isRequired: false, isAvailable: hasTLS))
            })
            pair.receiving.begin()
            pair.initiating.begin()
            pair.initiating.call { (stream) throws(StreamMisuse) in _ = try stream.request(change) }
            #expect(pair.initiating.misuse == [.notReady])
            pair.settle()
            pair.initiating.call { (stream) throws(StreamMisuse) in _ = try stream.request(change) }
            pair.settle()
            #expect(pair.initiating.stream.facts.isSecure == hasTLS)
            let sent = String(decoding: pair.initiating.sent, as: UTF8.self)
            #expect(sent.contains("newpass") == hasTLS && pair.receiving.stanzas.count == (hasTLS ? 1 : 0))
        }
    }

    @Test(
        "XEP0077-3.3-3: no error repeats what was to be the password",
        arguments: [
            request(password), request(password, "type='set' id='1' to='@example.com'"),
            request(password, "type='put' id='1'"), request(password + "</query><query xmlns='jabber:iq:register'>"),
        ])
    func errors(_ text: String) throws {
        var driver = try server()
        driver.receive(text)
        if case .iq(let request)? = driver.stanzas.first {
            driver.call { (stream) throws(StreamMisuse) in try stream.decline(request) }
            let refusal = try #require(try request.error(StanzaError(.notAllowed)))
            driver.call { (stream) throws(StreamMisuse) in try stream.send(refusal) }
        }
        let sent = driver.takeSentText()
        #expect(sent.contains("type='error'") || sent.contains("type=\"error\""), "\(sent)")
        #expect(!sent.contains("newpass") && !sent.contains("<query"))
    }
}
