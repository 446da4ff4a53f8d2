/// A run of plain attributes being read: as long as each is one space, a name of at most fifteen bytes that is in the
/// table, `=`, and a plain value in quotes. Also read are `xml:lang` and one declaration of the default namespace as
/// one of the table.
///
/// This is where most bytes of most streams are read. Whatever is not plain is left to the careful way, which starts
/// again at that very attribute: nothing is accepted here that would be refused there.
@safe
struct PlainAttributes {
    /// The next byte.
    var place: UnsafePointer<UInt8>
    /// Where the next token goes.
    var cursor: UnsafeMutablePointer<Token>
    /// Where the last attribute may begin: `readableBytes` are readable from there on.
    let last: UnsafePointer<UInt8>
    /// What to take from an address to get an offset for a token.
    let origin: Int
    /// How many bytes a value may have.
    let longestValue: Int
    /// How many attributes a tag may have; the tape has room for so many, and three tokens more.
    let room: Int
    /// Whether the limits allow a declaration.
    let mayDeclare: Bool

    /// How many attributes have been read.
    var count = 0
    /// One bit for each name met in the tag; see `StartTag.filter`.
    var filter: UInt64 = 0
    /// The namespace of the table that a plain `xmlns='…'` in the tag declares, or zero.
    var declared: UInt32 = 0
    /// Whether the same name was met twice in the tag, or nearly.
    var mayHaveDuplicates = false

    /// How many bytes must be readable from a tag's or an attribute's first on for it to be read the plain way: the
    /// space or `<`, sixteen bytes in which its name must end, `='`, sixteen bytes of the value, and some to spare.
    static let readableBytes = 40
    /// How many attributes a tag may have to be read the plain way.
    static let mostInTag = 32

