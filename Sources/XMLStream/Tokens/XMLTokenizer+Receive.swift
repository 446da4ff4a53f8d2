extension XMLTokenizer {
    /// Why parsing stopped.
    enum Stop {
        /// The window is done.
        case end
        /// The tape wants to be delivered.
        case tapeFull
        /// A first-level element or the root has ended, or the root has begun, and the caller wants to know.
        case paused
        /// A token begins here that the window does not have whole.
        case cut
    }

    /// Parses one window that begins where the bytes received so far end. A violation is left in `violation`.
    mutating func receive(
        _ chunk: ByteWindow, tape: inout TokenTape, _ body: (borrowing TokenBatch) -> Void
    ) {
        tape.truncate(to: 0)
        staleDepth = open.count
        makeUnique()
        if scope.hasLocals { dropLocalNamespaces() }
        let carried = carry.count
        // Where nothing is cut, the memory for what is to come is the host's.
        if carried == 0 { swap(&carry, &tape.spareCarry) }
        defer { if carry.count == 0 { giveCarry(to: &tape) } }
        if carried &+ chunk.count <= TokenTape.jointBytes {
            receiveShort(chunk, carried: carried, tape: &tape, body)
            return
        }
        // The carried bytes with those added from the chunk.
        var front = carry.window
        do throws(XMLViolation) {
            var place = (index: 0, stop: Stop.end)
            if carried > 0 {
                place = try resume(with: chunk, &front, carried: carried, tape: &tape)
                if place.stop == .cut {
                    deliver(&tape, chunk, front, carried, body)
                    received &+= Int64(chunk.count)
                    carry.removeFirst(place.index)
                    return
                }
            }
            base = received
            delta = 0
            let tail = chunk.count &- TokenTape.tailBytes
            while true {
                place = try tokens(in: chunk, from: place.index, until: tail, pausing: false, tape: &tape)
                if place.stop != .tapeFull { break }
                deliver(&tape, chunk, front, carried, body)
                if scope.hasLocals { dropLocalNamespaces() }
            }
            if place.stop == .end, place.index < chunk.count {
                place = try parseTail(of: chunk, from: place.index, tape: &tape)
            }
            deliver(&tape, chunk, front, carried, body)
            received &+= Int64(chunk.count)
            if storedCount < open.count { storeNames(from: chunk, delta: 0) }
            if carried > 0 { carry.clear(keeping: XMLTokenizer.keptCarry) }
            if place.stop == .cut {
                carry.append(chunk.slice(from: place.index, length: chunk.count))
                cut.checkpoint = CutToken.firstCheckpoint
            }
        } catch {
            if tagFirst >= 0 { tape.truncate(to: tagFirst) }
            deliver(&tape, chunk, front, carried, body)
            _ = record(error)
        }
    }

    /// Parses a chunk that is short: behind the carried bytes, in a window that holds both. A violation is left in
    /// `violation`.
    private mutating func receiveShort(
        _ chunk: ByteWindow, carried: Int, tape: inout TokenTape, _ body: (borrowing TokenBatch) -> Void
    ) {
        let end = received &+ Int64(chunk.count)
        let size = carried &+ chunk.count
        if carried > 0 {
            if cut.awaited != .anything, size < cut.checkpoint, end < budgetEnd, !cut.awaited.isAmong(chunk) {
                carry.append(chunk)
                received = end
                return
            }
            if size >= cut.checkpoint { cut.checkpoint = size &* 2 }
        }
        let window = tape.join(carry.window, chunk)
        base = received &- Int64(carried)
        delta = 0 &- carried
        do throws(XMLViolation) {
            let place = try tokens(in: window, from: 0, until: .max, pausing: false, tape: &tape)
            deliver(&tape, chunk, window, carried, body)
            if storedCount < open.count { storeNames(from: window, delta: delta) }
            let isCut = place.stop == .cut
            received = end
            if isCut, place.index == 0, carried > 0 {
                carry.append(chunk)
                return
            }
            carry.clear(keeping: XMLTokenizer.keptCarry)
            if isCut {
                carry.append(window.slice(from: place.index, length: size))
                cut.checkpoint = CutToken.firstCheckpoint
            }
        } catch {
            if tagFirst >= 0 { tape.truncate(to: tagFirst) }
            deliver(&tape, chunk, window, carried, body)
            _ = record(error)
        }
    }

    /// Parses the last bytes of a chunk from `start` on, in a window where the plain way can read all of them.
    ///
    /// - Returns: Where in the chunk it stopped and why.
    private mutating func parseTail(
        of chunk: ByteWindow, from start: Int, tape: inout TokenTape
    ) throws(XMLViolation) -> (index: Int, stop: Stop) {
        if storedCount < open.count { storeNames(from: chunk, delta: 0) }
        let window = tape.copyTail(chunk.dropFirst(start))
        base = received &+ Int64(start)
        delta = start
        let place = try tokens(in: window, from: 0, until: .max, pausing: false, tape: &tape)
        if storedCount < open.count { storeNames(from: window, delta: start) }
        return (place.index &+ start, place.stop)
    }

    /// Gives memory for a cut token, when there is none, to the tape or back to the system.
    @inline(__always)
    private mutating func giveCarry(to tape: inout TokenTape) {
        guard carry.capacity > 0 else { return }
        if tape.spareCarry.capacity < carry.capacity { swap(&carry, &tape.spareCarry) }
        carry = ByteStore()
    }

    /// Makes the stacks this tokenizer's own, which they need not be after a copy.
    @inline(__always)
    mutating func makeUnique() {
        open.makeUnique()
        scope.makeUnique()
    }

    /// Goes on with the token that earlier chunks left unfinished.
    ///
    /// Bytes are added to it from the chunk until it is whole, then it is parsed in the carry. All tokens that begin
    /// in carried bytes are; what begins in the chunk is parsed there.
    ///
    /// - Returns: The index in the chunk to go on from; or, where the stop is a cut, the index in the carry at which
    ///   the token that is still unfinished begins. All of the chunk is in the carry then.
    private mutating func resume(
        with chunk: ByteWindow, _ front: inout ByteWindow, carried: Int, tape: inout TokenTape
    ) throws(XMLViolation) -> (index: Int, stop: Stop) {
        base = received &- Int64(carried)
        delta = -carried
        var added = 0
        var step = XMLTokenizer.firstStep
        var start = 0
        repeat {
            let piece = chunk.slice(from: added, length: step)
            let size = carried &+ added &+ piece.count
            let mayGoOn =
                cut.awaited == .anything || cut.awaited.isAmong(piece) || size &- start >= cut.checkpoint
                || base &+ Int64(size) >= budgetEnd
            if added == 0, mayGoOn, size <= TokenTape.jointBytes {
                // Mostly this is all it takes, and the carry need not grow.
                front = tape.join(carry.window, piece)
            } else {
                carry.append(chunk.slice(from: 0, length: added &+ piece.count).dropFirst(carry.count &- carried))
                front = carry.window
            }
            added &+= piece.count
            step = min(step &* 4, 1 << 24)
            guard mayGoOn else { continue }
            if size &- start >= cut.checkpoint { cut.checkpoint = (size &- start) &* 2 }
            let place = try tokens(in: front, from: start, until: carried, pausing: false, tape: &tape)
            // The chunk does not have the name of a tag that came in pieces.
            if storedCount < open.count { storeNames(from: front, delta: delta) }
            if place.stop != .cut { return (place.index &- carried, place.stop) }
            start = place.index
        } while added < chunk.count
        if carry.count < carried &+ added {
            carry.append(chunk.dropFirst(carry.count &- carried))
            front = carry.window
        }
        return (start, .cut)
    }

    /// Hands the tokens over and empties the tape.
    @inline(__always)
    private mutating func deliver(
        _ tape: inout TokenTape, _ chunk: ByteWindow, _ carry: ByteWindow, _ carried: Int,
        _ body: (borrowing TokenBatch) -> Void
    ) {
        if tape.count == 0 { return }
        let chunkOffset = received
        let locals = scope.localNamespaces
        let hasPrefixes = tape.hasPrefixes
        tape.withRun { run in
            body(
                TokenBatch(
                    tokens: run, chunk: chunk, carry: carry, carriedCount: carried, locals: locals,
                    hasPrefixes: hasPrefixes, chunkOffset: chunkOffset))
        }
        tape.truncate(to: 0)
        staleDepth = open.count
    }

    /// Keeps the names of elements that outlive the window in which they opened.
    private mutating func storeNames(from window: ByteWindow, delta: Int) {
        for index in storedCount..<open.count {
            storeName(ofOpenElement: index, from: window, delta: delta)
        }
    }

    /// Keeps the root's name, for a caller that keeps the bytes of all other open elements.
    mutating func storeRootName(from window: ByteWindow) { storeName(ofOpenElement: 0, from: window, delta: 0) }

    /// Says that the bytes of the elements inside the root have moved in the window.
    mutating func moveNames(by distance: Int) {
        for index in storedCount..<max(storedCount, open.count) {
            open[index].nameStart &+= Int32(truncatingIfNeeded: distance)
        }
    }

    /// Drops the first tokens of the tape, which are not those of elements inside the root that are open.
    mutating func forgetTokens(_ length: Int, tape: inout TokenTape) {
        guard length > 0 else { return }
        tape.tokens.removeFirst(length)
        if tape.count == 0 { tape.hasPrefixes = false }
        staleDepth = min(open.count, 1)
        for index in staleDepth..<open.count { open[index].startToken &-= UInt32(truncatingIfNeeded: length) }
    }

    /// Keeps one name, where it is too long to stand in the element's own record.
    private mutating func storeName(ofOpenElement index: Int, from window: ByteWindow, delta: Int) {
        let element = open[index]
        open[index].isStored = true
        open[index].nameStart = Int32(truncatingIfNeeded: names.count)
        if element.nameLength > 8 {
            names.append(window.slice(from: Int(element.nameStart) &- delta, length: Int(element.nameLength)))
        }
        storedCount = index &+ 1
    }

    /// Makes a violation stick.
    mutating func record(_ violation: XMLViolation) -> XMLViolation {
        self.violation = violation
        carry.clear(keeping: 0)
        return violation
    }

    private static let firstStep = 256
    /// Bytes of memory for a cut token that may be kept for the next one.
    static let keptCarry = 4096
}
