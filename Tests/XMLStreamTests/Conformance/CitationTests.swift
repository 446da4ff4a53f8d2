import CorpusFiles
import Testing

/// Every requirement on XML is shown by a test that names it.
@Suite struct CitationTests {
    /// Rows of `security.md` that concern XML, as the issue lists them.
    static let security = ["S01", "S02", "S03", "S04", "S05", "S08", "S22", "S25", "S26", "S28", "S31", "S34"]

    @Test func `every requirement on XML that is not the host's is cited by a test`() throws {
        let listed = try ["xml-profile", "rfc6120"].flatMap(Requirement.rows)
        let owed = Set(
            listed.filter { ($0.id.hasPrefix("XML") || $0.id.hasPrefix("RFC6120-11.")) && !$0.isOfHost }.map(\.id))
        #expect(owed.count == 104)
        let cited = Set(try TestTitle.all().flatMap(\.ids))
        let missing = owed.union(CitationTests.security).subtracting(cited)
        #expect(missing.sorted() == [])
    }
}
