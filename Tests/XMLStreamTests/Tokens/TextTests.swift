import Testing
import XMLStream

@Suite struct TextTests {
    @Test(
        "XML-2.4-1: < never stands in text or values",
        arguments: [
            Row.fault("<a b='x‸<y'/>"), .fault("<a b=\"‸<\"/>"), .fault("<a xmlns='‸<'/>"), .fault("<a>x<‸ y</a>"),
            .fault("<a><‸1</a>"), .fault("<a><‸<b/></a>"), .fault("<a><‸></a>"), .fault("<a><‸=</a>"),
        ])
    func lessThan(_ row: Row) { expect(row) }

    @Test(
        "XML-2.4-2: & begins a reference and stands nowhere else",
        arguments: [
            Row.fault("<a>x &‸ y</a>"), .fault("<a>&‸;</a>"), .fault("<a b='&‸ '/>"), .fault("<a b='&‸'/>"),
            .fault("<a>&‸&amp;</a>"), .fault("<a>&amp‸ ;</a>"), .fault("<a>&am‸</a>"), .fault("<a b='&lt‸'/>"),
            .fault("<a>&‸1;</a>"), .fault("<a>&‸-;</a>"), .fault("<a>&a‸⟦C3 97⟧;</a>"),
        ])
    func ampersand(_ row: Row) { expect(row) }

    @Test(
        "XML-2.4-3: ]]> never occurs in character data, however it is cut",
        arguments: [
            Row.fault("<a>]]‸></a>"), .fault("<a>x]]‸>y</a>"), .fault("<a>]]]‸></a>"), .fault("<a>x]]]]‸></a>"),
            .events("<a>]] ></a>", "START\t{}a\nTEXT\t]] >\nEND\t{}a\n"),
            .events("<a>]></a>", "START\t{}a\nTEXT\t]>\nEND\t{}a\n"),
            .events("<a>]]</a>", "START\t{}a\nTEXT\t]]\nEND\t{}a\n"),
            // A reference, a section or a tag stands between the brackets and the sign.
            .events("<a>]]&gt;</a>", "START\t{}a\nTEXT\t]]>\nEND\t{}a\n"),
            .events("<a>]]<![CDATA[>]]></a>", "START\t{}a\nTEXT\t]]>\nEND\t{}a\n"),
            .events("<a><![CDATA[]]]]>></a>", "START\t{}a\nTEXT\t]]>\nEND\t{}a\n"),
            .events("<a>]]<b/>></a>", "START\t{}a\nTEXT\t]]\nSTART\t{}b\nEND\t{}b\nTEXT\t>\nEND\t{}a\n"),
            .events("<a>]]<![CDATA[x]]>></a>", "START\t{}a\nTEXT\t]]x>\nEND\t{}a\n"),
            .events("<a>]]<![CDATA[]]>></a>", "START\t{}a\nTEXT\t]]>\nEND\t{}a\n"),
            .events("<a>]<b></b>]></a>", "START\t{}a\nTEXT\t]\nSTART\t{}b\nEND\t{}b\nTEXT\t]>\nEND\t{}a\n"),
            .events("<a>]&#93;></a>", "START\t{}a\nTEXT\t]]>\nEND\t{}a\n"),
            .events("<a>]\n]></a>", "START\t{}a\nTEXT\t]\\n]>\nEND\t{}a\n"),
            .events("<a>]\r]></a>", "START\t{}a\nTEXT\t]\\n]>\nEND\t{}a\n"),
            .events("<a b=']]>'/>", "START\t{}a\t{}b=]]>\nEND\t{}a\n"),
        ])
    func sectionEnd(_ row: Row) { expect(row) }

    @Test(
        "XML-2.4-4: > alone is legal in text and values",
        arguments: [
            Row.events("<a b='>'>></a>", "START\t{}a\t{}b=>\nTEXT\t>\nEND\t{}a\n"),
            .events("<a b=\"x>y\">x > y>></a>", "START\t{}a\t{}b=x>y\nTEXT\tx > y>>\nEND\t{}a\n"),
        ])
    func greaterThan(_ row: Row) { expect(row) }

