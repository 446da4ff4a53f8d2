import Testing
import XMPPNegotiation
import XMPPTestKit

@testable import XMPPEngine

/// Two streams with the features of the library, of which one is put away and restored in between.
@Suite struct SnapshotPairTests {
    @Test(arguments: PairWalk.Row.all)
    func `a pair comes to its end from wherever one side of it was restored`(row: PairWalk.Row) throws {
        var walk = try PairWalk(row)
        var places: [String] = []
        while let role = try walk.step() {
            var restored = walk
            let state =
                switch role {
                case .initiating: try Self.restore(&restored.pair.initiating)
                case .receiving: try Self.restore(&restored.pair.receiving)
                }
            guard let state else { continue }
            places.append("\(role) \(state)")
            while try restored.step() != nil {}
            restored.expectEnd(from: "\(role) \(state)")
        }
        walk.expectEnd(from: "the beginning")
        #expect(places.count >= row.snapshots, "\(places)")
    }

    /// Puts the stream away, if it can be, and takes one that is restored in its place.
    ///
    /// - Returns: Where it stood; nil where it was not quiescent.
    private static func restore(_ driver: inout StreamDriver<AccountHost>) throws -> String? {
        let now = driver.clock.now
        let remaining = Dictionary(uniqueKeysWithValues: driver.clock.settings.map { ($0.timer, $0.due - now) })
        guard let snapshot = try? driver.stream.snapshot(remaining: remaining) else { return nil }
        let before = Set(driver.clock.settings)
        for timer in remaining.keys { driver.clock.cancel(timer) }
        driver.stream = try XMPPStream(restoring: snapshot, setup: driver.stream.core.setup)
        driver.call { _ in }
        #expect(Set(driver.clock.settings) == before)
        return driver.stream.stateName
    }
}
