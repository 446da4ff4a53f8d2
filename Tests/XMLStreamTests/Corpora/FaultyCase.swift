import CorpusFiles
import Testing

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
            try Corpus.rows(of: "\(folder)/manifest.tsv").map { row in
                FaultyCase(
                    path: "\(folder)/\(row[0])", conditions: row[1].split(separator: "|").map(String.init),
                    offset: try #require(Int(row[2])), earliest: try #require(Int(row[3])),
                    isAcceptedByExpat: row[4] == "accept", level: row[5])
            }
        }
    }
}
