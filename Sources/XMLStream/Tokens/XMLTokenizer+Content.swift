extension XMLTokenizer {
    /// Parses tokens that begin before `until`, as far as the window has them whole.
    ///
    /// - Returns: Where parsing stopped and why. At a cut that is the first byte of the unfinished token.
    mutating func tokens(
        in whole: ByteWindow, from start: Int, until: Int, pausing: Bool, tape: inout TokenTape
    ) throws(XMLViolation) -> (index: Int, stop: Stop) {
        var window = fitted(whole)
        var index = start
        if skipsLineFeed, index < window.count {
            skipsLineFeed = false
            if window[index] == 0x0A { index &+= 1 }
        }
        // Brackets at the end of an earlier window count only for text that goes on in this one.
        if brackets > 0, index < window.count, window[index] == 0x3C || window[index] == 0x26 { brackets = 0 }
        // The end of a long window is left in peace where nothing is to begin there.
        let mayBeCut = !isFinishing && until > whole.count &- CutToken.briefBytes
        let cutFrom = mayBeCut ? beginningOfCutTag(whole) : Int.max
        var scanned = 0
        while index < until {
            if index >= window.count {
                if base &+ Int64(index) >= visibleEnd { throw budgetViolation() }
                return (index, .end)
            }
            if tape.isFull, delta == 0 { return (index, .tapeFull) }
            let next: Int
            if phase == .content {
                if window[index] == 0x3C {
                    if strayOffset >= 0 { throw XMLViolation(.init(.textBetweenStanzas), at: strayOffset) }
                    let mark = window[index &+ 1]
                    let isEnd = mark == 0x2F
                    if isEnd || ByteClass.of(mark) & ByteClass.nameStart != 0 || mark >= 0x80 || mark == 0x3A {
                        if open.count == 1, !isInStanza {
                            beginStanza(at: index)
                            window = fitted(whole)
                        }
                        if index == cutFrom, window.count == whole.count, base &+ Int64(window.count) < visibleEnd {
                            cut.awaited = .tagEnd
                            return (index, .cut)
                        }
                        var end = index
                        if cut.attributesFrom == 0 {
                            tape.reserve()
                            end = plainContent(
                                window, from: index, until: min(until, cutFrom), pausing: pausing,
                                scanned: &scanned, tape: &tape)
                            if end > index {
                                if open.count == 1 { beginInterval(at: end) }
                                // Another first-level element may have begun.
                                window = fitted(whole)
                            }
                        }
                        if end == index {
                            end =
                                isEnd
                                ? try endTag(window, at: index, tape: &tape)
                                : try startTag(window, at: index, tape: &tape)
                        }
                        next = end
                        if next >= 0, open.count <= 1 {
                            window = fitted(whole)
                            if pausing { return (next, .paused) }
                        }
                    } else {
                        next = try markup(window, at: index)
                        // A section between elements sees less than what tells which token comes next.
                        if open.count <= 1 { window = fitted(whole) }
                    }
                } else {
                    next = try text(window, from: index, scanned: scanned, tape: &tape)
                }
            } else if phase == .section {
                next = try section(window, from: index, tape: &tape)
                if open.count <= 1 { window = fitted(whole) }
            } else {
                let former = phase
                next = try outsideRoot(window, from: index, tape: &tape)
                if next >= 0, phase != former {
                    window = fitted(whole)
                    if pausing, phase != .prolog { return (next, .paused) }
                }
            }
            if next < 0 {
                if base &+ Int64(window.count) >= visibleEnd { throw budgetViolation() }
                return (index, .cut)
            }
            index = next
        }
        return (index, .end)
    }

    /// Where a tag begins of which the window has few bytes and not the end; `Int.max` where there is none.
    ///
    /// Such a tag is looked at when its end has come: that is less work than keeping what is known of it.
    @inline(__always)
    private func beginningOfCutTag(_ window: ByteWindow) -> Int {
        // What goes on with a tag known in part is not brief.
        if cut.attributesFrom > 0 { return .max }
        let angle = VectorScan.lastAngle(in: window, from: max(0, window.count &- CutToken.briefBytes))
        return angle >= 0 && window[angle] == 0x3C ? angle : .max
    }

    /// The part of the window that the limits in force let this tokenizer see.
    @inline(__always)
    private func fitted(_ window: ByteWindow) -> ByteWindow {
        let room = visibleEnd &- base
        return room >= Int64(window.count) ? window : window.prefix(Int(truncatingIfNeeded: max(0, room)))
    }
}
