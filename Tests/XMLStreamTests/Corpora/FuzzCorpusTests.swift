import CorpusFiles
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

    @Test("S26, S03: two thousand mutated seeds neither crash it nor find anything", arguments: 0..<8)
    func mutations(_ part: Int) throws {
        let seeds = try Corpus.files(in: "fuzz/seeds", endingWith: "").map(Corpus.bytes)
        var random = SeededGenerator(seed: UInt64(part))
        for _ in 0..<250 {
            var bytes = seeds[random.next(below: seeds.count)]
            for _ in 0...random.next(below: 4) { mutate(&bytes, with: seeds[random.next(below: seeds.count)], &random) }
            let flags = UInt8(random.next(below: 4)) | 0x80
            let input = [
                flags, UInt8(random.next(below: 256)), UInt8(random.next(below: 256)), UInt8(random.next(below: 256)),
            ]
            #expect(fuzzTokenizer(input + bytes) == nil, "\(input + bytes)")
        }
    }

    /// Changes, drops, doubles or takes over a few bytes.
    private func mutate(_ bytes: inout [UInt8], with other: [UInt8], _ random: inout SeededGenerator) {
        let marks = Array("<>/='\"&;:![]?-# \r\n\t\u{0}aé\u{1}".utf8) + [0x80, 0xFF, 0xF0]
        let place = random.next(below: bytes.count + 1)
        let end = min(bytes.count, place + random.next(below: 8))
        switch random.next(below: 5) {
        case 0: bytes.insert(marks[random.next(below: marks.count)], at: place)
        case 1: bytes.removeSubrange(place..<end)
        case 2: bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
        case 3 where place < bytes.count: bytes[place] = marks[random.next(below: marks.count)]
        default:
            let from = random.next(below: other.count + 1)
            bytes.insert(contentsOf: other[from..<min(other.count, from + random.next(below: 40))], at: place)
        }
    }
}
