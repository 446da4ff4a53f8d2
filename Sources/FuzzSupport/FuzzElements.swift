import XMLStream

/// Looks for an input that the element layer reads differently when it is cut, batched or recycled differently, or
/// whose elements contradict themselves.
///
/// The input is that of `fuzzTokenizer`.
///
/// - Returns: What was found, or nil.
public func fuzzElements(_ input: [UInt8]) -> String? { fuzzElements(input, most: 3) }

/// `fuzzElements` with so many of the elements looked at closely.
package func fuzzElements(_ input: [UInt8], most: Int) -> String? {
    let plan = FuzzPlan(input)
    let whole = StreamReading.pulled(plan)
    if let fault = whole.fault { return "whole: \(fault)" }
    if let found = findingOfReadings(plan, whole) ?? findingOfRecycling(plan, whole) { return found }
    if let found = findingOfEvents(plan, whole) { return found }
    var events: [Element] = []
    for event in whole.events {
        switch event {
        case .opened(let element), .element(let element): events.append(element)
        case .closed: break
        }
    }
    let first = events.count > most ? Int(plan.seed % UInt64(events.count - most)) : 0
    for (index, element) in events.enumerated().dropFirst(first).prefix(most) {
        if let found = ElementWalk.finding(in: element) { return found }
        if let found = findingOfOverlay(element, plan) { return found }
        for other in events[..<index].suffix(1) {
            let isSame = other == element
            if isSame != (element == other) { return "\(element) equals \(other), and not the other way round" }
            if isSame != (element.eventLines == other.eventLines) {
                return "\(element) and \(other): equal is \(isSame)"
            }
            if isSame, element.hashValue != other.hashValue { return "equal elements \(element) hash differently" }
        }
    }
    return nil
}

/// Cuts, the two forms, a copy and a restart.
private func findingOfReadings(_ plan: FuzzPlan, _ whole: StreamReading) -> String? {
    if let found = whole.difference(from: .pulled(plan, cuts: plan.cuts)) { return "pulled at \(plan.cuts): \(found)" }
    if let found = whole.difference(from: .batched(plan)) { return "batched: \(found)" }
    if let found = whole.difference(from: .batched(plan, cuts: plan.cuts)) {
        return "batched at \(plan.cuts): \(found)"
    }
    let single = plan.bytes.isEmpty ? [] : Array(1..<plan.bytes.count)
    if let found = whole.difference(from: .batched(plan, cuts: single)) { return "byte by byte: \(found)" }

    // A copy goes on by itself.
    let middle = plan.cuts.isEmpty ? 0 : plan.cuts[plan.cuts.count / 2]
    var stream = ElementStream(limits: plan.limits, rules: plan.rules)
    var scratch = StreamScratch()
    var begun = StreamReading()
    do {
        try stream.receiveAll(plan.bytes.span.extracting(0..<middle), using: &scratch) {
            begun.events.append($0)
        }
        var copy = stream
        _ = StreamReading.pulled(Array("<z a='".utf8) + plan.bytes, cuts: [], from: &copy, using: &scratch)
        let rest = StreamReading.pulled(Array(plan.bytes[middle...]), cuts: [], from: &stream, using: &scratch)
        var joined = rest
        joined.events = begun.events + rest.events
        joined.whitespaceCount = nil
        if let found = whole.difference(from: joined) { return "after a copy at \(middle) went on: \(found)" }
    } catch {
        if error != whole.violation { return "\(error) before \(middle)" }
    }

    // A restart begins a document like the first.
    guard whole.violation == nil else { return nil }
    let offset = stream.byteOffset
    stream.restart()
    let again = StreamReading.pulled(plan.bytes, cuts: plan.cuts, from: &stream, using: &scratch)
    return whole.difference(from: again, offset: offset).map { "restarted: \($0)" }
}

/// Elements given back, some while others are kept.
private func findingOfRecycling(_ plan: FuzzPlan, _ whole: StreamReading) -> String? {
    let descriptions = whole.events.compactMap { event -> String? in
        switch event {
        case .opened(let element), .element(let element): element.description
        case .closed: nil
        }
    }
    var scratch = StreamScratch()
    var kept: [(Int, Element)] = []
    for round in 0..<3 {
        let reading = StreamReading.recycled(plan, cuts: round == 1 ? plan.cuts : [], using: &scratch) {
            ($0 + round) % 3 == 0
        }
        if reading.descriptions != descriptions { return "recycled, round \(round): other elements" }
        if reading.violation != whole.violation { return "recycled, round \(round): another violation" }
        kept += reading.kept
    }
    for (index, element) in kept where element.description != descriptions[index] {
        return "an element that was kept became \(element) instead of \(descriptions[index])"
    }
    return nil
}

/// What the elements say together must be what the tokens said.
private func findingOfEvents(_ plan: FuzzPlan, _ whole: StreamReading) -> String? {
    guard plan.rules == .stream, let header = whole.header else { return nil }
    let events = TokenizerOutcome.of(plan.bytes, rules: plan.rules, limits: plan.limits).events
    var lines: [UInt8] = []
    guard let headerLines = header.eventLines else { return "the header \(header) cannot be read" }
    lines += headerLines[...(headerLines.firstIndex(of: 0x0A) ?? 0)]
    for element in whole.elements {
        guard let found = element.eventLines else { return "\(element) cannot be read" }
        lines += found
    }
    if whole.isClosed { lines += headerLines[((headerLines.firstIndex(of: 0x0A) ?? 0) + 1)...] }
    let own = lines.split(separator: 0x0A)
    // White space between first-level elements is no part of any of them.
    var depth = 0
    let told = events.split(separator: 0x0A).filter { line in
        if line.starts(with: "START".utf8) { depth += 1 }
        if line.starts(with: "END".utf8) { depth -= 1 }
        return depth > 1 || !line.starts(with: "TEXT".utf8)
    }
    return told.starts(with: own) ? nil : "the elements have other events than the tokens"
}

/// Attributes set over the bytes.
private func findingOfOverlay(_ element: Element, _ plan: FuzzPlan) -> String? {
    let values = ["", "a'b\"<&>\r\n\t", String(decoding: plan.bytes.suffix(24), as: UTF8.self), "\u{0}"]
    for (index, value) in values.enumerated().dropFirst(Int(plan.seed % 4)).prefix(1) {
        var changed = element
        let name: LocalName = index % 2 == 0 ? .from : .id
        do {
            try changed.setAttribute(name, to: value)
            try changed.setLanguage(index == 1 ? nil : "x")
        } catch {
            if changed != element { return "an attribute that was refused changed \(element)" }
            if index < 2 { return "\(value) was refused" }
            continue
        }
        if changed.attribute(name) != value { return "\(name) of \(changed) is not \(value)" }
        if changed.declaredLanguage != (index == 1 ? nil : "x") { return "the language of \(changed) is another" }
        if let found = ElementWalk.finding(in: changed, changedFrom: element) { return "changed: \(found)" }
        if (try? changed.setAttribute(name, to: element.attribute(name))) == nil
            || (try? changed.setLanguage(element.declaredLanguage)) == nil
        {
            return "\(element) cannot be given its own attributes"
        }
        if changed != element { return "\(changed) is not \(element) again" }
    }
    return nil
}
