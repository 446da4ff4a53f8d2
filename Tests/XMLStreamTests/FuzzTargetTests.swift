import CorpusFiles
import FuzzSupport
import Testing

/// What the fuzzers of elements, writing and writing verbatim start from, and what they have found.
@Suite struct FuzzTargetTests {
    /// One of the functions that a fuzzer calls.
    struct Target: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let finding: @Sendable ([UInt8], Int) -> String?

        static let all = [
            Target(testDescription: "elements") { fuzzElements($0, most: $1) },
            Target(testDescription: "writer") { fuzzWriter($0, most: $1) },
            Target(testDescription: "verbatim") { fuzzVerbatim($0, most: $1) },
        ]
    }

    @Test("S04, S22, S34: no finding of a fuzzer that was mended comes back", arguments: Target.all)
    func regressions(_ target: Target) throws {
        let paths = try Corpus.files(in: "regressions", endingWith: "").filter { !$0.hasSuffix(".md") }
        #expect(paths.count > 3)
        for path in paths {
            #expect(target.finding(try Corpus.bytes(of: path), .max) == nil, "\(path)")
        }
    }

    @Test("S04, S22, S26, S34: the seeds of the fuzzers have no finding, however they are cut", arguments: Target.all)
    func seeds(_ target: Target) throws {
        let paths = try Corpus.files(in: "fuzz/seeds", endingWith: "")
        #expect(paths.count > 100)
        for path in paths {
            let bytes = try Corpus.bytes(of: path)
            #expect(target.finding(bytes, 1) == nil, "\(path)")
            // Another longest piece and, for every other file, tight limits.
            let header = [0x80 | UInt8(bytes.count & 1) << 1, UInt8(bytes.count & 0xFF), 7, 200]
            #expect(target.finding(header + bytes, 1) == nil, "\(path) with \(header)")
        }
    }
}
