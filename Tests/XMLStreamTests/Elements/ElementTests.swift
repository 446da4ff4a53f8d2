import Testing

@testable import XMLStream

@Suite struct ElementTests {
    @Test func `names compare as integers where the table has them, and as bytes where it does not`() throws {
        let stanza = try Element.stanza("<message><x xmlns='urn:made:up'/><tune xmlns='urn:xmpp:sm:3'/></message>")
        #expect(stanza.isNamed(.message, in: .jabberClient))
        #expect(!stanza.isNamed(.message, in: .jabberServer))
        #expect(stanza.localName == .message && stanza.namespaceName == .jabberClient)
        let child = try #require(stanza.child("x", in: "urn:made:up"))
        #expect(child.namespaceName == nil && child.namespace == "urn:made:up")
        #expect(stanza.child("x", in: "urn:made") == nil && stanza.child("x", in: "") == nil)
    }

    @Test(arguments: [1, 2, 3, 7, 64, .max])
    func `a child is found by its name and namespace, its text is joined and final`(_ chunk: Int) throws {
        let text = StreamFixture.text(
            "<message to=\"x&apos;y\"><body>a &lt; b<![CDATA[ & <c>]]>\r\nd</body><b/><body>no</body></message>")
        let stanza = try #require(try StreamFixture(text, chunk: chunk).elements.first)
        #expect(stanza.attribute(.to) == "x'y")
        #expect(stanza.attribute(.to, equals: "x'y") && !stanza.attribute(.to, equals: "x"))
        #expect(stanza.withAttribute(.to) { $0.byteCount } == 3)
        #expect(stanza.child(.body)?.text == "a < b & <c>\nd")
        #expect(stanza.children.map(\.name) == ["body", "b", "body"])
        #expect(!stanza.hasText && stanza.child(.body)?.hasText == true)
    }

    @Test("XML-2.12-1: xml:lang is inherited, and empty resets it")
    func language() throws {
        let stanza = try Element.stanza(
            "<message xml:lang='de'><a/><b xml:lang=''><c/></b><d xml:lang='fr'/><e/></message>")
        #expect(stanza.children.map(\.language) == ["de", "", "fr", "de"])
        #expect(stanza.children.map(\.declaredLanguage) == [nil, "", "fr", nil])
        #expect(stanza.child("b", in: "jabber:client")?.children.first { _ in true }?.language == "")
        #expect(try Element.stanza("<iq/>").language == nil)
    }

    @Test("XMLIMPL-16-1: a header keeps unknown attributes and namespaces")
    func header() throws {
        let text =
            "<s:stream xmlns:s='http://etherx.jabber.org/streams' xmlns='jabber:client' q:z='1' y='2' xmlns:q='urn:q' />"
        for chunk in [1, 5, .max] {
            let stream = try StreamFixture(text, chunk: chunk)
            let header = try #require(stream.header)
            #expect(header.isNamed(.stream, in: .streams) && stream.isClosed)
            #expect(header.attribute("z", in: "urn:q") == "1" && header.attribute("y") == "2")
            #expect(header.namespaceDeclarations.map(\.prefix) == ["s", "", "q"])
            #expect(header.attributes.count == 2)
        }
    }

    static let equal = [
        ("<a x='1' y='2'/>", "<a  y=\"2\" x='1'></a>"),
        ("<a>x&amp;y</a>", "<a>x<![CDATA[&]]>y</a>"),
        ("<p:a xmlns:p='jabber:client'/>", "<a/>"),
        ("<a><b xmlns='urn:q'/></a>", "<a><q:b xmlns:q='urn:q'/></a>"),
        ("<a q:z='1' xmlns:q='urn:q'/>", "<a r:z='1' xmlns:r='urn:q'/>"),
        ("<a x='&#10;'/>", "<a x='&#xA;'/>"),
    ]

    @Test(arguments: equal)
    func `elements with the same canonical events are equal and hash alike`(_ left: String, _ right: String) throws {
        let (left, right) = (try Element.stanza(left), try Element.stanza(right))
        #expect(left == right && left.hashValue == right.hashValue)
    }

    static let different = [
        ("<a x='1'/>", "<a x='2'/>"), ("<a/>", "<b/>"), ("<a/>", "<a xmlns='urn:q'/>"), ("<a/>", "<a> </a>"),
        ("<a><b/><c/></a>", "<a><c/><b/></a>"), ("<a><b/>x</a>", "<a>x<b/></a>"),
        ("<a x='1'/>", "<a q:x='1' xmlns:q='u'/>"),
        ("<a x='\u{E9}'/>", "<a x='e\u{301}'/>"), ("<a><b><c/></b></a>", "<a><b/><c/></a>"),
    ]

    @Test(arguments: different)
    func `elements with other canonical events are not`(_ left: String, _ right: String) throws {
        #expect(try Element.stanza(left) != Element.stanza(right))
    }

    @Test func `a stamped attribute shows in the element and in no copy of it`() throws {
        let original = try Element.stanza("<message from='a' id='1'><body>x</body></message>")
        var stamped = original
        try stamped.setAttribute(.from, to: "b/\"'<&>\n")
        try stamped.setAttribute(.id, to: nil)
        try stamped.setLanguage("en")
        #expect(stamped.attribute(.from) == "b/\"'<&>\n" && stamped.attribute(.id) == nil)
        #expect(stamped.language == "en" && stamped.attributes.count == 2)
        #expect(original.attribute(.from) == "a" && original != stamped)
        #expect(try Element.stanza(stamped.description) == stamped)
        #expect(throws: XMLContentError(.character)) { try stamped.setAttribute(.to, to: "\u{1}") }
        #expect(throws: XMLContentError(.name)) { try stamped.setAttribute(.xmlns, to: "urn:q") }
    }

    @Test func `a compacted copy keeps its own bytes only`() throws {
        let long = String(repeating: "x", count: 10_000)
        let stanza = try Element.stanza(
            "<message q:z='1' xmlns:q='urn:q'><body>\(long)</body><q:tiny a='b'/></message>")
        let child = try #require(stanza.child("tiny", in: "urn:q"))
        #expect(child.storedByteCount > 10_000)
        let copy = child.compacted()
        #expect(copy == child && copy.storedByteCount < 100)
    }

    @Test func `an element whose namespace is not in the table is read like any other`() throws {
        for chunk in [1, 9, .max] {
            let stream = try StreamFixture(
                "<r xmlns='urn:one:made:up' id='7'><thing n='1'>x<p:in xmlns:p='urn:two'/></thing></r>", chunk: chunk)
            #expect(stream.header?.name == "r" && stream.header?.attribute(.id) == "7")
            let thing = try #require(stream.elements.first)
            #expect(thing.isNamed("thing", in: "urn:one:made:up") && thing.attribute("n") == "1" && thing.text == "x")
            #expect(thing.child("in", in: "urn:two") != nil)
        }
    }
}
