extension XMLTokenizer {
    /// Parses character data from `start` to the next `<`, or to the end of the window. What lies before `scanned` is
    /// known to be plain.
    ///
    /// - Returns: Where it stopped; -1 where a reference or a UTF-8 sequence is cut right at `start`.
    mutating func text(
        _ whole: ByteWindow, from start: Int, scanned: Int, tape: inout TokenTape
    ) throws(XMLViolation) -> Int {
        let window = limitedText(whole)
        var run = beginningOfRun(start)
        // The limit may lie inside a character.
        var index = scanned > start && scanned <= window.count ? scanned : start
        let bracketsBefore = run < start ? 0 : brackets
        brackets = 0
        while true {
            index = VectorScan.endOfPlainText(in: window, from: index)
            let byte = window[index]
            if index >= window.count {
                appendText(window, from: run, to: index, tape: &tape)
                if index < whole.count {
                    if whole[index] != 0x3C { throw textViolation(at: index) }
                    return index
                }
                brackets = trailingBrackets(window, from: run, to: index, before: run <= start ? bracketsBefore : 0)
                return index
            }
            switch byte {
            case 0x3C:
                appendText(window, from: run, to: index, tape: &tape)
                return index
            case 0x09, 0x0A:
                index &+= 1
            case 0x0D:
                appendText(window, from: run, to: index, tape: &tape)
                index = appendLineFeed(whole, at: index, tape: &tape)
                run = index
                if tape.isFull { return index }
            case 0x26:
                appendText(window, from: run, to: index, tape: &tape)
                let end = try limitedReference(whole, at: index, limit: window.count, tape: &tape)
                if end < 0 { return index > start ? index : cutHere() }
                index = end
                run = end
                if end >= window.count || tape.isFull { return end }
            case 0x3E:
                let before = run <= start ? bracketsBefore : 0
                if trailingBrackets(window, from: run, to: index, before: before) == 2 {
                    appendText(window, from: run, to: index, tape: &tape)
                    throw fault(.sectionEndInText, at: index)
                }
                index &+= 1
            default:
                let plain = window.endOfPlainScalars(from: index)
                if plain > index {
                    index = plain
                    continue
                }
                let end = try skipBeyondASCII(window, from: index, run: run, tape: &tape)
                if end == index {
                    appendText(window, from: run, to: index, tape: &tape)
                    if window.count < whole.count { throw textViolation(at: index) }
                    return index > start ? index : cutHere()
                }
                index = end
            }
        }
    }

    /// Where the text of which a piece begins at `start` begins in the window.
    @inline(__always)
    private mutating func beginningOfRun(_ start: Int) -> Int {
        if resumedRun < 0 { return start }
        defer { resumedRun = -1 }
        return resumedRun
    }

    /// `appendReference`, for one that must end before `limit` where the window goes on behind that.
    @inline(never)
    private mutating func limitedReference(
        _ whole: ByteWindow, at start: Int, limit: Int, tape: inout TokenTape
    ) throws(XMLViolation) -> Int {
        // What is wrong with it counts only if that shows before the limit does.
        let end = try appendReference(whole.prefix(limit), at: start, tape: &tape)
        if end < 0, limit < whole.count { throw textViolation(at: limit) }
        return end
    }

    /// Parses a CDATA section from `start` to its end, or to the end of the window.
    ///
    /// - Returns: Where it stopped; -1 where brackets or a UTF-8 sequence are cut right at `start`.
    @inline(never)
    mutating func section(
        _ whole: ByteWindow, from start: Int, tape: inout TokenTape
    ) throws(XMLViolation) -> Int {
        let window = limitedText(whole)
        var run = beginningOfRun(start)
        var index = start
        while true {
            index = VectorScan.endOfPlainSection(in: window, from: index)
            if index >= window.count {
                appendText(window, from: run, to: index, tape: &tape)
                if window.count < whole.count { throw textViolation(at: index) }
                return index
            }
            switch window[index] {
            case 0x5D:
                let second = whole[index &+ 1]
                if second == 0x5D, whole[index &+ 2] == 0x3E {
                    appendText(window, from: run, to: index, tape: &tape)
                    if strayOffset >= 0 { throw XMLViolation(.init(.textBetweenStanzas), at: strayOffset) }
                    phase = .content
                    return index &+ 3
                }
                if index &+ 1 >= whole.count || (second == 0x5D && index &+ 2 >= whole.count) {
                    appendText(window, from: run, to: index, tape: &tape)
                    return index > start ? index : cutHere()
                }
                index &+= 1
            case 0x09, 0x0A:
                index &+= 1
            case 0x0D:
                appendText(window, from: run, to: index, tape: &tape)
                index = appendLineFeed(whole, at: index, tape: &tape)
                run = index
                if tape.isFull { return index }
            default:
                let plain = window.endOfPlainScalars(from: index)
                if plain > index {
                    index = plain
                    continue
                }
                let end = try skipBeyondASCII(window, from: index, run: run, tape: &tape)
                if end == index {
                    appendText(window, from: run, to: index, tape: &tape)
                    if window.count < whole.count { throw textViolation(at: index) }
                    return index > start ? index : cutHere()
                }
                index = end
            }
        }
    }

