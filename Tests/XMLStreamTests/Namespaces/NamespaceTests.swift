import FuzzSupport
import Testing
import XMLStream

@Suite struct NamespaceTests {
    static let xml = "http://www.w3.org/XML/1998/namespace"
    static let xmlns = "http://www.w3.org/2000/xmlns/"

    @Test("XMLNS-2-1: the default namespace is for elements, not for attributes") func defaults() {
        expect(
            .events(
                "<a xmlns='u' b='1'><c d='2'/></a>",
                "START\t{u}a\t{}b=1\nSTART\t{u}c\t{}d=2\nEND\t{u}c\nEND\t{u}a\n"))
    }

    @Test("XMLNS-2-2: an empty default namespace undeclares it") func undeclaring() {
        expect(
            .events(
                "<a xmlns='u'><b xmlns=''><c/></b><d/></a>",
                "START\t{u}a\nSTART\t{}b\nSTART\t{}c\nEND\t{}c\nEND\t{}b\nSTART\t{u}d\nEND\t{u}d\nEND\t{u}a\n"))
    }

    @Test(
        "XMLNS-2-3: a prefix cannot be undeclared",
        arguments: [
            Row.fault("<a xmlns:p='‸'/>", .badNamespacePrefix),
            .fault("<a xmlns:p='u'><b xmlns:p=\"‸\"/></a>", .badNamespacePrefix),
        ])
    func emptyBinding(_ row: Row) { expect(row) }

    @Test(
        "XMLNS-3-1: xml stands for its own namespace, which has no other prefix and is no default",
        arguments: [
            Row.accepted("<a xmlns:xml='\(xml)' xml:b='1'/>"), .accepted("<xml:a/>"),
            .events("<a xml:b='1'/>", "START\t{}a\t{\(xml)}b=1\nEND\t{}a\n"),
            .fault("<a xmlns:xml='‸u'/>", .badNamespacePrefix), .fault("<a xmlns:p='‸\(xml)'/>", .badNamespacePrefix),
            .fault("<a xmlns='‸\(xml)'/>", .badNamespacePrefix), .fault("<a xmlns:xml='‸'/>", .badNamespacePrefix),
            .fault("<a xmlns:xml='‸\(xmlns)'/>", .badNamespacePrefix),
        ])
    func prefixXML(_ row: Row) { expect(row) }

    @Test(
        "XMLNS-3-2: xmlns is never declared, and its namespace is never bound",
        arguments: [
            Row.fault("<a xmlns:‸xmlns='u'/>", .badNamespacePrefix),
            .fault("<a xmlns:‸xmlns='\(xmlns)'/>", .badNamespacePrefix),
            .fault("<a xmlns:p='‸\(xmlns)'/>", .badNamespacePrefix),
            .fault("<a xmlns='‸\(xmlns)'/>", .badNamespacePrefix),
        ])
    func prefixXMLNS(_ row: Row) { expect(row) }

    @Test("XMLNS-3-3: no element has the prefix xmlns", arguments: ["<‸xmlns:a/>", "<a><‸xmlns:b></xmlns:b></a>"])
    func elementsInXMLNS(_ input: String) { expect(.fault(input, .badNamespacePrefix)) }

    @Test("XMLNS-3-4: other prefixes that begin with xml are like any other") func reservedWords() {
        expect(
            .events(
                "<xmlfoo:a xmlns:xmlfoo='u' xmlnsx='1' xmlns:XML='v' XML:b='2'/>",
                "START\t{u}a\t{}xmlnsx=1\t{v}b=2\nEND\t{u}a\n"))
    }

    @Test(
        "XMLNS-4-1: a name is one part, or two with a colon between them",
        arguments: [
            Row.fault("<‸:a/>"), .fault("<a:‸/>"), .fault("<a:‸>"), .fault("<a:b‸:c/>"), .fault("<a:‸1/>"),
            .fault("<a:‸:b/>"),
            .fault("<‸:/>"), .fault("<a ‸:b='1'/>"), .fault("<a b:‸='1'/>"), .fault("<a b:c‸:d='1'/>"),
            .fault("<a xmlns:‸='u'/>"), .fault("<a xmlns:a‸:b='u'/>"), .fault("<a xmlns:‸1='u'/>"),
            .fault("<a:‸ b='1'/>"),
        ])
    func qualifiedNames(_ row: Row) { expect(row) }

