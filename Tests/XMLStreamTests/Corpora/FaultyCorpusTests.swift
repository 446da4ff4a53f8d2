import CorpusFiles
import FuzzSupport
import Testing
import XMLStream

/// Illegal and forbidden input: refused with the right condition, in the right place, and nothing behind it told.
@Suite struct FaultyCorpusTests {
    @Test(
        "XMLIMPL-3-1, RFC6120-11.3-2: a fault has its condition and its place, and is the same however it is cut",
        arguments: try FaultyCase.all())
    func fault(_ row: FaultyCase) throws {
        let bytes = try Corpus.bytes(of: row.path)
        let (rules, limits) = (row.rules, row.limits)
        let sweep = CutSweep(bytes, rules: rules, limits: limits)
        let whole = sweep.whole
        #expect(sweep.finding(most: bytes.count > 4096 ? 500 : .max, seed: UInt64(bytes.count)) == nil)
        let single = TokenizerOutcome.of(bytes, chunk: 1, rules: rules, limits: limits)
        #expect(single.agrees(with: whole))
        #expect(ExpatComparison.finding(whole, of: bytes, rules: rules, limits: limits) == nil)

        guard row.isTokenizersToJudge else {
            #expect(whole.violation == nil)
            return
        }
        guard let violation = whole.violation else { return #expect(row.conditions.contains("none")) }
        #expect(row.conditions.contains("\(violation.condition)"))
        // Not before it can be known, and at the latest with the end of the tag that it is in. The row on depth counts
        // to the end of the last tag that may be; the next is the one at fault.
        let last = row.path.hasSuffix("limit-depth-2000.xml") ? row.offset : max(0, row.offset - 1)
        let tagEnd = bytes[min(last, bytes.count)...].firstIndex(of: 0x3E).map { $0 + 1 } ?? bytes.count
        #expect(row.earliest...max(row.offset, tagEnd) ~= single.fed)
        // That a budget is used up is known without the byte that would be one too many.
        #expect(violation.byteOffset < single.fed || single.fed == bytes.count || row.level == "limit")
    }

    @Test(
        "RFC6120-11.3-5: no event depends on a byte behind the fault",
        arguments: try FaultyCase.all().filter { $0.isTokenizersToJudge && $0.level != "eof" })
    func nothingBehindTheFault(_ row: FaultyCase) throws {
        let bytes = try Corpus.bytes(of: row.path)
        let whole = TokenizerOutcome.of(bytes, rules: row.rules, limits: row.limits)
        guard let violation = whole.violation else { return #expect(row.conditions.contains("none")) }
        let faulty = bytes[...Int(violation.byteOffset)]
        let alone = TokenizerOutcome.of(Array(faulty), rules: row.rules, limits: row.limits, finishing: false)
        #expect(alone.events == whole.events)
        for tail in FaultyCorpusTests.tails {
            let other = Array(faulty) + Array(repeatElement(tail, count: 40).joined())
            let changed = TokenizerOutcome.of(other, rules: row.rules, limits: row.limits)
            #expect(changed.events.starts(with: whole.events.dropLast()))
            if let alone = alone.violation { #expect(changed.violation == alone) }
        }
    }

    /// What to put behind a fault: nothing legal, more markup, and text.
    private static let tails: [[UInt8]] = [[0x00], Array("' \"><y a='1'/>".utf8), Array("x y ".utf8)]
}

extension FaultyCase {
    /// Rows of level `document` have a root that opens no stream. The tokenizer judges no names, so for it the rows of
    /// level `stream` are documents like any other, and what stands between their first-level elements is its business.
    var rules: XMLTokenizer.Rules { level == "document" ? .document : .stream }

    /// Whether the tokenizer has to refuse it: names of headers and of first-level elements are left to the engine.
    var isTokenizersToJudge: Bool { level != "stream" || path.hasSuffix("-under-root.xml") }

    /// The limit that a row of level `limit` names in its reason; none for all others.
    var limits: XMLLimits {
        var limits = XMLLimits.unbounded
        switch path.split(separator: "/").last {
        case "limit-stanza-70k.xml", "limit-tag-whitespace-70k.xml": limits.stanzaBytes = 65536
        case "limit-depth-2000.xml": limits.depth = 256
        case "limit-attributes-3000.xml": limits.attributesPerElement = 256
        case "limit-namespaces-1000.xml": limits.declarationsPerElement = 256
        case "limit-name-20k.xml", "limit-attribute-name-20k.xml": limits.nameBytes = 1024
        case "limit-attribute-value-70k.xml": limits.valueBytes = 65536
        case "limit-whitespace-70k.xml": limits.interstanzaBytes = 65536
        // The row's offset counts 65 536 bytes from the value of the last attribute, not from the header's first byte.
        case "limit-header-70k.xml": limits.headerBytes = 65679
        default: break
        }
        return limits
    }
}
