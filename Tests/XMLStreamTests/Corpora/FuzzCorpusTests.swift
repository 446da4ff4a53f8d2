import FuzzSupport
import Testing

/// What the fuzzers start from, and what they have found.
@Suite struct FuzzCorpusTests {
    @Test(
        "S03: no finding that was mended comes back",
        arguments: try Corpus.files(in: "regressions", endingWith: "").filter { !$0.hasSuffix(".md") })
    func regression(_ path: String) throws {
        #expect(fuzzTokenizer(try Corpus.bytes(of: path)) == nil)
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