    @Test(
        "XML-2.7-1: a CDATA section is text",
        arguments: [
            Row.same("<a><![CDATA[<b>&amp;</b>]]></a>", as: "<a>&lt;b>&amp;amp;&lt;/b></a>"),
            .same("<a>x<![CDATA[y]]>z</a>", as: "<a>xyz</a>"), .same("<a><![CDATA[]]></a>", as: "<a></a>"),
            .same("<a><![CDATA[x]]><![CDATA[y]]></a>", as: "<a>xy</a>"),
            .same("<a><![CDATA[\r\n\r]]></a>", as: "<a>\n\n</a>"), .same("<a><![CDATA[\r]]>\n</a>", as: "<a>\n\n</a>"),
            .same("<a><b/><![CDATA[ ]]></a>", as: "<a><b/> </a>"),
        ])
    func sections(_ row: Row) { expect(row) }

    @Test(
        "XML-2.7-2: a CDATA section ends at its first ]]>",
        arguments: [
            Row.events("<a><![CDATA[]]]></a>", "START\t{}a\nTEXT\t]\nEND\t{}a\n"),
            .events("<a><![CDATA[]]]]></a>", "START\t{}a\nTEXT\t]]\nEND\t{}a\n"),
            .events("<a><![CDATA[]] >]]></a>", "START\t{}a\nTEXT\t]] >\nEND\t{}a\n"),
            .events("<a><![CDATA[x]>]]></a>", "START\t{}a\nTEXT\tx]>\nEND\t{}a\n"),
            .events("<a><![CDATA[<![CDATA[]]></a>", "START\t{}a\nTEXT\t<![CDATA[\nEND\t{}a\n"),
            .fault("<a><![CDATA[x]]>]]‸></a>"),
        ])
    func sectionEnds(_ row: Row) { expect(row) }

    @Test(
        "XML-2.7-3: a CDATA section stands inside the root only, and spells itself in capitals",
        arguments: [
            Row.fault("<!‸[CDATA[x]]><a/>"), .fault("<a/><!‸[CDATA[ ]]>"), .fault("<a b='‸<![CDATA[x]]>'/>"),
            .fault("<a><![‸cdata[x]]></a>"), .fault("<a><!‸ [CDATA[x]]></a>"), .fault("<a><![CDATA‸ [x]]></a>"),
            .fault("<a ‸<![CDATA[x]]>/>"),
        ])
    func sectionsElsewhere(_ row: Row) { expect(row) }

    @Test(
        "XML-2.11-1: CR LF and CR become LF, also when a chunk ends between them",
        arguments: [
            Row.events("<a>\r\n</a>", "START\t{}a\nTEXT\t\\n\nEND\t{}a\n"),
            .events("<a>x\ry\r\nz\n</a>", "START\t{}a\nTEXT\tx\\ny\\nz\\n\nEND\t{}a\n"),
            .events("<a>\r\r\n\n\r</a>", "START\t{}a\nTEXT\t\\n\\n\\n\\n\nEND\t{}a\n"),
            .events("<a>\r<b/>\n</a>", "START\t{}a\nTEXT\t\\n\nSTART\t{}b\nEND\t{}b\nTEXT\t\\n\nEND\t{}a\n"),
            .events("<a>\r&#10;</a>", "START\t{}a\nTEXT\t\\n\\n\nEND\t{}a\n"),
            .events("<a>\r<![CDATA[\n]]></a>", "START\t{}a\nTEXT\t\\n\\n\nEND\t{}a\n"),
            .events("<a\r\nb='1'\r/>", "START\t{}a\t{}b=1\nEND\t{}a\n"),
        ])
    func lineEnds(_ row: Row) { expect(row) }

    @Test(
        "XML-2.11-2: a reference to CR stays CR",
        arguments: [
            Row.events("<a b='&#13;'>&#13;&#xD;\n</a>", "START\t{}a\t{}b=\\r\nTEXT\t\\r\\r\\n\nEND\t{}a\n"),
            .events("<a>&#13;&#10;</a>", "START\t{}a\nTEXT\t\\r\\n\nEND\t{}a\n"),
        ])
    func carriageReturns(_ row: Row) { expect(row) }

    @Test(
        "XML-2.10-1: xml:space is an ordinary attribute, and white space is kept without it",
        arguments: [
            Row.events(
                "<a xml:space='default'> <b>  \t\n</b> </a>",
                "START\t{}a\t{http://www.w3.org/XML/1998/namespace}space=default\nTEXT\t \nSTART\t{}b\n"
                    + "TEXT\t  \\t\\n\nEND\t{}b\nTEXT\t \nEND\t{}a\n"),
            .accepted("<a xml:space='neither'/>"),
        ])
    func space(_ row: Row) { expect(row) }
}
