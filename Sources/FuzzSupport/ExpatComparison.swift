import XMLStream

/// Compares what the tokenizer made of an input with what libexpat makes of it.
package enum ExpatComparison {
    /// What differs and is no `KnownDifference`, in English; nil where the two agree.
    ///
    /// - Parameter outcome: Of the whole of `bytes`, end of input told, under `rules` and `limits`.
    package static func finding(
        _ outcome: TokenizerOutcome, of bytes: [UInt8], rules: XMLTokenizer.Rules = .stream,
        limits: XMLLimits = .unbounded
    ) -> String? {
        guard let violation = outcome.violation else { return findingOfAccepted(outcome, bytes) }
        let offset = Int(violation.byteOffset)
        guard 0...bytes.count ~= offset else { return "the offset of \(violation) is not in the input" }
        let difference = KnownDifference.explaining(violation, in: bytes, rules: rules, limits: limits)
        switch difference {
        case .byteOrderMark, .utf16:
            return outcome.events.isEmpty ? nil : "there are events before \(violation)"
        default: break
        }
        // One byte less could have gone on legally, so expat must have had nothing against it.
        var prefix = ExpatOracle()
        prefix.receive(bytes[..<offset])
        if let refusal = prefix.refusal {
            if KnownDifference.isFifthEditionName(refusal, in: bytes) {
                // Ours may be fewer, too: text between first-level elements that turns out faulty is not delivered.
                return isBeginning(prefix.events, of: outcome.events) || agree(outcome.events, prefix.events)
                    ? nil : "expat has other events before a fifth-edition name"
            }
            return "expat refuses \(refusal) before \(violation)"
        }
        if difference != nil {
            return agree(outcome.events, prefix.events) ? nil : "expat has other events before \(violation)"
        }
        let (events, refusal) = ExpatOracle.outcome(of: bytes)
        if refusal == nil { return "expat accepts what has \(violation)" }
        return agree(outcome.events, events) ? nil : "expat has other events before \(violation)"
    }

    private static func findingOfAccepted(_ outcome: TokenizerOutcome, _ bytes: [UInt8]) -> String? {
        let (events, refusal) = ExpatOracle.outcome(of: bytes)
        guard let refusal else { return events == outcome.events ? nil : "expat has other events" }
        guard KnownDifference.isFifthEditionName(refusal, in: bytes) else {
            return "expat refuses \(refusal) what was accepted"
        }
        return isBeginning(events, of: outcome.events) ? nil : "expat has other events before a fifth-edition name"
    }

    /// Whether two lists of events up to a fault are the same but for how much of the last text was told.
    ///
    /// Where a fault ends a run of text, expat keeps back what it has not made a token of yet, such as brackets.
    private static func agree(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        let (left, right) = (EventsBeforeFault(left), EventsBeforeFault(right))
        return left.whole == right.whole && (left.text.starts(with: right.text) || right.text.starts(with: left.text))
    }

    /// Whether `events` are the first of `all`, but for how much of the last text was told.
    private static func isBeginning(_ events: [UInt8], of all: [UInt8]) -> Bool {
        let parts = EventsBeforeFault(events)
        return all.starts(with: parts.whole) && all.dropFirst(parts.whole.count).starts(with: parts.text)
    }
}

/// Event lines, with text at their end taken off.
private struct EventsBeforeFault {
    let whole: ArraySlice<UInt8>
    /// The last line without its LF if it is text, else nothing.
    let text: ArraySlice<UInt8>

    init(_ events: [UInt8]) {
        let lines = events.last == 0x0A ? events.dropLast() : events[...]
        let lastLine = (lines.lastIndex(of: 0x0A) ?? -1) + 1
        let isText = lines[lastLine...].starts(with: "TEXT\t".utf8)
        whole = isText ? events[..<lastLine] : events[...]
        text = isText ? lines[lastLine...] : []
    }
}
