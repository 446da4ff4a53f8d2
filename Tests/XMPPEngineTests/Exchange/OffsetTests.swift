import Testing
import XMPPAddress
import XMPPEngine
import XMPPNegotiation
import XMPPStanza
import XMPPTestKit

@Suite struct OffsetTests {
    @Test func `a fault in a stanza is told at its end, wherever the bytes are cut`() throws {
        let before = "<message from='romeo@example.net'><body>one</body></message> <presence/>"
        let fault = "<unheard xmlns='jabber:client'><of/></unheard>"
        let bytes = Array((before + fault + "<message><body>two</body></message>").utf8)
        var offsets: Set<Int64?> = []
        for cut in 0...bytes.count {
            var pair = try ClientAndServer().pair
            pair.run()
            try #require(pair.initiating.established != nil)
            let start = pair.receiving.sent.count
            pair.initiating.receive(Array(bytes[..<cut]))
            if !pair.initiating.stream.isOver { pair.initiating.receive(Array(bytes[cut...])) }
            guard case .violation(let violation)? = pair.initiating.end else {
                Issue.record("no violation at cut \(cut)")
                continue
            }
            #expect(violation.condition == .unsupportedStanzaType)
            #expect(pair.initiating.stanzas.count == 2)
            offsets.insert(violation.byteOffset.map { $0 - Int64(start) })
        }
        #expect(offsets == [Int64((before + fault).utf8.count)])
    }

    @Test func `a client's stanzas are stamped with its address, and all that is stamped alike is equal`() throws {
        var pair = try ClientAndServer().pair
        pair.run()
        let address = try #require(pair.receiving.established?.facts.address)
        pair.receiving.receive(
            "<message to='romeo@example.net'/><message from='\(address)'/><presence/><presence type='unavailable'/>"
                + "<presence to='Romeo@Example.NET' type='subscribe'/><iq type='get' id='1'><a xmlns='b'/></iq>")
        #expect(pair.receiving.stanzas.count == 6)
        for stanza in pair.receiving.stanzas {
            let isSubscription = stanza.element.attribute(.type, equals: "subscribe")
            #expect(try stanza.stanza.from == (isSubscription ? address.bare : address))
        }
    }
}
