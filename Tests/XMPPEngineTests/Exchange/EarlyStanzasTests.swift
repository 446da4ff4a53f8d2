import Testing
import XMPPEngine
import XMPPNegotiation
import XMPPStanza
import XMPPTestKit

/// Stanzas that come before this side is done negotiating: for the peer the stream is ready once a resource is bound.
@Suite struct EarlyStanzasTests {
    private func driver(queuedBytes: Int = 1 << 20) throws -> ReadyStream.Driver {
        var driver = try ReadyStream.client.pair(initiating: {
            $0.limits.queuedBytes = queuedBytes
            $0.policy.requiresTLS = false
            $0.features = [CarrierFeature(name: "juliet"), ResourceBindingFeature(), SessionFeature()]
        }).initiating
        driver.begin()
        driver.receive(
            "<stream:stream from='example.com' version='1.0' id='1' xmlns='jabber:client' "
                + "xmlns:stream='http://etherx.jabber.org/streams'><stream:features>"
                + "<carrier xmlns='urn:example:carrier'/></stream:features><success xmlns='urn:example:carrier'/>"
                + "<stream:features><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>"
                + "<session xmlns='urn:ietf:params:xml:ns:xmpp-session'/></stream:features>")
        return driver
    }

    private func id(_ driver: inout ReadyStream.Driver) throws -> String {
        let sent = driver.takeSentText()
        return String(try #require(sent.matches(of: #/<iq [^>]*id=['"]([^'"]*)['"]/#).last?.1, "\(sent)"))
    }

    @Test func `they wait until the stream is ready, and then come in order`() throws {
        var driver = try driver()
        driver.receive(
            "<iq type='result' id='\(try id(&driver))'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'>"
                + "<jid>juliet@example.com/balcony</jid></bind></iq>")
        let session = try id(&driver)
        driver.receive("<message id='1'/><presence id='2'/>")
        #expect(driver.end == nil && driver.stanzas.isEmpty && driver.established == nil)
        driver.receive("<iq type='result' id='\(session)'/><message id='3'/>")
        #expect(driver.established != nil)
        #expect(driver.stanzas.map { $0.stanza.id } == ["1", "2", "3"])
        let first = driver.notes.firstIndex { if case .stanza = $0 { true } else { false } }
        let ready = driver.notes.firstIndex { if case .established = $0 { true } else { false } }
        #expect(try #require(ready) < #require(first))
    }

    @Test("S08: they are bounded in their bytes")
    func bounded() throws {
        var driver = try driver(queuedBytes: 10_000)
        driver.receive(
            "<iq type='result' id='\(try id(&driver))'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'>"
                + "<jid>juliet@example.com/balcony</jid></bind></iq>")
        let message = "<message><body>\(String(repeating: "x", count: 3_000))</body></message>"
        driver.receive(message + message + message)
        #expect(driver.end == nil)
        driver.receive(message)
        #expect(driver.violation == .policyViolation)
    }

    @Test func `before a resource is bound there can be none`() throws {
        var driver = try driver()
        driver.receive("<message id='1'/>")
        #expect(driver.violation == .unsupportedStanzaType)
    }
}
