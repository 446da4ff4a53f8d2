/// The Bidi rule of RFC 5893 §2.
enum BidiRule {
    /// Whether there is a character that makes the text one of right-to-left (RFC 5893 §1.4).
    ///
    /// - Complexity: O(*n*)
    static func concerns(_ text: ArraySlice<MappedScalar>) -> Bool {
        text.contains { $0.value >= 0x590 && CharacterProperties($0.value).direction.isRightToLeft }
    }

    /// The first character that breaks the rule, or nil.
    ///
    /// - Complexity: O(*n*)
    static func violation(in text: ArraySlice<MappedScalar>) -> MappedScalar? {
        guard let first = text.first else { return nil }
        // Condition 1.
        let isRightToLeft: Bool
        switch CharacterProperties(first.value).direction {
        case .left: isRightToLeft = false
        case .right, .arabicLetter: isRightToLeft = true
        default: return first
        }
        var number: CharacterProperties.Direction?
        // The last character that is no nonspacing mark.
        var last = first
        for scalar in text {
            let direction = CharacterProperties(scalar.value).direction
            switch direction {
            case .nonspacingMark: continue
            case .neutral: break
            case .europeanNumber, .arabicNumber:
                // Conditions 5 and 4.
                if !isRightToLeft && direction == .arabicNumber { return scalar }
                if isRightToLeft, let number, number != direction { return scalar }
                number = direction
            // Conditions 2 and 5.
            case .left: if isRightToLeft { return scalar }
            case .right, .arabicLetter: if !isRightToLeft { return scalar }
            case .other: return scalar
            }
            last = scalar
        }
        // Conditions 3 and 6.
        return CharacterProperties(last.value).direction == .neutral ? last : nil
    }
}
