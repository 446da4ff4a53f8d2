import CorpusFiles
import Foundation
import Testing

/// Every requirement on mechanisms is shown by a test that names it.
@Suite struct CitationTests {
    /// Rows of `security.md` that concern mechanisms, as the issue lists them.
    static let security = ["S13", "S14", "S15", "S16", "S17", "S29", "S33"]

    /// Rows of the XEPs that concern no mechanism but the elements around it, which the negotiation writes and reads.
    static let ofNegotiation = [
        "XEP0484-3.1-1": "the feature is advertised inside the authentication feature of SASL2",
        "XEP0484-3.1-2": "the feature's list of mechanisms is an element",
        "XEP0484-3.1-5": "the feature's mark for early data is an attribute",
        "XEP0484-3.2-1": "which login comes first is a matter of the session",
        "XEP0484-3.2-2": "the request for a token is an element beside the exchange",
        "XEP0484-3.3-1": "when a token is given depends on the tasks of SASL2",
        "XEP0484-3.3-2": "the token is an element of the success",
        "XEP0484-3.4-1": "the mark that a token is used is an element beside the exchange",
        "XEP0484-4.1-2": "the address is an attribute of the stream header",
        "XEP0484-4.1-3": "the user agent is an element beside the exchange",
    ]

    @Test func `every requirement on mechanisms that is not the host's is cited by a test of mechanisms`() throws {
        let project = Corpus.folder.deletingLastPathComponent().deletingLastPathComponent()
        let rows = try ["rfc5802", "sasl-other", "xep0440", "xep0474", "xep0484"].flatMap { name in
            let text = try String(contentsOf: project.appending(path: "Docs/Conformance/\(name).tsv"), encoding: .utf8)
            return text.split(separator: "\n").dropFirst().map { $0.split(separator: "\t").map(String.init) }
        }
        let listed = Set(rows.filter { $0[3] != "host" }.map { $0[0] })
        #expect(listed.count == 143)
        let elsewhere = Set(CitationTests.ofNegotiation.keys)
        #expect(elsewhere.isSubset(of: listed))
        let owed = listed.subtracting(elsewhere).union(CitationTests.security)

        let cited = try ["XMPPSASLTests", "XMPPCryptoTests"].reduce(into: Set<String>()) { found, folder in
            found.formUnion(try citations(in: project.appending(path: "Tests/\(folder)")))
        }
        #expect(owed.subtracting(cited).sorted() == [])
        // What a title cites stands in a list, and what is the negotiation's is not claimed here. Rows of RFC 6120 are
        // shown by many targets.
        #expect(cited.subtracting(owed).filter { !$0.hasPrefix("S") && !$0.hasPrefix("RFC6120-") }.sorted() == [])
    }

    /// The ids that the titles of tests name.
    private func citations(in folder: URL) throws -> Set<String> {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false))
        var found: Set<String> = []
        for path in paths where path.hasSuffix(".swift") && !path.hasSuffix("CitationTests.swift") {
            let source = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
            found.formUnion(citations(inTitlesOf: source))
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
            let ids = title.matches(of: /\b(?:(?:RFC|XEP)[0-9]{4}-[A-Z0-9.]+(?:-[A-Z][A-Z0-9]*)?-[0-9]+|S[0-9]{2})\b/)
            for id in ids { found.insert(String(id.output)) }
        }
    }

    @Test(arguments: [
        ("@Test(\"S04: a\") func a() {}", ["S04"]),
        (
            "@Test(\n    \"S16, RFC5802-5.1-12, XEP0484-IMPL-M1-1: a \\\" S05\",\n) func a",
            ["RFC5802-5.1-12", "S05", "S16", "XEP0484-IMPL-M1-1"]
        ),
        ("@Test func `RFC4422-A-1: a`() {}", ["RFC4422-A-1"]), ("@Test func `RFC4422-A-12: a`() {}", ["RFC4422-A-12"]),
        ("// @Test(\"S14\") func a() {}", []), ("let id = \"S14\"", []), ("func `S14`() {}", []),
        ("@Test(\"RFC 5802-1\") func a() {}", []), ("@Test(\"a\") func a() { #expect(b, \"S14\") }", []),
    ])
    func `only titles of tests cite`(source: String, ids: [String]) {
        #expect(citations(inTitlesOf: source).sorted() == ids)
    }
}
