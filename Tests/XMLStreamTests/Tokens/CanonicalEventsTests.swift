import FuzzSupport
import Testing
import XMLStream

@Suite struct CanonicalEventsTests {
    @Test(
        "events are escaped, sorted and joined",
        arguments: [
            Row.events(
                #"<a b='\&#9;&#10;&#13;'>\n\\ &#9;</a>"#,
                #"START\#t{}a\#t{}b=\\\t\n\r"# + "\n" + #"TEXT\#t\\n\\\\ \t"# + "\nEND\t{}a\n"),
            .events(
                "<a z='' a='' xmlns:p='b' xmlns:q='a' p:z='' q:z='' p:a=''/>",
                "START\t{}a\t{}a=\t{}z=\t{a}z=\t{b}a=\t{b}z=\nEND\t{}a\n"),
            // Sorted by code point: U+FFFD comes before U+10000, shorter names before longer ones that they begin.
            .events(
                "<a \u{10400}='' \u{F900}='' ab='' a='' abc='' B=''/>",
                "START\t{}a\t{}B=\t{}a=\t{}ab=\t{}abc=\t{}\u{F900}=\t{}\u{10400}=\nEND\t{}a\n"),
            .events(
                "<a>x&#32;<![CDATA[y]]>\r\nz<b/></a>", "START\t{}a\nTEXT\tx y\\nz\nSTART\t{}b\nEND\t{}b\nEND\t{}a\n"),
            .events("<a xmlns='a\\b'/>", "START\t{a\\\\b}a\nEND\t{a\\\\b}a\n"),
        ])
    func format(_ row: Row) { expect(row) }

    @Test("lines that are taken are whole, and those that follow go on") func taking() throws {
        let bytes = Array("<a><b>one &amp; two</b>\r\n<c/></a>".utf8)
        let whole = TokenizerOutcome.of(bytes).events
        var tokenizer = XMLTokenizer()
        var tape = TokenTape()
        var events = CanonicalEvents()
        var taken: [UInt8] = []
        for byte in bytes {
            try unsafe tokenizer.receive([byte].span.bytes, tape: &tape) { events.append($0) }
            let lines = events.takeLines()
            #expect(lines.isEmpty || lines.last == 0x0A)
            taken += lines
        }
        events.finish()
        #expect(taken + events.lines == whole)
    }
}