    /// Skips characters beyond ASCII.
    ///
    /// - Returns: Where the next ASCII byte or an unfinished sequence stands.
    @inline(__always)
    private mutating func skipBeyondASCII(
        _ window: ByteWindow, from start: Int, run: Int, tape: inout TokenTape
    ) throws(XMLViolation) -> Int {
        var index = start
        repeat {
            let scalar = window.scalar(at: index)
            if scalar.length > 1, scalar.value & 0xFFFF_FFFE != 0xFFFE {
                index &+= scalar.length
                continue
            }
            if scalar.length == 0 { return index }
            appendText(window, from: run, to: index, tape: &tape)
            if scalar.length < 0 { throw fault(.illegalByte, at: index &+ scalar.illegalIndex) }
            throw fault(.illegalCharacter, at: index &+ scalar.length &- 1)
        } while window[index] >= 0x80
        return index
    }

    /// The part of the window that the limit on text lets this run have.
    @inline(__always)
    private func limitedText(_ window: ByteWindow) -> ByteWindow {
        let end = open.count <= 1 ? budgetEnd : textStart.adding(bounds.textBytes)
        let room = end &- base
        return room >= Int64(window.count) ? window : window.prefix(Int(truncatingIfNeeded: max(0, room)))
    }

    /// What to say of text that reaches its limit at `index`.
    @inline(never)
    private func textViolation(at index: Int) -> XMLViolation {
        open.count <= 1 ? budgetViolation() : fault(.textBytes, at: index)
    }

    /// How many `]` stand right before `end`, two at most; `before` counts those of an earlier window.
    @inline(__always)
    private func trailingBrackets(_ window: ByteWindow, from run: Int, to end: Int, before: Int) -> Int {
        if end == run { return before }
        if window[end &- 1] != 0x5D { return 0 }
        if end &- 1 == run { return min(2, 1 &+ before) }
        return window[end &- 2] == 0x5D ? 2 : 1
    }

    /// Reports a carriage return, alone or with its line feed, as one line feed (XML 1.0 §2.11).
    private mutating func appendLineFeed(_ window: ByteWindow, at index: Int, tape: inout TokenTape) -> Int {
        if open.count > 1 || rules == .document || strayOffset < 0 {
            tape.append(Token(.character, offset: 0x0A, first: 0, second: 0))
        }
        if index &+ 1 >= window.count { skipsLineFeed = true }
        return window[index &+ 1] == 0x0A ? index &+ 2 : index &+ 1
    }

    /// Reports a piece of text. Between first-level elements it may be white space only.
    @inline(__always)
    private mutating func appendText(_ window: ByteWindow, from start: Int, to end: Int, tape: inout TokenTape) {
        if end <= start { return }
        var end = end
        if open.count <= 1, rules == .stream {
            if strayOffset >= 0 { return }
            end = endOfSpace(window, from: start, to: end)
            if end == start { return }
        }
        tape.append(
            Token(
                .text, offset: start &+ delta, first: UInt32(truncatingIfNeeded: end &- start),
                second: 0))
    }

    /// Where white space ends, and with it what may be reported.
    @inline(never)
    private mutating func endOfSpace(_ window: ByteWindow, from start: Int, to end: Int) -> Int {
        var index = start
        while index < end, ByteClass.isSpace(window[index]) { index &+= 1 }
        if index < end { strayOffset = base &+ Int64(index) }
        return index
    }
}
