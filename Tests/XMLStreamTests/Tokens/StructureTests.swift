import Testing
import XMLStream

@Suite struct StructureTests {
    @Test(
        "XML-2.1-1: a document has one root, and only white space behind it",
        arguments: [
            Row.events("<a/> \t\r\n ", "START\t{}a\nEND\t{}a\n"),
            .fault("<a/>‸x"), .fault("<a></a>‸&#32;"), .fault("<a/><‸b/>"), .fault("<a/><‸/a>"),
            .fault("<a/><!‸[CDATA[ ]]>"),
            .fault("<a/>\n‸⟦00⟧"), .fault("<‸/a>"), .fault("‸x<a/>"), .fault("‸"), .fault(" \n‸"),
        ])
    func oneRoot(_ row: Row) { expect(row) }

    @Test(
        "XML-2.1-2: an end tag repeats the name of its start tag, letter for letter",
        arguments: [
            Row.events("<a><b></b></a>", "START\t{}a\nSTART\t{}b\nEND\t{}b\nEND\t{}a\n"),
            .events("<ab></ab \t\r\n>", "START\t{}ab\nEND\t{}ab\n"),
            .fault("<a></‸b>"), .fault("<a><b></‸a>"), .fault("<a></‸A>"), .fault("<ab></a‸>"), .fault("<a></a‸b>"),
            .fault("<a></a‸/>"), .fault("<a></a ‸b='1'>"), .fault("<abcdefghi></abcdefgh‸j>"),
            .fault("<a⟦C3 A9⟧></a⟦C3⟧‸>"), .fault("<a⟦C3 A9⟧></a⟦C3⟧‸⟦AA⟧>"),
            .fault("<abcdefghijklmnopq></abcdefghijklmnop‸>"), .fault("<abcdefghijklmnopq></abcdefghijklmnopq‸r>"),
            // Two prefixes for one namespace: the names differ all the same.
            .fault("<p:a xmlns:p='u' xmlns:q='u'></‸q:a>"), .fault("<p:a xmlns:p='u' xmlns='u'></‸a>"),
        ])
    func nesting(_ row: Row) { expect(row) }

    @Test(
        "XML-2.1-3: input that ends before the root is closed is refused at its end",
        arguments: [
            Row.fault("<‸"), .fault("<a‸"), .fault("<a ‸"), .fault("<a b‸"), .fault("<a b=‸"), .fault("<a b='‸"),
            .fault("<a b='c‸"), .fault("<a/‸"), .fault("<a>‸"), .fault("<a>x‸"), .fault("<a>&‸"), .fault("<a>&am‸"),
            .fault("<a>&#‸"), .fault("<a>&#x1F60‸"), .fault("<a><!‸"), .fault("<a><![CDA‸"), .fault("<a><![CDATA[x]]‸"),
            .fault("<a></‸"), .fault("<a></a‸"), .fault("<a>⟦F0 9F 98⟧‸"), .fault("<?xml version='1.0'?>‸"),
            .fault("<?xml version='1.‸"), .fault("<a><b/>‸"),
        ])
    func truncation(_ row: Row) { expect(row) }

    @Test(
        "XML-3.1-5: an empty-element tag is a start and an end",
        arguments: [
            Row.same("<a><b/></a>", as: "<a><b></b></a>"), .same("<a x='1'/>", as: "<a x='1'></a>"),
            .same("<a \n/>", as: "<a></a>"),
            .events(
                "<p:a xmlns:p='u' p:b='1'/>",
                "START\t{u}a\t{u}b=1\nEND\t{u}a\n"),
            .fault("<a/‸ >"), .fault("<a /‸b>"),
        ])
    func emptyElements(_ row: Row) { expect(row) }

    @Test(
        "XMLIMPL-15-1: a second declaration, document type or root without a restart is refused",
        arguments: [
            Row.fault("<?xml version='1.0'?><‸?xml version='1.0'?><a/>", .restrictedXML),
            .fault("<a><‸?xml version='1.0'?></a>", .restrictedXML),
            .fault("<a/><‸?xml version='1.0'?><a/>", .restrictedXML), .fault("<a/><!‸DOCTYPE a>", .restrictedXML),
            .fault("<a/><‸a/>"),
        ])
    func second(_ row: Row) { expect(row) }

    @Test("XMLIMPL-16-1: a header keeps attributes and declarations that nobody expects") func richHeader() {
        expect(
            .events(
                "<s:stream xmlns:s='http://etherx.jabber.org/streams' xmlns='jabber:client' xmlns:x='urn:x' x:y='1' z='2'"
                    + " to='a' version='1.0' xml:lang='de'></s:stream>",
                "START\t{http://etherx.jabber.org/streams}stream\t{}to=a\t{}version=1.0\t{}z=2"
                    + "\t{http://www.w3.org/XML/1998/namespace}lang=de\t{urn:x}y=1\n"
                    + "END\t{http://etherx.jabber.org/streams}stream\n"), rules: .stream)
    }

    @Test(
        "RFC6120-4.6.1-1, XMLIMPL-9-1: white space between first-level elements is text at depth one and no fault",
        arguments: [
            Row.events(
                "<a> \r\n<b/>\t</a>",
                "START\t{}a\nTEXT\t \\n\nSTART\t{}b\nEND\t{}b\nTEXT\t\\t\nEND\t{}a\n"),
            .events("<a>&#32;<b/>&#xD;</a>", "START\t{}a\nTEXT\t \nSTART\t{}b\nEND\t{}b\nTEXT\t\\r\nEND\t{}a\n"),
            .events("<a><![CDATA[ \n]]> </a>", "START\t{}a\nTEXT\t \\n \nEND\t{}a\n"),
        ])
    func keepalives(_ row: Row) {
        expect(row)
        expect(row, rules: .stream)
    }

    @Test(
        "XMLIMPL-10-1, RFC6120-11.3-2: other text between first-level elements is bad-format in a stream, at its first byte",
        arguments: [
            Row.fault("<a>‸x<b/></a>", .badFormat), .fault("<a> \n‸x</a>", .badFormat),
            .fault("<a><b/>‸&#65;<b/></a>", .badFormat), .fault("<a><b/> <![CDATA[\n‸x]]></a>", .badFormat),
            .fault("<a>‸é</a>", .badFormat), .fault("<a>‸&lt;</a>", .badFormat), .fault("<a>‸x", .badFormat),
            .fault("<a>‸⟦C2 A0⟧</a>", .badFormat),
        ])
    func textBetweenStanzas(_ row: Row) {
        expect(row, rules: .stream)
        if row.input.hasSuffix(">") { expect(.accepted(row.input.replacing("‸", with: ""))) }
    }
}
