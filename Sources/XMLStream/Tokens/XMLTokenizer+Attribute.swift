extension XMLTokenizer {
    /// Parses the attribute or declaration at `start` and writes its token.
    ///
    /// - Returns: The index behind the closing quote. Where the window ends first, -2 inside a value in single quotes,
    ///   -3 in one in double quotes, -1 before any value; nothing is written then.
    mutating func attribute(
        _ window: ByteWindow, at start: Int, tag: inout StartTag, tape: inout TokenTape
    ) throws(XMLViolation) -> Int {
        let (nameEnd, colon) = try knownOrQualifiedName(window, at: start)
        if nameEnd < 0 { return -1 }
        let local = colon < 0 ? start : colon &+ 1
        let id = window.localNameID(from: local, length: nameEnd &- local)
        // `=` and the opening quote, with or without white space.
        var position = nameEnd
        if window[position] != 0x3D {
            while ByteClass.isSpace(window[position]) { position &+= 1 }
            if position >= window.count { return -1 }
            if window[position] != 0x3D { throw faultOfByte(.attributeSyntax, window, at: position) }
        }
        position &+= 1
        var quote = window[position]
        if quote != 0x27, quote != 0x22 {
            while ByteClass.isSpace(window[position]) { position &+= 1 }
            if position >= window.count { return -1 }
            quote = window[position]
            if quote != 0x27, quote != 0x22 { throw faultOfByte(.attributeSyntax, window, at: position) }
        }
        let valueStart = position &+ 1
        var end = VectorScan.endOfPlainValue(in: window, from: valueStart, quote: quote)
        var flags: UInt32 = 0
        if window[end] != quote || end &- valueStart > bounds.valueBytes {
            let value = try unusualValue(window, from: end, start: valueStart, quote: quote)
            if value.end < 0 { return quote == 0x27 ? -2 : -3 }
            end = value.end
            flags = value.isEscaped ? Token.Flags.escaped.bits : 0
        }
        let token = Token(
            .attribute, flags: flags, name: id, nameLength: nameEnd &- local, offset: local &+ delta,
            first: UInt32(bitPattern: Int32(truncatingIfNeeded: valueStart &+ delta)),
            second: UInt32(truncatingIfNeeded: end &- valueStart))
        if id == LocalName.xmlns.id, nameEnd &- start == 5 {
            try declare(window, prefixAt: start, prefixLength: 0, token, tag: &tag, tape: &tape)
        } else if local > start || nameEnd &- local >= 255 {
            try appendUnusual(window, token, at: start, local: local, nameEnd, tag: &tag, tape: &tape)
        } else {
            try admitAttribute(window, token, at: start, tag: &tag, tape: &tape)
            tape.append(token)
        }
        return end &+ 1
    }

    /// Counts an attribute and looks for another of the same local name.
    @inline(__always)
    private mutating func admitAttribute(
        _ window: ByteWindow, _ token: Token, at start: Int, tag: inout StartTag, tape: inout TokenTape
    ) throws(XMLViolation) {
        tag.attributes &+= 1
        if tag.attributes > bounds.attributesPerElement { throw fault(.attributeCount, at: start) }
        if attributesInStanza &+ tag.attributes > bounds.attributesPerStanza { throw fault(.attributeTotal, at: start) }
        // A name's id, or for names outside the table its first bytes, picks a bit; a bit met twice calls for a look.
        let key =
            token.nameID != 0
            ? UInt64(token.nameID)
            : (window.slice(from: Int(token.offset) &- delta, length: token.shortNameLength).word(at: 0)
                &* 0x9E37_79B9_7F4A_7C15) &>> 58
        let bit: UInt64 = 1 &<< (key & 63)
        if tag.filter & bit != 0 { tag.mayHaveDuplicates = true }
        tag.filter |= bit
    }

    /// An attribute with a prefix, a declaration of a prefix, or a very long name.
    @inline(never)
    private mutating func appendUnusual(
        _ window: ByteWindow, _ token: Token, at start: Int, local: Int, _ nameEnd: Int, tag: inout StartTag,
        tape: inout TokenTape
    ) throws(XMLViolation) {
        let prefixLength = max(0, local &- 1 &- start)
        let prefix = window.slice(from: start, length: prefixLength).word(at: 0)
        if prefixLength == 5, prefix == NamespaceScope.xmlns {
            return try declare(
                window, prefixAt: local, prefixLength: nameEnd &- local, token, tag: &tag, tape: &tape)
        }
        try admitAttribute(window, token, at: start, tag: &tag, tape: &tape)
        var token = token
        let isXML = prefixLength == 3 && prefix == NamespaceScope.xml
        if isXML { token.head |= Token.Flags.xmlNamespace.bits }
        if (prefixLength > 0 && !isXML) || nameEnd &- local >= 255 {
            // The namespace is filled in once all declarations of the tag are known.
            tape.append(
                Token(
                    .annotation, name: UInt16(truncatingIfNeeded: prefixLength > 0 && !isXML ? 1 : 0),
                    offset: start &+ delta, first: isXML ? NamespaceReference(.xml).rawValue : 0,
                    second: UInt32(truncatingIfNeeded: nameEnd &- local)))
            token.head |= Token.Flags.annotated.bits
            if prefixLength > 0, !isXML { tag.hasPrefixedAttributes = true }
        }
        tape.append(token)
    }

    /// Reads the rest of a value that is not plain: references, white space to normalise, characters beyond ASCII.
    ///
    /// - Returns: The index of the closing quote, or -1 where the window ends first, and whether reading the value
    ///   takes more than copying it.
    @inline(never)
    private mutating func unusualValue(
        _ window: ByteWindow, from plain: Int, start: Int, quote: UInt8
    ) throws(XMLViolation) -> (end: Int, isEscaped: Bool) {
        let end = bounds.valueBytes < window.count &- start ? start &+ bounds.valueBytes : Int.max
        var index = plain
        var isEscaped = false
        while true {
            if index > end { throw fault(.valueBytes, at: end) }
            let byte = window[index]
            if index >= window.count { return (-1, isEscaped) }
            if byte == quote { return (index, isEscaped) }
            switch byte {
            case 0x26:
                let reading: ReferenceReading
                do throws(XMLViolation) {
                    reading = try reference(window, at: index, isResumable: false)
                } catch {
                    if error.byteOffset > base.adding(end) { throw fault(.valueBytes, at: end) }
                    throw error
                }
                if reading.end < 0 {
                    if window.count > end { throw fault(.valueBytes, at: end) }
                    return (-1, true)
                }
                isEscaped = true
                index = reading.end
            case 0x09, 0x0A, 0x0D:
                isEscaped = true
                index &+= 1
            case 0x3C:
                throw fault(.lessThanInValue, at: index)
            case 0x80...:
                let scalar = window.scalar(at: index)
                let fault: (rule: XMLViolation.Rule, index: Int)
                if scalar.length > 1, scalar.value & 0xFFFF_FFFE != 0xFFFE {
                    index &+= scalar.length
                    continue
                } else if scalar.length == 0 {
                    if window.count > end { throw self.fault(.valueBytes, at: end) }
                    return (-1, isEscaped)
                } else if scalar.length < 0 {
                    fault = (.illegalByte, index &+ scalar.illegalIndex)
                } else {
                    fault = (.illegalCharacter, index &+ scalar.length &- 1)
                }
                if fault.index > end { throw self.fault(.valueBytes, at: end) }
                throw self.fault(fault.rule, at: fault.index)
            case 0..<0x20:
                throw fault(.illegalCharacter, at: index)
            default:
                index = VectorScan.endOfPlainValue(in: window, from: index &+ 1, quote: quote)
            }
        }
    }
}
