/// A profile of RFC 8264: how a kind of text is mapped, normalized and checked before it is stored or compared.
///
/// Two texts are the same to a profile when what `enforce` makes of them is the same bytes.
public enum PRECISProfile: Sendable, CaseIterable {
    /// Names of users in one case, like the localpart of an address (RFC 8265 §3.3).
    case usernameCaseMapped
    /// Names of users as they are written (RFC 8265 §3.4).
    case usernameCasePreserved
    /// Passwords, and other texts that nobody takes apart, like the resourcepart of an address (RFC 8265 §4.2).
    case opaqueString
    /// Names for people to see, in chat rooms and contact lists (RFC 8266 §2.3). The case stays: `comparisonForm` is
    /// what to compare.
    case nickname

    /// The text as this profile has it; applying it again changes nothing.
    ///
    /// The rules apply in the order of RFC 8264 §7: mappings and normalization first, then the check of characters. So
    /// a decomposed Hangul syllable is composed and accepted. Σ becomes σ at the end of a word too (RFC 8265 §3.6).
    ///
    /// - Throws: `ProfileViolation` for a character that is not allowed, not allowed there, or not assigned, and for
    ///   text of which nothing is left.
    /// - Complexity: O(*n*). ASCII that needs no change is returned as it came, without allocation.
    public func enforce(_ text: String) throws(ProfileViolation) -> String {
        if accepts(ascii: text.utf8) { return text }
        return String(decoding: try enforce(Array(text.utf8)), as: UTF8.self)
    }

    /// `enforce` for UTF-8 that nobody has checked yet.
    ///
    /// - Throws: `ProfileViolation`, also for bytes that are no UTF-8.
    /// - Complexity: O(*n*). ASCII that needs no change is returned as it came, without allocation.
    package func enforce(_ utf8: [UInt8]) throws(ProfileViolation) -> [UInt8] {
        if accepts(ascii: utf8) { return utf8 }
        var output: [UInt8] = []
        try enforce(utf8[...], into: &output)
        return output
    }

    /// `enforce` for a part of UTF-8 that nobody has checked yet; appends the text to `output`.
    ///
    /// - Throws: `ProfileViolation`, also for bytes that are no UTF-8; its offset counts from where the part starts, and
    ///   what is in `output` behind what was there means nothing.
    /// - Complexity: O(*n*). ASCII needs no memory of its own.
    package func enforce(_ utf8: ArraySlice<UInt8>, into output: inout [UInt8]) throws(ProfileViolation) {
        if accepts(ascii: utf8) {
            output += utf8
        } else if self == .usernameCaseMapped, accepts(ascii: utf8.lazy.map(ASCIIText.lowercase)) {
            output += utf8.lazy.map(ASCIIText.lowercase)
        } else {
            try ProfileRules(self).enforce(utf8).append(to: &output)
        }
    }

    /// What to compare: for a nickname its lower case (RFC 8266 §2.4), else what `enforce` gives. Not for showing.
    ///
    /// - Throws: `ProfileViolation` as `enforce` does.
    /// - Complexity: O(*n*)
    public func comparisonForm(_ text: String) throws(ProfileViolation) -> String {
        guard self == .nickname else { return try enforce(text) }
        let compared = try ProfileRules(self, forComparison: true).enforce(Array(text.utf8)[...])
        return String(decoding: compared.utf8, as: UTF8.self)
    }

    /// Whether these bytes are ASCII that is not empty and that the profile allows and leaves alone.
    ///
    /// False says nothing: `enforce` may still accept the text, even unchanged.
    ///
    /// - Complexity: O(*n*)
    package func accepts(ascii bytes: some Sequence<UInt8>) -> Bool {
        var previous: UInt8 = 0x20
        var isEmpty = true
        for byte in bytes {
            guard acceptsASCII(byte, after: previous) else { return false }
            previous = byte
            isEmpty = false
        }
        return !isEmpty && (self != .nickname || previous != 0x20)
    }

    @inline(__always)
    private func acceptsASCII(_ byte: UInt8, after previous: UInt8) -> Bool {
        switch self {
        case .usernameCaseMapped: byte &- 0x21 < 0x5E && byte &- 0x41 >= 26
        case .usernameCasePreserved: byte &- 0x21 < 0x5E
        case .opaqueString: byte &- 0x20 < 0x5F
        // No space first, none after another.
        case .nickname: byte &- 0x20 < 0x5F && (byte != 0x20 || previous != 0x20)
        }
    }
}
