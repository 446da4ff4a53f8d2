import Testing
import XMLStream
import XMPPAddress
import XMPPStanza

@Suite struct PayloadTests {
    @Test func `a roster is read and written`() throws {
        let roster = try expectRoundTrip(
            Roster.self,
            """
            <query xmlns='jabber:iq:roster' ver='v7'><item jid='romeo@example.net' name='Romeo' subscription='both'>\
            <group>Friends</group><group>Lovers</group></item><item jid='a.example' ask='subscribe' approved='true'/></query>
            """)
        #expect(roster.version == "v7" && roster.items.map(\.subscription) == [.both, .none])
        #expect(roster.items[0].groups == ["Friends", "Lovers"] && roster.items[1].isApproved)
        try expectRoundTrip(Roster.self, "<query xmlns='jabber:iq:roster'/>")
        try expectRoundTrip(Roster.self, "<query xmlns='jabber:iq:roster' ver=''/>")
    }

    @Test func `what is wrong with a roster is told with the way to it`() throws {
        let good = "<item jid='a.example'/>"
        func roster(_ content: String) -> String { "<query xmlns='jabber:iq:roster'>\(good)\(content)</query>" }
        try expectViolation(Roster.self, roster("<item/>"), .missing, at: "query/item[2]/@jid")
        try expectViolation(Roster.self, roster("<item jid='@'/>"), .value, at: "query/item[2]/@jid")
        try expectViolation(
            Roster.self, roster("<item jid='a' subscription='all'/>"), .value, at: "query/item[2]/@subscription",
            reading: .strict)
        try expectViolation(
            Roster.self, roster("<item jid='a' approved='maybe'/>"), .value, at: "query/item[2]/@approved")
        try expectViolation(Roster.self, "<x xmlns='jabber:iq:roster'/>", .name, at: "x")
        try expectViolation(Roster.self, roster("<x/>"), .unknown, at: "query/x", reading: .strict)
        try expectViolation(Roster.self, roster("x"), .unknown, at: "query/text()", reading: .strict)
        try expectViolation(
            Roster.self, roster("<item jid='a' x='1'/>"), .unknown, at: "query/item[2]/@x", reading: .strict)
        #expect(try Roster(Element(xml: roster("<x/>x<item jid='a' x='1'/>"))).items.count == 2)
    }

    @Test func `a word that is not of the list costs no more than itself`() throws {
        let roster = try Roster(
            Element(xml: "<query xmlns='jabber:iq:roster'><item jid='a' subscription='all' ask='huh'/></query>"))
        #expect(roster.items == [RosterItem(jid: try #require(JID("a")))])
        let form = "<x xmlns='jabber:x:data' type='form'><field var='a' type='colour'><value>1</value></field></x>"
        #expect(try DataForm(Element(xml: form)).fields == [FormField("a", values: ["1"])])
        try expectViolation(DataForm.self, form, .value, at: "x/field[1]/@type", reading: .strict)
    }

    @Test func `a delay is read and written`() throws {
        let delay = try expectRoundTrip(
            Delay.self, "<delay xmlns='urn:xmpp:delay' stamp='2002-09-10T23:08:25Z' from='example.com'>Offline</delay>")
        #expect(delay.stamp == Timestamp(seconds: 1_031_699_305) && delay.reason == "Offline")
        try expectRoundTrip(Delay.self, "<delay xmlns='urn:xmpp:delay' stamp='1969-12-31T23:59:59.5Z'/>")
        try expectViolation(Delay.self, "<delay xmlns='urn:xmpp:delay'/>", .missing, at: "delay/@stamp")
        try expectViolation(Delay.self, "<delay xmlns='urn:xmpp:delay' stamp='now'/>", .value, at: "delay/@stamp")
    }

    @Test func `a form is read and written, with what others added to it`() throws {
        let form = try expectRoundTrip(
            DataForm.self,
            """
            <x xmlns='jabber:x:data' type='form'><title>Bot</title><instructions>Fill in</instructions>\
            <instructions>all</instructions><field var='FORM_TYPE' type='hidden'><value>jabber:bot</value></field>\
            <field var='public' type='boolean' label='Public?'><desc>Yes or no</desc><required/><value>1</value></field>\
            <field type='list-multi' var='features'><value>news</value><value>search</value>\
            <option label='News'><value>news</value></option><option><value>search</value></option></field></x>
            """)
        #expect(form.formType == "jabber:bot" && form["public"]?.boolean == true)
        #expect(form["public"]?.isRequired == true && form["features"]?.options.map(\.value) == ["news", "search"])
        let table = try expectRoundTrip(
            DataForm.self,
            """
            <x xmlns='jabber:x:data' type='result'><reported><field var='name'/></reported>\
            <item><field var='name'><value>a</value></field></item><item><field var='name'/></item></x>
            """)
        #expect(table.columns?.fields.count == 1 && table.rows.map { $0.fields[0].values } == [["a"], []])
        let extended = """
            <x xmlns='jabber:x:data' type='form' y='1'><field var='a'><value>1</value>\
            <validate xmlns='http://jabber.org/protocol/xdata-validate' datatype='xs:int'/></field>\
            <page xmlns='http://jabber.org/protocol/xdata-layout'/></x>
            """
        let kept = try expectRoundTrip(DataForm.self, extended, strict: false)
        #expect(kept.unknown.children.map(\.name) == ["page"] && kept.fields[0].unknown.children.count == 1)
        try expectViolation(DataForm.self, extended, .unknown, at: "x/@y", reading: .strict)
        try expectViolation(DataForm.self, "<x xmlns='jabber:x:data'/>", .missing, at: "x/@type")
        let double = "<x xmlns='jabber:x:data' type='form'><title>a</title><title>b</title></x>"
        try expectViolation(DataForm.self, double, .duplicate, at: "x/title[2]", reading: .strict)
        #expect(try DataForm(Element(xml: double)).title == "a")
        try expectViolation(
            DataForm.self, "<x xmlns='jabber:x:data' type='form'><field var='a'><option/></field></x>", .missing,
            at: "x/field[1]/option[1]/value")
    }

