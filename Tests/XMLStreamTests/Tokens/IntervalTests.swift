import FuzzSupport
import Testing

@testable import XMLStream

/// What stands between first-level elements, and behind the root, at the limit on it.
@Suite struct IntervalTests {
    /// Pieces that may or may not stand there.
    private static let pieces = [
        "<![CDATA[ ]]>", "<![CDATA[]]]>", "<![CDATA[\r\n]]>", " ", "\r", "&#32;", "]]", "]]>", "x", "é",
    ]

    @Test(
        "XMLIMPL-4-1, S03, S08: whatever meets the limit between elements is judged alike, however it is cut",
        arguments: pieces, [XMLTokenizer.Rules.stream, .document])
    func meeting(_ first: String, _ rules: XMLTokenizer.Rules) {
        for second in Self.pieces + [""] {
            let bytes = Array("<r>\(first)\(second)<a/></r>\(first)".utf8)
            for limit in 0...(first.utf8.count + second.utf8.count + 3) {
                var limits = XMLLimits.unbounded
                limits.interstanzaBytes = limit
                let whole = TokenizerOutcome.of(bytes, rules: rules, limits: limits)
                #expect(
                    TokenizerOutcome.of(bytes, chunk: 1, rules: rules, limits: limits).agrees(with: whole),
                    "\(first)\(second), \(limit)")
                #expect(CutSweep(bytes, rules: rules, limits: limits).finding() == nil, "\(first)\(second), \(limit)")
            }
        }
    }

    @Test(
        "S03, S08: a section that begins at the limit is refused, not looked at for ever", arguments: [8, 9, 10, 65536])
    func sectionAtLimit(_ limit: Int) {
        var limits = XMLLimits.unbounded
        limits.interstanzaBytes = limit
        let before = "<r>" + String(repeating: " ", count: limit - 8)
        for rules in [XMLTokenizer.Rules.stream, .document] {
            let outcome = TokenizerOutcome.of(
                Array((before + "<![CDATA[ ]]><a/></r>").utf8), rules: rules, limits: limits)
            #expect(outcome.violation?.condition == .policyViolation)
            #expect(outcome.violation?.byteOffset == Int64(limit + 3))
        }
    }

    @Test("S08: a limit of no bytes at all still lets stanzas follow each other, and the stream end") func noSpace()
        throws
    {
        var limits = XMLLimits()
        limits.interstanzaBytes = 0
        var stream = ElementStream(limits: limits)
        var scratch = StreamScratch()
        var told = 0
        try stream.receiveAll(Array("<r><a/><b>c</b></r>".utf8).span, using: &scratch) { _ in told += 1 }
        try stream.finish()
        #expect(told == 4)
    }
}
