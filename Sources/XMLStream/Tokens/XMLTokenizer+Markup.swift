extension XMLTokenizer {
    /// What begins with `<` inside the root and is no tag: a CDATA section, or something forbidden.
    ///
    /// - Returns: The index behind `<![CDATA[`, or -1 where the window ends first.
    @inline(never)
    mutating func markup(_ window: ByteWindow, at start: Int) throws(XMLViolation) -> Int {
        if start &+ 1 >= window.count { return cutHere() }
        switch window[start &+ 1] {
        case 0x3F: throw fault(.processingInstruction, at: start &+ 1)
        case 0x21: break
        default: throw fault(.markup, at: start &+ 1)
        }
        try refuseDeclaration(window, at: start)
        let opening: [UInt8] = [0x3C, 0x21, 0x5B, 0x43, 0x44, 0x41, 0x54, 0x41, 0x5B]
        for index in 2..<opening.count {
            if start &+ index >= window.count { return cutHere() }
            if window[start &+ index] != opening[index] { throw faultOfByte(.markup, window, at: start &+ index) }
        }
        phase = .section
        return start &+ opening.count
    }

    /// Refuses `<!-`, a comment, and `<!D` and its like, declarations of a document type, as soon as they are seen.
    private func refuseDeclaration(_ window: ByteWindow, at start: Int) throws(XMLViolation) {
        switch window[start &+ 2] {
        case 0x2D: throw fault(.comment, at: start &+ 2)
        case 0x44, 0x45, 0x41, 0x4E: throw fault(.documentType, at: start &+ 2)
        default: return
        }
    }

    /// Parses what may stand outside the root: white space, the XML declaration, the root's start tag.
    ///
    /// - Returns: Where it stopped, or -1 where the window ends first.
    @inline(never)
    mutating func outsideRoot(
        _ window: ByteWindow, from start: Int, tape: inout TokenTape
    ) throws(XMLViolation) -> Int {
        var index = start
        while ByteClass.isSpace(window[index]) { index &+= 1 }
        if index > start {
            if phase == .start { phase = .prolog }
            return index
        }
        if window[index] != 0x3C { throw faultOfByte(.textOutsideRoot, window, at: index) }
        if index &+ 1 >= window.count { return cutHere() }
        switch window[index &+ 1] {
        case 0x3F:
            if phase != .start, phase != .restarted { throw fault(.processingInstruction, at: index &+ 1) }
            let end = try declaration(window, at: index)
            if end >= 0 { phase = .prolog }
            return end
        case 0x21:
            if index &+ 2 >= window.count { return cutHere() }
            try refuseDeclaration(window, at: index)
            throw faultOfByte(.markup, window, at: index &+ 2)
        case 0x2F:
            throw fault(phase == .epilog ? .secondRoot : .endTagOutsideRoot, at: index &+ 1)
        default:
            if phase == .epilog { throw faultOfByte(.secondRoot, window, at: index &+ 1) }
            return try startTag(window, at: index, tape: &tape)
        }
    }

    /// The rule broken by the byte at `index`, unless the byte cannot stand in UTF-8 at all.
    func faultOfByte(_ rule: XMLViolation.Rule, _ window: ByteWindow, at index: Int) -> XMLViolation {
        switch window[index] {
        case 0x80...0xC1, 0xF5...0xFF: fault(.illegalByte, at: index)
        default: fault(rule, at: index)
        }
    }
}
