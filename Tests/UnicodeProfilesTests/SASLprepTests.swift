import Testing
import UnicodeProfiles

@Suite struct SASLprepTests {
    @Test(
        "SASLprep maps what it maps",
        arguments: [
            ("pencil", "pencil"), ("", ""), ("a\u{A0}b", "a b"), ("a\u{200B}b", "a b"), ("\u{FE0F}a\u{2060}", "a"),
            ("\u{2F868}", "\u{2136A}"), ("e\u{301}", "\u{E9}"), ("\u{1E9B}\u{323}", "\u{1E69}"),
            ("\u{627}1\u{628}", "\u{627}1\u{628}"), ("パスワード", "パスワード"), ("ﾊﾟ", "パ"),
        ])
    func mapped(text: String, expected: String) throws {
        for purpose in [SASLprep.Purpose.stored, .query] {
            let output = try SASLprep.prepare(text, as: purpose)
            #expect(Array(output.utf8) == Array(expected.utf8))
        }
    }

    @Test(
        "SASLprep says what is wrong and where it stood",
        arguments: [
            ("a\u{7F}", .disallowed, 1), ("\u{AD}\u{7}", .disallowed, 2), ("é\u{E000}", .disallowed, 2),
            ("\u{FFFD}", .disallowed, 0), ("a\u{2FF0}", .disallowed, 1), ("a\u{200E}", .disallowed, 1),
            ("a\u{E0001}", .disallowed, 1), ("\u{627}1", .bidirectional, 2), ("1\u{627}", .bidirectional, 0),
            ("\u{627}a\u{627}", .bidirectional, 2), ("\u{5D0}\u{5B0}", .bidirectional, 2),
        ] as [(String, ProfileViolation.Code, Int)])
    func refused(text: String, code: ProfileViolation.Code, offset: Int) {
        for purpose in [SASLprep.Purpose.stored, .query] {
            #expect(throws: ProfileViolation(code, at: offset)) { try SASLprep.prepare(text, as: purpose) }
        }
    }

    @Test func `what Unicode 3.2 does not have may be asked for but not stored`() throws {
        for text in ["a\u{221}", "\u{1F600}", "\u{1E9E}", "\u{378}"] {
            #expect(try SASLprep.prepare(text, as: .query) == text)
            #expect(throws: ProfileViolation(.unassigned, at: text.first == "a" ? 1 : 0)) {
                try SASLprep.prepare(text, as: .stored)
            }
        }
    }
}
