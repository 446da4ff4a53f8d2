/// Primary composites (Unicode 3.11, D114), Hangul aside.
enum Composition {
    /// What two characters compose to, or nil.
    ///
    /// - Complexity: O(log *k*) for the *k* of about a thousand pairs there are.
    static func composite(_ first: UInt32, _ second: UInt32) -> UInt32? {
        let key = UInt64(first) << 21 | UInt64(second)
        var low = 0
        var high = compositions.count
        while low < high {
            let middle = (low &+ high) / 2
            let row = compositions[middle]
            if row >> 21 == key { return UInt32(truncatingIfNeeded: row & 0x1F_FFFF) }
            if row >> 21 < key { low = middle &+ 1 } else { high = middle }
        }
        return nil
    }
}

/// The Hangul syllables, which are computed and not looked up (Unicode 3.12).
enum Hangul {
    /// Appends the jamo of a syllable.
    ///
    /// - Returns: False if it is no syllable; then nothing was appended.
    static func decompose(_ scalar: MappedScalar, into output: inout [MappedScalar]) -> Bool {
        let index = scalar.value &- syllableBase
        guard index < syllableCount else { return false }
        let trailing = index % trailingCount
        output.append(MappedScalar(leadingBase &+ index / (vowelCount &* trailingCount), offset: scalar.offset))
        output.append(
            MappedScalar(vowelBase &+ index / trailingCount % vowelCount, offset: scalar.offset))
        if trailing != 0 { output.append(MappedScalar(trailingBase &+ trailing, offset: scalar.offset)) }
        return true
    }

    /// The syllable of a leading jamo and a vowel, or of a syllable without trailing jamo and a trailing one.
    static func composite(_ first: UInt32, _ second: UInt32) -> UInt32? {
        let leading = first &- leadingBase
        let vowel = second &- vowelBase
        if leading < leadingCount, vowel < vowelCount {
            return syllableBase &+ (leading &* vowelCount &+ vowel) &* trailingCount
        }
        let index = first &- syllableBase
        let trailing = second &- trailingBase
        guard index < syllableCount, index % trailingCount == 0, trailing > 0, trailing < trailingCount else {
            return nil
        }
        return first &+ trailing
    }

    private static let syllableBase: UInt32 = 0xAC00
    private static let leadingBase: UInt32 = 0x1100
    private static let vowelBase: UInt32 = 0x1161
    /// One before the first trailing jamo: zero stands for none.
    private static let trailingBase: UInt32 = 0x11A7
    private static let leadingCount: UInt32 = 19
    private static let vowelCount: UInt32 = 21
    private static let trailingCount: UInt32 = 28
    private static let syllableCount: UInt32 = 19 * 21 * 28
}

/// Five CJK compatibility ideographs whose decompositions were mistaken in Unicode 3.2 and mended in 4.0.
enum Corrigendum4 {
    /// What Unicode 3.2 said.
    static func decomposition(of scalar: UInt32) -> UInt32? {
        switch scalar {
        case 0x2F868: 0x2136A
        case 0x2F874: 0x5F33
        case 0x2F91F: 0x43AB
        case 0x2F95F: 0x7AAE
        case 0x2F9BF: 0x4D57
        default: nil
        }
    }
}
