import Testing
import XMPPEngine
import XMPPNegotiation
import XMPPTestKit

/// Broken input that was recorded with three servers (`err-*`), given to our receiving side. How strict ours has to be,
/// and what strict means, is in `captures/README.md`; where ours says something else, `captures/broken-input.tsv` says
/// why.
@Suite struct BrokenInputTests {
    static func scenarios() throws -> [String] {
        Set(try Recording.all().filter(\.isBroken).map(\.scenario)).sorted()
    }

    @Test func `our receiving side is at least as strict with broken input as the strictest of three servers`() throws {
        var lenient: [Difference] = []
        for scenario in try Self.scenarios() {
            let recordings = try Recording.all().filter { $0.scenario == scenario }
            #expect(recordings.count == 3)
            let strictest = recordings.map { Self.theirs($0).strictness }.max() ?? .accepts
            let weakest = try recordings.map { try Self.ours($0).strictness }.min() ?? .accepts
            if weakest < strictest {
                lenient.append(Difference(name: scenario, what: "\(strictest) → \(weakest)"))
            }
        }
        try Difference.check(lenient, against: "broken-input-leniency.tsv")
    }

    @Test func `what our receiving side says to broken input is what the server said, or the reason is listed`() throws
    {
        var found: [Difference] = []
        for recording in try Recording.all() where recording.isBroken {
            let (ours, theirs) = (try Self.ours(recording), Self.theirs(recording))
            if ours != theirs { found.append(Difference(name: recording.name, what: "\(theirs) → \(ours)")) }
        }
        try Difference.check(found, against: "broken-input.tsv")
    }

    static func theirs(_ recording: Recording) -> Outcome {
        // One server answers to what is no XML as a web server, and hangs up.
        let isHTTP = recording.chunks.contains { $0.speaker == .receiving && $0.bytes.starts(with: "HTTP/".utf8) }
        return isHTTP ? Outcome(strictness: .ends, words: ["HTTP"]) : Outcome(of: recording.receiving)
    }

    static func ours(_ recording: Recording) throws -> Outcome {
        var replay = try ReceivingReplay(recording)
        replay.run()
        let said = Outcome(of: replay.sent)
        guard case .violation(let violation)? = replay.driver.end, said.strictness != .ends else { return said }
        return Outcome(strictness: .ends, words: said.words + ["unsaid \(violation.condition)"])
    }
}
