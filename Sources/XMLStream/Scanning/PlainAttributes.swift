/// What a run of plain attributes came to.
struct PlainAttributes {
    /// Where the run ended: behind the last plain attribute.
    var index: Int
    /// How many attributes there were.
    var count = 0
    /// One bit for each name met; see `StartTag.filter`.
    var filter: UInt64
    /// Whether a bit was met twice.
    var mayHaveDuplicates = false
    /// Value of a plain `xmlns='…'` that ended the run; `index` is behind it then. Zero where there is none.
    var declarationStart = 0
    var declarationLength = 0
}

extension ByteWindow {
    /// Reads plain attributes from `start` on and writes their tokens: as long as each is one space, a name of at most
    /// seven bytes that is in the table, `=`, and a plain value in quotes.
    ///
    /// This is where most bytes of most streams are read. Whatever is not plain is left to the careful way, which
    /// starts again at that very attribute: nothing is accepted here that would be refused there.
    ///
    /// - Parameters:
    ///   - room: How many attributes the limits still allow.
    ///   - longestValue: How many bytes a value may have.
    ///   - delta: What to add to an index to get an offset for a token.
    ///   - filter: The names met so far.
    @inline(__always)
    func plainAttributes(
        from start: Int, room: Int, longestValue: Int, delta: Int, filter: UInt64, tape: inout TokenTape
    ) -> PlainAttributes {
        var run = PlainAttributes(index: start, filter: filter)
        let ones: UInt64 = 0x0101_0101_0101_0101
        while run.index >= 0, run.index <= count &- 32 {
            // SAFETY: 32 bytes lie between `index` and the end. Read here are: the space, eight bytes behind it, the
            // quote, at most eight bytes behind the space, and sixteen bytes behind that: 26 in all.
            let pointer = unsafe base + run.index
            guard unsafe pointer[0] == 0x20 else { break }
            let word = unsafe UInt64(
                littleEndian: UnsafeRawPointer(pointer).loadUnaligned(fromByteOffset: 1, as: UInt64.self))
            // The lowest bit set here is the top bit of the first `=`.
            let differences = word ^ ones &* 0x3D
            let equals = (differences &- ones) & ~differences & (ones &* 0x80)
            guard equals != 0 else { break }
            let lowest = equals & (0 &- equals)
            let nameLength = Int(truncatingIfNeeded: lowest.trailingZeroBitCount &>> 3)
            let id = NameLookup.shortLocalName(word & ((lowest &>> 7) &- 1))
            let quote = unsafe pointer[nameLength &+ 2]
            guard id != 0, quote == 0x27 || quote == 0x22 else { break }
            let valueStart = run.index &+ nameLength &+ 3
            let valueEnd = endOfQuoted(from: valueStart)
            guard self[valueEnd] == quote, valueEnd &- valueStart <= longestValue else { break }
            if id == LocalName.xmlns.id {
                run.declarationStart = valueStart
                run.declarationLength = valueEnd &- valueStart
                run.index = valueEnd &+ 1
                break
            }
            guard run.count < room else { break }
            run.count &+= 1
            let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: id & 63)
            run.mayHaveDuplicates = run.mayHaveDuplicates || run.filter & bit != 0
            run.filter |= bit
            tape.append(
                Token(
                    .attribute, name: id, shortLength: nameLength, offset: run.index &+ 1 &+ delta,
                    first: UInt32(truncatingIfNeeded: valueStart &+ delta),
                    second: UInt32(truncatingIfNeeded: valueEnd &- valueStart)))
            run.index = valueEnd &+ 1
        }
        return run
    }

    /// The first byte from `start` on at which a value may end or cease to be plain: either quote, `<`, `&`, a control,
    /// a byte beyond ASCII, or `#`, which costs least to stop at as well.
    @inline(__always)
    private func endOfQuoted(from start: Int) -> Int {
        var index = start
        while let block = block(at: index) {
            let quotes = (block | SIMD16<UInt8>(repeating: 5)) .== SIMD16<UInt8>(repeating: 0x27)
            let others = block .== SIMD16<UInt8>(repeating: 0x3C)
            let lane = VectorScan.firstLane(of: quotes .| others .| VectorScan.isControlOrBeyondASCII(block))
            if lane < 16 { return index &+ lane }
            index &+= 16
        }
        return count
    }
}
