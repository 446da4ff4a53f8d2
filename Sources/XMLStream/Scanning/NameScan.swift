extension ByteWindow {
    /// How many bytes of `word` stand before the first that is no ASCII name character; eight if none does.
    ///
    /// Letters and `_` have the bit 0x40, and of the bytes that end a name in legal input none has. So the few bytes
    /// without it are looked at one by one, and what has it without being a letter, such as `[` or a byte beyond
    /// ASCII, is taken for one: it makes the name one that the table does not have, and those are checked in full.
    @inline(__always)
    static func nameLength(in word: UInt64) -> Int {
        var candidates = ~word & 0x4040_4040_4040_4040
        while candidates != 0 {
            let bits = UInt64(truncatingIfNeeded: candidates.trailingZeroBitCount & 56)
            let byte = UInt8(truncatingIfNeeded: word &>> bits)
            // `-`, `.` and digits go on.
            if byte &- 0x2D > 1, byte &- 0x30 > 9 { return Int(truncatingIfNeeded: bits &>> 3) }
            candidates &= candidates &- 1
        }
        return 8
    }

    /// Reads a name of any length byte by byte, up to the first byte that is no name character; the colon is one.
    ///
    /// - Returns: Where the name ends and where its first colon stands, or what is wrong with it.
    func name(at start: Int) -> NameReading {
        var index = start
        var colon = -1
        var expectsStart = true
        while index < count {
            let byte = self[index]
            if byte < 0x80 {
                let kind = ByteClass.of(byte)
                if kind & (expectsStart ? ByteClass.nameStart : ByteClass.name) != 0 {
                    expectsStart = false
                    index &+= 1
                } else if byte == 0x3A {
                    // A colon first, or a second one, or one before what cannot start a name.
                    if expectsStart || colon >= 0 { return .colonMisplaced(at: index) }
                    colon = index
                    expectsStart = true
                    index &+= 1
                } else if expectsStart {
                    return colon >= 0 ? .colonMisplaced(at: index) : .noName(at: index)
                } else {
                    return .name(end: index, colon: colon)
                }
                continue
            }
            let scalar = self.scalar(at: index)
            if scalar.length == 0 { return .cut(at: index, colon: colon) }
            if scalar.length < 0 { return .illegalByte(at: index &+ scalar.illegalIndex) }
            let fits = expectsStart ? CharacterRules.isNameStart(scalar.value) : CharacterRules.isName(scalar.value)
            if !fits { return colon >= 0 && expectsStart ? .colonMisplaced(at: index) : .noName(at: index) }
            expectsStart = false
            index &+= scalar.length
        }
        return .cut(at: index, colon: colon)
    }
}

/// What reading a name byte by byte came to.
enum NameReading {
    /// A whole name; `colon` is negative where there is none.
    case name(end: Int, colon: Int)
    /// The window ends inside the name; all before `at` belongs to it.
    case cut(at: Int, colon: Int)
    /// No name starts here, or a character follows that ends no name.
    case noName(at: Int)
    /// Not a qualified name (Namespaces in XML 1.0 §4).
    case colonMisplaced(at: Int)
    case illegalByte(at: Int)
}
