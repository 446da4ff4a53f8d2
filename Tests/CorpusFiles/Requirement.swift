import Foundation

/// A row of a table in `Docs/Conformance`.
package struct Requirement: Equatable, Sendable {
    package let id: String
    package let level: String
    package let role: String
    package let layer: String
    package let text: String

    /// Whether it is a duty of the program around the library, which no test here has to show.
    package var isOfHost: Bool { layer == "host" }

    /// Where the tables and their pages are.
    package static let folder = Corpus.folder.deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Docs/Conformance")

    /// The names of all tables, sorted.
    package static func tables() throws -> [String] {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
        return files.filter { $0.hasSuffix(".tsv") }.map { String($0.dropLast(4)) }.sorted()
    }

    /// The rows of a table, in its order.
    package static func rows(of table: String) throws -> [Requirement] {
        let source = try String(contentsOf: folder.appending(path: "\(table).tsv"), encoding: .utf8)
        return source.split(separator: "\n").dropFirst().compactMap { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 7 else { return nil }
            return Requirement(id: cells[0], level: cells[1], role: cells[2], layer: cells[3], text: cells[4])
        }
    }
}
