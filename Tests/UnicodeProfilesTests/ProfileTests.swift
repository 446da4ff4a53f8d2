import FuzzSupport
import Testing

@testable import UnicodeProfiles

@Suite struct ProfileTests {
    @Test(
        "RFC7622-3.3-4, RFC7622-3.4-5: each profile says what is wrong and where it stood in the input",
        arguments: [
            (.usernameCaseMapped, "", .empty, 0), (.usernameCaseMapped, "a b", .disallowed, 1),
            (.usernameCaseMapped, "Ü\u{2665}", .disallowed, 2), (.usernameCaseMapped, "henry\u{2163}", .disallowed, 5),
            // İ becomes two characters and ﾃﾞ one, but what follows stays where it was.
            (.usernameCaseMapped, "İ\u{FF83}\u{FF9E}♚", .disallowed, 8),
            (.usernameCaseMapped, "a\u{7}", .disallowed, 1),
            (.usernameCaseMapped, "q\u{301}\u{323}\u{378}", .unassigned, 5),
            (.usernameCaseMapped, "a\u{200C}b", .context, 1), (.usernameCaseMapped, "\u{660}\u{6F0}", .context, 0),
            (.usernameCaseMapped, "אa", .bidirectional, 2), (.usernameCasePreserved, "א!", .bidirectional, 2),
            (.usernameCasePreserved, "\u{FF20}\u{A0}", .disallowed, 3), (.opaqueString, "", .empty, 0),
            (.opaqueString, "my cat is a \tby", .disallowed, 12), (.opaqueString, "é\u{7F}", .disallowed, 2),
            (.opaqueString, "\u{E000}", .disallowed, 0), (.opaqueString, "\u{FFFF}", .disallowed, 0),
            (.opaqueString, "a\u{AD}", .disallowed, 1), (.nickname, " \u{3000}", .empty, 0),
            (.nickname, "a\u{202E}b", .disallowed, 1),
        ] as [(PRECISProfile, String, ProfileViolation.Code, Int)])
    func refused(profile: PRECISProfile, text: String, code: ProfileViolation.Code, offset: Int) {
        #expect(throws: ProfileViolation(code, at: offset)) { try profile.enforce(text) }
        #expect(throws: ProfileViolation(code, at: offset)) { try profile.enforce(Array(text.utf8)) }
    }

    @Test(
        "RFC7622-3.3-3, RFC7622-3.4-3: each profile maps what it maps and no more",
        arguments: [
            (.usernameCaseMapped, "JULIET", "juliet"), (.usernameCaseMapped, "Ｊuliet", "juliet"),
            (.usernameCaseMapped, "ÅSA", "\u{E5}sa"), (.usernameCaseMapped, "A\u{30A}", "\u{E5}"),
            (.usernameCaseMapped, "İ", "i\u{307}"), (.usernameCaseMapped, "Ჰ", "ჰ"), (.usernameCaseMapped, "ẞ", "ß"),
            (.usernameCaseMapped, "\u{212A}", "k"), (.usernameCaseMapped, "\u{FF76}\u{FF9E}", "ガ"),
            (.usernameCaseMapped, "ΣΑΣ", "σασ"), (.usernameCaseMapped, "\u{1112}\u{1161}\u{11AB}", "한"),
            (.usernameCasePreserved, "Ｊuliet", "Juliet"), (.usernameCasePreserved, "A\u{30A}", "\u{C5}"),
            (.opaqueString, "a\u{A0}\u{3000}b", "a  b"), (.opaqueString, "Ａ\u{2163}♚", "Ａ\u{2163}♚"),
            (.opaqueString, " a ", " a "), (.nickname, " St\u{A0} Peter ", "St Peter"),
            (.nickname, "\u{2163}", "IV"), (.nickname, "\u{A8}a", "\u{308}a"),
        ] as [(PRECISProfile, String, String)])
    func mapped(profile: PRECISProfile, text: String, expected: String) throws {
        let output = try profile.enforce(text)
        #expect(Array(output.utf8) == Array(expected.utf8))
        #expect(Array(try profile.enforce(output).utf8) == Array(expected.utf8))
    }

    @Test func `bytes that are no UTF-8 are refused where they begin`() {
        let rows: [([UInt8], Int)] = [
            ([0x80], 0), ([0x61, 0xC3, 0x28], 1), ([0xE2, 0x82], 0), ([0xC1, 0x81], 0), ([0xE0, 0x80, 0x80], 0),
            ([0xC3, 0xA9, 0xED, 0xBF, 0xBF], 2), ([0xF0, 0x8F, 0xBF, 0xBF], 0), ([0xF5, 0x80, 0x80, 0x80], 0),
        ]
        for (bytes, offset) in rows {
            let violation = ProfileViolation(.invalidUTF8, at: offset)
            for profile in PRECISProfile.allCases {
                #expect(throws: violation) { try profile.enforce(bytes) }
            }
            #expect(throws: violation) { try SASLprep.prepare(bytes, as: .stored) }
            #expect(throws: violation) { try Normalization.nfc(bytes) }
        }
    }

    @Test func `RFC7622-IMPL-I1-1: what the fast path for ASCII accepts, the full rules accept and leave alone`()
        throws
    {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<3000 {
            let length = Int.random(in: 0...5, using: &generator)
            let bytes = (0..<length).map { _ in
                Bool.random(using: &generator)
                    ? "aZ0-. @".utf8.randomElement(using: &generator) ?? 0
                    : UInt8.random(in: 0..<0x80, using: &generator)
            }
            for profile in PRECISProfile.allCases {
                let full = Result { () throws(ProfileViolation) in try ProfileRules(profile).enforce(bytes[...]).utf8 }
                if profile.accepts(ascii: bytes) { #expect(full == .success(bytes), "\(profile) \(bytes)") }
                #expect(Result { () throws(ProfileViolation) in try profile.enforce(bytes) } == full)
            }
            let domain = Result { () throws(ProfileViolation) in try DomainName(bytes[...]).unicodeForm.utf8 }
            if IDNA.accepts(ascii: bytes) { #expect(domain == .success(bytes), "\(bytes)") }
            #expect(Result { () throws(ProfileViolation) in try IDNA.unicodeForm(bytes) } == domain)
            let prepared = Result { () throws(ProfileViolation) in try SASLprepRules.prepare(bytes, as: .stored) }
            #expect(Result { () throws(ProfileViolation) in try SASLprep.prepare(bytes, as: .stored) } == prepared)
        }
    }

    @Test(
        "prepared ASCII takes the fast path",
        arguments: PRECISProfile.allCases)
    func fast(profile: PRECISProfile) {
        #expect(profile.accepts(ascii: "juliet@example.com".utf8))
        #expect(!profile.accepts(ascii: [UInt8]()))
        #expect(!profile.accepts(ascii: "é".utf8))
        #expect(profile.accepts(ascii: "Juliet".utf8) == (profile != .usernameCaseMapped))
        #expect(profile.accepts(ascii: "a b".utf8) == (profile == .opaqueString || profile == .nickname))
        #expect(profile.accepts(ascii: "a  b".utf8) == (profile == .opaqueString))
        #expect(profile.accepts(ascii: "b ".utf8) == (profile == .opaqueString))
    }

    @Test func `the tables are of one Unicode version`() { #expect(unicodeVersion == "18.0.0") }
}
