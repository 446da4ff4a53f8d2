/// What a run of plain attributes came to.
@safe
struct PlainAttributes {
    /// Where the run ended: behind the last plain attribute.
    var index: Int
    /// How many attributes there were.
    var count = 0
    /// One bit for each name met; see `StartTag.filter`.
    var filter: UInt64
    /// Whether the same name was met twice, or nearly.
    var mayHaveDuplicates = false
    /// The namespace of the table that a plain `xmlns='…'` in the run declares, or zero.
    var declared: UInt16 = 0
    /// Where the next token goes.
    var cursor: UnsafeMutablePointer<Token>
}

extension ByteWindow {
    /// How many bytes must be readable from a tag's or an attribute's first on for it to be read the plain way: its
    /// name of at most sixteen bytes, `='`, and sixteen bytes of the value.
    static let plainBytes = 40

    /// Reads plain attributes from `start` on and writes their tokens: as long as each is one space, a name of at most
    /// sixteen bytes that is in the table, `=`, and a plain value in quotes. Also read are `xml:lang` and one
    /// declaration of the default namespace as one of the table.
    ///
    /// This is where most bytes of most streams are read. Whatever is not plain is left to the careful way, which
    /// starts again at that very attribute: nothing is accepted here that would be refused there.
    ///
    /// - Parameters:
    ///   - first: Where the tape has the tag's first token.
    ///   - room: How many attributes the limits still allow.
    ///   - mayDeclare: Whether they allow a declaration.
    ///   - longestValue: How many bytes a value may have.
    ///   - delta: What to add to an index to get an offset for a token.
    ///   - filter: The names met so far.
    @inline(never)
    func plainAttributes(
        from start: Int, first: Int, room: Int, mayDeclare: Bool, longestValue: Int, delta: Int, filter: UInt64,
        tape: inout TokenTape
    ) -> PlainAttributes {
        tape.reserve()
        var run = unsafe PlainAttributes(index: start, filter: filter, cursor: tape.cursor)
        // SAFETY: room for the attributes and one declaration has been made sure of; the tape has a token at `first`.
        unsafe addPlainAttributes(
            to: &run, from: tape.cursor - (tape.count &- first), room: min(room, tape.room &- 2),
            mayDeclare: mayDeclare, longestValue: longestValue, delta: delta)
        unsafe tape.advance(to: run.cursor)
        return run
    }

