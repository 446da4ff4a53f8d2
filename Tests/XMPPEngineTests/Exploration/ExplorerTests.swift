import Testing
import XMPPTestKit

@Suite struct ExplorerTests {
    /// A number that may be doubled, or made one more, up to 20.
    struct Number: ExplorableWorld {
        enum Move: String, CustomStringConvertible {
            case double
            case increment
            var description: String { rawValue }
        }

        var key = 1
        var forbidden: Int?
        /// What nobody may come to by doubling.
        var undoubled: Int?

        var moves: [Move] { key > 20 ? [] : [.double, .increment] }
        var brokenRule: String? { key == forbidden ? "never \(key)" : nil }
        var outcome: String? { moves.isEmpty ? "too large" : nil }

        mutating func make(_ move: Move) -> MoveReport {
            switch move {
            case .double: key *= 2
            case .increment: key += 1
            }
            var report = MoveReport()
            if move == .double, key == undoubled { report.brokenRules = ["never \(key) by doubling", "another"] }
            return report
        }
    }

    @Test func `every state is visited once, and counted`() {
        let result = Explorer().walk(from: Number())
        // 1 to 20, 21, and the even numbers from 22 to 40.
        #expect(result.stateCount == 31 && result.transitionCount == 40 && result.isComplete)
        #expect(result.outcomes == ["too large": 11] && result.depth == 7)
    }

    @Test func `a broken rule comes with a shortest path to it`() {
        let result = Explorer().walk(from: Number(forbidden: 10))
        #expect(result.fault?.rule == "never 10" && !result.isComplete)
        #expect(result.fault?.path == ["double", "double", "increment", "double"])
    }

    @Test func `a rule that a move breaks is found though the state is known, and the first is told`() {
        // 2 is there already when it is come to by doubling a second time.
        let result = Explorer().walk(from: Number(undoubled: 8))
        #expect(result.fault?.rule == "never 8 by doubling" && !result.isComplete)
        #expect(result.fault?.path == ["double", "double", "double"])
        #expect(Explorer().walk(from: Number(undoubled: 7)).fault == nil)
    }

    @Test(arguments: [Explorer(maximumStates: 5), Explorer(maximumDepth: 2)])
    func `a bound is kept, and told`(explorer: Explorer) {
        let result = explorer.walk(from: Number())
        #expect(!result.isComplete && result.stateCount == 5 - (explorer.maximumDepth == 2 ? 1 : 0))
    }
}
