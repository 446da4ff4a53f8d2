import Testing
import XMLStream

@Suite struct ReferenceTests {
    @Test(
        "XML-4.1-1: a character reference is decimal or hexadecimal with a small x, ends with ; and names a Char",
        arguments: [
            Row.events("<a>&#65;&#x41;&#x1F600;&#x1f600;</a>", "START\t{}a\nTEXT\tAA😀😀\nEND\t{}a\n"),
            .events("<a b='&#65;&#x10FFFF;&#xe9;'/>", "START\t{}a\t{}b=A\u{10FFFF}é\nEND\t{}a\n"),
            .fault("<a>&#‸X41;</a>"), .fault("<a>&#65‸ ;</a>"), .fault("<a>&#65‸</a>"), .fault("<a>&#‸;</a>"),
            .fault("<a>&#x‸;</a>"), .fault("<a>&#‸A;</a>"), .fault("<a>&#x4‸G;</a>"), .fault("<a>&#‸-1;</a>"),
            .fault("<a>&#‸+1;</a>"), .fault("<a>&‸ #65;</a>"), .fault("<a b='&#6‸'/>"), .fault("<a>&#6‸.5;</a>"),
            .fault("<a>&#0‸;</a>"), .fault("<a>&#xFFFE‸;</a>"),
        ])
    func numeric(_ row: Row) { expect(row) }

    @Test("XML-4.1-2: leading zeros may be many", arguments: [1, 8, 40, 600])
    func leadingZeros(_ count: Int) {
        let zeros = String(repeating: "0", count: count)
        expect(
            .events("<a b='&#x\(zeros)41;'>&#\(zeros)65;</a>", "START\t{}a\t{}b=A\nTEXT\tA\nEND\t{}a\n"))
        expect(.fault("<a>&#\(zeros)‸;</a>"))
    }

    @Test(
        "XML-4.1-3, S25: a reference beyond U+10FFFF is refused at the digit that passes it and never wraps",
        arguments: [
            Row.fault("<a>&#x11000‸0;</a>"), .fault("<a>&#111411‸2;</a>"), .fault("<a>&#x100000‸041;</a>"),
            .fault("<a>&#429496‸7361;</a>"), .fault("<a b='&#x11000‸0'/>"), .fault("<a b='&#184467‸44073709551681;'/>"),
            .fault("<a>&#x7FFFF‸FFF;</a>"), .fault("<a>&#x100000‸000000041;</a>"),
        ])
    func overflow(_ row: Row) { expect(row) }

    @Test(
        "XML-4.1-4: references stand in content and values only",
        arguments: [
            Row.fault("<a ‸&amp;='1'/>"), .fault("<‸&amp;/>"), .fault("<a‸&amp;/>"), .fault("‸&amp;<a/>"),
            .fault("<a/>‸&#32;"), .fault("<a b=‸&quot;1&quot;/>"), .fault("<a b‸&#61;'1'/>"), .fault("<a></a‸&#62;"),
        ])
    func elsewhere(_ row: Row) { expect(row) }

    @Test(
        "XML-4.6-1: five entities are predefined, in small letters",
        arguments: [
            Row.events(
                "<a b='&amp;&lt;&gt;&apos;&quot;'>&amp;&lt;&gt;&apos;&quot;</a>",
                "START\t{}a\t{}b=&<>'\"\nTEXT\t&<>'\"\nEND\t{}a\n"),
            .events("<a>&amp;amp;&amp;#65;&lt;b></a>", "START\t{}a\nTEXT\t&amp;&#65;<b>\nEND\t{}a\n"),
            .fault("<a>&AMP‸;</a>", .restrictedXML), .fault("<a>&Lt‸;</a>", .restrictedXML),
            .fault("<a b='&aPos‸;'/>", .restrictedXML),
        ])
    func predefined(_ row: Row) { expect(row) }

    @Test(
        "XML-4.6-2, RFC6120-11.1-5, S05: any other entity is refused and never expanded",
        arguments: [
            Row.fault("<a>&nbsp‸;</a>", .restrictedXML), .fault("<a b='&foo‸;'/>", .restrictedXML),
            .fault("<a xmlns='&foo‸;'/>", .restrictedXML), .fault("<a>&amps‸;</a>", .restrictedXML),
            .fault("<a>&l‸;</a>", .restrictedXML), .fault("<a>&é‸;</a>", .restrictedXML),
            .fault("<a>&a.b-c_d1‸;</a>", .restrictedXML),
        ])
    func entities(_ row: Row) { expect(row) }

    @Test("S08: a name of an entity is not waited for longer than 64 bytes") func longEntity() {
        let name = String(repeating: "n", count: 63)
        expect(.fault("<a>&\(name)‸n", .restrictedXML))
        expect(.fault("<a b='&\(name)‸nnn;'/>", .restrictedXML))
    }
}