    /// Reads until an attribute is not plain, or the run is at its end.
    ///
    /// - Parameter first: The tag's first token; those of the attributes begin behind it.
    @inline(never)
    @unsafe
    mutating func read(first: UnsafeMutablePointer<Token>) {
        var place = unsafe self.place
        var cursor = unsafe self.cursor
        var filter = self.filter
        let last = unsafe self.last
        let origin = origin
        // SAFETY: the tape has room up to here, and for one declaration behind it.
        var end = unsafe first + (room &+ 1)
        // SAFETY: so many bytes are readable from `place` on. Read here are: the space, sixteen bytes behind it, the
        // quote, which is the nineteenth byte at most, and sixteen bytes behind that one.
        while unsafe place <= last, unsafe place[0] == 0x20 {
            let word = unsafe ByteWindow.word(place + 1)
            let length: Int
            var head: UInt32
            let equals = PlainAttributes.equalsSigns(in: word)
            if equals != 0 {
                let lowest = equals & (0 &- equals)
                length = Int(truncatingIfNeeded: equals.trailingZeroBitCount &>> 3)
                let about = NameLookup.shortLocalName(word & ((lowest &>> 7) &- 1))
                guard Int(about &>> 8 & 0xFF) == length else { break }
                head = about | UInt32(Token.Kind.attribute.rawValue)
            } else {
                let name = unsafe PlainAttributes.longName(at: place + 1, word)
                head = UInt32(truncatingIfNeeded: name)
                length = Int(truncatingIfNeeded: name &>> 32)
                guard length > 0 else { break }
            }
            let quote = unsafe place[length &+ 2]
            guard quote == 0x27 || quote == 0x22 else { break }
            let value = unsafe place + (length &+ 3)
            let close = unsafe PlainAttributes.endOfQuoted(from: value, last: last)
            let valueLength = unsafe close - value
            guard unsafe close[0] == quote && valueLength <= longestValue else { break }
            // That of a name with the prefix `xml:` begins behind the prefix.
            let prefixLength = (head & Token.Flags.xmlNamespace.bits) &>> 3
            let offset = UInt32(truncatingIfNeeded: Int(bitPattern: place) &+ 1 &- origin) &+ prefixLength
            if head &>> 16 == UInt32(LocalName.xmlns.id) {
                // SAFETY: the value lies in the window, as its quote has been found there.
                let namespace = unsafe PlainAttributes.namespace(value, length: valueLength)
                guard namespace > UInt32(NamespaceName.xmlns.id), declared == 0, mayDeclare else { break }
                declared = namespace
                head = UInt32(Token.Kind.declaration.rawValue)
                unsafe end += 1
            } else {
                guard unsafe cursor < end else { break }
                let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: head &>> 16 & 63)
                if filter & bit != 0, unsafe Token.mayRepeat(head: head, from: first, before: cursor) {
                    // Names share bits: nearly always it is another one.
                    mayHaveDuplicates = true
                }
                filter |= bit
                count &+= 1
            }
            // SAFETY: `cursor` was before `end`, or it is a declaration.
            unsafe cursor.initialize(
                to: Token(
                    head: head, offset: Int32(bitPattern: offset),
                    first: UInt32(truncatingIfNeeded: Int(bitPattern: value) &- origin),
                    second: UInt32(truncatingIfNeeded: valueLength)))
            unsafe cursor += 1
            unsafe place = close + 1
        }
        unsafe self.place = place
        unsafe self.cursor = cursor
        self.filter = filter
    }

    /// A name of eight bytes or more, whose first are `word`: its token's first word, and above that its length; zero
    /// if the table does not have it.
    @inline(never)
    @unsafe
    private static func longName(at start: UnsafePointer<UInt8>, _ word: UInt64) -> UInt64 {
        // SAFETY: sixteen bytes are readable at `start`.
        let equals = unsafe equalsSigns(in: ByteWindow.word(start + 8))
        if equals == 0 { return 0 }
        let length = 8 &+ equals.trailingZeroBitCount &>> 3
        var head = UInt32(Token.Kind.attribute.rawValue)
        if length == 8, word == xmlLang {
            head |= Token.Flags.xmlNamespace.bits | 4 &<< 8 | UInt32(LocalName.lang.id) &<< 16
        } else {
            let about = unsafe NameLookup.localName(at: start, word, length: length)
            if about == 0 { return 0 }
            head |= about
        }
        return UInt64(head) | UInt64(truncatingIfNeeded: length) &<< 32
    }

    /// The first byte from `start` on at which a value may end or cease to be plain: either quote, `<`, `&`, a
    /// control, a byte beyond ASCII that is no plain scalar, or `#`, which costs least to stop at as well. Sixteen
    /// bytes must be readable at `start`; one is at the result.
    @inline(__always)
    @unsafe
    private static func endOfQuoted(
        from start: UnsafePointer<UInt8>, last: UnsafePointer<UInt8>
    ) -> UnsafePointer<UInt8> {
        var place = unsafe start
        // SAFETY: sixteen bytes are readable from here on.
        let lastBlock = unsafe last + (readableBytes &- 16)
        repeat {
            // SAFETY: sixteen bytes are readable: the caller's at first, then by comparison.
            let block = unsafe UnsafeRawPointer(place).loadUnaligned(as: SIMD16<UInt8>.self)
            let quotes = (block | SIMD16<UInt8>(repeating: 5)) .== SIMD16<UInt8>(repeating: 0x27)
            let others = block .== SIMD16<UInt8>(repeating: 0x3C)
            let marks = VectorScan.marks(of: quotes .| others .| VectorScan.isControlOrBeyondASCII(block))
            if marks == 0 {
                unsafe place += 16
                continue
            }
            unsafe place += Int(truncatingIfNeeded: marks.trailingZeroBitCount &>> 2)
            if unsafe place[0] < 0x80 { return unsafe place }
            let skipped = unsafe endOfPlainScalars(at: place, last: last)
            if unsafe skipped == place { return unsafe place }
            unsafe place = skipped
        } while unsafe place <= lastBlock
        // The value goes on to where the window ends. Before the opening quote stands `=`, which matches no quote.
        return unsafe start - 2
    }

    /// Where characters beyond ASCII that need no second look end.
    @inline(never)
    @unsafe
    private static func endOfPlainScalars(
        at place: UnsafePointer<UInt8>, last: UnsafePointer<UInt8>
    ) -> UnsafePointer<UInt8> {
        // SAFETY: the window goes on behind `last`.
        let window = unsafe ByteWindow(base: place, count: last - place + readableBytes)
        return unsafe place + window.endOfPlainScalars(from: 0)
    }

    /// The id of a namespace of the table, or zero.
    @inline(never)
    @unsafe
    private static func namespace(_ value: UnsafePointer<UInt8>, length: Int) -> UInt32 {
        // SAFETY: the caller's: `length` bytes are readable.
        UInt32(NameLookup.namespace(unsafe ByteWindow(base: value, count: length)))
    }

    /// The top bits of the bytes that are `=`; of those bits the lowest is exact, which is all that callers look at.
    @inline(__always)
    private static func equalsSigns(in word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let differences = word ^ ones &* 0x3D
        return (differences &- ones) & ~differences & (ones &* 0x80)
    }

    /// `xml:lang` as a word.
    private static let xmlLang: UInt64 = 0x676E_616C_3A6C_6D78
}

