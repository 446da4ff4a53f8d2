import FuzzSupport
import Testing
import XMLStream

@Suite struct NameTests {
    @Test("XML-2.3-2, XML-2.3-4, XML-2.3-5: names follow the ranges of the fifth edition", arguments: NameRanges.bounds)
    func ranges(_ scalar: Unicode.Scalar) {
        let isStart = NameRanges.starts.contains { $0.contains(scalar.value) }
        let isName = isStart || NameRanges.others.contains { $0.contains(scalar.value) }
        for frame in ["<#/>", "<a #='1'/>", "<p:# xmlns:p='u'/>", "<a xmlns:#='u'/>"] { check(frame, scalar, isStart) }
        for frame in ["<a#/>", "<a b#='1'/>", "<p:a# xmlns:p='u'/>", "<a xmlns:p#='u'/>", "<a#></a#>"] {
            check(frame, scalar, isName)
        }
    }

    private func check(_ frame: String, _ scalar: Unicode.Scalar, _ isLegal: Bool) {
        let bytes = Array(frame.replacing("#", with: String(Character(scalar))).utf8)
        let sweep = CutSweep(bytes, rules: .document)
        #expect((sweep.whole.violation == nil) == isLegal, "\(frame)")
        #expect(sweep.finding() == nil)
        #expect(TokenizerOutcome.of(bytes, chunk: 1, rules: .document).agrees(with: sweep.whole))
        #expect(ExpatComparison.finding(sweep.whole, of: bytes, rules: .document) == nil)
        if let violation = sweep.whole.violation { #expect(violation.condition == .notWellFormed) }
    }

    @Test(
        "XML-2.3-3: a name starts with a letter or _, not with a digit, hyphen or full stop",
        arguments: [
            Row.fault("<‸1a/>"), .fault("<‸-a/>"), .fault("<‸.a/>"), .fault("<a ‸1='x'/>"), .fault("<a ‸-='x'/>"),
            .fault("<a><‸9/></a>"), .fault("<p:‸-a xmlns:p='u'/>"), .accepted("<_/>"), .accepted("<_1-.x _.='1'/>"),
        ])
    func firstCharacter(_ row: Row) { expect(row) }

    @Test("every ASCII character is a name's or is not") func ascii() {
        for value in UInt8(0)..<0x80 {
            let scalar = Unicode.Scalar(value)
            let isLetter = scalar.properties.isAlphabetic || scalar == "_"
            let isName = isLetter || "0123456789-.".unicodeScalars.contains(scalar)
            let bytes = Array("<a".utf8) + [value] + Array("b c='1'/>".utf8)
            let outcome = TokenizerOutcome.of(bytes, rules: .document)
            if isName {
                #expect(outcome.events.starts(with: Array("START\t{}a".utf8) + [value]), "\(value)")
            } else {
                #expect(!outcome.events.starts(with: Array("START\t{}a".utf8) + [value, 0x62]), "\(value)")
            }
            #expect(TokenizerOutcome.of(bytes, chunk: 1, rules: .document).agrees(with: outcome))
        }
    }

    @Test(
        "names of every length keep every byte, in elements, attributes and prefixes",
        arguments: [1, 7, 8, 9, 15, 16, 17, 24, 254, 255, 256, 300])
    func lengths(_ length: Int) {
        let name = "n" + String(repeating: "ab-é.", count: length).prefix(length - 1)
        let events = "START\t{u}\(name)\t{}\(name)=1\t{u}\(name)=2\nSTART\t{}\(name)\nEND\t{}\(name)\nEND\t{u}\(name)\n"
        expect(
            .events(
                "<\(name):\(name) xmlns:\(name)='u' \(name)='1' \(name):\(name)='2'><\(name)/></\(name):\(name)>",
                events))
    }
}

/// The name characters of XML 1.0, fifth edition, §2.3, beyond ASCII.
private enum NameRanges {
    /// `NameStartChar`.
    static let starts: [ClosedRange<UInt32>] = [
        0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F,
        0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x1_0000...0xE_FFFF,
    ]
    /// What `NameChar` has beside those.
    static let others: [ClosedRange<UInt32>] = [0xB7...0xB7, 0x300...0x36F, 0x203F...0x2040]

    /// Both ends of each range, their neighbours, and a few more that are none.
    static var bounds: [Unicode.Scalar] {
        var values: Set<UInt32> = [0x80, 0x85, 0xA0, 0x2028, 0xFFFE, 0xFFFF, 0xF_0000, 0x10_FFFF]
        for range in starts + others {
            values.formUnion([range.lowerBound - 1, range.lowerBound, range.upperBound, range.upperBound + 1])
        }
        return values.sorted().compactMap(Unicode.Scalar.init).filter { !$0.isASCII }
    }
}
