/// The steps of SASLprep (RFC 4013 §2).
enum SASLprepRules {
    /// Maps, normalizes, and checks what came of it.
    ///
    /// - Complexity: O(*n*)
    static func prepare(_ utf8: [UInt8], as purpose: SASLprep.Purpose) throws(ProfileViolation) -> [UInt8] {
        var text = try ScalarText(utf8[...])
        map(&text)
        _ = NormalizationForm.compatible32.apply(to: &text)
        try checkCharacters(of: text, as: purpose)
        try checkDirections(of: text)
        return text.utf8
    }

    /// Spaces first: U+200B is both a space and mapped to nothing, and is a space to everyone.
    private static func map(_ text: inout ScalarText) {
        var end = 0
        for index in text.scalars.indices {
            var scalar = text.scalars[index]
            let properties = StringprepProperties(scalar.value)
            if properties.isSpace {
                scalar.value = 0x20
            } else if properties.isMappedToNothing {
                continue
            }
            text.scalars[end] = scalar
            end &+= 1
        }
        text.scalars.removeLast(text.scalars.count &- end)
    }

    private static func checkCharacters(
        of text: ScalarText, as purpose: SASLprep.Purpose
    ) throws(ProfileViolation) {
        for scalar in text.scalars {
            let properties = StringprepProperties(scalar.value)
            if properties.isProhibited { throw ProfileViolation(.disallowed, at: scalar) }
            if purpose == .stored && properties.isUnassigned { throw ProfileViolation(.unassigned, at: scalar) }
        }
    }

    /// Text with right-to-left characters has no left-to-right ones, and begins and ends with the former (RFC 3454 §6).
    static func checkDirections(of text: ScalarText) throws(ProfileViolation) {
        guard text.scalars.contains(where: { StringprepProperties($0.value).isRightToLeft }) else { return }
        for scalar in text.scalars where StringprepProperties(scalar.value).isLeftToRight {
            throw ProfileViolation(.bidirectional, at: scalar)
        }
        for scalar in [text.scalars.first, text.scalars.last] {
            guard let scalar, !StringprepProperties(scalar.value).isRightToLeft else { continue }
            throw ProfileViolation(.bidirectional, at: scalar)
        }
    }
}
