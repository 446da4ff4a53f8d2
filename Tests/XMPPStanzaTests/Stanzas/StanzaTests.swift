import CorpusFiles
import Testing
import XMLStream
import XMPPAddress
import XMPPStanza

@Suite struct StanzaTests {
    static let contents = ["jabber:client", "jabber:server", "jabber:component:accept"]

    @Test(
        "RFC6120-8-1, RFC6120-8.3.2-7, RFC6120-4.9.3.24-1: there are three kinds of stanza, in each content namespace, and nothing else is one",
        arguments: contents)
    func kinds(_ namespace: String) throws {
        guard case .message = AnyStanza(try Element(xml: "<message/>", in: namespace)),
            case .presence = AnyStanza(try Element(xml: "<presence/>", in: namespace)),
            case .iq = AnyStanza(try Element(xml: "<iq/>", in: namespace))
        else { return #expect(Bool(false), "not the right kinds") }
        for other in ["<foo/>", "<Message/>", "<message xmlns=''/>", "<iq xmlns='urn:q'/>", "<body/>"] {
            let element = try Element(xml: other, in: namespace)
            #expect(AnyStanza(element) == nil && !AnyStanza.isStanza(element))
        }
    }

    @Test("RFC6120-8.1.1.1-4, RFC6120-8.1.2.1-6: without to and from a stanza is for oneself, from one's account")
    func defaults() throws {
        let own = try #require(JID("juliet@example.com/balcony"))
        let bare = try #require(Message(try .client("<message/>")))
        #expect(try bare.to == nil && bare.from == nil)
        #expect(try bare.recipient(own: own) == own && bare.sender(own: own) == own.bare)
        let full = try #require(Message(try .client("<message to='a.example' from='b.example/c'/>")))
        #expect(try full.recipient(own: own) == JID("a.example") && full.sender(own: own) == JID("b.example/c"))
    }

    @Test("RFC6120-8.1.5-3, RFC6120-4.7.4-7: the language is the stanza's own, else that of the stream")
    func language() throws {
        let own = try #require(
            Message(
                try .client("<message xml:lang='de'><body>a</body><body xml:lang='fr'>b</body></message>"),
                inheriting: "en"))
        #expect(own.language == "de" && own.bodies["DE"] == "a" && own.bodies["fr"] == "b" && own.bodies["en"] == nil)
        let stream = try #require(Message(try .client("<message><body>a</body></message>"), inheriting: "en"))
        #expect(stream.language == "en" && stream.bodies.map(\.language) == ["en"])
        #expect(try #require(Message(try .client("<message/>"))).language == nil)
    }

    @Test(
        "RFC6120-8.1.5-2, RFC6120-4.7.4-8, RFC6120-4.7.4-9, RFC6120-8.1.5-4: the stream's language is written in where there is none, and none is changed"
    )
    func stampedLanguage() throws {
        var message = try #require(Message(try .client("<message/>"), inheriting: "en"))
        message.stampLanguage()
        #expect(message.element.declaredLanguage == "en")
        for other in ["en_US", "", "a b"] {
            var message = try #require(Message(try .client("<message/>"), inheriting: other))
            message.stampLanguage()
            #expect(message.element.declaredLanguage == nil)
        }
        for own in ["de", ""] {
            var message = try #require(Message(try .client("<message xml:lang='\(own)'/>"), inheriting: "en"))
            message.stampLanguage()
            #expect(message.element.declaredLanguage == own)
        }
    }

    @Test("RFC6120-8.4-3, RFC6120-8.4-2: a prefix is nothing but a prefix")
    func prefixes() throws {
        let plain = try Element(xml: "<message xmlns='jabber:client'><body>a</body><x xmlns='urn:x'/></message>")
        let prefixed = try Element(
            xml: "<c:message xmlns:c='jabber:client' xmlns:y='urn:x'><c:body>a</c:body><y:x/></c:message>")
        #expect(Message(plain) == Message(prefixed) && Message(prefixed)?.body == "a")
        #expect(Message(prefixed)?.payload("x", in: "urn:x")?.name == "x")
    }

    @Test("RFC6120-8.4-4, RFC6120-8.4-6, RFC6120-8.4-7: what is not understood changes nothing about what is")
    func unknownParts() throws {
        let presence = try #require(
            Presence(
                try .client(
                    "<presence huh='1' xmlns:p='urn:p' p:type='error'><away xmlns='urn:x'/><show xmlns='urn:x'>dnd</show><show>xa</show><huh/></presence>"
                )))
        #expect(try presence.type == .available && presence.show == .extendedAway)
        #expect(presence.payloads.map(\.name) == ["away", "show"])
    }

    @Test("RFC6120-8.4-9, RFC6120-8.4-10, RFC6120-8.1.1.1-3: a stanza with unknown children goes on unmodified")
    func relay() throws {
        let xml = "<message to='a@b.example'><huh xmlns='urn:x' y='1'>a &amp; b</huh></message>"
        let message = try #require(Message(try .client(xml), inheriting: "en"))
        var writer = XMLWriter()
        try writer.open(RootTag(.stream, in: .streams, prefix: "stream", contentNamespace: .jabberClient))
        writer.drain { $0.byteCount }
        try writer.writeVerbatim(message.element)
        var text = ""
        writer.drain { span in
            text = String(
                decoding: (0..<span.byteCount).map { unsafe span.unsafeLoad(fromByteOffset: $0, as: UInt8.self) },
                as: UTF8.self)
            return span.byteCount
        }
        #expect(text == xml)
    }

    @Test("RFC6120-8-2: nothing of a stanza is told before its end")
    func partial() throws {
        let text =
            "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'><message><body>a</body></message>"
        for count in 0..<text.utf8.count { #expect(StreamEvents(String(text.prefix(count))).elements.isEmpty) }
        #expect(StreamEvents(text).elements.count == 1)
    }

    @Test func `an id is read, compared and lent`() throws {
        for id in ["", "a", "a&b'\"", String(repeating: "x", count: 5000)] {
            var element = try Element.client("<iq/>")
            try element.setAttribute(.id, to: id)
            let iq = try #require(IQ(element.compacted()))
            #expect(iq.id == id && iq.hasID(id) && !iq.hasID(id + "x") && iq.withID { $0.byteCount } == id.utf8.count)
        }
        let none = try #require(IQ(try .client("<iq/>")))
        #expect(none.id == nil && !none.hasID("") && none.withID { $0.byteCount } == nil)
    }

    @Test("RFC6120-8.3.1-4, RFC6120-8.3.1-6: the error of a stanza is read, whatever else is in it or missing")
    func error() throws {
        let full = try #require(
            Message(
                try .client(
                    "<message type='error' xml:lang='de'><body>x</body><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>nein</text></error></message>"
                )))
        #expect(full.error?.condition == .forbidden && full.error?.texts == [LocalizedText("nein", language: "de")])
        let empty = try #require(Presence(try .client("<presence type='error'/>")))
        #expect(empty.error?.condition == .undefinedCondition)
        #expect(try #require(IQ(try .client("<iq type='set'><error/></iq>"))).error == nil)
    }
}
