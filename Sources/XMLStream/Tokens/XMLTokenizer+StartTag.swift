extension XMLTokenizer {
    /// Parses the start tag or empty-element tag at `start` the careful way, or goes on with one that was cut.
    ///
    /// - Returns: The index behind it, or -1 where the window ends first; what is done is remembered then.
    @inline(never)
    mutating func startTag(_ window: ByteWindow, at start: Int, tape: inout TokenTape) throws(XMLViolation) -> Int {
        if cut.attributesFrom > 0 { return try cutStartTag(window, at: start, tape: &tape) }
        if open.count > bounds.depth || elementsInStanza >= bounds.elementsPerStanza {
            throw fault(open.count > bounds.depth ? .depth : .elementCount, at: start &+ 1)
        }
        let first = tape.count
        tagFirst = first
        var tag = StartTag()
        tag.outerBindings = scope.count
        tag.outerLocals = scope.localCount
        tag.attributeRoom = min(bounds.attributesPerElement, bounds.attributesPerStanza &- attributesInStanza)
        let index = try elementName(window, at: start &+ 1, tag: &tag, tape: &tape)
        if index < 0 { return cutBeforeAttributes(first, tape: &tape) }
        return try attributes(tag, window, from: index, at: start, first: first, tape: &tape)
    }

    /// Goes on with a start tag that was cut.
    @inline(never)
    private mutating func cutStartTag(
        _ window: ByteWindow, at start: Int, tape: inout TokenTape
    ) throws(XMLViolation) -> Int {
        let from = start &+ cut.attributesFrom
        var tag = cut.tag.first ?? StartTag()
        // Attributes of earlier parts are not on the tape to be compared with; that is done once at the end.
        tag.mayHaveDuplicates = true
        return try attributes(tag, window, from: from, at: start, first: tape.count, tape: &tape)
    }

    /// Parses the rest of a start tag: attributes and its end.
    @inline(never)
    private mutating func attributes(
        _ known: StartTag, _ window: ByteWindow, from: Int, at start: Int, first: Int, tape: inout TokenTape
    ) throws(XMLViolation) -> Int {
        tagFirst = first
        var tag = known
        var index = from
        let longestValue = bounds.nameBytes < 16 ? -1 : bounds.valueBytes
        while true {
            // Behind the name, or behind an attribute.
            if window[index] == 0x20,
                let (run, end) = window.plainAttributes(
                    from: index, first: first, room: tag.attributeRoom &- tag.attributes,
                    mayDeclare: tag.declarations < bounds.declarationsPerElement, longestValue: longestValue,
                    delta: delta, filter: tag.filter, tape: &tape)
            {
                add(run, to: &tag)
                index = end
            }
            let next = try unusualPart(window, at: index, tag: &tag, tape: &tape)
            if next.end < 0 {
                if window.count &- start <= CutToken.briefBytes {
                    return forget(tag, first, &tape)
                }
                return save(tag, index, start, first, .init(next.end), &tape)
            }
            index = next.end
            if next.isAttribute { continue }
            if !cut.tokens.isEmpty { restoreTokens(at: start, first: first, tape: &tape) }
            let isEmpty = window[index &- 2] == 0x2F
            try enter(tag, window, at: start, end: index, isEmpty: isEmpty, first: first, tape: &tape)
            return index
        }
    }

    /// Adds what a run of plain attributes came to.
    @inline(__always)
    private mutating func add(_ run: PlainAttributes, to tag: inout StartTag) {
        tag.attributes &+= run.count
        tag.filter = run.filter
        tag.mayHaveDuplicates = tag.mayHaveDuplicates || run.mayHaveDuplicates
        if run.declared != 0 {
            tag.declarations &+= 1
            let namespace = NamespaceReference(rawValue: run.declared)
            scope.declare(prefix: .empty, as: namespace)
            tag.declaredDefault = namespace
        }
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

    /// Parses the element's name the careful way and writes its token.
    ///
    /// - Returns: The index behind the name, or -1 where it is cut.
    private mutating func elementName(
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
            end &- start <= bounds.nameBytes, window.localNameID(from: start, length: end &- start) != 0
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
        let most = bounds.nameBytes
        switch window.name(at: start) {
        case .name(let end, let colon):
            if end &- start > most { throw fault(.nameBytes, at: start &+ most) }
            return (end, colon)
        case .cut(let index, let colon):
            if index &- start > most { throw fault(.nameBytes, at: start &+ most) }
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
        tagFirst = -1
        cut.attributesFrom = 0
        cut.awaited = .tagEnd
        return -1
    }

    /// Drops what is known of a tag whose end is missing and of which few bytes have come.
    @inline(never)
    private mutating func forget(_ tag: StartTag, _ first: Int, _ tape: inout TokenTape) -> Int {
        if scope.count > tag.outerBindings { scope.leave(to: tag.outerBindings) }
        scope.truncateLocals(to: tag.outerLocals)
        return cutBeforeAttributes(first, tape: &tape)
    }

    /// Keeps what is known of a tag whose end is missing: all before `index`.
    @inline(never)
    private mutating func save(
        _ tag: StartTag, _ index: Int, _ start: Int, _ first: Int, _ awaited: CutToken.Awaited,
        _ tape: inout TokenTape
    ) -> Int {
        cut.tag = [tag]
        cut.awaited = awaited
        cut.attributesFrom = index &- start
        let origin = start &+ delta
        var position = first
        // Those of parts before stay where they are, however often the tag is cut.
        while position < tape.count {
            cut.tokens.append(tape[position].moved(by: -origin))
            position &+= 1
        }
        tape.truncate(to: first)
        tagFirst = -1
        return -1
    }

    /// Puts the tokens of a cut tag on the tape, before those from `first` on, which are of its last part.
    @inline(never)
    private mutating func restoreTokens(at start: Int, first: Int, tape: inout TokenTape) {
        let origin = start &+ delta
        for position in first..<tape.count { cut.tokens.append(tape[position].moved(by: -origin)) }
        tape.truncate(to: first)
        for token in cut.tokens { tape.append(token.moved(by: origin)) }
        cut.tokens = []
        cut.tag = []
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
        case .text:
            token.offset &+= distance
        case .end:
            token.offset &+= distance
            token.second = UInt32(bitPattern: Int32(bitPattern: second) &+ distance)
        case .character:
            break
        }
        return token
    }
}
