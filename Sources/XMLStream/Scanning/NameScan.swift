/// A name as found in a tag, without regard to colons.
struct ScannedName {
    /// Bytes of the name, up to the first byte that can stand behind one.
    let length: Int
    /// First eight bytes, zero padded.
    let head: UInt64
    /// Its id as a local name in the table of well-known names, or zero.
    let id: UInt16
}

extension ByteWindow {
    /// Reads a name of at most sixteen ASCII bytes at `start`.
    ///
    /// The length counts to the first byte that ends a name in legal input (white space, `=`, `/`, `>`, `:` and their
    /// neighbours) or is not ASCII. A name found in the table needs no more looking at, since it is one; all others
    /// must still be checked byte by byte. A length of zero or above sixteen means: read it the slow way.
    @inline(__always)
    func shortName(at start: Int) -> ScannedName {
        let word = self.word(at: start)
        let length = ByteWindow.nameLength(in: word)
        if length < 8 {
            // A shift by 64 gives zero, which is what a length of zero needs.
            let head = word & (~0 >> UInt64(64 &- 8 &* length))
            return ScannedName(
                length: length, head: head, id: NameLookup.localName(head: head, tail: 0, length: length))
        }
        let more = ByteWindow.nameLength(in: self.word(at: start &+ 8))
        if more == 8 { return ScannedName(length: 17, head: word, id: 0) }
        let tail = more == 0 ? 0 : self.word(at: start &+ more)
        return ScannedName(
            length: 8 &+ more, head: word, id: NameLookup.localName(head: word, tail: tail, length: 8 &+ more))
    }

    /// How many bytes of the word stand before the first that ends a name; eight if none does.
    ///
    /// Ends are all bytes below `-`, `/`, those from `:` to `@`, and all above 0x7F. What is left over, such as `[` or
    /// `{`, is no name character either, but cannot stand behind a name and is found by the check of unknown names.
    @inline(__always)
    private static func nameLength(in word: UInt64) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let tops: UInt64 = 0x8080_8080_8080_8080
        let low = word & ~tops
        // Adding sets the top bit of each byte that is large enough; no carry leaves a byte, as all are below 0x80.
        let atLeastHyphen = low &+ ones &* (0x80 - 0x2D)
        let isSlash = ((low ^ ones &* 0x2F) &+ ones &* 0x7F) ^ tops
        let atLeastColon = low &+ ones &* (0x80 - 0x3A)
        let atLeastLetter = low &+ ones &* (0x80 - 0x41)
        let ends = (~atLeastHyphen | isSlash | (atLeastColon & ~atLeastLetter) | word) & tops
        return ends.trailingZeroBitCount &>> 3
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
            if scalar.length == 0 { return .cut(colon: colon) }
            if scalar.length < 0 { return .illegalByte(at: index &+ scalar.illegalIndex) }
            let fits = expectsStart ? CharacterRules.isNameStart(scalar.value) : CharacterRules.isName(scalar.value)
            if !fits { return colon >= 0 && expectsStart ? .colonMisplaced(at: index) : .noName(at: index) }
            expectsStart = false
            index &+= scalar.length
        }
        return .cut(colon: colon)
    }
}

/// What reading a name byte by byte came to.
enum NameReading {
    /// A whole name; `colon` is negative where there is none.
    case name(end: Int, colon: Int)
    /// The window ends inside the name.
    case cut(colon: Int)
    /// No name starts here, or a character follows that ends no name.
    case noName(at: Int)
    /// Not a qualified name (Namespaces in XML 1.0 §4).
    case colonMisplaced(at: Int)
    case illegalByte(at: Int)
}
