import FuzzSupport
import Testing
import XMPPAddress
import XMPPEngine
import XMPPNegotiation
import XMPPSASL
import XMPPStanza
import XMPPTestKit

/// A component and its server, from the first byte on (XEP-0114 §3).
@Suite struct ComponentTests {
    @Test(
        """
        XEP0114-3-1, XEP0114-3-2, XEP0114-3-8, XEP0114-3-12: a header each way that names the component, a handshake, \
        an empty one back, and neither version nor features
        """)
    func opening() throws {
        var pair = try ReadyStream.component.pair()
        pair.run()
        let sent = String(decoding: pair.initiating.sent, as: UTF8.self)
        let answered = String(decoding: pair.receiving.sent, as: UTF8.self)
        for text in [sent, answered].map({ $0.drop { $0 != ">" } }) {
            #expect(text.contains("jabber:component:accept"))
            #expect(!text.contains("features") && !text.contains(" version=\"1") && !text.contains(" version='1"))
        }
        #expect(
            sent.contains(#/ to=['"]bots.example.com['"]/#) && answered.contains(#/ from=['"]bots.example.com['"]/#))
        #expect(answered.contains(#/ id=['"][0-9a-f]{32}['"]/#) && answered.contains("<handshake/>"))
        #expect(sent.contains(#/<handshake>[0-9a-f]{40}</handshake>/#))
        #expect(pair.initiating.stream.isReady && pair.receiving.stream.isReady)
    }

    @Test func `a component goes on at once, even if its server states a version`() throws {
        var driver = try ReadyStream.component.pair().initiating
        driver.begin()
        driver.receive(
            "<stream:stream from='bots.example.com' id='1' version='1.0' xmlns='jabber:component:accept' "
                + "xmlns:stream='http://etherx.jabber.org/streams'>")
        #expect(driver.takeSentText().contains("<handshake>"))
    }

    struct Refusal: Sendable {
        let header: String
        let condition: String
    }

    @Test(
        "XEP0114-3-3, XEP0114-3-4, XEP0114-3-5: a header that cannot be served is answered by a header, an error, the end",
        arguments: [
            Refusal(header: "xmlns='jabber:component:accept' to='other.example.com'", condition: "host-unknown"),
            Refusal(header: "xmlns='jabber:component:accept'", condition: "host-unknown"),
            Refusal(header: "xmlns='jabber:server' to='bots.example.com'", condition: "invalid-namespace"),
            Refusal(header: "xmlns='urn:example:other' to='bots.example.com'", condition: "invalid-namespace"),
        ])
    func refusals(_ row: Refusal) throws {
        var driver = try ReadyStream.component.pair().receiving
        driver.begin()
        driver.receive("<stream:stream \(row.header) xmlns:stream='http://etherx.jabber.org/streams'>")
        let sent = String(decoding: driver.sent, as: UTF8.self)
        #expect(sent.contains("<stream:stream ") && sent.contains("<\(row.condition) "), "\(sent)")
        #expect(sent.hasSuffix("</stream:stream>") && driver.hasClosedTransport)
    }

    @Test("XEP0114-3-7: a wrong hash ends the stream, and the transport with it") func wrongSecret() throws {
        var pair = try ReadyStream.component.pair(receiving: {
            $0.features = [ComponentHandshakeFeature(verifyingBy: .secret(Secret("another")))]
        })
        pair.run()
        #expect(pair.receiving.violation == .notAuthorized && pair.receiving.hasClosedTransport)
        guard case .peerError(let error) = pair.initiating.end else { throw NoError() }
        #expect(error.condition == .notAuthorized)
    }

    @Test("XEP0114-3-9: no stanza goes out before the handshake is answered") func noEarlyStanza() throws {
        var driver = try ReadyStream.component.pair().initiating
        driver.begin()
        let message = try Fixtures.message(from: "a@bots.example.com")
        driver.call { (stream) throws(StreamMisuse) in try stream.send(message) }
        driver.receive(
            "<stream:stream xmlns='jabber:component:accept' from='bots.example.com' id='1' "
                + "xmlns:stream='http://etherx.jabber.org/streams'>")
        #expect(!driver.takeSentText().contains("<message"))
        driver.receive("<handshake/>")
        #expect(driver.takeSentText().hasPrefix("<message"))
        #expect(driver.misuses == [])
    }

    private struct NoError: Error {}
}
