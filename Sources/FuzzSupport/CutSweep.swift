import XMLStream

/// Cuts an input everywhere and looks for a place where that changes anything.
///
/// Each first-level element, the header before the first and the rest behind the last are a stretch. To cut at a
/// position is to copy the tokenizer as it stood where the position's stretch begins, and to feed two pieces: up to the
/// position, and from there to the end of the next stretch, or of the input at one position in sixty-four.
package struct CutSweep {
    private struct Stretch {
        var start: Int
        var end: Int
        /// The tokenizer before the stretch.
        var tokenizer: XMLTokenizer
        /// Where the events of the stretch stand.
        var events: Range<Int>
    }

    private let bytes: [UInt8]
    /// What the input comes to whole.
    package let whole: TokenizerOutcome
    private var stretches: [Stretch] = []

    package init(_ bytes: [UInt8], rules: XMLTokenizer.Rules = .stream, limits: XMLLimits = .unbounded) {
        self.bytes = bytes
        whole = TokenizerOutcome.of(bytes, rules: rules, limits: limits)
        var tokenizer = XMLTokenizer(limits: limits, rules: rules)
        var tape = TokenTape()
        var events = CanonicalEvents()
        var current = Stretch(start: 0, end: 0, tokenizer: tokenizer, events: 0..<0)
        // A stretch can end behind a `>` only.
        for index in bytes.indices where bytes[index] == 0x3E {
            let next = index + 1
            guard
                (try? tokenizer.receive(
                    bytes.span.extracting(current.end..<next), tape: &tape, { events.append($0) })) != nil
            else { break }
            current.end = next
            // Text that may go on behind a CDATA section has its line still open.
            if tokenizer.depth > 1 || events.lines.last ?? 0x0A != 0x0A { continue }
            current.events = current.events.lowerBound..<events.lines.count
            stretches.append(current)
            let begun = events.lines.count
            current = Stretch(start: next, end: next, tokenizer: tokenizer, events: begun..<begun)
        }
        current.end = bytes.count
        current.events = current.events.lowerBound..<max(current.events.lowerBound, whole.events.count)
        stretches.append(current)
    }

    /// Cuts at all positions, or at some that a seed picks where there are more than `most`.
    ///
    /// - Returns: What first differed, in English, or nil.
    package func finding(most: Int = .max, seed: UInt64 = 0) -> String? {
        if let last = stretches.last, last.events.upperBound != whole.events.count {
            return "fed a tag at a time it has \(last.events.upperBound) bytes of events, whole \(whole.events.count)"
        }
        var random = SeededGenerator(seed: seed)
        let rate = bytes.count <= most ? 1 : Double(most) / Double(bytes.count)
        var tape = TokenTape()
        for (number, stretch) in stretches.enumerated() {
            var position = stretch.start + 1
            while position <= stretch.end {
                defer { position += 1 }
                if rate < 1, Double.random(in: 0..<1, using: &random) >= rate { continue }
                let end = stretches[position % 64 == 0 ? stretches.count - 1 : min(number + 1, stretches.count - 1)]
                if let found = finding(cutAt: position, from: stretch, to: end, tape: &tape) {
                    return "cut at \(position): \(found)"
                }
            }
        }
        return nil
    }

    private func finding(cutAt position: Int, from first: Stretch, to last: Stretch, tape: inout TokenTape) -> String? {
        var tokenizer = first.tokenizer
        var events = CanonicalEvents()
        var violation: XMLViolation?
        do throws(XMLViolation) {
            for piece in [first.start..<position, position..<last.end] where !piece.isEmpty {
                try tokenizer.receive(bytes.span.extracting(piece), tape: &tape) { events.append($0) }
            }
            if last.end == bytes.count { try tokenizer.finish() }
        } catch {
            violation = error
        }
        events.finish()
        if events.lines[...] != whole.events[first.events.lowerBound..<last.events.upperBound] { return "other events" }
        if last.end == bytes.count {
            return violation == whole.violation ? nil : "\(violation.map { "\($0)" } ?? "accepted")"
        }
        if let violation { return "\(violation)" }
        return tokenizer.depth <= 1 && tokenizer.byteOffset == last.end ? nil : "an element is not closed"
    }
}
