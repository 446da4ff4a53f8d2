import XMLStream

/// What an element stream made of some input: all that must not depend on how the input was cut, or on which form of
/// `receive` took it.
struct StreamReading {
    var events: [ElementStream.Event] = []
    var violation: XMLViolation?
    /// Characters of white space between first-level elements, where they were told.
    var whitespaceCount: Int?
    /// A broken promise of the interface itself, in English.
    var fault: String?

    /// The first-level elements.
    var elements: [Element] {
        events.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// The root's start tag.
    var header: Element? {
        if case .opened(let element) = events.first { element } else { nil }
    }

    var isClosed: Bool {
        if case .closed = events.last { true } else { false }
    }

    /// What is not the same in `other`, in English, or nil.
    ///
    /// - Parameter offset: How much further on in its stream `other` began.
    func difference(from other: StreamReading, offset: Int64 = 0) -> String? {
        if let fault = fault ?? other.fault { return fault }
        if events.count != other.events.count {
            let end = other.violation.map { "\($0)" } ?? "no violation"
            return "\(other.events.count) events and \(end) instead of \(events.count)"
        }
        for (index, pair) in zip(events, other.events).enumerated() {
            guard StreamReading.isSame(pair.0, pair.1) else { return "event \(index) is \(pair.1), not \(pair.0)" }
        }
        if violation?.code != other.violation?.code
            || violation.map({ $0.byteOffset + offset }) != other.violation?.byteOffset
        {
            return
                "\(other.violation.map { "\($0)" } ?? "no violation") instead of \(violation.map { "\($0)" } ?? "none")"
        }
        // A call that throws tells nothing of the white space before the fault.
        if violation == nil, let whitespaceCount, let found = other.whitespaceCount, found != whitespaceCount {
            return "\(found) characters of white space instead of \(whitespaceCount)"
        }
        return nil
    }

    private static func isSame(_ left: ElementStream.Event, _ right: ElementStream.Event) -> Bool {
        switch (left, right) {
        case (.opened(let left), .opened(let right)), (.element(let left), .element(let right)):
            left == right && left.storedBytes == right.storedBytes
        case (.closed, .closed): true
        default: false
        }
    }
}

extension StreamReading {
    /// Reads with the pull form, piece by piece, and tells the end of input.
    static func pulled(
        _ bytes: [UInt8], cuts: [Int], from stream: inout ElementStream, using scratch: inout StreamScratch
    ) -> StreamReading {
        var reading = StreamReading()
        var whitespaceCount = 0
        var from = 0
        let origin = stream.byteOffset
        do throws(XMLViolation) {
            for end in cuts + [bytes.count] {
                var hasEvent = false
                repeat {
                    let progress = try stream.receive(bytes.span.extracting(from..<end), using: &scratch)
                    hasEvent = progress.event != nil
                    whitespaceCount += progress.whitespaceCount
                    guard 0...(end - from) ~= progress.consumedByteCount else {
                        reading.fault = "\(progress.consumedByteCount) of \(end - from) bytes taken"
                        return reading
                    }
                    from += progress.consumedByteCount
                    if let event = progress.event { reading.events.append(event) }
                    if !hasEvent, from < end { reading.fault = "stopped at byte \(from) without an event" }
                    if stream.byteOffset != origin + Int64(from) {
                        reading.fault = "the offset is \(stream.byteOffset), not \(origin + Int64(from))"
                    }
                    // What is going on may have begun before these bytes.
                    if case .element(let element)? = progress.event, element.storedByteCount <= from,
                        element.storedBytes != Array(bytes[..<from].suffix(element.storedByteCount))
                    {
                        reading.fault = "the stored bytes of \(element) are not those before byte \(from)"
                    }
                    if reading.fault != nil { return reading }
                } while from < end || hasEvent
            }
            try stream.finish()
        } catch {
            reading.violation = error
        }
        reading.whitespaceCount = whitespaceCount
        return reading
    }

    /// Reads with the pull form from the start of a stream.
    static func pulled(_ plan: FuzzPlan, cuts: [Int] = []) -> StreamReading {
        var stream = ElementStream(limits: plan.limits, rules: plan.rules)
        var scratch = StreamScratch()
        return pulled(plan.bytes, cuts: cuts, from: &stream, using: &scratch)
    }

    /// Reads with the batch form, and keeps those elements only that `keeps` says so of, by their number: the others go
    /// back to the pool.
    static func recycled(
        _ plan: FuzzPlan, cuts: [Int], using scratch: inout StreamScratch, keeps: (Int) -> Bool
    ) -> (kept: [(Int, Element)], descriptions: [String], violation: XMLViolation?) {
        var stream = ElementStream(limits: plan.limits, rules: plan.rules)
        var kept: [(Int, Element)] = []
        var descriptions: [String] = []
        var from = 0
        do throws(XMLViolation) {
            for end in cuts + [plan.bytes.count] {
                try stream.receiveAll(plan.bytes.span.extracting(from..<end), using: &scratch) { event in
                    switch event {
                    case .opened(let element), .element(let element):
                        if keeps(descriptions.count) { kept.append((descriptions.count, element)) }
                        descriptions.append(element.description)
                    case .closed: break
                    }
                }
                from = end
            }
            try stream.finish()
        } catch {
            return (kept, descriptions, error)
        }
        return (kept, descriptions, nil)
    }

    /// Reads with the batch form.
    static func batched(_ plan: FuzzPlan, cuts: [Int] = []) -> StreamReading {
        var stream = ElementStream(limits: plan.limits, rules: plan.rules)
        var scratch = StreamScratch()
        var reading = StreamReading()
        var from = 0
        do throws(XMLViolation) {
            for end in cuts + [plan.bytes.count] {
                try stream.receiveAll(plan.bytes.span.extracting(from..<end), using: &scratch) {
                    reading.events.append($0)
                }
                from = end
            }
            try stream.finish()
        } catch {
            reading.violation = error
        }
        return reading
    }
}

extension Element {
    /// A copy of the bytes as they came over the wire.
    var storedBytes: [UInt8] {
        withStoredBytes { [UInt8](copying: $0) }
    }

    /// The canonical event lines of this element, read back from its description.
    var eventLines: [UInt8]? {
        let outcome = TokenizerOutcome.of(Array(description.utf8), rules: .document)
        return outcome.violation == nil ? outcome.events : nil
    }
}
