extension XMLTokenizer {
    /// Parses plain content from the tag at `start` on: start and end tags, and text in ASCII or plain scalars, as long
    /// as the names are in the table, the attributes plain (see `PlainAttributes`) and all of it inside the root.
    ///
    /// This is the straight path: one loop over pointers, with what it changes in locals. Whatever it does not know it
    /// leaves, untouched, to the careful way; nothing is accepted here that would be refused there. A first-level
    /// element may follow another without a byte between; it has to end where the first of them had to.
    ///
    /// - Parameters:
    ///   - until: No token is begun at this index or behind it.
    ///   - pausing: Whether it ends where a first-level element does.
    ///   - scanned: Where the text at the result is known to be plain up to, if it is.
    /// - Returns: Where it stopped, which is `start` if nothing there is plain.
    @inline(never)
    mutating func plainContent(
        _ window: ByteWindow, from start: Int, until: Int, pausing: Bool, scanned: inout Int, tape: inout TokenTape
    ) -> Int {
        let readable = window.readable &- PlainAttributes.readableBytes
        let attributesInTag = max(0, min(bounds.attributesPerElement, PlainAttributes.mostInTag))
        // A token is an element or an attribute at most, so that counting tokens keeps the limits on both.
        let elementsLeft = bounds.elementsPerStanza &- elementsInStanza
        let attributesLeft = bounds.attributesPerStanza &- attributesInStanza &- attributesInTag
        let tokensLeft = min(tape.room &- attributesInTag &- 4, elementsLeft, attributesLeft)
        guard start >= 0, start < until, start <= readable, tokensLeft > 0, open.count > 0, bounds.nameBytes >= 16
        else { return start }

        let base = unsafe window.base
        let origin = Int(bitPattern: base) &- delta
        // SAFETY: `readableBytes` are readable from `last` on, and so from each place not behind it.
        let last = unsafe base + min(until &- 1, readable)
        var tagEnd = unsafe base + start
        let tokens = unsafe tape.cursor - tape.count
        // SAFETY: behind a cursor before this one there is room for a tag of so many attributes.
        let mostTokens = unsafe tape.cursor + tokensLeft
        var run = unsafe PlainAttributes(
            place: base + start, cursor: tape.cursor, last: base + readable, origin: origin,
            longestValue: bounds.valueBytes, room: attributesInTag, mayDeclare: bounds.declarationsPerElement > 0,
            count: attributesInStanza)
        var elements = elementsInStanza
        // What follows may be longer than the element at hand is allowed to be, if the limit was lowered meanwhile.
        let pausing = pausing || budgetEnd > (self.base &+ Int64(start)).adding(bounds.stanzaBytes)
        // Where the last first-level element begins, if that is here.
        var stanza = unsafe base

        // SAFETY: `top` stays between the root and the memory there is.
        let bottom = unsafe open.bottom
        let lowest = unsafe bottom + 1
        let highest = unsafe bottom + min(open.room, bounds.depth &+ 1)
        var top = unsafe bottom + open.count
        var fresh = unsafe bottom + staleDepth
        var shallowest = unsafe top
        let bindings = UInt32(truncatingIfNeeded: scope.count)

        content: while unsafe run.place <= last, unsafe run.cursor < mostTokens {
            let place = unsafe run.place
            let cursor = unsafe run.cursor
            if unsafe place[0] != 0x3C {
                guard unsafe top > lowest else { break }
                let end = unsafe window.endOfPlainContent(from: place)
                let length = unsafe end - place
                guard unsafe end[0] == 0x3C && length <= bounds.textBytes else {
                    scanned = unsafe end - base
                    break
                }
                unsafe cursor.initialize(
                    to: Token(
                        head: UInt32(Token.Kind.text.rawValue),
                        offset: Int32(truncatingIfNeeded: Int(bitPattern: place) &- origin),
                        first: UInt32(truncatingIfNeeded: length), second: 0))
                unsafe run.cursor = cursor + 1
                unsafe run.place = end
            } else if unsafe place[1] == 0x2F {
                guard unsafe top > lowest else { break }
                let element = unsafe top - 1
                let length = Int(unsafe element.pointee.nameLength)
                let name = unsafe place + 2
                if length <= 8 {
                    let mask = ~0 &>> UInt64(truncatingIfNeeded: 64 &- 8 &* length)
                    guard unsafe ByteWindow.word(name) & mask == element.pointee.head else { break }
                } else {
                    guard unsafe run.isName(of: element, at: name) else { break }
                }
                let prefixLength = Int(unsafe element.pointee.prefixLength)
                guard unsafe name[length] == 0x3E && element.pointee.outerBindings == bindings,
                    length &- prefixLength < 255
                else { break }
                unsafe tagEnd = name + (length &+ 1)
                unsafe cursor.initialize(
                    to: Token(
                        head: UInt32(Token.Kind.end.rawValue)
                            | UInt32(truncatingIfNeeded: (length &- prefixLength) &<< 8)
                            | UInt32(element.pointee.nameID) &<< 16,
                        offset: Int32(truncatingIfNeeded: Int(bitPattern: name) &+ prefixLength &- origin),
                        first: element.pointee.namespace.rawValue,
                        second: UInt32(truncatingIfNeeded: Int(bitPattern: tagEnd) &- origin)))
                // The start token learns where its end is, if both are on the tape.
                if unsafe top > fresh {
                    // SAFETY: a start token that is not stale lies on the tape.
                    let start = unsafe tokens + Int(element.pointee.startToken)
                    unsafe start.pointee.second = Token.count(from: start, to: cursor)
                }
                unsafe run.cursor = cursor + 1
                unsafe run.place = tagEnd
                unsafe top = element
                unsafe fresh = min(fresh, top)
                unsafe shallowest = min(shallowest, top)
                if unsafe pausing && top == lowest { break }
            } else {
                guard unsafe top < highest else { break }
                // The name: at most sixteen bytes, of the table.
                let word = unsafe ByteWindow.word(place + 1)
                var length = ByteWindow.nameLength(in: word)
                var name = word
                let about: UInt32
                if length < 8 {
                    name &= (1 &<< UInt64(truncatingIfNeeded: length &* 8)) &- 1
                    about = NameLookup.shortLocalName(name)
                    guard Int(about &>> 8 & 0xFF) == length else { break }
                } else {
                    about = unsafe ByteWindow.longPlainName(at: place + 1, word)
                    guard about != 0 else { break }
                    length = Int(about &>> 8 & 0xFF)
                }
                unsafe run.place = place + (length &+ 1)
                unsafe run.cursor = cursor + 1
                run.declared = 0
                let count = run.count
                if unsafe top == lowest { run.count = 0 }
                if unsafe run.place[0] == 0x20 {
                    run.filter = 0
                    unsafe run.read(first: cursor)
                }
                // SAFETY: two bytes are readable: from `last` on there are more.
                let isEmpty = unsafe run.place <= run.last && run.place[0] == 0x2F
                guard unsafe run.place <= run.last && run.place[isEmpty ? 1 : 0] == 0x3E && !run.mayHaveDuplicates
                else {
                    run.count = count
                    unsafe run.place = place
                    unsafe run.cursor = cursor
                    break
                }
                let parent = unsafe top - 1
                var namespace = unsafe parent.pointee.defaultNamespace
                var isOuter = unsafe parent.pointee.isDefaultOuter
                if run.declared != 0 {
                    namespace = NamespaceReference(rawValue: run.declared)
                    isOuter = false
                }
                if unsafe top == lowest {
                    isOuter = true
                    outerBindings = Int(bindings)
                    elements = 0
                    unsafe stanza = place
                }
                elements &+= 1
                let offset = Int32(truncatingIfNeeded: Int(bitPattern: place) &+ 1 &- origin)
                let startHead =
                    about | UInt32(Token.Kind.start.rawValue) | (isOuter ? Token.Flags.outerNamespace.bits : 0)
                if isEmpty {
                    unsafe tagEnd = run.place + 2
                    unsafe cursor.initialize(
                        to: Token(
                            head: startHead | Token.Flags.emptyElement.bits, offset: offset,
                            first: namespace.rawValue, second: Token.count(from: cursor, to: run.cursor)))
                    unsafe run.cursor.initialize(
                        to: Token(
                            head: about | UInt32(Token.Kind.end.rawValue) | Token.Flags.emptyElement.bits,
                            offset: offset, first: namespace.rawValue,
                            second: UInt32(truncatingIfNeeded: Int(bitPattern: tagEnd) &- origin)))
                    unsafe run.cursor += 1
                    unsafe run.place = tagEnd
                    if unsafe pausing && top == lowest { break }
                } else {
                    unsafe tagEnd = run.place + 1
                    unsafe cursor.initialize(
                        to: Token(head: startHead, offset: offset, first: namespace.rawValue, second: 0))
                    unsafe top.initialize(
                        to: OpenElement(
                            head: name, nameLength: UInt32(truncatingIfNeeded: length), prefixLength: 0,
                            nameStart: offset, outerBindings: bindings, namespace: namespace,
                            defaultNamespace: namespace, startToken: Token.count(from: tokens, to: cursor),
                            nameID: NameLookup.id(about), isStored: false, isDefaultOuter: isOuter))
                    unsafe top += 1
                    unsafe run.place = tagEnd
                }
            }
        }

        if unsafe stanza > base + start { beginStanza(at: unsafe stanza - base) }
        elementsInStanza = elements
        attributesInStanza = run.count
        unsafe tape.advance(to: run.cursor)
        unsafe open.advance(to: top)
        staleDepth = unsafe fresh - bottom
        storedCount = min(storedCount, unsafe shallowest - bottom)
        if unsafe tagEnd > base + start { textStart = self.base &+ Int64(unsafe tagEnd - base) }
        return unsafe run.place - base
    }
}

