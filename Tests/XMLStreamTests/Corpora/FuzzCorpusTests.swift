import FuzzSupport
import Testing

/// What the fuzzers start from, and what they have found.
@Suite struct FuzzCorpusTests {
    @Test(
        "S03: what went wrong once stays mended",
        arguments: try Corpus.files(in: "regressions", endingWith: "").filter {
            !$0.hasSuffix(".md") && !$0.hasSuffix(".events")
        })
    func regression(_ path: String) throws {
        let bytes = try Corpus.bytes(of: path)
        #expect(fuzzTokenizer(bytes) == nil)
        guard path.hasSuffix(".xml") else { return }
        let sweep = CutSweep(bytes)
        #expect(sweep.finding() == nil)
        #expect(TokenizerOutcome.of(bytes, chunk: 1).agrees(with: sweep.whole))
        if let events = try? Corpus.bytes(of: path.replacing(".xml", with: ".events")) {
            #expect(sweep.whole.events == events)
        }
    }

    @Test("S03: the seeds of the fuzzers have no finding, under any plan") func seeds() throws {
        let seeds = try Corpus.files(in: "fuzz/seeds", endingWith: "")
        #expect(seeds.count > 100)
        for path in seeds {
            let bytes = try Corpus.bytes(of: path)
            #expect(fuzzTokenizer(bytes) == nil, "\(path)")
            for flags: UInt8 in 0...3 {
                let header = [
                    0x80 | flags, UInt8(truncatingIfNeeded: bytes.count), 7,
                    UInt8(truncatingIfNeeded: bytes.count &* 31),
                ]
                #expect(fuzzTokenizer(header + bytes) == nil, "\(path) with \(header)")
            }
        }
    }
}
