/// One code point read from UTF-8 (RFC 3629), or the reason why there is none.
struct DecodedScalar {
    /// The code point, where `length` is positive.
    let value: UInt32
    /// Bytes read; zero where the window ends inside a sequence that is legal so far; otherwise the negative of how
    /// many bytes lie before the offending one, less one.
    let length: Int

    static let cut = DecodedScalar(value: 0, length: 0)

    @inline(__always)
    static func illegal(after legal: Int) -> DecodedScalar { DecodedScalar(value: 0, length: -1 &- legal) }

    /// Where the byte at fault stands, seen from the first byte of the sequence.
    var illegalIndex: Int { -1 &- length }
}

extension ByteWindow {
    /// Decodes the sequence at `index`; the shortest form only, no surrogates, nothing above U+10FFFF.
    @inline(__always)
    func scalar(at index: Int) -> DecodedScalar {
        let word = UInt32(truncatingIfNeeded: self.word(at: index))
        // Three bytes, the commonest sort: E0–EF 80–BF 80–BF.
        if word & 0x00C0_C0F0 == 0x0080_80E0 {
            let value = (word & 0xF) &<< 12 | (word &>> 8 & 0x3F) &<< 6 | word &>> 16 & 0x3F
            if value >= 0x800, value &- 0xD800 >= 0x800 { return DecodedScalar(value: value, length: 3) }
        } else if word & 0xC0E0 == 0x80C0 {
            let value = (word & 0x1F) &<< 6 | word &>> 8 & 0x3F
            if value >= 0x80 { return DecodedScalar(value: value, length: 2) }
        } else if word & 0xC0C0_C0F8 == 0x8080_80F0 {
            let value =
                (word & 7) &<< 18 | (word &>> 8 & 0x3F) &<< 12 | (word &>> 16 & 0x3F) &<< 6 | word &>> 24 & 0x3F
            if value >= 0x1_0000, value <= 0x10_FFFF { return DecodedScalar(value: value, length: 4) }
        } else if word & 0x80 == 0, index < count {
            return DecodedScalar(value: word & 0x7F, length: 1)
        }
        return fault(at: index)
    }

    /// `endOfPlainScalars`, going on behind single spaces: a script's words come without returning to ASCII between.
    func endOfPlainWords(from start: Int) -> Int {
        var index = endOfPlainScalars(from: start)
        while self[index] == 0x20, self[index &+ 1] >= 0x80 {
            let end = endOfPlainScalars(from: index &+ 1)
            // What is no plain scalar is looked at by the caller.
            if end == index &+ 1 { return end }
            index = end
        }
        return index
    }

    /// Skips characters beyond ASCII that need no second look: sequences of two bytes, those of three whose first byte
    /// is none of E0, ED and EF, and the first planes of four.
    ///
    /// - Returns: The index of an ASCII byte, of a sequence to look at with `scalar`, or one near the end.
    @inline(__always)
    func endOfPlainScalars(from start: Int) -> Int {
        var index = start
        while index >= 0, index <= readable &- 8 {
            // SAFETY: eight bytes are readable from `index` on.
            let word = UInt32(truncatingIfNeeded: unsafe ByteWindow.word(base + index))
            if word & 0x00C0_C0F0 == 0x0080_80E0 {
                guard (0x5FFE as UInt32) &>> (word & 0xF) & 1 != 0 else { break }
                index &+= 3
            } else if word & 0xC0E0 == 0x80C0 {
                guard word & 0x1E != 0 else { break }
                index &+= 2
            } else {
                guard word & 0xC0C0_C0FF == 0x8080_80F0, word & 0x3000 != 0 else { break }
                index &+= 4
            }
        }
        return index
    }

    /// Tells a sequence that is merely cut from one that is wrong, and where.
    @inline(never)
    private func fault(at index: Int) -> DecodedScalar {
        guard index < count else { return .cut }
        let lead = self[index]
        let (length, low, high): (Int, UInt8, UInt8)
        switch lead {
        case 0xC2...0xDF: (length, low, high) = (2, 0x80, 0xBF)
        case 0xE0: (length, low, high) = (3, 0xA0, 0xBF)
        case 0xED: (length, low, high) = (3, 0x80, 0x9F)
        case 0xE1...0xEF: (length, low, high) = (3, 0x80, 0xBF)
        case 0xF0: (length, low, high) = (4, 0x90, 0xBF)
        case 0xF4: (length, low, high) = (4, 0x80, 0x8F)
        case 0xF1...0xF3: (length, low, high) = (4, 0x80, 0xBF)
        default: return .illegal(after: 0)
        }
        for position in 1..<length {
            guard index &+ position < count else { return .cut }
            let byte = self[index &+ position]
            let legal = position == 1 ? byte >= low && byte <= high : byte & 0xC0 == 0x80
            if !legal { return .illegal(after: position) }
        }
        return .illegal(after: 0)
    }
}

/// Which code points XML 1.0, fifth edition, allows where.
enum CharacterRules {
    /// `Char` (XML 1.0 §2.2).
    @inline(__always)
    static func isCharacter(_ value: UInt32) -> Bool {
        if value < 0x20 { return value == 0x9 || value == 0xA || value == 0xD }
        if value < 0xD800 { return true }
        return value >= 0xE000 && value <= 0x10_FFFF && value != 0xFFFE && value != 0xFFFF
    }

    /// `NameStartChar` without the colon (XML 1.0 §2.3).
    static func isNameStart(_ value: UInt32) -> Bool {
        switch value {
        case 0x41...0x5A, 0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF,
            0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD,
            0x1_0000...0xE_FFFF:
            true
        default: false
        }
    }

    /// `NameChar` without the colon (XML 1.0 §2.3).
    static func isName(_ value: UInt32) -> Bool {
        switch value {
        case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
        default: isNameStart(value)
        }
    }
}
