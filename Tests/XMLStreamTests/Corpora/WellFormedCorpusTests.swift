import CorpusFiles
import FuzzSupport
import Testing
import XMLStream

/// Legal streams: the tokenizer accepts them, however they are cut, and says of them what others do.
@Suite struct WellFormedCorpusTests {
    static let chunkSizes = [1, 3, 64, 16384]

    @Test(
        "XMLIMPL-1-1, XML-4.3.3-2, S03: legal streams give the same events, however they are cut, and expat's",
        arguments: try Corpus.files(in: "wellformed-tricky", endingWith: ".xml")
            + Corpus.files(in: "xeps", endingWith: ".xml"))
    func legalStream(_ path: String) throws {
        let bytes = try Corpus.bytes(of: path)
        let sweep = CutSweep(bytes)
        #expect(sweep.whole.violation == nil)
        #expect(TokenizerOutcome.of(bytes, chunk: 1).agrees(with: sweep.whole))
        #expect(sweep.finding(most: bytes.count > 4096 ? 500 : .max, seed: UInt64(bytes.count)) == nil)
        // A document has no rule that a stream has not.
        #expect(TokenizerOutcome.of(bytes, rules: .document).agrees(with: sweep.whole))
        // The comparison allows for fifth-edition names by itself; only the files named for them may need it.
        let refusal = ExpatOracle.outcome(of: bytes).refusal
        #expect((refusal != nil) == path.contains("/5e-"))
        #expect(ExpatComparison.finding(sweep.whole, of: bytes) == nil)
    }

    @Test(
        "the events written down for a tricky stream come out at every size of chunk",
        arguments: try Corpus.rows(of: "wellformed-tricky/manifest.tsv").map { "wellformed-tricky/\($0[0])" })
    func expectedEvents(_ path: String) throws {
        let bytes = try Corpus.bytes(of: path)
        let expected = try Corpus.bytes(of: path.replacing(".xml", with: ".events"))
        for size in WellFormedCorpusTests.chunkSizes {
            let outcome = TokenizerOutcome.of(bytes, chunk: size)
            #expect(outcome.violation == nil, "chunks of \(size)")
            #expect(outcome.events == expected, "chunks of \(size)")
        }
    }

    @Test func `the corpora are as large as their README says`() throws {
        #expect(try Corpus.rows(of: "wellformed-tricky/manifest.tsv").count == 145)
        #expect(try Corpus.files(in: "xeps", endingWith: ".xml").count == 208)
        #expect(try FaultyCase.all().count == 471)
        #expect(try Corpus.files(in: "captures", endingWith: ".xml").count == 395)
    }
}
