/// The rules of a PRECIS profile at work (RFC 8264 §5.2, in the order of §7).
struct ProfileRules {
    private let profile: PRECISProfile
    /// Lower case too for a nickname, as one compares them (RFC 8266 §2.4).
    private let isForComparison: Bool

    init(_ profile: PRECISProfile, forComparison: Bool = false) {
        self.profile = profile
        isForComparison = forComparison
    }

    /// Maps until nothing changes, then checks.
    ///
    /// - Complexity: O(*n*)
    func enforce(_ utf8: ArraySlice<UInt8>) throws(ProfileViolation) -> ScalarText {
        var text = try ScalarText(utf8)
        try stabilize(&text)
        guard !text.scalars.isEmpty else { throw ProfileViolation(.empty, at: 0) }
        try checkCharacters(of: text)
        if profile == .usernameCaseMapped || profile == .usernameCasePreserved { try checkDirections(of: text) }
        return text
    }

    /// Maps the text once and then again, at most three times, until it stays as it is (RFC 8264 §7).
    private func stabilize(_ text: inout ScalarText) throws(ProfileViolation) {
        for _ in 0...mostRepetitions where !map(&text) { return }
        throw ProfileViolation(.unstable, at: 0)
    }

    /// Width, additional and case mapping, then normalization.
    ///
    /// - Returns: Whether anything has changed. No step takes back what one before it did.
    private func map(_ text: inout ScalarText) -> Bool {
        var hasChanged = false
        func note(_ change: Bool) { hasChanged = hasChanged || change }
        switch profile {
        case .usernameCaseMapped:
            note(text.mapWidth())
            note(text.mapToLowercase())
        case .usernameCasePreserved: note(text.mapWidth())
        case .opaqueString: note(text.mapSpaces())
        case .nickname:
            note(text.mapSpaces())
            note(text.trimSpaces())
            if isForComparison { note(text.mapToLowercase()) }
        }
        note((profile == .nickname ? NormalizationForm.compatible : .canonical).apply(to: &text))
        return hasChanged
    }

    /// Every character is in the class of strings, and those that need it have the right neighbours (RFC 8264 §8).
    private func checkCharacters(of text: ScalarText) throws(ProfileViolation) {
        let takesFreeform = profile == .opaqueString || profile == .nickname
        var rules: ContextRules?
        for (index, scalar) in text.scalars.enumerated() {
            switch CharacterProperties(scalar.value).precis {
            case .valid: continue
            case .freeform: if !takesFreeform { throw ProfileViolation(.disallowed, at: scalar) }
            case .contextJoin, .contextOther:
                let neighbours = rules ?? ContextRules(text.scalars[...])
                rules = neighbours
                if !neighbours.allow(at: index) { throw ProfileViolation(.context, at: scalar) }
            case .disallowed: throw ProfileViolation(.disallowed, at: scalar)
            case .unassigned: throw ProfileViolation(.unassigned, at: scalar)
            }
        }
    }

    private func checkDirections(of text: ScalarText) throws(ProfileViolation) {
        guard BidiRule.concerns(text.scalars[...]), let scalar = BidiRule.violation(in: text.scalars[...]) else {
            return
        }
        throw ProfileViolation(.bidirectional, at: scalar)
    }

    /// How often the rules are applied once more before a text counts as unstable.
    private let mostRepetitions = 3
}
