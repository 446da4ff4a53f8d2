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
            tag.attributeRoom = min(limits.attributesPerElement, limits.attributesPerStanza &- attributesInStanza)
            index = try elementName(window, at: start &+ 1, tag: &tag, tape: &tape)
            if index < 0 { return cutBeforeAttributes(first, tape: &tape) }
        }
        let longestPlainValue = limits.nameBytes < 8 ? 0 : limits.valueBytes
        var isEmpty = false
        while true {
            // Behind the name, or behind an attribute.
            let byte = window[index]
            if byte == 0x3E {
                index &+= 1
                break
            }
            if byte == 0x20 {
                let run = window.plainAttributes(
                    from: index, room: tag.attributeRoom &- tag.attributes, longestValue: longestPlainValue, delta: delta,
                    filter: tag.filter, tape: &tape)
                tag.attributes &+= run.count
                tag.filter = run.filter
                tag.mayHaveDuplicates = tag.mayHaveDuplicates || run.mayHaveDuplicates
                if run.declarationStart > 0 {
                    try declareDefault(
                        window, valueAt: run.declarationStart, length: run.declarationLength, tag: &tag, tape: &tape)
                }
                if run.index > index {
                    index = run.index
                    continue
                }
            } else if byte == 0x2F, window[index &+ 1] == 0x3E {
                index &+= 2
                isEmpty = true
                break
            }
            var unusual = tag
            let next = try unusualPart(window, at: index, tag: &unusual, tape: &tape)
            tag = unusual
            if next.end < 0 { return save(tag, index, start, first, .init(next.end), &tape) }
            index = next.end
            if next.isAttribute { continue }
            isEmpty = window[index &- 2] == 0x2F
            break
        }
        try enter(tag, window, at: start, end: index, isEmpty: isEmpty, first: first, tape: &tape)
        return index
    }

    /// The end of the tag or an attribute, with whatever white space may stand there.
    ///
    /// - Returns: The index behind it and whether it was an attribute; or, where the window ends first, a negative
    ///   index as `attribute` gives it.
    @inline(never)
    private mutating func unusualPart(
        _ window: ByteWindow, at start: Int, tag: inout StartTag, tape: inout TokenTape
    ) throws(XMLViolation) -> (end: Int, isAttribute: Bool) {
        var index = start
        while ByteClass.isSpace(window[index]) { index &+= 1 }
        if index >= window.count { return (-1, false) }
        let byte = window[index]
        if byte == 0x3E { return (index &+ 1, false) }
        if byte == 0x2F {
            if window[index &+ 1] == 0x3E { return (index &+ 2, false) }
            if index &+ 1 >= window.count { return (-1, false) }
            throw faultOfByte(.tag, window, at: index &+ 1)
        }
        if index == start { throw faultOfByte(.tag, window, at: index) }
        return (try attribute(window, at: index, tag: &tag, tape: &tape), true)
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
        let word = window.word(at: start)
        let length = ByteWindow.nameLength(in: word)
        let following = window[start &+ length]
        if length &- 1 < 7, following == 0x20 || following == 0x3E || following == 0x2F, length <= limits.nameBytes {
            let head = word & (~0 &>> UInt64(truncatingIfNeeded: 64 &- 8 &* length))
            let id = NameLookup.shortLocalName(head)
            if id != 0 {
                tag.head = head
                tag.nameLength = length
                tag.nameID = id
                tape.append(
                    Token(.start, name: id, nameLength: length, offset: start &+ delta, first: 0, second: 0))
                return start &+ length
            }
        }
        return try unusualElementName(window, at: start, tag: &tag, tape: &tape)
    }

    /// A name that is not in the table, has a prefix, is cut or is wrong.
    @inline(never)
    private mutating func unusualElementName(
        _ window: ByteWindow, at start: Int, tag: inout StartTag, tape: inout TokenTape
    ) throws(XMLViolation) -> Int {
        let (end, colon) = try knownOrQualifiedName(window, at: start)
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

    /// Reads a name: one of the table needs no check, all others get the full one.
    @inline(__always)
    func knownOrQualifiedName(_ window: ByteWindow, at start: Int) throws(XMLViolation) -> (end: Int, colon: Int) {
        let length = ByteWindow.nameLength(in: window.word(at: start))
        var end = start &+ length
        if length == 8 { end &+= ByteWindow.nameLength(in: window.word(at: end)) }
        let following = window[end]
        if following == 0x3D || following == 0x20 || following == 0x3E || following == 0x2F, end &- start < 16,
            end &- start <= limits.nameBytes, window.localNameID(from: start, length: end &- start) != 0
        {
            return (end, -1)
        }
        return try qualifiedName(window, at: start)
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
