import Foundation
import Testing

/// The files of `Tests/Corpora`.
enum Corpus {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Corpora")

    /// The bytes of a file, by its path in the corpora.
    static func bytes(of path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: path)))
    }

    /// The paths of all files below `path` whose names end with `suffix`, sorted.
    static func files(in path: String, endingWith suffix: String) throws -> [String] {
        let base = folder.appending(path: path)
        let found = try FileManager.default.subpathsOfDirectory(atPath: base.path(percentEncoded: false))
        return found.filter { $0.hasSuffix(suffix) }.map { "\(path)/\($0)" }.sorted()
    }

    /// The rows of a folder's manifest, without the first, which names the columns.
    static func rows(of path: String) throws -> [[String]] {
        let text = try String(contentsOf: folder.appending(path: "\(path)/manifest.tsv"), encoding: .utf8)
        return text.split(separator: "\n").dropFirst().map { row in
            row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }
}

/// A row of the manifest of `malformed` or `forbidden`.
struct FaultyCase: Sendable, CustomTestStringConvertible {
    let path: String
    /// Stream-error conditions, any of which is right; `none` where the input may be accepted.
    let conditions: [String]
    /// The fault must be known once this many bytes were fed, or at the end of the tag that the last of them is in.
    let offset: Int
    /// The fault cannot be known before this many bytes were fed.
    let earliest: Int
    let isAcceptedByExpat: Bool
    let level: String

    var testDescription: String { path }

    static func all() throws -> [FaultyCase] {
        try ["malformed", "forbidden"].flatMap { folder in
            try Corpus.rows(of: folder).map { row in
                FaultyCase(
                    path: "\(folder)/\(row[0])", conditions: row[1].split(separator: "|").map(String.init),
                    offset: try #require(Int(row[2])), earliest: try #require(Int(row[3])),
                    isAcceptedByExpat: row[4] == "accept", level: row[5])
            }
        }
    }
}
