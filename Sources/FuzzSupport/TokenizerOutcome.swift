import XMLStream

/// What the tokenizer made of some input: all that must not depend on how the input was cut.
package struct TokenizerOutcome: Equatable {
    /// Canonical event lines; up to the violation where there is one.
    package var events: [UInt8]
    package var violation: XMLViolation?
    /// How many bytes had been fed when the violation was reported, or all of them.
    package var fed: Int

    /// Whether two runs saw the same, however their input was cut.
    package func agrees(with other: TokenizerOutcome) -> Bool {
        violation == other.violation && events == other.events
    }
}

extension TokenizerOutcome {
    /// Feeds `bytes`, cut before each of the ascending positions `cuts`, then tells the end of input.
    ///
    /// - Parameter finishing: Whether the end of input is told; without it a beginning of a stream has no fault.
    package static func of(
        _ bytes: [UInt8], cuts: some Sequence<Int> = EmptyCollection<Int>(), rules: XMLTokenizer.Rules = .stream,
        limits: XMLLimits = .unbounded, finishing: Bool = true
    ) -> TokenizerOutcome {
        var tokenizer = XMLTokenizer(limits: limits, rules: rules)
        var tape = TokenTape()
        var events = CanonicalEvents()
        var fed = 0
        do throws(XMLViolation) {
            for cut in cuts where cut > fed && cut < bytes.count {
                let piece = fed..<cut
                fed = cut
                try tokenizer.receive(bytes.span.extracting(piece), tape: &tape) { events.append($0) }
            }
            let piece = fed..<bytes.count
            fed = bytes.count
            try tokenizer.receive(bytes.span.extracting(piece), tape: &tape) { events.append($0) }
            if finishing { try tokenizer.finish() }
        } catch {
            events.finish()
            return TokenizerOutcome(events: events.lines, violation: error, fed: fed)
        }
        events.finish()
        return TokenizerOutcome(events: events.lines, violation: nil, fed: fed)
    }

    /// Feeds `bytes` in pieces of `size` bytes.
    package static func of(
        _ bytes: [UInt8], chunk size: Int, rules: XMLTokenizer.Rules = .stream, limits: XMLLimits = .unbounded,
        finishing: Bool = true
    ) -> TokenizerOutcome {
        of(
            bytes, cuts: stride(from: size, to: bytes.count, by: size), rules: rules, limits: limits,
            finishing: finishing)
    }
}