    @Test(
        "XMLNS-5-1, RFC6120-11.3-4: a prefix is declared on its element or outside it, in any order",
        arguments: [
            Row.events("<p:a xmlns:p='u'/>", "START\t{u}a\nEND\t{u}a\n"),
            .events("<a p:b='1' xmlns:p='u'/>", "START\t{}a\t{u}b=1\nEND\t{}a\n"),
            .events(
                "<a xmlns:p='u'><b><p:c p:d=''/></b></a>",
                "START\t{}a\nSTART\t{}b\nSTART\t{u}c\t{u}d=\nEND\t{u}c\nEND\t{}b\nEND\t{}a\n"),
            .fault("<‸p:a/>", .badNamespacePrefix), .fault("<a ‸p:b='1'/>", .badNamespacePrefix),
            .fault("<a xmlns:p='u'><‸q:b/></a>", .badNamespacePrefix),
            .fault("<a xmlns:P='u' ‸p:b='1'/>", .badNamespacePrefix),
            .fault("<‸ppppppppp:a xmlns:pppppppppp='u'/>", .badNamespacePrefix),
        ])
    func prefixes(_ row: Row) { expect(row) }

    @Test(
        "XMLNS-5-2, S04: a declaration ends with its element",
        arguments: [
            Row.fault("<a><p:b xmlns:p='u'></p:b><‸p:c/></a>", .badNamespacePrefix),
            .fault("<a><b xmlns:p='u'/><c ‸p:d='1'/></a>", .badNamespacePrefix),
            .events(
                "<a><b xmlns='u'/><c/><d xmlns='v'></d><e/></a>",
                "START\t{}a\nSTART\t{u}b\nEND\t{u}b\nSTART\t{}c\nEND\t{}c\nSTART\t{v}d\nEND\t{v}d\nSTART\t{}e\nEND\t{}e\nEND\t{}a\n"
            ),
        ])
    func scopes(_ row: Row) { expect(row) }

    @Test("XMLNS-5-3: an inner declaration hides an outer one until its element ends") func shadowing() {
        expect(
            .events(
                "<p:a xmlns:p='u'><p:b xmlns:p='v'><p:c/></p:b><p:d/></p:a>",
                "START\t{u}a\nSTART\t{v}b\nSTART\t{v}c\nEND\t{v}c\nEND\t{v}b\nSTART\t{u}d\nEND\t{u}d\nEND\t{u}a\n"))
    }

    @Test("XMLNS-5-3, XMLIMPL-14-1: so it is with more declarations than a scope looks through one by one")
    func manyDeclarations() {
        let declared = (0..<40).map { "xmlns:p\($0)='u:\($0)' xmlns:longer-prefix-\($0)='v:\($0)'" }.joined(
            separator: " ")
        let input =
            "<a \(declared)><p7:b xmlns:p7='w'><p7:c longer-prefix-39:d=''/></p7:b><p7:e/><p39:f xmlns:p99='x'/></a>"
        expect(
            .events(
                input,
                "START\t{}a\nSTART\t{w}b\nSTART\t{w}c\t{v:39}d=\nEND\t{w}c\nEND\t{w}b\nSTART\t{u:7}e\nEND\t{u:7}e\n"
                    + "START\t{u:39}f\nEND\t{u:39}f\nEND\t{}a\n"))
        expect(.fault("<a><b \(declared)/><‸p7:c/></a>", .badNamespacePrefix))
        expect(.fault("<a \(declared) xmlns:‸p7='w'/>"))
    }

