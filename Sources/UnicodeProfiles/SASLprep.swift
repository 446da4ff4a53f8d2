/// The older preparation of user names and passwords (RFC 4013), which SCRAM, PLAIN and DIGEST-MD5 ask for. It knows
/// Unicode 3.2 and no later version.
public enum SASLprep {
    /// What a text is prepared for (RFC 3454 §7).
    public enum Purpose: Sendable {
        /// To ask with: code points that Unicode 3.2 does not have are let through unchanged.
        case query
        /// To store: code points that Unicode 3.2 does not have are refused.
        case stored
    }

    /// The prepared text; applying it again changes nothing. It may be empty, which no mechanism allows (RFC 5802
    /// §5.1).
    ///
    /// - Throws: `ProfileViolation` for a prohibited or unassigned character and for mixed directions.
    /// - Complexity: O(*n*). ASCII is returned as it came, without allocation.
    public static func prepare(_ text: String, as purpose: Purpose) throws(ProfileViolation) -> String {
        if accepts(ascii: text.utf8) { return text }
        return String(decoding: try prepare(Array(text.utf8), as: purpose), as: UTF8.self)
    }

    /// `prepare` for UTF-8 that nobody has checked yet.
    ///
    /// - Throws: `ProfileViolation`, also for bytes that are no UTF-8.
    /// - Complexity: O(*n*). ASCII is returned as it came, without allocation.
    package static func prepare(_ utf8: [UInt8], as purpose: Purpose) throws(ProfileViolation) -> [UInt8] {
        if accepts(ascii: utf8) { return utf8 }
        return try SASLprepRules.prepare(utf8, as: purpose)
    }

    /// Whether these bytes are ASCII without controls, which the profile leaves alone.
    ///
    /// - Complexity: O(*n*)
    private static func accepts(ascii bytes: some Sequence<UInt8>) -> Bool {
        bytes.allSatisfy { $0 &- 0x20 < 0x5F }
    }
}
