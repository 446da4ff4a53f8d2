import Testing
import UnicodeProfiles

/// What a column of `vectors.tsv` is about.
enum Preparation: String, CaseIterable {
    case mapped, preserved, opaque, nickname, compared, unicode, ascii, stored, query, nfc, nfkc

    /// What this library makes of a text; nil if it refuses it.
    func apply(to text: String) -> String? {
        switch self {
        case .mapped: try? PRECISProfile.usernameCaseMapped.enforce(text)
        case .preserved: try? PRECISProfile.usernameCasePreserved.enforce(text)
        case .opaque: try? PRECISProfile.opaqueString.enforce(text)
        case .nickname: try? PRECISProfile.nickname.enforce(text)
        case .compared: try? PRECISProfile.nickname.comparisonForm(text)
        case .unicode: try? IDNA.unicodeForm(text)
        case .ascii: try? IDNA.asciiForm(text)
        case .stored: try? SASLprep.prepare(text, as: .stored)
        case .query: try? SASLprep.prepare(text, as: .query)
        case .nfc: Normalization.nfc(text)
        case .nfkc: Normalization.nfkc(text)
        }
    }
}

/// A text and what another implementation makes of it.
struct Vector {
    let input: String
    /// Nil where it is refused.
    let outputs: [Preparation: String?]

    /// The vectors of `vectors.tsv`.
    static func all() throws -> [Vector] {
        try UnicodeCorpus.rows(of: "vectors.tsv").map { row in
            let input = try #require(UnicodeCorpus.unescaped(row[0]))
            var outputs: [Preparation: String?] = [:]
            var previous: String?
            for (index, preparation) in Preparation.allCases.enumerated() {
                // What is left out at the end is as the input.
                let cell = index + 1 < row.count ? row[index + 1] : "="
                switch cell {
                case "=": previous = input
                case "!": previous = nil
                case "<": break
                // The oracle was not asked.
                case "?": continue
                default:
                    let text: String = try #require(UnicodeCorpus.unescaped(cell))
                    previous = text
                }
                outputs[preparation] = .some(previous)
            }
            return Vector(input: input, outputs: outputs)
        }
    }
}

@Suite struct OracleTests {
    /// A text on which this library disagrees with the oracle, and what it makes of it.
    struct Difference: Hashable {
        let input: String
        let column: String
        let output: String

        init(_ input: String, _ column: String, _ output: String?) {
            self.input = UnicodeCorpus.escaped(input)
            self.column = column
            self.output = output.map(UnicodeCorpus.escaped) ?? "!"
        }
    }

    @Test
    func
        `RFC7622-3.3-3, RFC7622-5-1: profiles, names and normalization agree with others, but for the explained`()
        throws
    {
        let vectors = try Vector.all()
        #expect(vectors.count * Preparation.allCases.count > 20_000)
        var found: Set<Difference> = []
        for vector in vectors {
            for (preparation, expected) in vector.outputs {
                let output = preparation.apply(to: vector.input)
                // Compared as scalars: to `String` canonically equivalent texts are equal.
                let isEqual = output.map { Array($0.utf8) } == expected.map { Array($0.utf8) }
                if !isEqual { found.insert(Difference(vector.input, preparation.rawValue, output)) }
            }
        }
        var explained: Set<Difference> = []
        for row in try UnicodeCorpus.rows(of: "differences.tsv") {
            try #require(row.count == 4 && !row[3].isEmpty, "a difference without a reason: \(row)")
            let input = try #require(UnicodeCorpus.unescaped(row[0]))
            explained.insert(Difference(input, row[1], row[2] == "!" ? nil : UnicodeCorpus.unescaped(row[2])))
        }
        for difference in found.subtracting(explained) {
            Issue.record("\(difference.input)\t\(difference.column)\t\(difference.output)")
        }
        #expect(explained.subtracting(found) == [], "explained, but there is no such difference")
    }

    @Test func `RFC7622-IMPL-I2-1: what is prepared stays as it is when prepared again`() throws {
        var unstable: [String] = []
        for vector in try Vector.all() {
            for preparation in Preparation.allCases {
                guard let once = preparation.apply(to: vector.input) else { continue }
                if preparation.apply(to: once).map({ Array($0.utf8) }) != Array(once.utf8) {
                    unstable.append("\(preparation) \(UnicodeCorpus.escaped(vector.input))")
                }
            }
        }
        #expect(unstable == [])
    }
}
