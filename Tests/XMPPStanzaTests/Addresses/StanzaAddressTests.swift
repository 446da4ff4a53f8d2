import Testing
import XMLStream
import XMPPAddress
import XMPPStanza

/// Addresses of stanzas: each bad one costs an answer, never the stream.
@Suite struct StanzaAddressTests {
    /// Addresses that are none, of each part.
    static let bad = [
        "", "@", "/", "@example.com", "juliet@", "a@b@c/", "juliet@example.com/", "ju liet@example.com",
        "&quot;@example.com", "\u{2665}@example.com", "a@xn--9.example", "a@b/\u{E000}", "a@\u{5D0}a.example",
        "juliet@-.example", "juliet@example..com", "juliet@" + String(repeating: "a", count: 1024), "a@[::g]/x",
        String(repeating: "a", count: 1024) + "@example.com",
        "juliet@example.com/" + String(repeating: "a", count: 1024),
    ]

    @Test(
        "a bad address is a fault of its stanza, and those around it are read on the same stream", arguments: bad,
        ["to", "from"])
    func badAddress(_ address: String, _ attribute: String) throws {
        let text = """
            <stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' xml:lang='en'>\
            <message from='romeo@example.net/orchard' id='1'><body>a</body></message>\
            <iq type='get' id='2' \(attribute)='\(address)'><ping xmlns='urn:xmpp:ping'/></iq>\
            <presence to='juliet@example.com' id='3'/></stream:stream>
            """
        var stream = ElementStream()
        var scratch = StreamScratch()
        var rest = Array(text.utf8)
        var stanzas: [AnyStanza] = []
        var violations: [StanzaViolation] = []
        var answers: [IQ] = []
        while !rest.isEmpty {
            let progress = try unsafe stream.receive(rest.span.bytes, using: &scratch)
            rest.removeFirst(progress.consumedByteCount)
            guard case .element(let element) = progress.event else { continue }
            let stanza = try #require(AnyStanza(element, inheriting: "en"))
            do throws(StanzaViolation) {
                _ = try stanza.stanza.to
                _ = try stanza.stanza.from
                stanzas.append(stanza)
            } catch {
                violations.append(error)
                if case .iq(let iq) = stanza { answers.append(try #require(try iq.error(for: error))) }
            }
        }
        #expect(stream.isClosed && stanzas.count == 2)
        let violation = try #require(violations.first)
        #expect(violations.count == 1 && violation.code == .address && violation.condition == .jidMalformed)
        #expect(violation.direction?.rawValue == attribute && violation.cause != nil)
        let kept = address.replacing("&quot;", with: "\"")
        #expect(violation.address?.text == kept)
        let answer = try #require(answers.first)
        #expect(answer.hasID("2") && answer.error?.condition == .jidMalformed)
        #expect(answer.element.attribute(attribute == "to" ? .from : .to) == kept)
    }

    @Test func `an address is told as it is, legal or not`() throws {
        let message = try #require(Message(try .client("<message to='Juliet@EXAMPLE.com' from='@'/>")))
        #expect(try message.to == JID("juliet@example.com"))
        #expect(message.address(.to)?.text == "juliet@example.com" && message.address(.from)?.text == "@")
        #expect(message.address(.from)?.jid == nil)
    }

    @Test func `a known address is found by its bytes, and only by those`() throws {
        let own = try #require(JID("juliet@example.com/balcony"))
        let known = KnownAddresses([own, own.bare, own.domain])
        for text in ["juliet@example.com/balcony", "juliet@example.com", "example.com"] {
            let message = try #require(Message(try .client("<message to='\(text)'/>")))
            #expect(try message.jid(.to, knowing: known) == JID(text))
        }
        for text in ["juliet@example.com/Balcony", "Juliet@example.com", "example.co", "example.comm", ""] {
            let message = try #require(Message(try .client("<message to='\(text)'/>")))
            #expect((try? message.jid(.to, knowing: known)) == JID(text))
            #expect(message.element.withAttribute(.to) { known.jid(spelled: $0) } == .some(nil))
        }
    }

    @Test func `addresses are remembered, so many and no more`() throws {
        let own = try #require(JID("example.com"))
        var known = KnownAddresses([own], maximumRecentCount: 2)
        for text in ["a@b.example", "example.com", "a@b.example", "c@d.example", "e@f.example"] {
            let message = try #require(Message(try .client("<message from='\(text)'/>")))
            #expect(try message.jid(.from, remembering: &known) == JID(text))
        }
        func isKnown(_ text: String) throws -> Bool {
            try Element.client("<message from='\(text)'/>").withAttribute(.from) { known.jid(spelled: $0) != nil }
                == true
        }
        #expect(
            try isKnown("example.com") && !isKnown("a@b.example") && isKnown("c@d.example") && isKnown("e@f.example"))
        var none = KnownAddresses(maximumRecentCount: -1)
        none.remember(own)
        #expect(none == KnownAddresses(maximumRecentCount: 0))
    }
}
