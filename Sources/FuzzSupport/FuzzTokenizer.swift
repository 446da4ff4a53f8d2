import XMLStream

/// Looks for an input that the tokenizer reads differently when it is cut differently, or otherwise than libexpat.
///
/// An input that begins with a byte above 0x7F, which no stream does, has a header of four bytes that says how to read
/// what follows; any other is a stream as it stands, so that corpus files are seeds as they are.
///
/// - Returns: What was found, or nil.
public func fuzzTokenizer(_ input: [UInt8]) -> String? {
    let plan = FuzzPlan(input)
    let (bytes, rules, limits) = (plan.bytes, plan.rules, plan.limits)
    let whole = TokenizerOutcome.of(bytes, rules: rules, limits: limits)
    let cut = TokenizerOutcome.of(bytes, cuts: plan.cuts, rules: rules, limits: limits)
    if !whole.agrees(with: cut) {
        return "cut at \(plan.cuts): \(cut.summary), but whole: \(whole.summary)"
    }
    let single = TokenizerOutcome.of(bytes, chunk: 1, rules: rules, limits: limits)
    if !whole.agrees(with: single) {
        return "byte by byte: \(single.summary), but whole: \(whole.summary)"
    }
    return ExpatComparison.finding(whole, of: bytes, rules: rules, limits: limits)
}

/// How a fuzzer's input is to be read.
struct FuzzPlan {
    let bytes: [UInt8]
    let rules: XMLTokenizer.Rules
    let limits: XMLLimits
    /// Ascending positions to cut at.
    let cuts: [Int]

    init(_ input: [UInt8]) {
        let hasHeader = input.count >= 4 && input[0] >= 0x80
        bytes = hasHeader ? Array(input[4...]) : input
        rules = hasHeader && input[0] & 1 != 0 ? .document : .stream
        limits = hasHeader && input[0] & 2 != 0 ? FuzzPlan.tight(input[3]) : .unbounded
        var random = SeededGenerator(
            seed: hasHeader ? UInt64(input[1]) | UInt64(input[2]) << 8 : UInt64(input.count))
        // Long and short pieces both matter: a seed settles on a longest one for the whole input.
        let longest = 1 << random.next(below: 8)
        var cuts: [Int] = []
        var position = random.next(below: longest) + 1
        while position < bytes.count {
            cuts.append(position)
            position += random.next(below: longest) + 1
        }
        self.cuts = cuts
    }

    /// Limits that small inputs run into.
    private static func tight(_ seed: UInt8) -> XMLLimits {
        var limits = XMLLimits()
        let bytes = 16 + Int(seed)
        limits.headerBytes = 96 + bytes
        limits.stanzaBytes = bytes * 2
        limits.interstanzaBytes = bytes / 2
        limits.depth = 1 + Int(seed & 7)
        limits.elementsPerStanza = 2 + Int(seed & 15)
        limits.attributesPerStanza = 3 + Int(seed & 15)
        limits.attributesPerElement = 1 + Int(seed & 3)
        limits.declarationsPerElement = 1 + Int(seed & 3)
        limits.nameBytes = 8 + Int(seed & 31)
        limits.valueBytes = 33 + Int(seed & 63)
        limits.textBytes = 4 + Int(seed & 63)
        return limits
    }
}

/// Numbers that look random and are the same for the same seed (SplitMix64).
package struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    /// A number from zero up to `bound`, itself not included.
    package mutating func next(below bound: Int) -> Int { Int.random(in: 0..<max(1, bound), using: &self) }
}

extension TokenizerOutcome {
    /// Where it ended, for a message.
    package var summary: String {
        "\(violation.map { "\($0)" } ?? "accepted") after \(events.count) bytes of events"
    }
}
