import FuzzSupport
import Testing
import XMLStream

@Suite struct CharacterTests {
    /// Bounds of `Char` (XML 1.0 §2.2): code points that are characters, and their neighbours that are not.
    static let characters: [UInt32] = [
        0x9, 0xA, 0xD, 0x20, 0x7F, 0x80, 0x85, 0x9F, 0xD7FF, 0xE000, 0xFDD0, 0xFFFD, 0x1_0000, 0x1_FFFE, 0x1_FFFF,
        0x10_FFFE, 0x10_FFFF,
    ]
    static let others: [UInt32] =
        [0xB, 0xC, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xFFFE, 0xFFFF] + Array(0...8) + Array(0xE...0x1F)

    @Test(
        "XML-2.2-1, XML-2.2-4: every Char is legal, DEL, C1 controls and noncharacters too, raw and by reference",
        arguments: characters)
    func character(_ value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        let escapes: [UInt32: String] = [0x9: "\\t", 0xA: "\\n", 0xD: "\\r"]
        let shown = escapes[value] ?? String(Character(scalar))
        let reference = "&#x\(String(value, radix: 16));"
        expect(
            .events(
                "<a b='\(reference)'>&#\(value);\(reference)</a>",
                "START\t{}a\t{}b=\(shown)\nTEXT\t\(shown)\(shown)\nEND\t{}a\n"))
        if escapes[value] != nil { return }
        expect(
            .events(
                "<a b='\(Character(scalar))'>\(Character(scalar))<![CDATA[\(Character(scalar))]]></a>",
                "START\t{}a\t{}b=\(shown)\nTEXT\t\(shown)\(shown)\nEND\t{}a\n"))
    }

    @Test(
        "XML-2.2-1, XML-2.2-2, XML-2.2-3: no other code point is, raw or by reference: not NUL, C0 controls, U+FFFE",
        arguments: others)
    func noCharacter(_ value: UInt32) {
        // Surrogates have no UTF-8; their three bytes are ill-formed at the second.
        let raw: String
        let condition: StreamErrorCondition
        switch value {
        case 0..<0x20: (raw, condition) = ("‸⟦\(String(value, radix: 16))⟧", .notWellFormed)
        case 0xFFFE, 0xFFFF: (raw, condition) = ("⟦EF BF⟧‸⟦\(String(value & 0xFF ^ 0x40, radix: 16))⟧", .notWellFormed)
        default:
            let second = String(0x80 | value >> 6 & 0x3F, radix: 16)
            (raw, condition) = ("⟦ED⟧‸⟦\(second) \(String(0x80 | value & 0x3F, radix: 16))⟧", .unsupportedEncoding)
        }
        for frame in ["<a>x#y</a>", "<a b='x#y'/>", "<a><![CDATA[x#y]]></a>", "<a xmlns='x#y'/>"] {
            expect(.fault(frame.replacing("#", with: raw), condition))
        }
        for reference in ["&#\(value)‸;", "&#x\(String(value, radix: 16))‸;"] {
            expect(.fault("<a>\(reference)</a>"))
            expect(.fault("<a b='\(reference)'/>"))
        }
    }

    @Test(
        "XML-2.3-1: white space is space, tab, CR and LF alone",
        arguments: [
            Row.same("<a\tb='1'\rc='2'\n d='3' ></a\t>", as: "<a b='1' c='2' d='3'></a>"),
            .fault("<a b='1'⟦C2⟧‸⟦A0⟧c='2'/>"), .fault("<a b='1'⟦C2⟧‸⟦85⟧c='2'/>"),
            .fault("<a b='1'⟦E2 80⟧‸⟦A8⟧c='2'/>"),
            .fault("<a‸⟦0C⟧b='1'/>"), .fault("<a‸⟦0B⟧/>"), .fault("<a>⟦C2 A0⟧</a⟦C2⟧‸⟦A0⟧>"),
        ])
    func whiteSpace(_ row: Row) {
        // A character beyond ASCII in a wrong place may be told at its first byte, or once it is known whole.
        expect(row.atLead)
    }

