import Foundation
import Testing

/// Every requirement on addresses is shown by a test that names it.
@Suite struct AddressCitationTests {
    @Test func `every requirement on addresses that is not the host's is cited by a test of addresses`() throws {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let project = tests.deletingLastPathComponent().deletingLastPathComponent()
        let listed = try String(contentsOf: project.appending(path: "Docs/Conformance/rfc7622.tsv"), encoding: .utf8)
        let rows = listed.split(separator: "\n").dropFirst().map { $0.split(separator: "\t").map(String.init) }
        let owed = Set(rows.filter { $0[3] != "host" }.map { $0[0] })
        #expect(owed.count == 33)
        #expect(owed.subtracting(try citations(in: tests)).sorted() == [])
    }

    /// The ids that the titles of tests name.
    private func citations(in folder: URL) throws -> Set<String> {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false))
        var found: Set<String> = []
        for path in paths where path.hasSuffix("Tests.swift") && !path.hasSuffix("CitationTests.swift") {
            let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
            for match in text.matches(of: /RFC7622-(?:[0-9.]+|IMPL-I[0-9])-[0-9]+/) {
                found.insert(String(match.output))
            }
        }
        return found
    }
}