extension PlainAttributes {
    /// Whether the name at `place` is that of an element that was opened in the same window and whose name has more
    /// than eight bytes; a byte more is readable then.
    @inline(never)
    @unsafe
    fileprivate func isName(of element: UnsafePointer<OpenElement>, at place: UnsafePointer<UInt8>) -> Bool {
        let length = Int(unsafe element.pointee.nameLength)
        let start = origin &+ Int(unsafe element.pointee.nameStart)
        guard unsafe !element.pointee.isStored && last - place + PlainAttributes.readableBytes > length,
            // SAFETY: the name lies before `place` in the window, and as many bytes and one more are readable there.
            let known = unsafe UnsafePointer<UInt8>(bitPattern: start)
        else { return false }
        var index = 0
        while index < length &- 8 {
            if unsafe ByteWindow.word(known + index) != ByteWindow.word(place + index) { return false }
            index &+= 8
        }
        return unsafe ByteWindow.word(known + (length &- 8)) == ByteWindow.word(place + (length &- 8))
    }
}

extension Token {
    /// How many tokens there are from `start` to `end`, which is not before it.
    @inline(__always)
    @unsafe
    fileprivate static func count(from start: UnsafeMutablePointer<Token>, to end: UnsafeMutablePointer<Token>)
        -> UInt32
    {
        UInt32(truncatingIfNeeded: (UInt(bitPattern: end) &- UInt(bitPattern: start)) &>> 4)
    }
}

