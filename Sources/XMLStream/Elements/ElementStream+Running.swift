extension ElementStream {
    /// Takes bytes: all of them, or, where it pauses, those up to the end of what becomes complete first.
    ///
    /// - Parameter whitespace: Is set to the characters of white space between first-level elements.
    /// - Returns: How many bytes were taken.
    mutating func run(
        _ bytes: RawSpan, pausing: Bool, scratch: inout StreamScratch, whitespace: inout Int,
        _ body: (consuming Event) -> Void
    ) throws(XMLViolation) -> Int {
        if let violation = tokenizer.violation { throw violation }
        tokenizer.makeUnique()
        var space = 0
        let consumed = bytes.withWindow { chunk in
            var consumed = 0
            do throws(XMLViolation) {
                consumed = try run(chunk, pausing, &scratch, &space, body)
            } catch {
                _ = tokenizer.record(error)
                pending = PendingElement()
            }
            return consumed
        }
        whitespace = space
        if let violation = tokenizer.violation { throw violation }
        return consumed
    }

    @inline(__always)
    private mutating func run(
        _ chunk: ByteWindow, _ pausing: Bool, _ scratch: inout StreamScratch, _ whitespace: inout Int,
        _ body: (consuming Event) -> Void
    ) throws(XMLViolation) -> Int {
        var consumed = 0
        var isPaused = false
        var hasBegun = !pending.isEmpty
        if tokenizer.scope.hasLocals { tokenizer.dropLocalNamespaces(keeping: &pending.tokens) }
        while consumed < chunk.count, !isPaused {
            // Offsets in tokens have 31 bits, so a longer chunk is taken in parts.
            let rest = chunk.slice(from: consumed, length: 1 << 30)
            let taken: Int
            if !hasBegun, rest.count > ElementStream.tailBytes {
                (taken, isPaused) = try begin(rest, pausing, &scratch, &whitespace, body)
                hasBegun = true
            } else {
                (taken, isPaused) = try goOn(with: rest, pausing, &scratch, &whitespace, body)
                hasBegun = !pending.isEmpty
            }
            consumed &+= taken
        }
        return consumed
    }

    /// Parses bytes where they lie, but for the last ones, and keeps those of the element that is not complete then.
    ///
    /// - Returns: How many bytes were taken, by which `received` has grown, and whether it paused.
    private mutating func begin(
        _ chunk: ByteWindow, _ pausing: Bool, _ scratch: inout StreamScratch, _ whitespace: inout Int,
        _ body: (consuming Event) -> Void
    ) throws(XMLViolation) -> (taken: Int, isPaused: Bool) {
        scratch.tape.truncate(to: 0)
        let place = try parse(
            chunk, at: tokenizer.received, from: 0, until: chunk.count &- ElementStream.tailBytes, pausing, &scratch,
            &whitespace, body)
        tokenizer.received &+= Int64(place.index)
        if place.stop == .paused { return (place.index, true) }
        // The bytes from here on are parsed where zeros follow them, and there the rest of the element will be put too.
        let start = min(place.index, beginningOfRest(place, chunk, tokenizer.base, scratch.tape))
        tokenizer.forgetTokens(pending.told, tape: &scratch.tape)
        pending.told = 0
        if start < place.index {
            let assembly = pending.assembly
            pending = scratch.takeSpare()
            pending.assembly = assembly
            _ = pending.bytes.appendPadded(chunk.slice(from: start, length: place.index &- start))
            pending.resume = place.index &- start
            moveTokens(&scratch.tape.tokens, by: start)
            pending.tokens.makeUnique()
            pending.tokens.append(contentsOf: scratch.tape.tokens)
            pending.hasPrefixes = scratch.tape.hasPrefixes
        }
        tokenizer.cut.checkpoint = CutToken.firstCheckpoint
        return (place.index, false)
    }

    /// Appends bytes to the element that is not complete, if there is one, and parses them there: all, if they are few;
    /// otherwise until it is complete.
    ///
    /// - Returns: How many bytes were taken, by which `received` has grown, and whether it paused.
    private mutating func goOn(
        with chunk: ByteWindow, _ pausing: Bool, _ scratch: inout StreamScratch, _ whitespace: inout Int,
        _ body: (consuming Event) -> Void
    ) throws(XMLViolation) -> (taken: Int, isPaused: Bool) {
        if pending.bytes.capacity == 0 { pending = scratch.takeSpare() }
        pending.tokens.makeUnique()
        if pending.isStale { dropStale(&scratch.tape) }
        var taken = 0
        let step = ElementStream.step
        let offset = tokenizer.received &- Int64(pending.bytes.count)
        while taken < chunk.count {
            let piece = chunk.slice(from: taken, length: step)
            taken &+= piece.count
            let window = pending.bytes.appendPadded(piece)
            if !mayGoOn(window, piece, offset) { continue }
            // What follows the element in a long chunk is parsed where it lies.
            let stops = pausing || taken < chunk.count
            swapTokens(&scratch.tape)
            scratch.tape.isLent = true
            takeUpText(&scratch.tape, window)
            let first = scratch.tape[pending.told]
            let known = first.kind == .annotation ? -1 : first.offset
            let place: (index: Int, stop: XMLTokenizer.Stop)
            do throws(XMLViolation) {
                place = try parse(
                    window, at: offset, from: pending.resume, until: .max, stops, &scratch, &whitespace, body)
            } catch {
                swapTokens(&scratch.tape)
                scratch.tape.isLent = false
                throw error
            }
            if place.stop != .paused, known < 0 || scratch.tape[pending.told].offset != known {
                pending.start = beginningOfRest(place, window, offset, scratch.tape)
            }
            swapTokens(&scratch.tape)
            scratch.tape.isLent = false
            if place.stop == .paused || pending.start >= window.count {
                let rest = place.stop == .paused ? window.count &- place.index : 0
                tokenizer.received &+= Int64(taken &- rest)
                scratch.giveBack(pending)
                pending = PendingElement()
                return (taken &- rest, pausing && place.stop == .paused)
            }
            // What the assembler has, the tokens need no memory for.
            if !pending.assembly.isEmpty { pending.tokens.clear(keeping: PendingElement.mostTokens) }
            if pending.resume != place.index { tokenizer.cut.checkpoint = CutToken.firstCheckpoint }
            pending.resume = place.index
        }
        if pending.isWasteful { dropStale(&scratch.tape) }
        tokenizer.received &+= Int64(taken)
        return (taken, false)
    }

    /// Whether the bytes that have come can bring the token forward that they cut.
    @inline(__always)
    private mutating func mayGoOn(_ window: ByteWindow, _ piece: ByteWindow, _ offset: Int64) -> Bool {
        let size = window.count &- pending.resume
        if size >= tokenizer.cut.checkpoint {
            tokenizer.cut.checkpoint = size &* 2
            return true
        }
        let awaited = tokenizer.cut.awaited
        return pending.resume &+ piece.count >= window.count || awaited == .anything || awaited.isAmong(piece)
            || offset &+ Int64(window.count) >= tokenizer.budgetEnd
    }

    /// Parses a window and tells what is complete in it.
    ///
    /// - Returns: Where parsing stopped and why. The tape has the tokens of the element that is not complete then.
    private mutating func parse(
        _ window: ByteWindow, at offset: Int64, from start: Int, until: Int, _ pausing: Bool,
        _ scratch: inout StreamScratch, _ whitespace: inout Int, _ body: (consuming Event) -> Void
    ) throws(XMLViolation) -> (index: Int, stop: XMLTokenizer.Stop) {
        tokenizer.base = offset
        tokenizer.delta = 0
        tokenizer.staleDepth = pending.assembly.isEmpty ? min(tokenizer.open.count, 1) : tokenizer.open.count
        var isRootRead = tokenizer.depth > 0 || tokenizer.isComplete
        var place = (index: start, stop: XMLTokenizer.Stop.tapeFull)
        while place.stop == .tapeFull {
            do throws(XMLViolation) {
                place = try tokenizer.tokens(
                    in: window, from: place.index, until: until, pausing: pausing, tape: &scratch.tape)
            } catch {
                if tokenizer.tagFirst >= 0 { scratch.tape.truncate(to: tokenizer.tagFirst) }
                _ = tell(window, offset, &scratch, &isRootRead, &whitespace, body)
                throw error
            }
            if scratch.tape.count == 0 { continue }
            pending.told = tell(window, offset, &scratch, &isRootRead, &whitespace, body)
            if !pending.assembly.isEmpty {
                // The assembler has them all, and knows the start of each end.
                scratch.tape.truncate(to: 0)
                pending.told = 0
                tokenizer.staleDepth = tokenizer.open.count
            } else if place.stop == .tapeFull {
                tokenizer.forgetTokens(pending.told, tape: &scratch.tape)
                pending.told = 0
            } else if pending.told == scratch.tape.count {
                scratch.tape.truncate(to: 0)
                pending.told = 0
            }
            if tokenizer.storedCount == 0, tokenizer.depth > 0 { tokenizer.storeRootName(from: window) }
            if place.stop == .tapeFull, tokenizer.scope.hasLocals {
                tokenizer.dropLocalNamespaces(keeping: &scratch.tape.tokens)
            }
        }
        return place
    }

    // MARK: Tokens of what is not complete

    /// Where in the window the bytes begin that a later call needs: those of an element or a token that is not complete.
    private func beginningOfRest(
        _ place: (index: Int, stop: XMLTokenizer.Stop), _ window: ByteWindow, _ offset: Int64,
        _ tape: borrowing TokenTape
    ) -> Int {
        if let assembler = pending.assembly.first { return max(0, Int(truncatingIfNeeded: assembler.start &- offset)) }
        var index = pending.told
        while index < tape.count, tape[index].kind == .annotation { index &+= 1 }
        guard index < tape.count else { return place.stop == .cut ? place.index : window.count }
        var start = Int(tape[index].offset) &- 1
        // Before a prefixed name stands the prefix.
        if tape[index].has(.prefixed) { while start > 0, window[start] != 0x3C { start &-= 1 } }
        return max(0, start)
    }

    /// Exchanges the tape's tokens and those of the pending element, which lie on the tape while it is parsed.
    private mutating func swapTokens(_ tape: inout TokenTape) {
        swap(&tape.tokens, &pending.tokens)
        swap(&tape.hasPrefixes, &pending.hasPrefixes)
    }

    /// Makes tokens, and what the open elements know of their names, count from `start` of the window.
    private mutating func moveTokens(_ tokens: inout Stack<Token>, by start: Int) {
        for index in 0..<tokens.count { tokens[index] = tokens[index].moved(by: 0 &- start) }
        tokenizer.moveNames(by: 0 &- start)
    }

    /// Forgets the bytes and tokens that are no longer needed, so that the element begins where the bytes do.
    @inline(never)
    private mutating func dropStale(_ tape: inout TokenTape) {
        let start = pending.start
        pending.bytes.removeFirst(start)
        pending.resume &-= start
        pending.start = 0
        swapTokens(&tape)
        tokenizer.forgetTokens(pending.told, tape: &tape)
        moveTokens(&tape.tokens, by: start)
        swapTokens(&tape)
        pending.told = 0
        if pending.isWasteful { pending.shrink() }
    }

    /// Takes the last piece of text off the tape if text goes on in the window: it becomes one piece with what comes.
    private mutating func takeUpText(_ tape: inout TokenTape, _ window: ByteWindow) {
        tokenizer.resumedRun = -1
        guard tokenizer.depth > 1, pending.resume < window.count, let last = tape.tokens.last, last.kind == .text,
            Int(last.offset) &+ Int(last.first) == pending.resume,
            tokenizer.phase == .section || window[pending.resume] != 0x3C
        else { return }
        tape.tokens.pop()
        tokenizer.resumedRun = Int(last.offset)
    }

    /// So many bytes are appended to an element that is not complete before it is looked at again.
    private static let step = 2048
    /// So many bytes at the end of a chunk are copied before they are parsed.
    private static let tailBytes = 256
}
