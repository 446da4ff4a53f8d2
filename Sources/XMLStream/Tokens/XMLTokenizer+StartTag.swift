extension XMLTokenizer {
    /// Parses the start tag or empty-element tag at `start`, or goes on with one that was cut.
    ///
    /// - Returns: The index behind it, or -1 where the window ends first; what is done is remembered then.
    @inline(__always)
    mutating func startTag(_ window: ByteWindow, at start: Int, tape: inout TokenTape) throws(XMLViolation) -> Int {
        let first = tape.count
        tagFirst = first
        var tag = StartTag()
        var index: Int
        if delta < 0, cut.attributesFrom > 0 {
            tag = cut.tag
            index = start &+ cut.attributesFrom
            restoreTokens(at: start, tape: &tape)
        } else {
            try admitElement(at: start)
            tag.outerBindings = scope.count
            index = try elementName(window, at: start &+ 1, tag: &tag, tape: &tape)
            if index < 0 { return cutBeforeAttributes(first, tape: &tape) }
        }
        var isEmpty = false
        while true {
            // Behind the name, or behind an attribute.
            var position = index
            var byte = window[position]
            if ByteClass.isSpace(byte) {
                repeat {
                    position &+= 1
                    byte = window[position]
                } while ByteClass.isSpace(byte)
            } else if byte != 0x3E, byte != 0x2F {
                if position >= window.count { return save(tag, index, start, first, .tagDelimiter, &tape) }
                throw faultOfByte(.tag, window, at: position)
            }
            if byte == 0x3E {
                index = position &+ 1
                break
            }
            if byte == 0x2F {
                if window[position &+ 1] == 0x3E {
                    index = position &+ 2
                    isEmpty = true
                    break
                }
                if position &+ 1 >= window.count { return save(tag, index, start, first, .tagDelimiter, &tape) }
                throw faultOfByte(.tag, window, at: position &+ 1)
            }
            let reading = try attribute(window, at: position, first: first, tag: &tag, tape: &tape)
            if reading < 0 { return save(tag, index, start, first, .init(reading), &tape) }
            index = reading
        }
        try enter(tag, window, at: start, end: index, isEmpty: isEmpty, first: first, tape: &tape)
        return index
    }

    /// Counts an element before it is looked at.
    @inline(__always)
    private mutating func admitElement(at start: Int) throws(XMLViolation) {
        if open.count > limits.depth { throw fault(.depth, at: start &+ 1) }
        if elementsInStanza >= limits.elementsPerStanza { throw fault(.elementCount, at: start &+ 1) }
    }

    /// Parses the element's name and writes its token.
    ///
    /// - Returns: The index behind the name, or -1 where it is cut.
    @inline(__always)
    private mutating func elementName(
        _ window: ByteWindow, at start: Int, tag: inout StartTag, tape: inout TokenTape
    ) throws(XMLViolation) -> Int {
        let name = window.shortName(at: start)
        let end = start &+ name.length
        if name.id != 0, window[end] != 0x3A, window[end] < 0x80, name.length <= limits.nameBytes {
            if end >= window.count { return -1 }
            tag.head = name.head
            tag.nameLength = name.length
            tag.nameID = name.id
            tape.append(
                Token(.start, name: name.id, nameLength: name.length, offset: start &+ delta, first: 0, second: 0))
            return end
        }
        return try unusualElementName(window, at: start, tag: &tag, tape: &tape)
    }

    /// A name that is not in the table, has a prefix, is cut or is wrong.
    @inline(never)
    private mutating func unusualElementName(
        _ window: ByteWindow, at start: Int, tag: inout StartTag, tape: inout TokenTape
    ) throws(XMLViolation) -> Int {
        let (end, colon) = try qualifiedName(window, at: start)
        if end < 0 { return -1 }
        let local = colon < 0 ? start : colon &+ 1
        let known = window.localNameID(from: local, length: end &- local)
        tag.head = window.slice(from: start, length: min(8, end &- start)).word(at: 0)
        tag.nameLength = end &- start
        tag.prefixLength = local &- start
        tag.nameID = known
        if end &- local >= 255 { annotate(end &- local, tape: &tape) }
        var flags: UInt32 = end &- local >= 255 ? Token.Flags.annotated.bits : 0
        if colon >= 0 { flags |= Token.Flags.prefixed.bits }
        tape.append(
            Token(
                .start, flags: flags, name: known, nameLength: end &- local, offset: local &+ delta, first: 0,
                second: 0))
        return end
    }

    /// Reads a name with at most one colon, checked in full.
    ///
    /// - Returns: Where it ends (-1 if the window ends first) and where its colon stands (-1 if there is none).
    func qualifiedName(_ window: ByteWindow, at start: Int) throws(XMLViolation) -> (end: Int, colon: Int) {
        // A window that ends one byte behind the longest legal name shows whether this one is longer.
        let most = limits.nameBytes
        switch window.name(at: start) {
        case .name(let end, let colon):
            if end &- start > most { throw fault(.nameBytes, at: start &+ most) }
            return (end, colon)
        case .cut(let colon):
            if window.count &- start > most { throw fault(.nameBytes, at: start &+ most) }
            return (-1, colon)
        case .noName(let index):
            if index &- start > most { throw fault(.nameBytes, at: start &+ most) }
            throw faultOfByte(.name, window, at: index)
        case .colonMisplaced(let index):
            if index &- start > most { throw fault(.nameBytes, at: start &+ most) }
            throw faultOfByte(.qualifiedName, window, at: index)
        case .illegalByte(let index):
            if index &- start > most { throw fault(.nameBytes, at: start &+ most) }
            throw fault(.illegalByte, at: index)
        }
    }

    // MARK: Cuts

    /// The name itself is cut: nothing is worth keeping.
    @inline(never)
    private mutating func cutBeforeAttributes(_ first: Int, tape: inout TokenTape) -> Int {
        tape.truncate(to: first)
        tagFirst = nil
        cut.attributesFrom = 0
        return cutInTag()
    }

    /// Keeps what is known of a tag whose end is missing: all before `index`.
    @inline(never)
    private mutating func save(
        _ tag: StartTag, _ index: Int, _ start: Int, _ first: Int, _ awaited: CutToken.Awaited,
        _ tape: inout TokenTape
    ) -> Int {
        cut.tag = tag
        cut.awaited = awaited
        cut.attributesFrom = index &- start
        cut.tokens.removeAll(keepingCapacity: true)
        let origin = start &+ delta
        var position = first
        // Tokens of an attribute that is not whole lie behind these; they are parsed anew.
        while position < tape.count {
            cut.tokens.append(tape[position].moved(by: -origin))
            position &+= 1
        }
        tape.truncate(to: first)
        tagFirst = nil
        return -1
    }

    /// Puts the tokens of a cut tag back on the tape.
    @inline(never)
    private mutating func restoreTokens(at start: Int, tape: inout TokenTape) {
        let origin = start &+ delta
        for token in cut.tokens { tape.append(token.moved(by: origin)) }
        cut.tokens.removeAll(keepingCapacity: cut.tokens.count <= 8)
        cut.attributesFrom = 0
    }
}

extension CutToken.Awaited {
    /// What `attribute` says by a negative result.
    @inline(__always)
    init(_ reading: Int) { self = reading == -2 ? .apostrophe : reading == -3 ? .quotationMark : .tagDelimiter }
}

extension Token {
    /// The same token, seen from another origin.
    func moved(by distance: Int) -> Token {
        var token = self
        let distance = Int32(truncatingIfNeeded: distance)
        switch kind {
        case .start, .annotation:
            token.offset &+= distance
        case .attribute, .declaration:
            token.offset &+= distance
            token.first = UInt32(bitPattern: Int32(bitPattern: first) &+ distance)
        case .text, .character, .end:
            break
        }
        return token
    }
}
