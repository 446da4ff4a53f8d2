import FuzzSupport
import Testing
import XMPPEngine
import XMPPNegotiation
import XMPPSASL
import XMPPStanza

/// What a host calls again with, once a stream is over.
@Suite struct CallingAgainTests {
    @Test(
        """
        RFC6120-4.9.3.3-1, RFC6120-4.9.3.3-2: who was thrown off by a conflict does not ask for the same resource again, \
        unlike who lost the transport
        """,
        arguments: [
            (
                "<stream:error><conflict xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error></stream:stream>",
                false
            ),
            ("<stream:error><reset xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error></stream:stream>", true),
            ("</stream:stream>", true),
        ])
    func conflict(_ last: String, _ asksAgain: Bool) throws {
        let first = try ClientAndServer()
        var driver = try ReadyStream.client.driver()
        #expect(driver.stream.facts.address?.resourcepart == "balcony")
        driver.receive(last)
        let end = try #require(driver.end)

        var again = first
        again.client = first.client.callingAgain(after: end)
        var pair = try again.pair
        pair.run()
        #expect(pair.initiating.stream.isReady)
        let resource = try #require(pair.initiating.stream.facts.address?.resourcepart)
        #expect((resource == "balcony") == asksAgain)
        // Later on neither: whoever has the resource has it still.
        #expect(try asksForResource(again.client.callingAgain(after: .transportClosed)) == asksAgain)
    }

    @Test("after a conflict only the resource is given up; after a redirect one more is counted")
    func otherwise() throws {
        var client = try ClientAndServer().client
        client.features.append(
            LegacyAuthenticationFeature(as: try .init(username: "juliet", password: Secret("x"), resource: "balcony")))
        let after = client.callingAgain(after: .peerError(StreamError(.conflict)))
        let given = Set(client.features.map(\.key)).subtracting(after.features.map(\.key))
        #expect(given.map(\.name) == ["auth"])
        #expect(after.redirectCount == 0)
        let other = StreamEnd.redirected(to: try #require(OtherHost(name: "other.example")))
        #expect(client.callingAgain(after: other).redirectCount == 1)
        #expect(try asksForResource(client.callingAgain(after: other)))
    }

    private func asksForResource(_ configuration: StreamConfiguration) throws -> Bool {
        try #require(configuration.features.compactMap { $0 as? ResourceBindingFeature }.first).resource != nil
    }
}