    @Test("S21: a forwarded stanza is reached only where the stanza around it is from somebody believed")
    func forwarded() throws {
        let inner = try #require(
            Message(try .client("<message from='romeo@example.net' to='juliet@example.com'><body>a</body></message>")))
        let own = try #require(JID("juliet@example.com"))
        let payload = Forwarded(inner, delay: Delay(stamp: Timestamp(seconds: 1)))
        #expect(try Forwarded(payload.element(), reading: .strict) == payload)
        for (from, isBelieved) in [
            ("juliet@example.com", true), ("mallory@example.org", false), ("@", false), (nil, true),
        ] as [(String?, Bool)] {
            var outer = try Message(to: own) { $0.payload(payload) }
            try outer.element.setAttribute(.from, to: from)
            let found = try #require(try outer.payload(Forwarded.self))
            #expect(found.delay?.stamp == Timestamp(seconds: 1))
            #expect(found.stanza(in: outer, from: own) == (isBelieved ? .message(inner) : nil))
        }
    }

    @Test func `a payload is found among the children of a stanza`() throws {
        let message = try #require(
            Message(try .client("<message><delay xmlns='urn:xmpp:delay' stamp='2002-09-10T23:08:25Z'/></message>")))
        #expect(try message.payload(Delay.self) != nil)
        #expect(try message.payload(Roster.self) == nil)
        let wrong = try #require(Message(try .client("<message><delay xmlns='urn:xmpp:delay'/></message>")))
        #expect(throws: PayloadViolation(.missing, at: "delay/@stamp")) { try wrong.payload(Delay.self) }
    }

    @Test func `a payload of names that no table has is declared like any other`() throws {
        let note = try expectRoundTrip(
            Note.self,
            "<made-up-note xmlns='urn:made:up' made-up='7' xml:lang='de'><made-up-a>yes</made-up-a><made-up-a>no</made-up-a></made-up-note>"
        )
        #expect(note == Note(number: 7, language: "de", words: [.yes, .no], isUrgent: false))
        try expectViolation(
            Note.self, "<made-up-note xmlns='urn:made:up' made-up='99999999999'/>", .value, at: "made-up-note/@made-up")
        try expectViolation(
            Note.self, "<made-up-note xmlns='urn:made:up' made-up='1'><made-up-a>x</made-up-a></made-up-note>", .value,
            at: "made-up-note/made-up-a[1]")
        #expect(throws: XMLContentError.self) {
            try Note(number: 1, language: "\u{0}", words: [], isUrgent: true).element()
        }
    }

    /// An extension of this test's own.
    struct Note: Payload, Hashable {
        var number: Int32Value
        var language: String?
        var words: [Word]
        var isUrgent: Bool

        enum Word: String, PayloadValue { case yes, no }
        typealias Int32Value = UInt32

        static let name = ElementName("made-up-note", in: "urn:made:up")
        static let format = PayloadFormat<Note>(
            .attribute("made-up", \.number),
            .language(\.language),
            .children("made-up-a", \.words),
            .flag("urgent", \.isUrgent),
            make: Note.init)
    }

    @Test func `a choice among names, and texts by language, are declared in a line each`() throws {
        let vote = try expectRoundTrip(
            Vote.self, "<vote xmlns='urn:made:up'><yes/><why>a</why><why xml:lang='de'>b</why></vote>")
        #expect(vote.answer == .yes && vote.mood == nil && vote.reasons.text(preferring: ["de"]) == "b")
        try expectRoundTrip(Vote.self, "<vote xmlns='urn:made:up'><no/><glad/></vote>")
        try expectViolation(Vote.self, "<vote xmlns='urn:made:up'><yes xmlns='urn:q'/></vote>", .missing, at: "vote/*")
        try expectViolation(
            Vote.self, "<vote xmlns='urn:made:up'><no/><yes/></vote>", .duplicate, at: "vote/yes[2]", reading: .strict)
    }

    /// One that its own children's names tell of.
    struct Vote: Payload, Hashable {
        var answer: Answer
        var mood: Mood?
        var reasons: [LocalizedText]

        enum Answer: String, CaseIterable { case yes, no }
        enum Mood: String, CaseIterable { case glad, sad }

        static let name = ElementName("vote", in: "urn:made:up")
        static let format = PayloadFormat<Vote>(
            .choice(\.answer),
            .choice(\.mood),
            .texts("why", \.reasons),
            make: Vote.init)
    }
}
