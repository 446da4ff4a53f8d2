/// What SASLprep asks about a character of Unicode 3.2 (the tables of RFC 3454).
struct StringprepProperties {
    private let bits: UInt8

    /// The properties of a scalar value.
    ///
    /// - Complexity: O(1)
    init(_ scalar: UInt32) {
        bits = ScalarTrie.entry(
            scalar, stringprepPlanes, stringprepBlocks, stringprepFlags, blockBits: stringprepBlockBits)
    }

    /// Table A.1: Unicode 3.2 does not have it.
    var isUnassigned: Bool { bits & 1 != 0 }
    /// Table B.1: commonly mapped to nothing.
    var isMappedToNothing: Bool { bits & 2 != 0 }
    /// Table C.1.2: a space that is not ASCII.
    var isSpace: Bool { bits & 4 != 0 }
    /// Tables C.1.2 to C.9: what RFC 4013 §2.3 prohibits.
    var isProhibited: Bool { bits & 8 != 0 }
    /// Table D.1: written right to left.
    var isRightToLeft: Bool { bits & 16 != 0 }
    /// Table D.2: written left to right.
    var isLeftToRight: Bool { bits & 32 != 0 }
}
