import Testing
import UnicodeProfiles

/// Work grows with the input and no faster. Every row would take hours if it were quadratic.
@Suite(.timeLimit(.minutes(5))) struct BoundTests {
    static let hostile: [(name: String, text: String)] = [
        ("marks in falling order", "a" + String(repeating: "\u{301}\u{323}\u{327}", count: 30_000)),
        ("marks without a base", String(repeating: "\u{323}\u{301}", count: 50_000)),
        ("joiners", String(repeating: "\u{628}\u{200C}", count: 50_000)),
        (
            "joiners among transparent marks",
            String(repeating: "\u{628}\u{64B}\u{64B}\u{64B}\u{200C}\u{64B}", count: 20_000)
        ),
        ("middle dots", String(repeating: "\u{30FB}", count: 100_000)),
        ("Arabic digits", String(repeating: "\u{660}", count: 100_000)),
        ("İ", String(repeating: "İ", count: 100_000)),
        ("the character with the longest decomposition", String(repeating: "\u{FDFA}", count: 20_000)),
        ("spaces", String(repeating: " \u{3000}", count: 50_000)),
        ("dots", String(repeating: "ü.", count: 50_000)),
        ("A-labels", String(repeating: "xn--tda.", count: 20_000)),
        ("one long label", String(repeating: "ü", count: 100_000)),
        ("one long A-label", "xn--" + String(repeating: "9", count: 100_000)),
    ]

    @Test(arguments: hostile.map(\.name))
    func `hostile text costs no more than its length`(name: String) throws {
        let row = try #require(BoundTests.hostile.first { $0.name == name })
        for preparation in Preparation.allCases {
            let output = preparation.apply(to: row.text)
            // NFKC makes at most eighteen characters, thirty-three bytes, of one.
            if let output { #expect(output.utf8.count <= row.text.utf8.count * 11) }
        }
    }
}
