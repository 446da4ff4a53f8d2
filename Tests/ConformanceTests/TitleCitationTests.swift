import CorpusFiles
import Testing

/// What counts as a title that cites.
@Suite struct TitleCitationTests {
    @Test(arguments: [
        ("@Test(\"S04: a\") func a() {}", ["S04"]), ("@Test func `S04: a`() {}", ["S04"]),
        ("@Test(\n    \"S04, XML-2.2-1: a \\\" S05\",\n) func a", ["S04", "XML-2.2-1", "S05"]),
        ("@Test(arguments: rows)\n    func `RFC6120-11.1-2: a`(row: Row)", ["RFC6120-11.1-2"]),
        ("@Test(arguments: [\n    1,\n])\nfunc `RFC4422-A-12: a`(row: Row)", ["RFC4422-A-12"]),
        ("@Test(\"RFC5802-5.1-12, XEP0484-IMPL-M1-1: a\") func a() {}", ["RFC5802-5.1-12", "XEP0484-IMPL-M1-1"]),
        ("@Test(\"XMLIMPL-1, XMLNS-3-2: a\") func a() {}", ["XMLNS-3-2"]),
        ("@Test(\"a\") func b() {}\n@Test func `S06`() {}", ["S06"]),
        ("/// S04\n@Test func `a`() {}", []), ("// @Test(\"S04\") func a() {}", []), ("let id = \"S04\"", []),
        ("func `S04`() {}", []), ("@Test(\"a\") func a() { #expect(b, \"S04\") }", []),
        ("@Test func a() {}\nfunc `S04`() {}", []), ("@Test(\"RFC 5802-1, XEP-0474\") func a() {}", []),
    ])
    func `only titles of tests cite`(source: String, ids: [String]) {
        #expect(TestTitle.titles(in: source).flatMap { TestTitle(file: "", text: $0).ids } == ids)
    }

    @Test(arguments: [
        ("S04: a", "a"), ("RFC6120-4.1-1, XML-2.2-1: a: b", "a: b"), ("a", "a"),
        ("a RFC6120-4.1-1: b", "a RFC6120-4.1-1: b"),
        ("RFC4422-A-12 is a", "RFC4422-A-12 is a"),
    ])
    func `a sentence is a title without the ids before it`(title: String, sentence: String) {
        #expect(TestTitle(file: "", text: title).sentence == sentence)
    }
}
