import CorpusFiles
import FuzzSupport
import Testing

/// What the fuzzers of SASL start from, what any fuzzer has found, and a short run of each.
@Suite struct FuzzSASLTests {
    /// One of the functions that a fuzzer calls.
    struct Target: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let finding: @Sendable ([UInt8]) -> String?

        static let messages = Target(testDescription: "messages", finding: fuzzSASLMessages)
        static let exchanges = Target(testDescription: "exchanges", finding: { fuzzSASLExchanges($0) })
        static let choice = Target(testDescription: "choice", finding: fuzzSASLChoice)
    }

    static let folders = ["fuzz/sasl/messages", "fuzz/sasl/exchanges", "fuzz/sasl/choice", "regressions"]

    @Test(
        "S26, RFC6120-13.9.1-5: the seeds of the fuzzers, and what they found, have no finding",
        arguments: [Target.messages, .exchanges, .choice], FuzzSASLTests.folders)
    func seeds(_ target: Target, _ folder: String) throws {
        let paths = try Corpus.files(in: folder, endingWith: "").filter { !$0.hasSuffix(".md") }
        #expect(paths.count > 10)
        for path in paths {
            let bytes = try Corpus.bytes(of: path)
            #expect(target.finding(bytes) == nil, "\(path)")
            #expect(target.finding(Array(bytes.dropLast())) == nil, "\(path) cut")
            #expect(target.finding(bytes + bytes) == nil, "\(path) twice")
        }
    }

    @Test("S26: eight thousand changed messages have no finding", arguments: 0..<8) func messages(_ part: Int) throws {
        let seeds = try Corpus.files(in: "fuzz/sasl/messages", endingWith: "").map(Corpus.bytes)
        var random = SeededGenerator(seed: UInt64(part))
        for _ in 0..<1000 {
            var program = FuzzProgram((0..<64).map { _ in UInt8(random.next(below: 256)) })
            var bytes = seeds[random.next(below: seeds.count)]
            for _ in 0..<random.next(below: 4) { bytes = program.altered(bytes) }
            #expect(fuzzSASLMessages(bytes) == nil, "\(bytes)")
        }
    }

    @Test("S13, S14, S26: eight thousand changed offers have no finding", arguments: 0..<8)
    func offers(_ part: Int) throws {
        let seeds = try Corpus.files(in: "fuzz/sasl/choice", endingWith: "").map(Corpus.bytes)
        var random = SeededGenerator(seed: UInt64(part))
        for _ in 0..<1000 {
            let options = (0..<8).map { _ in UInt8(random.next(below: 256)) }
            let lines = seeds[random.next(below: seeds.count)].dropFirst(8)
            var program = FuzzProgram((0..<32).map { _ in UInt8(random.next(below: 256)) })
            let bytes = options + program.altered(Array(lines))
            #expect(fuzzSASLChoice(bytes) == nil, "\(bytes)")
        }
    }

    @Test("S16, S26: four thousand random programs have no finding", arguments: 0..<8)
    func programs(_ part: Int) {
        var random = SeededGenerator(seed: UInt64(part))
        for number in 0..<500 {
            var bytes = [UInt8(number % 18)]
            for _ in 0..<random.next(below: 80) {
                // Small numbers, since they are what lengths and steps are made of.
                bytes.append(UInt8(random.next(below: random.next(below: 2) == 0 ? 256 : 16)))
            }
            #expect(fuzzSASLExchanges(bytes) == nil, "\(bytes)")
        }
    }

    @Test("every side of every mechanism is set up by the first byte, and succeeds if nobody interferes")
    func sides() {
        var mechanisms: Set<String> = []
        for choice in 0..<UInt8(18) {
            for variant in 0..<UInt8(8) {
                for flags in 0..<UInt8(16) {
                    var program = FuzzProgram([choice, variant, flags])
                    let scenario = SASLScenario(&program)
                    mechanisms.insert("\(scenario)")
                    #expect(scenario.client() != nil && scenario.server() != nil, "\(scenario)")
                    #expect(fuzzSASLExchanges([choice, variant, flags]) == nil)
                }
            }
        }
        // Six of SCRAM, eight of HT-* and seven others, on both sides.
        #expect(mechanisms.count == 42)
    }
}
