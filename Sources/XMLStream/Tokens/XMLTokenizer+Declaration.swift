extension XMLTokenizer {
    /// Parses the XML declaration at `start` (XML 1.0 §2.8), or refuses what only looks like one.
    ///
    /// - Returns: The index behind it, or -1 where the window ends first.
    @inline(never)
    mutating func declaration(_ window: ByteWindow, at start: Int) throws(XMLViolation) -> Int {
        let opening: [UInt8] = [0x3C, 0x3F, 0x78, 0x6D, 0x6C]
        for index in 2..<opening.count {
            if start &+ index >= window.count { return cutHere() }
            if window[start &+ index] != opening[index] {
                throw faultOfByte(.processingInstruction, window, at: start &+ index)
            }
        }
        var index = start &+ opening.count
        if index >= window.count { return cutHere() }
        // `<?xml-stylesheet` is a processing instruction, `<?xml?>` a declaration without its version.
        if !ByteClass.isSpace(window[index]) {
            throw faultOfByte(window[index] == 0x3F ? .declaration : .processingInstruction, window, at: index)
        }
        var parts = 0
        while true {
            let space = index
            while ByteClass.isSpace(window[index]) { index &+= 1 }
            if index >= window.count { return cutInTag() }
            if window[index] == 0x3F, parts > 0 {
                if index &+ 1 >= window.count { return cutInTag() }
                if window[index &+ 1] != 0x3E { throw faultOfByte(.declaration, window, at: index &+ 1) }
                return index &+ 2
            }
            if space == index { throw faultOfByte(.declaration, window, at: index) }
            index = try declarationPart(window, at: index, parts: &parts)
            if index < 0 { return cutInTag() }
        }
    }

    /// Parses one of `version`, `encoding` and `standalone`; `parts` keeps them in order.
    private func declarationPart(_ window: ByteWindow, at start: Int, parts: inout Int) throws(XMLViolation) -> Int {
        let candidates = parts == 0 ? ["version"] : parts == 1 ? ["encoding", "standalone"] : ["standalone"]
        if parts > 2 { throw faultOfByte(.declaration, window, at: start) }
        var legal = 0
        var found = ""
        for candidate in candidates {
            var length = 0
            for byte in candidate.utf8 {
                if window[start &+ length] != byte { break }
                length &+= 1
            }
            if length == candidate.utf8.count { found = candidate }
            legal = max(legal, length)
        }
        var index = start &+ legal
        if found.isEmpty {
            if index >= window.count { return -1 }
            throw faultOfByte(.declaration, window, at: index)
        }
        while ByteClass.isSpace(window[index]) { index &+= 1 }
        if index >= window.count { return -1 }
        if window[index] != 0x3D { throw faultOfByte(.declaration, window, at: index) }
        index &+= 1
        while ByteClass.isSpace(window[index]) { index &+= 1 }
        if index >= window.count { return -1 }
        let quote = window[index]
        if quote != 0x22, quote != 0x27 { throw faultOfByte(.declaration, window, at: index) }
        let valueStart = index &+ 1
        var end = valueStart
        while end < window.count, window[end] != quote {
            let byte = window[end]
            let isLegal = ByteClass.of(byte) & ByteClass.name != 0 || (byte == 0x3A && found == "encoding")
            if !isLegal { throw faultOfByte(found == "encoding" ? .encoding : .declaration, window, at: end) }
            end &+= 1
        }
        if end >= window.count { return -1 }
        let value = window.slice(from: valueStart, length: end &- valueStart)
        if found == "version" { parts = 1 } else { parts = found == "encoding" ? 2 : 3 }
        try check(value, of: found, at: valueStart)
        return end &+ 1
    }

    /// Checks the value of one part.
    private func check(_ value: ByteWindow, of part: String, at start: Int) throws(XMLViolation) {
        let text = value.text
        switch part {
        case "version":
            // Any 1.x is read as 1.0 (XML 1.0, fifth edition, §2.8).
            let digits = text.utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
            let isNumber = digits.count == 2 && digits.allSatisfy { !$0.isEmpty && $0.allSatisfy { 0x30...0x39 ~= $0 } }
            if !isNumber { throw fault(.declaration, at: start) }
            if digits[0].elementsEqual("1".utf8) { return }
            throw fault(.version, at: start)
        case "encoding":
            if !value.equalsIgnoringCase("utf-8") { throw fault(.encoding, at: start) }
        default:
            if text != "yes", text != "no" { throw fault(.declaration, at: start) }
        }
    }
}

extension ByteWindow {
    /// Whether these bytes are the lower-case ASCII text, letter case aside.
    func equalsIgnoringCase(_ text: StaticString) -> Bool {
        let text = "\(text)".utf8
        return count == text.count
            && zip(0..<count, text).allSatisfy { self[$0] | (0x41...0x5A ~= self[$0] ? 0x20 : 0) == $1 }
    }
}
