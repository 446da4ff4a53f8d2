public import XMPPEngine
import XMPPNegotiation

extension TranscriptPlayer {
    /// Plays a transcript. Behind every piece of what the peer sends, and behind all that the host does, the stream is put
    /// away if it can be, and a copy of the player goes on with one that is restored: the rest of the transcript has to come
    /// out, and it has to end where this one ends.
    ///
    /// A restored stream orders all timers at once, and random bytes where there were some. Those that it is given are
    /// others, so that names of streams differ, which transcripts write `{name}`. As long as nothing has been sent they are the
    /// same: what is made of the first name, a component's handshake, stands in transcripts as it is.
    ///
    /// - Parameters:
    ///   - countingBytes: Whether a violation has to be noticed at the byte that the transcript says.
    ///   - restore: Makes a stream of a snapshot.
    /// - Returns: The state of each stream that was restored.
    /// - Throws: `TranscriptDifference` for the first step in which something else came out.
    /// - Complexity: O(*n*²) in the steps.
    public mutating func playFromEverySnapshot(
        _ transcript: Transcript, countingBytes: Bool = true,
        restore: ([UInt8]) throws(SnapshotViolation) -> XMPPStream
    ) throws(TranscriptDifference) -> [String] {
        var end = self
        try end.play(transcript, countingBytes: countingBytes)
        var states: [String] = []
        for (index, step) in transcript.steps.enumerated() {
            begin(step)
            repeat {
                guard let snapshot = try? stream.snapshot(remaining: clock.remaining) else { continue }
                states.append(stream.stateName)
                var other = self
                other.chopping = .whole
                try other.goOn(from: snapshot, line: step.line, restore)
                while other.takePiece() {}
                try other.compare(other.output, step, countingBytes: countingBytes)
                for step in transcript.steps[(index + 1)...] {
                    let actual = other.take(step)
                    try other.compare(actual, step, countingBytes: countingBytes)
                }
                if other.standing != end.standing {
                    throw TranscriptDifference(line: step.line, expected: end.standing, actual: other.standing)
                }
            } while takePiece()
            try compare(output, step, countingBytes: countingBytes)
        }
        return states
    }

    /// Takes a restored stream in the place of this one, and carries out what it orders at once.
    private mutating func goOn(
        from snapshot: [UInt8], line: Int, _ restore: ([UInt8]) throws(SnapshotViolation) -> XMPPStream
    ) throws(TranscriptDifference) {
        let before = standing
        do throws(SnapshotViolation) {
            stream = try restore(snapshot)
        } catch {
            throw TranscriptDifference(line: line, expected: ["a stream of a snapshot"], actual: ["\(error)"])
        }
        clock.cancelAll()
        while let action = stream.nextAction() {
            switch action {
            case .setTimer: carryOut(action)
            case .request(let id, .randomBytes):
                if names.isEmpty, !output.hasSent, let randomBytes {
                    receive(.answered(id, randomBytes))
                } else {
                    carryOut(action)
                }
            case .write, .cancelTimer, .request, .startTLS, .startCompression, .established, .stanza, .nonza, .answered,
                .unanswered, .unsent, .ended, .closeTransport:
                let words = action.transcriptText ?? "\(action)"
                throw TranscriptDifference(line: line, expected: ["timers and random bytes"], actual: [words])
            }
        }
        if standing != before { throw TranscriptDifference(line: line, expected: before, actual: standing) }
    }

    /// Where the stream and the clock stand: all that is known, but for the names of streams and how it came about.
    private var standing: [String] {
        let timers = clock.settings.map { "\($0.timer) at \($0.due)" }.sorted()
        var facts = stream.facts
        facts.streamID = nil
        return [stream.isOver ? "over" : stream.stateName, "\(stream.plan)", "\(facts)", "\(clock.now)"] + timers
    }
}

extension HandWoundClock {
    /// How long each timer has left.
    fileprivate var remaining: [StreamTimer: Duration] {
        Dictionary(settings.map { ($0.timer, $0.due - now) }) { _, last in last }
    }

    fileprivate mutating func cancelAll() {
        for setting in settings { cancel(setting.timer) }
    }
}
