extension OutputBuffer {
    /// Appends character data, with references where XML needs them: `&`, `<`, `>` and CR.
    ///
    /// The bytes are known to be UTF-8 of characters that XML allows.
    @inline(__always)
    package mutating func appendText(_ text: ByteWindow) {
        var start = 0
        while true {
            let end = VectorScan.endOfUnescapedText(in: text, from: start)
            if end > start { append(text.slice(from: start, length: end &- start)) }
            if end >= text.count { return }
            appendReference(to: text[end])
            start = end &+ 1
        }
    }

    /// Appends what stands between the single quotes of an attribute: with references for `&`, `<`, both quotes, tab,
    /// LF and CR, which would be normalised otherwise.
    mutating func appendValue(_ value: ByteWindow) {
        var start = 0
        while true {
            let end = VectorScan.endOfUnescapedValue(in: value, from: start)
            if end > start { append(value.slice(from: start, length: end &- start)) }
            if end >= value.count { return }
            appendReference(to: value[end])
            start = end &+ 1
        }
    }

    /// Appends one character of character data.
    mutating func appendText(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x26, 0x3C, 0x3E, 0x0D: appendReference(to: UInt8(truncatingIfNeeded: scalar.value))
        default: for byte in Unicode.UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter { append(byte) }
        }
    }

    private mutating func appendReference(to byte: UInt8) {
        switch byte {
        case 0x26: append("&amp;")
        case 0x3C: append("&lt;")
        case 0x3E: append("&gt;")
        case 0x22: append("&quot;")
        case 0x27: append("&apos;")
        case 0x09: append("&#x9;")
        case 0x0A: append("&#xA;")
        default: append("&#xD;")
        }
    }
}