    @Test(
        "XMLNS-6.3-1, RFC6120-11.3-4: no two attributes of a tag have one namespace and one local name",
        arguments: [
            Row.fault("<a xmlns:p='u' xmlns:q='u' p:b='1' q:‸b='2'/>"),
            .fault("<a p:b='1' q:‸b='2' xmlns:p='u' xmlns:q='u'/>"),
            .fault("<a xmlns:p='u' xmlns:q='&#117;' p:b='' q:‸b=''/>"),
            .fault("<a xmlns:p='jabber:client' xmlns:q='jabber:client' p:id='' q:‸id=''/>"),
        ])
    func duplicates(_ row: Row) { expect(row) }

    @Test(
        "XMLNS-6.3-2: an attribute with a prefix differs from one without",
        arguments: [
            Row.events("<p:a xmlns:p='u' b='1' p:b='2'/>", "START\t{u}a\t{}b=1\t{u}b=2\nEND\t{u}a\n"),
            .events("<a xmlns='u' xmlns:p='u' b='1' p:b='2'/>", "START\t{u}a\t{}b=1\t{u}b=2\nEND\t{u}a\n"),
            .events("<a xmlns:p='u' xmlns:q='v' p:b='1' q:b='2'/>", "START\t{}a\t{u}b=1\t{v}b=2\nEND\t{}a\n"),
            .events("<a lang='1' xml:lang='2'/>", "START\t{}a\t{}lang=1\t{\(xml)}lang=2\nEND\t{}a\n"),
        ])
    func differentAttributes(_ row: Row) { expect(row) }

    @Test(
        "XMLNS-8-1, XMLNS-8-2: namespace names are strings: letter case, slashes and escapes count, sense does not",
        arguments: [
            Row.accepted("<a xmlns:p='http://E/' xmlns:q='http://e/' p:b='1' q:b='2'/>"),
            .accepted("<a xmlns:p='http://e/%7e' xmlns:q='http://e/~' p:b='1' q:b='2'/>"),
            .accepted("<a xmlns:p='u' xmlns:q='u/' p:b='1' q:b='2'/>"),
            .events("<a xmlns='foo'><b xmlns=' '/></a>", "START\t{foo}a\nSTART\t{ }b\nEND\t{ }b\nEND\t{foo}a\n"),
            .events("<a xmlns='JABBER:client'/>", "START\t{JABBER:client}a\nEND\t{JABBER:client}a\n"),
            .events("<a xmlns='../x?y#z'/>", "START\t{../x?y#z}a\nEND\t{../x?y#z}a\n"),
        ])
    func strings(_ row: Row) { expect(row) }

    @Test(
        "S02: a name is a pair: no text in a namespace or a local name makes another pair of it",
        arguments: [
            Row.events("<p:c xmlns:p='a b'/>", "START\t{a b}c\nEND\t{a b}c\n"),
            .events("<p:c xmlns:p='a}b'/>", "START\t{a}b}c\nEND\t{a}b}c\n"),
            .events("<a xmlns:p='u' xmlns:q='u:x' p:x.y='1' q:y='2'/>", "START\t{}a\t{u}x.y=1\t{u:x}y=2\nEND\t{}a\n"),
            // No byte that could part them is a character of XML.
            .fault("<p:c xmlns:p='a‸⟦01⟧b'/>"), .fault("<p:c xmlns:p='a‸⟦00⟧b'/>"), .fault("<p:c xmlns:p='a&#1‸;b'/>"),
            .fault("<p:c xmlns:p='a‸⟦FF⟧b'/>", .unsupportedEncoding),
        ])
    func pairs(_ row: Row) { expect(row) }

    @Test("the ids of namespaces tell what their bytes tell") func ids() throws {
        let input = Array("<a xmlns='jabber:client'><b xmlns='jabber:clienu'/><c xmlns='jabber:clien&#116;'/></a>".utf8)
        var tokenizer = XMLTokenizer()
        var tape = TokenTape()
        var names: [NamespaceName?] = []
        try unsafe tokenizer.receive(input.span.bytes, tape: &tape) { batch in
            for index in 0..<batch.count where batch[index].kind == .start { names.append(batch[index].namespaceName) }
        }
        #expect(names == [.jabberClient, nil, .jabberClient])
    }
}
