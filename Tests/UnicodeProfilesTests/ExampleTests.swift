import Testing
import UnicodeProfiles

/// The examples that the RFCs give.
@Suite struct ExampleTests {
    struct Example: CustomTestStringConvertible {
        let source: String
        let column: String
        let input: String
        let output: String

        var testDescription: String { "\(source) \(column)" }

        static func all() throws -> [Example] {
            try UnicodeCorpus.rows(of: "examples.tsv").map {
                Example(source: $0[0], column: $0[1], input: $0[2], output: $0[3])
            }
        }
    }

    @Test(
        """
        RFC7622-3.5-1, RFC7622-3.5-2, RFC7622-3.5-3: \
        every example of RFC 4013, RFC 7622, RFC 8265 and RFC 8266 comes out as they say
        """,
        arguments: try Example.all())
    func example(_ example: Example) throws {
        let preparation = try #require(Preparation(rawValue: example.column))
        let input: String = try #require(UnicodeCorpus.unescaped(example.input))
        let output = preparation.apply(to: input)
        switch example.output {
        case "!": #expect(output == nil)
        case "=": #expect(output.map { Array($0.utf8) } == Array(input.utf8))
        default: #expect(output.map(UnicodeCorpus.escaped) == example.output)
        }
    }
}
