import Testing
import XMLStream
import XMPPAddress
import XMPPStanza

@Suite struct BuildingTests {
    let juliet = JID("juliet@example.com/balcony")
    let romeo = JID("romeo@example.net")

    @Test(
        "RFC6120-8.1.1.1-1, RFC6120-8.1.1.1-2, RFC6120-8.1.5-1, RFC6120-8.1.5-5, RFC6120-8.1.2.1-3, RFC6120-8.1.2.1-4: what is built has the attributes that it was given, and no other"
    )
    func attributes() throws {
        let message = try Message(.chat, to: juliet, from: romeo, id: "1", language: "en") {
            $0.body("Art thou not Romeo?")
        }
        let expected = try Element.client(
            "<message to='juliet@example.com/balcony' from='romeo@example.net' id='1' type='chat' xml:lang='en'><body>Art thou not Romeo?</body></message>"
        )
        #expect(message.element == expected)
        #expect(try Presence().element == .client("<presence/>"))
        #expect(
            try IQ(.result, from: JID("example.com"), id: "2").element
                == .client("<iq from='example.com' type='result' id='2'/>"))
    }

    @Test(
        "RFC6120-8.1.3-3: an id stands on a message or presence where one is given: a documented deviation, since the library has no entropy of its own"
    )
    func ids() throws {
        #expect(try Message(id: "a").id == "a" && Message().id == nil && Presence(id: "").id == "")
    }

    @Test func `content of each kind is read back`() throws {
        let message = try Message(.headline, to: romeo, in: .server) {
            $0.subject("s")
            $0.body("a")
            $0.body("b", language: "de")
            $0.thread(MessageThread("t", parent: "p"))
            $0.payload(Delay(stamp: Timestamp(seconds: 0)))
        }
        #expect(message.contentNamespace == .server && message.bodies.map(\.text) == ["a", "b"])
        #expect(
            message.bodies["de"] == "b" && message.subject == "s" && message.thread == MessageThread("t", parent: "p"))
        #expect(try message.payload(Delay.self)?.stamp == Timestamp(seconds: 0))
        let presence = try Presence {
            $0.show(.extendedAway)
            $0.status("s", language: "de")
            $0.priority(-128)
        }
        #expect(try presence.show == .extendedAway && presence.statuses["de"] == "s" && presence.priority == -128)
    }

    @Test(
        "S34: any text comes back as it went in, and what XML forbids is refused",
        arguments: [
            "", "<a>&'\"]]>", " \t\r\n ", "\u{85}\u{2028}\u{10FFFF}\u{FFFD}", "&amp;", "\u{7F}e\u{301}",
            String(repeating: "<", count: 9999),
        ])
    func text(_ text: String) throws {
        var scratch = StanzaScratch()
        let message = try Message(id: text, using: &scratch) { $0.body(text) }
        #expect(
            message.body.map { Array($0.utf8) } == Array(text.utf8)
                && message.id.map { Array($0.utf8) } == Array(text.utf8))
        for bad in ["\u{0}", "\u{1F}", "\u{FFFE}", "\u{FFFF}", "a\u{8}"] {
            #expect(throws: XMLContentError.self) { try Message(using: &scratch) { $0.body(text + bad) } }
            #expect(throws: XMLContentError.self) { try Message(id: bad, using: &scratch) }
        }
        #expect(try Message(using: &scratch) { $0.body("still good") }.body == "still good")
    }

    @Test(
        "RFC6120-8.4-1: an extension is in a namespace of its own",
        arguments: ["<x/>", "<x xmlns='jabber:client'/>", "<x xmlns='jabber:server'/>"])
    func extensionNamespace(_ xml: String) throws {
        let element = try Element(xml: xml)
        #expect(throws: XMLContentError(.namespace)) { try Message { $0.element(element) } }
        #expect(try Message { $0.element(try! Element(xml: "<x xmlns='urn:x'/>")) }.payloads.map(\.name) == ["x"])
    }

    @Test(
        "RFC6120-8.3.1-5, RFC6120-8.2.3-5, RFC6120-8.2.3-6: an iq with a wrong number of children is not built, nor a stanza of type error without its error"
    )
    func structure() throws {
        let ping = try Element(xml: "<ping xmlns='urn:xmpp:ping'/>")
        #expect(throws: XMLContentError.self) { try IQ(.get, id: "1") }
        #expect(throws: XMLContentError.self) {
            try IQ(.set, id: "1") {
                $0.element(ping)
                $0.element(ping)
            }
        }
        #expect(throws: XMLContentError.self) {
            try IQ(.result, id: "1") {
                $0.element(ping)
                $0.element(ping)
            }
        }
        #expect(throws: XMLContentError.self) { try Message(.error) }
        #expect(throws: XMLContentError.self) { try IQ(.error, id: "1") { $0.element(ping) } }
        #expect(try IQ(.get, id: "1") { $0.element(ping) }.payload == ping)
    }

    @Test func `memory given back serves the next stanza`() throws {
        var scratch = StanzaScratch()
        for index in 0..<100 {
            let message = try Message(.chat, to: juliet, id: "\(index)", using: &scratch) { $0.body("\(index)") }
            #expect(message.body == "\(index)")
            scratch.recycle(message)
        }
        let kept = try Message(using: &scratch) { $0.body("kept") }
        scratch.recycle(kept)
        #expect(try Message(using: &scratch) { $0.body("other") }.body == "other" && kept.body == "kept")
    }
}
