import Testing
import XMLStream
import XMPPEngine
import XMPPNegotiation
import XMPPTestKit

/// The stanzas of `err-iq-shapes`, one by one: a stream takes a broken stanza and goes on, so that each has an outcome of
/// its own.
@Suite struct BrokenStanzaTests {
    /// What became of one stanza: whether it was let through, refused or the end.
    struct Turn {
        let stanza: String
        let ours: Outcome
        let theirs: Outcome
    }

    @Test(
        "RFC6120-8.1.2.1-2, RFC6120-4.9.3.9-1: each broken stanza is refused at least as hard as by the strictest of three servers, a presence of a type that there is not among them"
    )
    func stanzas() throws {
        let all = try Recording.all().filter { $0.scenario == "err-iq-shapes" }.map(Self.turns)
        #expect(all.map(\.count) == [9, 9, 9])
        for number in 0..<9 {
            let turns = all.map { $0[number] }
            let strictest = turns.map(\.theirs.strictness).max() ?? .accepts
            for turn in turns { #expect(turn.ours.strictness >= strictest, "\(turn.stanza): \(turn.ours)") }
        }
        // An answer to what has no id would answer nothing. What the host gets is the iq that is all right.
        for turns in all {
            #expect(
                turns.map(\.ours.description) == [
                    "dropped", "dropped", "stanza bad-request", "stanza bad-request", "stanza bad-request", "nothing",
                    "stanza bad-request", "stanza jid-malformed", "stream invalid-from",
                ])
        }
    }

    private static func turns(_ recording: Recording) throws -> [Turn] {
        var replay = try ReceivingReplay(recording)
        replay.begin()
        var turns: [Turn] = []
        var chunks = recording.chunks[...]
        while let chunk = chunks.popFirst() {
            let isStanza = chunk.speaker == .initiating && replay.driver.stream.isReady && !chunk.isEnd
            let before = (sent: replay.driver.sent.count, stanzas: replay.driver.stanzas.count)
            replay.play(chunk)
            guard isStanza else { continue }
            let answers = chunks.prefix { $0.speaker == .receiving }
            var ours = Outcome(of: RecordedSide(inside: Array(replay.driver.sent[before.sent...])))
            if ours.words.isEmpty, replay.driver.stanzas.count == before.stanzas {
                ours = Outcome(strictness: .refuses, words: ["dropped"])
            }
            let theirs = Outcome(of: RecordedSide(inside: answers.flatMap(\.bytes)))
            turns.append(Turn(stanza: String(decoding: chunk.bytes, as: UTF8.self), ours: ours, theirs: theirs))
        }
        return turns
    }
}
