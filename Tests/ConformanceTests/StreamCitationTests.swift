import CorpusFiles
import Testing

/// Every requirement on streams that is not the host's is shown by a test that names it.
@Suite struct StreamCitationTests {
    /// Rows about what this library does not do yet, and what is to show them.
    static let later = [
        "RFC6120-13.10.2-1": "who may know of whose presence is for the rules of RFC 6121 to say: roster and delivery",
        "RFC7590-3.3-2": "a session that is resumed comes with stream management",
    ]

    private static func isOfStreams(_ row: Requirement) -> Bool {
        guard row.id.hasPrefix("RFC6120-") else { return true }
        let section = row.id.dropFirst("RFC6120-".count).prefix { $0 != "." && $0 != "-" }
        return ["4", "5", "6", "7", "8", "9", "13"].contains(section)
    }

    @Test func `no row on streams is open but those that are for later`() throws {
        let tables = ["rfc6120", "rfc7590", "xep0114", "xep0077", "xep0078", "rfc3920"]
        let rows = try tables.flatMap(Requirement.rows).filter(Self.isOfStreams)
        #expect(rows.count == 490)
        let open = rows.filter { !$0.isOfHost && ConformancePageTests.shown[$0.id] == nil }
        #expect(open.map(\.id).sorted() == Self.later.keys.sorted())
    }
}
