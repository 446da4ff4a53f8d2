extension TranscriptPlayer {
    /// Plays a transcript, and what the peer sends in each step once more for each place at which it can be cut, on a copy:
    /// the same has to come out, and the stream has to stand where it stands without the cut.
    ///
    /// - Parameter stepCount: How many steps at the beginning are not cut: another transcript that begins with them has been.
    /// - Throws: `TranscriptDifference` for the first step in which something else came out.
    /// - Complexity: O(*n*²) in the bytes of a step.
    public mutating func playAtEveryCut(
        _ transcript: Transcript, behind stepCount: Int = 0
    ) throws(TranscriptDifference) {
        for (index, step) in transcript.steps.enumerated() {
            let before = self
            let actual = take(step)
            try compare(actual, step, countingBytes: true)
            if index < stepCount { continue }
            let end = receivedByteCount
            for place in stride(from: before.receivedByteCount + 1, to: end, by: 1) {
                var other = before
                other.chopping = .once(behind: place)
                let output = other.take(step)
                try other.compare(output, step, countingBytes: true)
                // Of a stream that is over nothing counts any more.
                let isSame = stream.isOver ? other.stream.isOver : other.stream == stream
                if !isSame || other.clock != clock {
                    throw TranscriptDifference(
                        line: step.line, expected: ["the same stream, cut behind byte \(place) or not"],
                        actual: [other.stream.stateName, stream.stateName])
                }
            }
        }
    }
}
