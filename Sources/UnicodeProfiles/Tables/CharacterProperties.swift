/// What the rules of names and texts ask about a character, in the bits of one word of the generated tables.
struct CharacterProperties {
    private let bits: UInt32

    /// The properties of a scalar value.
    ///
    /// - Complexity: O(1)
    init(_ scalar: UInt32) {
        let index = ScalarTrie.entry(
            scalar, propertyPlanes, propertyBlocks, propertyIndices, blockBits: propertyBlockBits)
        bits = propertyWords[Int(index)]
    }

    /// A derived property, by which a class of strings or labels takes a character or not.
    enum Validity: UInt8 {
        case unassigned, disallowed
        /// Needs a rule on its neighbours: joiners (RFC 5892 §2.8).
        case contextJoin
        /// Needs a rule on its neighbours: others (RFC 5892 §2.6).
        case contextOther
        /// Valid in the FreeformClass only.
        case freeform
        case valid
    }

    /// The property of RFC 8264 §8.
    var precis: Validity { Validity(rawValue: UInt8(truncatingIfNeeded: bits & 7)) ?? .disallowed }
    /// The property of RFC 5892 §3. Never `freeform`.
    var idna: Validity { Validity(rawValue: UInt8(truncatingIfNeeded: bits >> 3 & 7)) ?? .disallowed }

    /// Bidi_Class as far as RFC 5893 tells them apart.
    enum Direction: UInt8 {
        case left, right, arabicLetter, arabicNumber, europeanNumber, nonspacingMark
        /// ES, CS, ET, ON or BN.
        case neutral
        /// A class that no label has.
        case other

        /// What makes a text one of right-to-left.
        var isRightToLeft: Bool { self == .right || self == .arabicLetter || self == .arabicNumber }
    }

    var direction: Direction { Direction(rawValue: UInt8(truncatingIfNeeded: bits >> 6 & 7)) ?? .other }

    /// Joining_Type as far as RFC 5892 appendix A.1 tells them apart.
    enum Joining: UInt8 { case none, left, right, dual, transparent }

    var joining: Joining { Joining(rawValue: UInt8(truncatingIfNeeded: bits >> 9 & 7)) ?? .none }

    /// Scripts that RFC 5892 appendix A names.
    enum Script: UInt8 {
        case other, greek, hebrew
        /// Hiragana, Katakana or Han.
        case japanese
    }

    var script: Script { Script(rawValue: UInt8(truncatingIfNeeded: bits >> 12 & 3)) ?? .other }

    /// General_Category is Mn, Mc or Me.
    var isMark: Bool { bits & 1 << 14 != 0 }
    /// Canonical_Combining_Class is Virama.
    var isVirama: Bool { bits & 1 << 15 != 0 }
    /// General_Category is Zs.
    var isSpace: Bool { bits & 1 << 16 != 0 }
    /// Lower case of this character is another.
    var hasLowercase: Bool { bits & 1 << 17 != 0 }
    /// Decomposition_Type is wide or narrow.
    var hasWidth: Bool { bits & 1 << 18 != 0 }
}
