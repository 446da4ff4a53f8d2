import Testing
import XMLStream
import XMPPEngine
import XMPPNegotiation
import XMPPStanza
import XMPPTestKit

/// What a stream that is ready keeps of its negotiation.
@Suite struct SettledStreamTests {
    @Test func `a ready stream knows what its host was told, without channel bindings and plan`() throws {
        var pair = try ClientAndServer().pair
        pair.run()
        let sides = [
            (pair.initiating.stream, try #require(pair.initiating.established)),
            (pair.receiving.stream, try #require(pair.receiving.established)),
        ]
        for (stream, told) in sides {
            var expected = told.facts
            #expect(expected.tls?.bindings.isEmpty == false && !expected.negotiated.isEmpty && !told.plan.rows.isEmpty)
            expected.tls?.bindings = []
            #expect(stream.facts == expected)
            #expect(stream.plan == NegotiationPlan())
        }
    }

    @Test(arguments: [
        ("<iq type='set' id='1'><session xmlns='urn:ietf:params:xml:ns:xmpp-session'/></iq>", true),
        ("<iq type='set' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>", true),
        ("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'/>", true),
        ("<iq type='get' id='1'><query xmlns='jabber:iq:roster'/></iq>", false),
        ("<iq type='get'><a xmlns='urn:a'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></a></iq>", false),
        ("<iq type='result' id='1'/>", false),
        ("<r xmlns='urn:xmpp:sm:3'/>", false),
        ("<a xmlns='urn:example:a'/>", false),
    ])
    func `an element is for a feature only where its namespace says so`(xml: String, mayBe: Bool) throws {
        let setup = try StreamSetup(try ClientAndServer().server).negotiation
        let text = xml.replacing("<iq ", with: "<iq xmlns='jabber:client' ")
        let element = try Element(xml: text)
        #expect(setup.door.mayTake(element) == mayBe)
        if mayBe { return }
        for feature in setup.features { #expect(!feature.takes(element), "\(feature.key)") }
    }

    @Test(arguments: [true, false])
    func `a request that comes too late is refused, whether others are on offer or not`(hasOthers: Bool) throws {
        var driver = try ReadyStream.serverOfClient.driver {
            if !hasOthers { $0.features.removeAll { $0 is SessionFeature } }
        }
        driver.receive("<iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>")
        let sent = driver.takeSentText()
        #expect(sent.contains("not-allowed") && sent.contains("id='b'"), "\(sent)")
        #expect(driver.stanzas.isEmpty && driver.end == nil)
    }
}
