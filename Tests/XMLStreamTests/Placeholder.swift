import Testing
import Foundation
import FuzzSupport
@testable import XMLStream

@Test func sweep() async throws {
    try await withThrowingTaskGroup(of: String.self) { g in
    for d in ["wellformed-tricky", "xeps", "malformed", "forbidden"] {
        g.addTask {
        var big = 0.0
        let clock = ContinuousClock(); let t0 = clock.now
        for f in try Corpus.files(in: d, endingWith: ".xml") {
            let b = try Corpus.bytes(of: f)
            let t1 = clock.now
            let o = TokenizerOutcome.of(b)
            if let x = CutSweep(b).finding(most: b.count > 4096 ? 50 : .max) { print(f, x) }
            let s = TokenizerOutcome.of(b, chunk: 1)
            if !o.agrees(with: s) { print(f, s.summary, o.summary) }
            if let x = ExpatComparison.finding(o, of: b) { print(f, x, o.summary) }
            if b.count > 4096 { big += (clock.now - t1)/Duration.seconds(1) }
        }
        return "\(d) \((clock.now - t0)/Duration.seconds(1)) big \(big)"
        }
    }
    for try await x in g { print(x) }
    }
}
