/// Unicode's normalization forms, over the tables of this module, so that they give the same on every system.
public enum Normalization {
    /// Normalization form C: canonically equivalent texts become the same bytes.
    ///
    /// - Complexity: O(*n*), however many combining marks follow each other. ASCII is returned as it came.
    public static func nfc(_ text: String) -> String { normalized(text, .canonical) }

    /// Normalization form KC: compatible texts become the same bytes too, and lose what told them apart.
    ///
    /// - Complexity: O(*n*), however many combining marks follow each other. ASCII is returned as it came. The result
    ///   has at most eighteen characters for one of the input.
    public static func nfkc(_ text: String) -> String { normalized(text, .compatible) }

    /// `nfc` for UTF-8 that nobody has checked yet.
    package static func nfc(_ utf8: [UInt8]) throws(ProfileViolation) -> [UInt8] {
        try normalized(utf8, .canonical)
    }

    /// `nfkc` for UTF-8 that nobody has checked yet.
    package static func nfkc(_ utf8: [UInt8]) throws(ProfileViolation) -> [UInt8] {
        try normalized(utf8, .compatible)
    }

    private static func normalized(_ text: String, _ form: NormalizationForm) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        // The bytes of a string are always UTF-8.
        guard let bytes = try? normalized(Array(text.utf8), form) else { return text }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func normalized(_ utf8: [UInt8], _ form: NormalizationForm) throws(ProfileViolation) -> [UInt8] {
        var text = try ScalarText(utf8[...])
        return form.apply(to: &text) ? text.utf8 : utf8
    }
}
