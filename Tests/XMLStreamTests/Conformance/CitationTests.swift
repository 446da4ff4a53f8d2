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
            let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
            for match in text.matches(of: /(?:XML[A-Z]*-[0-9.]+-[0-9]+|RFC6120-[0-9.]+-[0-9]+|\bS[0-9]{2}\b)/) {
                found.insert(String(match.output))
            }
        }
        return found
    }
}
