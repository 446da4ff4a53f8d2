extension XMLTokenizer {
    /// Parses the end tag at `start`.
    ///
    /// - Returns: The index behind it, or -1 where the window ends first.
    @inline(__always)
    mutating func endTag(_ window: ByteWindow, at start: Int, tape: inout TokenTape) throws(XMLViolation) -> Int {
        guard let element = open.last else { throw fault(.endTagOutsideRoot, at: start &+ 1) }
        let nameAt = start &+ 2
        let length = Int(element.nameLength)
        let end: Int
        // The commonest case by far: a name of at most eight bytes, and `>` right behind it.
        if length <= 8, window.word(at: nameAt) & (~0 >> UInt64(64 &- 8 &* length)) == element.head,
            window[nameAt &+ length] == 0x3E
        {
            end = nameAt &+ length &+ 1
        } else {
            end = try unusualEndTag(window, at: start, element)
            if end < 0 { return end }
        }
        let local = nameAt &+ Int(element.prefixLength)
        let localLength = length &- Int(element.prefixLength)
        if localLength >= 255 { annotate(localLength, tape: &tape) }
        // The start token learns where its end is, if both are on the tape.
        if open.count > staleDepth {
            tape.setSecond(UInt32(truncatingIfNeeded: tape.count) &- element.startToken, at: Int(element.startToken))
        }
        tape.append(
            Token(
                .end, flags: localLength >= 255 ? Token.Flags.annotated.bits : 0, name: element.nameID,
                nameLength: localLength, offset: local &+ delta, first: element.namespace.rawValue,
                second: UInt32(truncatingIfNeeded: end &+ delta)))
        close(element, at: end)
        return end
    }

    /// Takes an element off the stack.
    @inline(__always)
    mutating func close(_ element: OpenElement, at end: Int) {
        open.pop()
        staleDepth = min(staleDepth, open.count)
        if storedCount > open.count {
            storedCount = open.count
            names.truncate(to: Int(element.nameStart))
        }
        if scope.count > Int(element.outerBindings) { scope.leave(to: Int(element.outerBindings)) }
        textStart = base &+ Int64(end)
        if open.count <= 1 {
            if open.isEmpty { phase = .epilog }
            beginInterval(at: end)
        }
    }

    /// An end tag with a long name, with white space, with a fault, or cut.
    @inline(never)
    private mutating func unusualEndTag(
        _ window: ByteWindow, at start: Int, _ element: OpenElement
    ) throws(XMLViolation) -> Int {
        let nameAt = start &+ 2
        let length = Int(element.nameLength)
        let expected = longName(of: element, in: window)
        var index = 0
        while index < length {
            if nameAt &+ index >= window.count { return cutInTag() }
            if index &+ 8 <= expected.count, nameAt &+ index &+ 8 <= window.count,
                window.word(at: nameAt &+ index) == expected.word(at: index)
            {
                index &+= 8
                continue
            }
            let byte =
                length <= 8 ? UInt8(truncatingIfNeeded: element.head &>> UInt64(index &* 8)) : expected[index]
            if window[nameAt &+ index] != byte { throw mismatch(window, at: nameAt &+ index) }
            index &+= 1
        }
        index = nameAt &+ length
        while ByteClass.isSpace(window[index]) { index &+= 1 }
        if index >= window.count { return cutInTag() }
        if window[index] != 0x3E { throw mismatch(window, at: index) }
        return index &+ 1
    }

    /// What to say of the byte at which an end tag goes wrong.
    private func mismatch(_ window: ByteWindow, at index: Int) -> XMLViolation {
        // Only bytes that begin a sequence say whether it is UTF-8; the expected name is.
        if window[index] >= 0x80 {
            var lead = index
            while lead > 0, index &- lead < 3, window[lead] & 0xC0 == 0x80 { lead &-= 1 }
            // What follows the byte must not matter: it may not have come yet.
            let scalar = window.prefix(index &+ 1).scalar(at: lead)
            let isStray = scalar.length > 0 && lead &+ scalar.length <= index
            if scalar.length < 0 || isStray { return fault(.illegalByte, at: index) }
        }
        return fault(.endTag, at: index)
    }

    /// The name that the end tag must have, where it is longer than the record holds; else a window on nothing.
    private func longName(of element: OpenElement, in window: ByteWindow) -> ByteWindow {
        let length = Int(element.nameLength)
        if length <= 8 { return .empty }
        if element.isStored { return names.window(from: Int(element.nameStart), length: length) }
        // Opened in the chunk that holds the end tag.
        return window.slice(from: Int(element.nameStart) &- delta, length: length)
    }

    /// Says that a tag is cut outside a value.
    @inline(never)
    mutating func cutInTag() -> Int {
        cut.awaited = .tagDelimiter
        return -1
    }

    /// Notes a name of 255 bytes or more before the token that it belongs to.
    @inline(never)
    func annotate(_ nameLength: Int, tape: inout TokenTape) {
        tape.append(
            Token(.annotation, offset: 0, first: 0, second: UInt32(truncatingIfNeeded: nameLength)))
    }
}
