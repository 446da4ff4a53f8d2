import CorpusFiles
import Foundation
import Testing

/// Every requirement on XML is shown by a test that names it.
@Suite struct CitationTests {
    /// Rows of `security.md` that concern XML, as the issue lists them.
    static let security = ["S01", "S02", "S03", "S04", "S05", "S08", "S22", "S25", "S26", "S28", "S31", "S34"]

    @Test func `every requirement on XML that is not the host's is cited by a test`() throws {
        let project = Corpus.folder.deletingLastPathComponent().deletingLastPathComponent()
        let listed = try ["xml-profile", "rfc6120"].flatMap { name in
            let text = try String(contentsOf: project.appending(path: "Docs/Conformance/\(name).tsv"), encoding: .utf8)
            return text.split(separator: "\n").dropFirst().map { $0.split(separator: "\t").map(String.init) }
        }
        let owed = Set(
            listed.filter { ($0[0].hasPrefix("XML") || $0[0].hasPrefix("RFC6120-11.")) && $0[3] != "host" }.map {
                $0[0]
            })
        #expect(owed.count == 104)
        let cited = try citations(in: project.appending(path: "Tests"))
        let missing = owed.union(CitationTests.security).subtracting(cited)
        #expect(missing.sorted() == [])
    }

    /// The ids that the titles of tests name.
    private func citations(in folder: URL) throws -> Set<String> {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false))
        var found: Set<String> = []
        for path in paths where path.hasSuffix(".swift") && !path.hasSuffix("CitationTests.swift") {
            found.formUnion(
                citations(inTitlesOf: try String(contentsOf: folder.appending(path: path), encoding: .utf8)))
        }
        return found
    }

    private func citations(inTitlesOf source: String) -> Set<String> {
        // Whole lines of comment may hold code.
        let code = source.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(
            separator: "\n")
        let titles = code.matches(of: /@Test\(\s*"((?:[^"\\]|\\.)*)"|@Test[^\n]*\s+func `([^`]*)`/)
        return titles.reduce(into: []) { found, match in
            let title = match.output.1 ?? match.output.2 ?? ""
            let ids = title.matches(of: /(?:XML[A-Z]*-[0-9.]+-[0-9]+|RFC6120-[0-9.]+-[0-9]+|\bS[0-9]{2}\b)/)
            for id in ids { found.insert(String(id.output)) }
        }
    }

    @Test(arguments: [
        ("@Test(\"S04: a\") func a() {}", ["S04"]),
        ("@Test(\n    \"S04, XML-2.2-1: a \\\" S05\",\n) func a", ["S04", "S05", "XML-2.2-1"]),
        ("@Test func `S04: a`() {}", ["S04"]),
        ("@Test(arguments: rows)\n    func `RFC6120-11.1-2: a`(row: Row)", ["RFC6120-11.1-2"]),
        ("/// S04\n@Test func `a`() {}", []), ("// @Test(\"S04\") func a() {}", []), ("let id = \"S04\"", []),
        ("func `S04`() {}", []), ("@Test(\"a\") func a() { #expect(b, \"S04\") }", []),
    ])
    func `only titles of tests cite`(source: String, ids: [String]) {
        #expect(citations(inTitlesOf: source).sorted() == ids)
    }
}
