import CorpusFiles
import FuzzSupport
import Testing

@Suite struct FuzzEngineTests {
    @Test("S07, S26: the seeds of the fuzzers have no finding")
    func seeds() throws {
        let paths = try Corpus.files(in: "fuzz/engine", endingWith: "").filter { !$0.hasSuffix(".md") }
        #expect(paths.count == 31)
        for path in paths {
            let bytes = try Corpus.bytes(of: path)
            #expect(fuzzEngine(bytes) == nil, "\(path)")
            #expect(fuzzEngine(Array(bytes.dropLast(3))) == nil, "\(path) cut")
            #expect(fuzzMachines(bytes) == nil, "\(path)")
        }
    }

    @Test("S07, S10, S26, S28: random programs against a whole stream have no finding", arguments: 0..<8)
    func programs(_ part: Int) {
        var random = SystemlessRandom(seed: UInt64(part))
        for number in 0..<150 {
            let bytes = (0..<(4 + random.next() % 120)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            #expect(fuzzEngine(bytes) == nil, "program \(number): \(bytes)")
        }
    }

    @Test("S26: random events against the machine of each feature have no finding", arguments: 0..<8)
    func machines(_ part: Int) {
        var random = SystemlessRandom(seed: UInt64(part + 100))
        for number in 0..<2000 {
            let bytes = (0..<(4 + random.next() % 60)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            #expect(fuzzMachines(bytes) == nil, "program \(number): \(bytes)")
        }
    }
}

/// Numbers that look random and are the same in each run.
private struct SystemlessRandom {
    var state: UInt64

    init(seed: UInt64) { state = seed &* 2 &+ 1 }

    mutating func next() -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 40)
    }
}