    @Test(
        "XML-4.3.3-1, S01, RFC6120-11.6-4: ill-formed UTF-8 is refused at its first wrong byte, wherever it stands",
        arguments: [
            "‸⟦80⟧", "‸⟦BF⟧", "‸⟦C0 80⟧", "‸⟦C1 BF⟧", "‸⟦F5 80 80 80⟧", "‸⟦FF⟧", "‸⟦FE⟧", "⟦E0⟧‸⟦9F BF⟧",
            "⟦E0⟧‸⟦80 80⟧",
            "⟦ED⟧‸⟦A0 80⟧", "⟦ED⟧‸⟦BF BF⟧", "⟦F0⟧‸⟦8F BF BF⟧", "⟦F4⟧‸⟦90 80 80⟧", "⟦C3⟧‸⟦C3⟧", "⟦E2⟧‸⟦28 A1⟧",
            "⟦E2 82⟧‸⟦28⟧", "⟦F0 9F⟧‸⟦28⟧", "⟦F0 9F 98⟧‸⟦28⟧", "⟦F0 9F 98⟧‸⟦C3⟧", "⟦C3 A9⟧‸⟦A9⟧",
        ])
    func illFormed(_ sequence: String) {
        for frame in [
            "<a>#</a>", "<a>some text before it #</a>", "<a b='#'/>", "<a><![CDATA[#]]></a>", "<a xmlns='#'/>",
            "<a xmlns:p='#'/>",
        ] {
            expect(.fault(frame.replacing("#", with: sequence), .unsupportedEncoding))
        }
        expect(.fault("\(header)\(sequence)</stream:stream>", .unsupportedEncoding), rules: .stream)
        // Outside the root no character may stand, whatever its later bytes.
        let isFirst = sequence.hasPrefix("‸")
        expect(Row.fault("<a/>\(sequence)", isFirst ? .unsupportedEncoding : .notWellFormed).atLead)
    }

    @Test(
        "XML-4.3.3-1, S01: ill-formed UTF-8 in names is refused",
        arguments: [
            "<‸⟦80⟧a/>", "<a‸⟦80⟧/>", "<⟦C3⟧‸/>", "<a⟦E4 B8⟧‸/>", "<a ‸⟦FF⟧='1'/>", "<a b⟦ED⟧‸⟦A0 80⟧='1'/>",
            "<p‸⟦C1 81⟧:a/>",
            "<p:‸⟦C1 81⟧a/>", "<a>&b‸⟦FF⟧;</a>", "<a xmlns:⟦F0⟧‸⟦80 80 80⟧='u'/>", "‸⟦80⟧<a/>",
            "<?xml version='1.0' encoding='‸⟦FF⟧'?><a/>",
        ])
    func illFormedNames(_ input: String) { expect(.fault(input, .unsupportedEncoding)) }

    @Test("XML-4.3.3-2, RFC6120-11.6-1: sequences of every length give the same text, wherever they are cut")
    func wellFormed() {
        let text = "a\u{7F}\u{80}é\u{7FF}\u{800}€\u{D7FF}\u{E000}\u{FFFD}\u{10000}😀\u{10FFFF}z"
        expect(
            .events(
                "<a b='\(text)'>\(text)<![CDATA[\(text)]]></a>",
                "START\t{}a\t{}b=\(text)\nTEXT\t\(text)\(text)\nEND\t{}a\n"))
        expect(.events("<é😀><ψ漢字/></é😀>", "START\t{}é😀\nSTART\t{}ψ漢字\nEND\t{}ψ漢字\nEND\t{}é😀\n"))
    }

    @Test(
        "XML-4.3.3-3, RFC6120-11.6-6: U+FEFF before the root is illegal, in content it is a character",
        arguments: [
            Row.fault("‸⟦EF BB BF⟧<a/>"), .fault("‸⟦EF BB BF⟧<?xml version='1.0'?><a/>"), .fault(" ‸⟦EF BB BF⟧<a/>"),
            .fault("<?xml version='1.0'?>‸⟦EF BB BF⟧<a/>"), .fault("<a/>‸⟦EF BB BF⟧"),
            .events(
                "<a b='\u{FEFF}'>\u{FEFF}x</a>",
                "START\t{}a\t{}b=\u{FEFF}\nTEXT\t\u{FEFF}x\nEND\t{}a\n"),
        ])
    func byteOrderMark(_ row: Row) { expect(row) }
}

extension Row {
    /// The same row with the mark before the first byte of the character that it stands in.
    fileprivate var atLead: Row {
        var parts = input.split(separator: "‸").map(String.init)
        guard parts.count == 2, parts[0].hasSuffix("⟧"), let opening = parts[0].lastIndex(of: "⟦") else { return self }
        let lead = parts[0][opening...]
        parts[0].removeSubrange(opening...)
        return Row(input: "\(parts[0])‸\(lead)\(parts[1])", expected: expected)
    }
}
