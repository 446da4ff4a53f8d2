import FuzzSupport
import Testing
import XMPPAddress
import XMPPEngine
import XMPPNegotiation
import XMPPSASL
import XMPPStanza
import XMPPTestKit

@Suite struct LoginTests {
    @Test(arguments: [Chopping.whole, .pieces(byteCount: 1), .pieces(byteCount: 7)])
    func `a client logs in at a server, and stanzas go both ways`(chopping: Chopping) throws {
        var pair = try ClientAndServer(chopping: chopping).pair
        pair.run()
        let client = try #require(pair.initiating.established)
        let server = try #require(pair.receiving.established)
        #expect(client.facts.address == JID("juliet@example.com/balcony"))
        #expect(server.facts.address == client.facts.address)
        #expect(client.facts.isSecure && server.facts.isSecure)
        #expect(client.facts.authentication?.mechanism == "SCRAM-SHA-512-PLUS", "\(client.plan)")

        let message = try Message(.chat, to: JID("romeo@example.net"), id: "1") { $0.body("Wherefore art thou?") }
        pair.initiating.call { (stream) throws(StreamMisuse) in try stream.send(message) }
        pair.settle()
        #expect(pair.receiving.stanzas.count == 1)
        #expect(try pair.receiving.stanzas.first?.stanza.from == client.facts.address)

        pair.initiating.call { (stream) throws(StreamMisuse) in try stream.close() }
        pair.settle()
        #expect(pair.initiating.end == .closed)
        #expect(pair.receiving.end == .closed)
        #expect(pair.initiating.misuses == [] && pair.receiving.misuses == [])
    }

    @Test(
        "XEP0078-3.1-4: that SASL has failed is known, and nobody authenticates by what is older",
        arguments: [true, false])
    func failure(hasFailed: Bool) throws {
        var server = try ReadyStream.serverOfClient.pair(receiving: {
            $0.policy.requiresTLS = false
            $0.features.append(LegacyAuthenticationFeature(isServed: true))
        }).receiving
        server.begin()
        server.receive(
            "<stream:stream to='example.com' version='1.0' xmlns='jabber:client' "
                + "xmlns:stream='http://etherx.jabber.org/streams'>")
        #expect(!server.stream.facts.hasFailedToAuthenticate)
        if hasFailed { server.receive("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='NONE'/>") }
        #expect(server.stream.facts.hasFailedToAuthenticate == hasFailed && !server.stream.facts.isAuthenticated)
        #expect(server.end == nil)
        _ = server.takeSent()
        server.receive("<iq type='get' id='1'><query xmlns='jabber:iq:auth'/></iq>")
        #expect(server.violation == (hasFailed ? .policyViolation : nil))
        #expect(server.takeSentText().contains("<digest/>") == !hasFailed)
    }
}
