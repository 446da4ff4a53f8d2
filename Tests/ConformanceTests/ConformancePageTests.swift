import CorpusFiles
import Foundation
import Testing

/// The pages in `Docs/Conformance` are what the tables and the titles of the tests give.
///
/// After a title that cites changed, `scripts/conformance --write` writes them anew.
@Suite struct ConformancePageTests {
    /// The tests that show a requirement, as a page lists them, by its id.
    static let shown: [String: [String]] = {
        let titles = (try? TestTitle.all()) ?? []
        return titles.reduce(into: [:]) { shown, title in
            let entry = "`\(title.file)`: \(escaped(title.sentence))"
            for id in title.ids where shown[id]?.contains(entry) != true { shown[id, default: []].append(entry) }
        }
    }()

    @Test(arguments: try Requirement.tables())
    func `what a page says to be shown is shown by a test still`(table: String) throws {
        let listed = try lines(of: "\(table).md").filter { $0.contains("| `") }.compactMap {
            $0.split(separator: " ").dropFirst().first
        }
        let lost = listed.map(String.init).filter { Self.shown[$0] == nil }
        #expect(lost == [], "listed in Docs/Conformance/\(table).md, and no title cites it")
    }

    @Test(arguments: try Requirement.tables())
    func `a page has each row of its table with the tests that cite it`(table: String) throws {
        let rows = try Requirement.rows(of: table).map { row in
            let tests = Self.shown[row.id]?.joined(separator: "<br>") ?? (row.isOfHost ? "the host" : "**open**")
            return "| \(row.id) | \(row.level) | \(row.role) | \(escaped(row.text)) | \(tests) |"
        }
        #expect(rows.isEmpty == false)
        let written = try lines(of: "\(table).md").filter { $0.hasPrefix("| ") }.dropFirst(2)
        let stale = written.filter { !rows.contains($0) } + rows.filter { !written.contains($0) }
        #expect(stale == [], "run scripts/conformance --write")
        #expect(Array(written) == rows)
    }

    @Test func `the counts are those of the tables`() throws {
        let counts = try Requirement.tables().map { table in
            let rows = try Requirement.rows(of: table)
            let shown = rows.count { Self.shown[$0.id] != nil }
            let host = rows.count { Self.shown[$0.id] == nil && $0.isOfHost }
            return "| [\(table)](\(table).md) | \(rows.count) | \(shown) | \(host) | \(rows.count - shown - host) |"
        }
        let written = try lines(of: "README.md").filter { $0.contains(".md) | ") }
        #expect(written == counts, "run scripts/conformance --write")
    }

    @Test func `an id stands in one table once, and what a title cites stands in one`() throws {
        let tables = try Requirement.tables()
        let ids = try tables.flatMap { try Requirement.rows(of: $0).map(\.id) }
        let lines = try tables.map { try self.lines(of: "\($0).tsv").count - 1 }.reduce(0, +)
        #expect(ids.count == lines && Set(ids).count == ids.count)
        // `S01` and the like are rules of security, which have no table here.
        let cited = Self.shown.keys.filter { $0.contains("-") }
        #expect(Set(cited).subtracting(ids).sorted() == [])
    }

    private func lines(of file: String) throws -> [String] {
        let text = try String(contentsOf: Requirement.folder.appending(path: file), encoding: .utf8)
        return text.split(separator: "\n").map(String.init)
    }
}

/// Text for a cell of a table in Markdown.
private func escaped(_ text: String) -> String {
    text.replacing(/[\\|<*]/) { "\\\($0.output)" }
}
