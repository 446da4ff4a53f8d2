import Testing

@testable import UnicodeProfiles

@Suite struct NormalizationTests {
    /// A row of Unicode's own test: a text and its four forms.
    struct Row {
        let part: String
        let source: [UInt8]
        let nfc: [UInt8]
        let nfd: [UInt8]
        let nfkc: [UInt8]
        let nfkd: [UInt8]

        init(_ cells: [String]) throws {
            part = cells[0]
            source = try Row.bytes(cells[1])
            var forms: [[UInt8]] = []
            for index in 2..<6 {
                let cell = index < cells.count ? cells[index] : "="
                switch cell {
                case "=": forms.append(source)
                case "<": forms.append(try #require(forms.last))
                default: forms.append(try Row.bytes(cell))
                }
            }
            (nfc, nfd, nfkc, nfkd) = (forms[0], forms[1], forms[2], forms[3])
        }

        private static func bytes(_ cell: String) throws -> [UInt8] {
            let text = try #require(UnicodeCorpus.text(ofCodes: cell))
            return Array(text.utf8)
        }
    }

    @Test func `Unicode's NormalizationTest passes`() throws {
        let rows = try UnicodeCorpus.rows(of: "normalization.tsv").map(Row.init)
        #expect(rows.count > 20_000)
        for row in rows {
            for text in [row.source, row.nfc, row.nfd] where try Normalization.nfc(text) != row.nfc {
                Issue.record("NFC of \(String(decoding: text, as: UTF8.self).unicodeScalars.map(\.value))")
            }
            for text in [row.nfkc, row.nfkd] where try Normalization.nfc(text) != row.nfkc {
                Issue.record("NFC of \(String(decoding: text, as: UTF8.self).unicodeScalars.map(\.value))")
            }
            for text in [row.source, row.nfc, row.nfd, row.nfkc, row.nfkd]
            where try Normalization.nfkc(text) != row.nfkc {
                Issue.record("NFKC of \(String(decoding: text, as: UTF8.self).unicodeScalars.map(\.value))")
            }
        }
        // Part 1 has all characters that change; every other is the same in all forms.
        let listed = Set(rows.filter { $0.part == "1" }.map(\.source))
        var changed: [UInt32] = []
        for value in UInt32(0)..<0x11_0000 where value & 0x1F_F800 != 0xD800 {
            let text = ScalarText([MappedScalar(value, offset: 0)])
            let isChanged = [NormalizationForm.canonical, .compatible].contains { form in
                var normal = text
                return form.apply(to: &normal)
            }
            if isChanged && !listed.contains(text.utf8) { changed.append(value) }
        }
        #expect(changed == [])
    }

    @Test func `the quick check never accepts what normalization would change`() throws {
        for row in try UnicodeCorpus.rows(of: "normalization.tsv").map(Row.init) {
            let text = try ScalarText(row.source[...])
            if NormalizationForm.canonical.isSurely(text) { #expect(row.source == row.nfc) }
            if NormalizationForm.compatible.isSurely(text) { #expect(row.source == row.nfkc) }
        }
    }

    @Test func `a long row of marks is sorted as a short one is`() throws {
        // Behind 33 marks another way of sorting begins.
        for count in [2, 31, 32, 33, 34, 100, 1000] {
            let marks = (0..<count).map { $0 % 3 == 0 ? "\u{301}" : $0 % 3 == 1 ? "\u{323}" : "\u{327}" }
            let text = "q" + marks.joined()
            let sorted =
                "q" + String(repeating: "\u{327}", count: count / 3)
                + String(repeating: "\u{323}", count: (count + 1) / 3)
                + String(repeating: "\u{301}", count: (count + 2) / 3)
            #expect(Array(Normalization.nfc(text).utf8) == Array(sorted.utf8))
        }
    }

    @Test(arguments: [
        ("\u{FB}", 0), ("abc", 0), ("", 0), ("A\u{30A}", 1),
    ])
    func `NFC leaves composed text alone and composes the rest`(text: String, lost: Int) {
        #expect(Normalization.nfc(text).unicodeScalars.count == text.unicodeScalars.count - lost)
    }

    @Test func `Hangul is composed and decomposed by arithmetic, all of it`() throws {
        for value in UInt32(0xAC00)...0xD7A3 {
            var jamo: [MappedScalar] = []
            #expect(Hangul.decompose(MappedScalar(value, offset: 0), into: &jamo))
            var text = ScalarText(jamo)
            #expect(NormalizationForm.canonical.apply(to: &text))
            #expect(text.scalars.map(\.value) == [value])
        }
    }
}