    /// `plainAttributes`, for a caller who has made room for so many tokens and one more at the run's cursor.
    @inline(always)
    @unsafe
    func addPlainAttributes(
        to run: inout PlainAttributes, from first: UnsafeMutablePointer<Token>, room: Int, mayDeclare: Bool,
        longestValue: Int, delta: Int
    ) {
        let last = readable &- ByteWindow.plainBytes
        while run.index <= last {
            // SAFETY: 40 bytes are readable from `index` on. Read here are: the space, sixteen bytes behind it, and
            // the quote, which is the nineteenth byte at most.
            let pointer = unsafe base + run.index
            guard unsafe pointer[0] == 0x20 else { break }
            let word = unsafe ByteWindow.word(pointer + 1)
            let nameLength: Int
            var id: UInt16
            let equals = ByteWindow.equalsSigns(in: word)
            if equals != 0 {
                let lowest = equals & (0 &- equals)
                nameLength = Int(truncatingIfNeeded: lowest.trailingZeroBitCount &>> 3)
                let head = word & ((lowest &>> 7) &- 1)
                id = NameLookup.shortLocalName(head)
                // A name that ends in zero bytes would look like a shorter one.
                guard head >= lowest &>> 15 else { break }
            } else {
                let equals = unsafe ByteWindow.equalsSigns(in: ByteWindow.word(pointer + 9))
                guard equals != 0 else { break }
                nameLength = 8 &+ Int(truncatingIfNeeded: equals.trailingZeroBitCount &>> 3)
                id =
                    if nameLength > 8 {
                        NameLookup.longLocalName(
                            head: word, tail: unsafe ByteWindow.word(pointer + (nameLength &- 7)), length: nameLength)
                    } else if word == ByteWindow.xmlLang {
                        LocalName.lang.id
                    } else {
                        word &>> 56 != 0 ? NameLookup.shortLocalName(word) : 0
                    }
            }
            let quote = unsafe pointer[nameLength &+ 2]
            guard id != 0, quote == 0x27 || quote == 0x22 else { break }
            let valueStart = run.index &+ nameLength &+ 3
            let valueEnd = endOfQuoted(from: valueStart)
            guard self[valueEnd] == quote, valueEnd &- valueStart <= longestValue else { break }
            var token = Token(
                .attribute, name: id, shortLength: nameLength, offset: run.index &+ 1 &+ delta,
                first: UInt32(truncatingIfNeeded: valueStart &+ delta),
                second: UInt32(truncatingIfNeeded: valueEnd &- valueStart))
            if id == LocalName.xmlns.id {
                // SAFETY: the value lies in the window, as its quote has been found there.
                let value = unsafe ByteWindow(base: base + valueStart, count: valueEnd &- valueStart)
                let namespace = NameLookup.namespace(value)
                guard namespace > NamespaceName.xmlns.id, run.declared == 0, mayDeclare else { break }
                run.declared = namespace
                token.head = UInt32(Token.Kind.declaration.rawValue)
            } else {
                guard run.count < room else { break }
                run.count &+= 1
                if word == ByteWindow.xmlLang, nameLength == 8 {
                    token = Token(
                        .attribute, name: id, shortLength: 4, offset: Int(token.offset), first: token.first,
                        second: token.second)
                    token.head |= Token.Flags.xmlNamespace.bits
                    token.offset &+= 4
                }
                let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: id & 63)
                if run.filter & bit != 0, !run.mayHaveDuplicates {
                    // Names share bits: nearly always it is another one.
                    run.mayHaveDuplicates = unsafe token.mayRepeat(from: first, before: run.cursor)
                }
                run.filter |= bit
            }
            // SAFETY: there is room for the attributes, with one token more for the declaration.
            unsafe run.cursor.initialize(to: token)
            unsafe run.cursor += 1
            run.index = valueEnd &+ 1
        }
    }

    /// The top bits of the bytes that are `=`; of those bits the lowest is exact, which is all that callers look at.
    @inline(__always)
    private static func equalsSigns(in word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let differences = word ^ ones &* 0x3D
        return (differences &- ones) & ~differences & (ones &* 0x80)
    }

    /// The eight bytes at `pointer` as a little-endian word. The caller has checked that they are readable.
    @inline(__always)
    @unsafe
    static func word(_ pointer: UnsafePointer<UInt8>) -> UInt64 {
        // SAFETY: the caller's.
        unsafe UInt64(littleEndian: UnsafeRawPointer(pointer).loadUnaligned(as: UInt64.self))
    }

    /// The first byte from `start` on at which a value may end or cease to be plain: either quote, `<`, `&`, a
    /// control, a byte beyond ASCII, or `#`, which costs least to stop at as well.
    @inline(__always)
    private func endOfQuoted(from start: Int) -> Int {
        var index = start
        while let block = block(at: index) {
            let quotes = (block | SIMD16<UInt8>(repeating: 5)) .== SIMD16<UInt8>(repeating: 0x27)
            let others = block .== SIMD16<UInt8>(repeating: 0x3C)
            let marks = VectorScan.marks(of: quotes .| others .| VectorScan.isControlOrBeyondASCII(block))
            if marks != 0 { return index &+ Int(truncatingIfNeeded: marks.trailingZeroBitCount &>> 2) }
            index &+= 16
        }
        return count
    }

    /// `xml:lang` as a word.
    private static let xmlLang: UInt64 = 0x676E_616C_3A6C_6D78
}

extension Token {
    /// Whether one of the tokens from `first` to `cursor` is an attribute of this one's name, or there are too many to
    /// look at here.
    @inline(never)
    @unsafe
    fileprivate func mayRepeat(
        from first: UnsafeMutablePointer<Token>, before cursor: UnsafeMutablePointer<Token>
    ) -> Bool {
        // SAFETY: the caller's: all these have been written.
        if unsafe cursor - first > 24 { return true }
        var position = unsafe first + 1
        while unsafe position < cursor {
            if unsafe (position.pointee.head ^ head) & ~Token.Flags.escaped.bits == 0 { return true }
            unsafe position += 1
        }
        return false
    }
}
