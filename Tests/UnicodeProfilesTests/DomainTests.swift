import Testing
import UnicodeProfiles

@Suite struct DomainTests {
    @Test(
        """
        RFC7622-3.2-5, RFC7622-3.2.1-2, RFC7622-3.2.2-1, RFC7622-3.2.2-2, RFC7622-3.2.3-1: \
        names come to one form: lower case, NFC, narrow, U-labels, no dot at the end
        """,
        arguments: [
            ("example.com", "example.com", "example.com"),
            ("EXAMPLE.com", "example.com", "example.com"),
            ("example.com.", "example.com", "example.com"),
            ("localhost", "localhost", "localhost"),
            ("127.0.0.1", "127.0.0.1", "127.0.0.1"),
            ("xn--fu-hia.example", "fuß.example", "xn--fu-hia.example"),
            ("XN--FU-HIA.example", "fuß.example", "xn--fu-hia.example"),
            ("fuß.example", "fuß.example", "xn--fu-hia.example"),
            ("FUß.Example", "fuß.example", "xn--fu-hia.example"),
            ("bu\u{308}cher.example", "b\u{FC}cher.example", "xn--bcher-kva.example"),
            ("BÜCHER.example", "bücher.example", "xn--bcher-kva.example"),
            ("ｅｘａｍｐｌｅ．com", "example.com", "example.com"),
            ("例え。テスト", "例え.テスト", "xn--r8jz45g.xn--zckzah"),
            ("例え｡ﾃｽﾄ", "例え.テスト", "xn--r8jz45g.xn--zckzah"),
            ("xn--r8jz45g。テスト。", "例え.テスト", "xn--r8jz45g.xn--zckzah"),
            ("ΑΣ.example", "ασ.example", "xn--mxa0b.example"),
            ("أهلا.example", "أهلا.example", "xn--igbi0gl.example"),
            // Cherokee has its valid letters among the capitals.
            ("xn--f9dt7l.example", "ᏣᎳᎩ.example", "xn--f9dt7l.example"),
            ("ᏣᎳᎩ.example", "ᏣᎳᎩ.example", "xn--f9dt7l.example"),
            ("l·l.cat", "l·l.cat", "xn--ll-0ea.cat"),
            ("נא.בא", "נא.בא", "xn--4db5a.xn--4dbb"),
        ])
    func form(domain: String, unicode: String, ascii: String) throws {
        #expect(Array(try IDNA.unicodeForm(domain).utf8) == Array(unicode.utf8))
        #expect(try IDNA.unicodeForm(unicode) == unicode)
        #expect(try IDNA.asciiForm(domain) == ascii)
        #expect(try IDNA.unicodeForm(ascii) == unicode)
    }

    @Test(
        "RFC7622-3.2.1-1: labels are letters, digits and hyphens or U-labels, and what is none is refused where it is",
        arguments: [
            ("", .empty, 0), (".", .empty, 0), ("a..b", .emptyLabel, 2), (".a", .emptyLabel, 0),
            ("a..", .emptyLabel, 2),
            ("bad_label", .disallowed, 3), ("a b.c", .disallowed, 1), ("a.b c", .disallowed, 3),
            ("a@b", .disallowed, 1),
            ("-a", .hyphen, 0), ("a.b-", .hyphen, 3), ("ab--c", .hyphen, 2), ("ü-.de", .hyphen, 2),
            ("aü--b", .hyphen, 3),
            ("\u{301}a", .leadingMark, 0), ("a.\u{64B}", .leadingMark, 2), ("xn--a-\u{FC}", .hyphen, 2),
            ("xn--", .encodedLabel, 0), ("a.xn--a", .disallowed, 2), ("a.xn--9", .encodedLabel, 2),
            ("xn--99999999", .encodedLabel, 0),
            // Encodings of what is ASCII, is not normal, or could be written shorter.
            ("xn--abc-", .encodedLabel, 0), ("xn--bcher-kva8445foa", .disallowed, 0), ("xn--a-ecp.ru", .disallowed, 0),
            ("a\u{2665}.com", .disallowed, 1), ("\u{2163}", .disallowed, 0), ("a\u{E000}", .disallowed, 1),
            ("a\u{378}", .unassigned, 1), ("a\u{200D}b", .context, 1), ("a·b", .context, 1), ("\u{30FB}a", .context, 0),
            ("אa", .bidirectional, 2), ("א.1", .bidirectional, 3), ("a\u{661}", .bidirectional, 1),
            (String(repeating: "a", count: 64), .labelLength, 0),
            ("b." + String(repeating: "ü", count: 60), .labelLength, 2),
        ] as [(String, ProfileViolation.Code, Int)])
    func refused(domain: String, code: ProfileViolation.Code, offset: Int) {
        #expect(throws: ProfileViolation(code, at: offset)) { try IDNA.unicodeForm(domain) }
        #expect(throws: ProfileViolation.self) { try IDNA.asciiForm(domain) }
    }

    @Test func `a label of 63 bytes in ASCII form is as long as one may be, and a name of 253`() throws {
        let label = String(repeating: "a", count: 63)
        #expect(try IDNA.unicodeForm(label) == label)
        let long = [label, label, label, String(repeating: "a", count: 61)].joined(separator: ".")
        #expect(try IDNA.asciiForm(long) == long)
        #expect(throws: ProfileViolation(.nameLength, at: 0)) { try IDNA.asciiForm(long + "a") }
        // Not to be looked up, but an address may have it as far as this goes.
        #expect(try IDNA.unicodeForm(long + "a") == long + "a")
    }

    @Test func `RFC7622-3.2.1-3: bytes that are no UTF-8 are no name`() {
        for bytes: [UInt8] in [
            [0xFF], [0x61, 0xC3], [0x61, 0xED, 0xA0, 0x80], [0xC0, 0xAE], [0xF4, 0x90, 0x80, 0x80],
        ] {
            let offset = bytes[0] == 0x61 ? 1 : 0
            #expect(throws: ProfileViolation(.invalidUTF8, at: offset)) { try IDNA.unicodeForm(bytes) }
        }
    }
}
