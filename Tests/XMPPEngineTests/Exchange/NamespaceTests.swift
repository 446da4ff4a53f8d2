import Testing
import XMLStream
import XMPPEngine
import XMPPNegotiation
import XMPPStanza
import XMPPTestKit

/// Content namespaces, and what is in none (RFC 6120 §4.8).
@Suite struct NamespaceTests {
    @Test(
        """
        RFC6120-4.8.3-3, RFC6120-4.8.3-5, RFC6120-4.8.5-3, XEP0114-4-2: whatever namespace a stanza was built in, over \
        a stream it goes in that of the stream, without a prefix
        """,
        arguments: ReadyStream.allCases, ContentNamespace.allCases)
    func mapping(_ side: ReadyStream, content: ContentNamespace) throws {
        var driver = try side.driver()
        let addresses = [
            (#"from="a@bots.example.com""#, #"to="b@example.com""#), (#"from="a@example.net""#, #"to="b@example.com""#),
        ]
        let (from, to) = side == .component ? addresses[0] : addresses[1]
        let text = "<c:message xmlns:c='\(content.name.text)' \(from) \(to)><c:body>x</c:body></c:message>"
        let element = try Element(xml: text)
        let message = try #require(Message(element))
        driver.call { (stream) throws(StreamMisuse) in try stream.send(message) }
        let sent = driver.takeSentText()
        #expect(sent.hasPrefix("<message ") && sent.contains("<body>x</body>"), "\(sent)")
        #expect(!sent.contains("jabber:"))
        #expect(driver.misuses == [])
        // What declares the namespace again goes along.
        let refusal = try Element(
            xml: """
                <iq xmlns='\(content.name.text)' type='error' id='1' \(from) \(to)><error xmlns='\(content.name.text)' \
                type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
                """)
        let stanza = try #require(AnyStanza(refusal))
        var other = try side.driver { $0.tracksRequests = false }
        other.call { (stream) throws(StreamMisuse) in try stream.send(stanza) }
        let error = other.takeSentText()
        #expect(error.contains("<error "), "\(error)")
        for foreign in ContentNamespace.allCases where foreign != side.content {
            #expect(!error.contains(foreign.name.text), "\(error)")
        }
    }

    @Test(
        "RFC6120-4.8.5-5, RFC6120-4.8.5-4: a stanza with a prefix is taken, a SHOULD NOT, and goes on without one")
    func prefixes() throws {
        var server = try ReadyStream.serverOfClient.driver()
        server.receive("<c:message xmlns:c='jabber:client' to='a@example.com'><c:body>x</c:body></c:message>")
        guard case .message(let message) = server.stanzas.first else { throw NoStanza() }
        var other = try ReadyStream.callingServer.driver()
        other.call { (stream) throws(StreamMisuse) in try stream.send(message) }
        #expect(other.takeSentText().hasPrefix("<message "))
    }

    @Test("RFC6120-4.8.5-9: a stanza takes the declarations of its stream's header with it")
    func declarations() throws {
        var pair = try ReadyStream.client.pair(
            initiating: Self.trusting, receiving: Self.trusting)
        pair.receiving.begin()
        pair.receiving.receive(
            "<s:stream to='example.com' version='1.0' xmlns='jabber:client' xmlns:x='urn:example:x' "
                + "xmlns:s='http://etherx.jabber.org/streams'><request xmlns='urn:example:carrier' name='juliet'/>"
                + "<iq type='set' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>"
                + "<message to='a@example.com'><x:y x:z='1'/></message>")
        guard case .message(let message) = pair.receiving.stanzas.first else { throw NoStanza() }
        var other = try ReadyStream.callingServer.driver()
        other.call { (stream) throws(StreamMisuse) in try stream.send(message) }
        let sent = try Element(xml: other.takeSentText())
        #expect(sent.child("y", in: "urn:example:x")?.attribute("z", in: "urn:example:x") == "1")
    }

    @Test(
        "RFC6120-4.8.4-1: an element of another namespace is no stanza; it ends the stream, unless it was agreed on",
        arguments: ReadyStream.allCases)
    func others(_ side: ReadyStream) throws {
        for text in ["<a xmlns='urn:example:other'/>", "<message xmlns='urn:example:other'/>"] {
            var driver = try side.driver()
            driver.receive(text)
            #expect(driver.violation == .unsupportedStanzaType && driver.stanzas.isEmpty)
            driver = try side.driver { $0.deliversNonzas = true }
            driver.receive(text)
            #expect(driver.end == nil && driver.stanzas.isEmpty)
            #expect(driver.notes.contains(.nonza(try Element(xml: text))))
        }
    }

    @Test("a stanza in the content namespace of another kind of stream ends it", arguments: ReadyStream.allCases)
    func foreign(_ side: ReadyStream) throws {
        for content in ContentNamespace.allCases {
            var driver = try side.driver()
            driver.receive("<message xmlns='\(content.name.text)' from='a@example.net' to='b@example.com'/>")
            #expect((driver.violation == .invalidNamespace) == (content != side.content))
        }
    }

    private struct NoStanza: Error {}

    /// Everybody is who he says he is.
    private static func trusting(_ configuration: inout StreamConfiguration) {
        configuration.policy.requiresTLS = false
        configuration.features = [CarrierFeature(name: "juliet"), ResourceBindingFeature()]
    }
}

extension ReadyStream {
    /// Between whom it is.
    fileprivate var content: ContentNamespace {
        switch self {
        case .client, .serverOfClient: .client
        case .component, .serverOfComponent: .component
        case .callingServer, .calledServer: .server
        }
    }
}
