import CorpusFiles
import FuzzSupport
import Testing

/// What the fuzzer of stanzas starts from, and what the fuzzers have found.
@Suite struct FuzzStanzaTests {
    @Test(
        "S26: the seeds of the fuzzers, and what they found, have no finding",
        arguments: ["fuzz/seeds", "regressions", "xeps"])
    func seeds(_ folder: String) throws {
        let paths = try Corpus.files(in: folder, endingWith: "").filter {
            !$0.hasSuffix(".md") && !$0.hasSuffix(".txt")
        }
        #expect(paths.count > 3)
        for path in paths { #expect(fuzzStanza(try Corpus.bytes(of: path)) == nil, "\(path)") }
    }
}