extension ByteWindow {
    /// Reads plain attributes from `start` on and writes their tokens, for the careful way.
    ///
    /// - Parameters:
    ///   - first: Where the tape has the tag's first token.
    ///   - room: How many attributes the limits still allow.
    ///   - delta: What to add to an index to get an offset for a token.
    ///   - filter: The names met so far.
    /// - Returns: What the run came to and the index behind it; nil so near the end that none can be plain.
    @inline(never)
    func plainAttributes(
        from start: Int, first: Int, room: Int, mayDeclare: Bool, longestValue: Int, delta: Int, filter: UInt64,
        tape: inout TokenTape
    ) -> (run: PlainAttributes, index: Int)? {
        tape.reserve()
        let room = max(0, min(room, tape.room &- 4))
        guard start >= 0, start <= readable &- PlainAttributes.readableBytes else { return nil }
        // SAFETY: as much as `read` asks for is readable at `start`. Room for the attributes and one declaration has
        // been made sure of; `first` is not behind the tape's last token.
        var run = unsafe PlainAttributes(
            place: base + start, cursor: tape.cursor, last: base + (readable &- PlainAttributes.readableBytes),
            origin: Int(bitPattern: base) &- delta, longestValue: longestValue, room: tape.count &- first &- 1 &+ room,
            mayDeclare: mayDeclare, filter: filter)
        unsafe run.read(first: tape.cursor - (tape.count &- first))
        unsafe tape.advance(to: run.cursor)
        return unsafe (run, run.place - base)
    }

    /// The eight bytes at `pointer` as a little-endian word. The caller has checked that they are readable.
    @inline(__always)
    @unsafe
    static func word(_ pointer: UnsafePointer<UInt8>) -> UInt64 {
        // SAFETY: the caller's.
        unsafe UInt64(littleEndian: UnsafeRawPointer(pointer).loadUnaligned(as: UInt64.self))
    }
}

extension Token {
    /// Whether one of the tokens behind `first` and before `cursor` is an attribute of the name in `head`, or there are
    /// too many to look at here.
    @inline(never)
    @unsafe
    fileprivate static func mayRepeat(
        head: UInt32, from first: UnsafeMutablePointer<Token>, before cursor: UnsafeMutablePointer<Token>
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

extension NameLookup {
    /// About a local name of eight to sixteen bytes, whose first are `word`, or zero if the table does not have it.
    @inline(__always)
    @unsafe
    static func localName(at start: UnsafePointer<UInt8>, _ word: UInt64, length: Int) -> UInt32 {
        if length > 8 {
            // SAFETY: the caller's: so many bytes are readable.
            let tail = unsafe ByteWindow.word(start + (length &- 8))
            return UInt32(truncatingIfNeeded: longLocalName(head: word, tail: tail, length: length).about)
        }
        let about = shortLocalName(word)
        return about &>> 8 & 0xFF == 8 ? about : 0
    }
}
