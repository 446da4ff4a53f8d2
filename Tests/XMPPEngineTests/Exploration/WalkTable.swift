import Foundation
import Testing
import XMPPTestKit

/// The table of `Docs/Exploration.md`: which worlds are walked, and how many states and transitions each has.
struct WalkTable {
    struct Row: Equatable {
        let world: String
        let stateCount: Int
        let transitionCount: Int
    }

    let rows: [Row]
    /// The whole page, its lines joined.
    let text: String

    init() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let page = try String(contentsOf: root.appending(path: "Docs/Exploration.md"), encoding: .utf8)
        text = page.replacing("\n", with: " ")
        rows = page.split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard line.hasPrefix("|"), cells.count == 4, let states = Self.number(cells[1]),
                let transitions = Self.number(cells[2])
            else { return nil }
            return Row(world: cells[0], stateCount: states, transitionCount: transitions)
        }
    }

    /// Checks that the page has the counts of a walk. How long it took depends on the machine: it is only printed.
    func expect(
        _ result: Exploration, of world: String, in duration: Duration,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let row = Row(world: world, stateCount: result.stateCount, transitionCount: result.transitionCount)
        let tenths = Int((duration / .milliseconds(100)).rounded())
        let line =
            "| \(world) | \(Self.text(row.stateCount)) | \(Self.text(row.transitionCount)) "
            + "| \(tenths / 10).\(tenths % 10) |"
        print("row \(line)")
        let isThere = rows.contains(row)
        #expect(isThere, "this is the row of Docs/Exploration.md:\n\(line)", sourceLocation: sourceLocation)
    }

    /// A number as the page has it: from 10 000 on in groups of three.
    static func text(_ number: Int) -> String {
        let digits = Array("\(number)")
        if digits.count < 5 { return String(digits) }
        let head = digits.count % 3
        let groups = stride(from: head, to: digits.count, by: 3).map { String(digits[$0..<($0 + 3)]) }
        return ([String(digits[..<head])] + groups).filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static func number(_ text: String) -> Int? {
        guard let number = Int(text.replacing(" ", with: "")), Self.text(number) == text else { return nil }
        return number
    }
}

@Suite struct WalkTableTests {
    @Test func `the page of walks has a row for each world and for no other, and their sums`() throws {
        let table = try WalkTable()
        let worlds =
            try HonestPairTests.scenarios().map(\.world) + AdversaryTests.initiating().map(\.world)
            + AdversaryTests.receiving().map(\.world)
        #expect(table.rows.map(\.world) == worlds)
        let states = table.rows.reduce(0) { $0 + $1.stateCount }
        let transitions = table.rows.reduce(0) { $0 + $1.transitionCount }
        let sum =
            "\(worlds.count) worlds, \(WalkTable.text(states)) states and \(WalkTable.text(transitions)) transitions"
        #expect(table.text.contains(sum), "the page does not say: \(sum)")
    }

    @Test(arguments: [(0, "0"), (9999, "9999"), (10_000, "10 000"), (123_456, "123 456"), (1_234_567, "1 234 567")])
    func `numbers stand in groups of three`(number: Int, text: String) {
        #expect(WalkTable.text(number) == text)
    }
}
