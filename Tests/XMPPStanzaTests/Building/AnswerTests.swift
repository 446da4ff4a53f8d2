import Testing
import XMLStream
import XMPPAddress
import XMPPStanza

@Suite struct AnswerTests {
    @Test(
        "RFC6120-8.1.3-2, RFC6120-8.2.3-3, RFC6120-8.2.3-8, RFC6120-8.3.1-2, RFC6120-8.3.1-3, RFC6120-8.3.1-9: a result and an error have the addresses swapped and the id kept, whatever it is",
        arguments: ["1", "", "a&b<'\">\n", String(repeating: "x", count: 3000)], ContentNamespace.allCases)
    func answers(_ id: String, _ content: ContentNamespace) throws {
        let (to, from) = (JID("example.com"), JID("juliet@example.com/balcony"))
        let request = try IQ(.set, to: to, from: from, id: id, in: content) { $0.payload(Roster()) }
        let result = try #require(try request.result(Roster(version: "v")))
        #expect(try result.type == .result && result.to == from && result.from == to && result.hasID(id))
        #expect(try result.payload(Roster.self)?.version == "v" && result.contentNamespace == content)
        #expect(try request.result()?.payload == nil)
        let error = try #require(try request.error(StanzaError(.itemNotFound)))
        #expect(try error.type == .error && error.to == from && error.from == to && error.hasID(id))
        #expect(error.error == StanzaError(.itemNotFound) && error.element.children.map(\.name) == ["error"])
        try error.check()
    }

    @Test(
        "RFC6120-8.2.3-4, RFC6120-8.3.1-8: a result or an error is never answered",
        arguments: [
            "<iq type='result' id='1'/>", "<iq type='error' id='1'><error/></iq>",
            "<iq type='get'><a xmlns='urn:a'/></iq>",
        ])
    func noAnswer(_ xml: String) throws {
        let iq = try #require(IQ(try .client(xml)))
        #expect(try iq.result() == nil && iq.error(StanzaError(.badRequest)) == nil && !iq.isAnswerable)
        let message = try #require(Message(try .client("<message type='error' from='a.example'/>")))
        #expect(try message.error(StanzaError(.badRequest)) == nil && message.reply { $0.body("x") } == nil)
        let presence = try #require(Presence(try .client("<presence type='error'/>")))
        #expect(try presence.error(StanzaError(.badRequest)) == nil)
    }

    @Test("RFC6120-8.2.3-1: an iq of no known type is answered with bad-request, and not with a result")
    func unknownType() throws {
        let iq = try #require(IQ(try .client("<iq type='foo' id='1' from='a.example'/>")))
        #expect(try iq.result() == nil)
        #expect(try iq.error(StanzaError(.badRequest))?.error?.condition == .badRequest)
    }

    @Test("RFC6120-8.3.1-10: an error about a message or presence has an id where the stanza had one")
    func errorIDs() throws {
        for id in ["", " id='7'"] {
            let presence = try #require(Presence(try .client("<presence\(id)/>")))
            let message = try #require(Message(try .client("<message\(id)/>")))
            #expect(try presence.error(StanzaError(.forbidden))?.id == presence.id)
            #expect(try message.error(StanzaError(.forbidden))?.id == message.id)
        }
    }

    @Test("RFC6120-8.3.1-7: what the stanza held is returned only where that is asked for")
    func quoting() throws {
        let message = try #require(Message(try .client("<message id='1'><body>x</body><a xmlns='urn:a'/></message>")))
        #expect(try message.error(StanzaError(.forbidden))?.element.children.map(\.name) == ["error"])
        let quoted = try #require(try message.error(StanzaError(.forbidden), quoting: true))
        #expect(quoted.element.children.map(\.name) == ["body", "a", "error"] && quoted.body == "x")
        // What was no body is none in the answer.
        let other = try #require(Message(try .client("<message><body xmlns=''>x</body><a xmlns='urn:a'/></message>")))
        let answer = try #require(try other.error(StanzaError(.forbidden), quoting: true))
        #expect(answer.element.children.map(\.name) == ["a", "error"] && answer.body == nil)
    }

    @Test(
        "a reply goes back with type, thread and id, or an id of its own; one to a room goes to all in it",
        arguments: [("chat", "c@d.example/e"), ("headline", "c@d.example/e"), ("groupchat", "c@d.example")])
    func reply(_ type: String, _ to: String) throws {
        let message = try #require(
            Message(
                try .client(
                    "<message type='\(type)' id='1' to='a@b.example' from='c@d.example/e'><thread parent='p'>t</thread></message>"
                )))
        let reply = try #require(try message.reply { $0.body("x") })
        #expect(try reply.to == JID(to) && reply.from == JID("a@b.example"))
        #expect(reply.type == message.type && reply.thread == message.thread && reply.hasID("1") && reply.body == "x")
        #expect(try message.reply(id: "2") { $0.body("x") }?.id == "2")
    }

    @Test func `an error that cannot be written is refused, not sent`() throws {
        let message = try #require(Message(try .client("<message/>")))
        #expect(throws: XMLContentError.self) { try message.error(StanzaError(.gone, alternateAddress: "\u{0}")) }
    }

    @Test(
        "RFC6120-8.3.3.21-1: undefined-condition is written with an application condition, and without: a documented deviation"
    )
    func undefinedCondition() throws {
        #expect(try StanzaError(.undefinedCondition).element().children.map(\.name) == ["undefined-condition"])
        let application = try Element(xml: "<a xmlns='urn:a'/>")
        #expect(
            try StanzaError(.undefinedCondition, applicationCondition: application).element().children.map(\.name) == [
                "undefined-condition", "a",
            ])
    }
}
