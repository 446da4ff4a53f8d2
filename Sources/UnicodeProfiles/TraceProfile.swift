/// The profile "trace" (RFC 4505 §3): what an anonymous user tells for the log. It knows Unicode 3.2, and changes nothing.
package enum TraceProfile {
    /// Checks a text.
    ///
    /// - Throws: `ProfileViolation` for control characters, private use and the like, and for mixed directions.
    /// - Complexity: O(*n*)
    package static func check(_ text: String) throws(ProfileViolation) {
        let text = try ScalarText(Array(text.utf8)[...])
        for scalar in text.scalars where isProhibited(scalar.value) { throw ProfileViolation(.disallowed, at: scalar) }
        try SASLprepRules.checkDirections(of: text)
    }

    /// What SASLprep prohibits, without the spaces (table C.1.2) and the characters that describe ideographs (C.7).
    private static func isProhibited(_ scalar: UInt32) -> Bool {
        let properties = StringprepProperties(scalar)
        return properties.isProhibited && !properties.isSpace && !(0x2FF0...0x2FFB).contains(scalar)
    }
}