extension ByteWindow {
    /// About a name of eight bytes or more, whose first are `word`; zero if the table does not have it.
    @inline(never)
    @unsafe
    fileprivate static func longPlainName(at start: UnsafePointer<UInt8>, _ word: UInt64) -> UInt32 {
        // SAFETY: sixteen bytes are readable at `start`.
        let length = 8 &+ (unsafe nameLength(in: ByteWindow.word(start + 8)))
        return unsafe NameLookup.localName(at: start, word, length: length)
    }

    /// Where text that begins at `start` ends or ceases to be plain: a `<`, `>`, `&`, carriage return or other control,
    /// or a sequence that is no plain scalar. Sixteen bytes are readable at `start`.
    @inline(__always)
    @unsafe
    fileprivate func endOfPlainContent(from start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
        var place = unsafe start
        let last = unsafe base + (readable &- 16)
        repeat {
            // SAFETY: sixteen bytes are readable: the caller's at first, then by comparison.
            let block = unsafe UnsafeRawPointer(place).loadUnaligned(as: SIMD16<UInt8>.self)
            let angles = (block | SIMD16<UInt8>(repeating: 2)) .== SIMD16<UInt8>(repeating: 0x3E)
            let others = block .== SIMD16<UInt8>(repeating: 0x26)
            let marks = VectorScan.marks(of: angles .| others .| VectorScan.isControlOrBeyondASCII(block))
            if marks == 0 {
                unsafe place += 16
                continue
            }
            unsafe place += Int(truncatingIfNeeded: marks.trailingZeroBitCount &>> 2)
            let byte = unsafe place[0]
            if byte == 0x3C { return unsafe place }
            let skipped = unsafe endOfPlainRarities(at: place, byte)
            if unsafe skipped == place { return unsafe place }
            unsafe place = skipped
        } while unsafe place <= last
        // All up to here is plain; one byte is readable at the result in any case.
        return unsafe min(place, base + (readable &- 1))
    }

    /// Where plain scalars beyond ASCII with single spaces between, a tab or a line feed at `place` end.
    @inline(never)
    @unsafe
    private func endOfPlainRarities(at place: UnsafePointer<UInt8>, _ byte: UInt8) -> UnsafePointer<UInt8> {
        // SAFETY: `place` lies in the window.
        if byte >= 0x80 { return unsafe base + endOfPlainWords(from: place - base) }
        return unsafe byte == 0x09 || byte == 0x0A ? place + 1 : place
    }
}
