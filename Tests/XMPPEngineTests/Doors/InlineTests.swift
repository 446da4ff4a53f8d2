import Testing
import XMPPAddress
import XMPPEngine
import XMPPNegotiation
import XMPPTestKit

/// The door that SASL2 and Bind 2 go through: features inside of another.
@Suite struct InlineTests {
    private func pair(
        _ initiator: ColourFeature, _ receiver: ColourFeature, chopping: Chopping = .whole
    ) throws -> ReadyStream.Pair {
        var both = try ClientAndServer(chopping: chopping)
        for path in [\ClientAndServer.client, \.server] { both[keyPath: path].policy.requiresTLS = false }
        both.client.features = [
            CarrierFeature(name: "juliet", inline: [initiator]), initiator, ResourceBindingFeature(),
        ]
        both.server.features = [CarrierFeature(inline: [receiver]), receiver, ResourceBindingFeature()]
        return try both.pair
    }

    @Test(arguments: [Chopping.whole, .pieces(byteCount: 1), .pieces(byteCount: 5)])
    func `a feature goes along inside of another, and both sides know what came of it`(chopping: Chopping) throws {
        var pair = try pair(ColourFeature(wish: "red"), ColourFeature(choice: ["green", "red"]), chopping: chopping)
        pair.run()
        let client = try #require(pair.initiating.established, "\(pair.initiating.notes)")
        let server = try #require(pair.receiving.established)
        #expect(client.facts.custom["colour"] == "red" && server.facts.custom["colour"] == "red")
        #expect(client.facts.address?.bare == JID("juliet@example.com"))
        #expect(client.facts.address == server.facts.address)
        // One header a side: a new list of features came without one.
        #expect(String(decoding: pair.initiating.sent, as: UTF8.self).matches(of: #/<stream:stream/#).count == 1)
        #expect(String(decoding: pair.receiving.sent, as: UTF8.self).matches(of: #/<stream:features/#).count == 2)
        #expect(client.plan.rows.contains { $0.key.name == "colour" && $0.reason == "red, as was said inside" })
    }

    @Test func `what is not taken goes without an answer, and the stream is ready all the same`() throws {
        var pair = try pair(ColourFeature(), ColourFeature(choice: []))
        pair.run()
        #expect(pair.initiating.established?.facts.custom == [:])
        #expect(pair.receiving.established?.facts.custom == [:])
    }

    @Test func `an answer that is none ends the stream`() throws {
        var driver = try pair(ColourFeature(), ColourFeature()).initiating
        driver.begin()
        driver.receive(
            "<stream:stream from='example.com' version='1.0' id='1' xmlns='jabber:client' "
                + "xmlns:stream='http://etherx.jabber.org/streams'><stream:features>"
                + "<carrier xmlns='urn:example:carrier'><colour xmlns='urn:example:colour'/></carrier>"
                + "</stream:features><success xmlns='urn:example:carrier'><colour xmlns='urn:example:colour'/></success>"
        )
        #expect(driver.violation == .badFormat)
        #expect(!driver.stream.facts.isAuthenticated)
    }
}
