import Testing
import XMPPSASL

/// No recording is left out: each file of a mechanism or of a failed login is replayed by one of the tests.
@Suite struct RecordingCountTests {
    @Test func `every recording of a mechanism is replayed`() throws {
        let recorded = try RecordedAttempt.paths()
        #expect(recorded.count { $0.contains("/sasl-") } == 22)
        #expect(recorded.count { $0.contains("/sasl2-") } == 2)
        #expect(recorded.count { $0.contains("/err-sasl-") } == 27)

        let replayed: [[String]] = try [
            OneMessageReplayTests.Row.all().map(\.attempt.path), SCRAMReplayTests.Recording.all().map(\.path),
            AbandonedReplayTests.attempts().map(\.path), DigestReplayTests.attempts().map(\.path),
            HashedTokenReplayTests.attempts().map(\.path),
            RecordedAttempt.all(
                beginning: "err-sasl-malformed", "err-sasl-bad-base64", "err-sasl-unknown-mechanism"
            ).map(\.path),
        ]
        #expect(Set(replayed.joined()).sorted() == recorded)
        // And by one of them only.
        #expect(replayed.map { Set($0).count }.reduce(0, +) == recorded.count)
    }

    @Test func `every attempt in the recordings is read whole`() throws {
        let attempts = try RecordedAttempt.paths().flatMap { try RecordedAttempt.all(in: $0) }
        #expect(attempts.count == 54)
        // Three fail before they succeed.
        #expect(attempts.count { $0.number == 1 } == 3)
        let servers = ["prosody", "ejabberd", "jabberd2"]
        #expect(servers.map { server in attempts.count { $0.path.contains("/\(server)/") } } == [20, 21, 13])
    }
}
