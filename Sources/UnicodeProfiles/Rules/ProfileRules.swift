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
    func enforce(_ utf8: [UInt8]) throws(ProfileViolation) -> [UInt8] {
        let text = try stable(ScalarText(utf8))
        guard !text.scalars.isEmpty else { throw ProfileViolation(.empty, at: 0) }
        try checkCharacters(of: text)
        if profile == .usernameCaseMapped || profile == .usernameCasePreserved { try checkDirections(of: text) }
        return text.utf8
    }

    /// The text mapped once and then again, at most three times, until it stays as it is (RFC 8264 §7).
    private func stable(_ input: ScalarText) throws(ProfileViolation) -> ScalarText {
        var text = input
        for _ in 0...mostRepetitions {
            let next = mapped(text)
            if next == text { return next }
            text = next
        }
        throw ProfileViolation(.unstable, at: 0)
    }

    /// Width, additional and case mapping, then normalization.
    private func mapped(_ input: ScalarText) -> ScalarText {
        var text = input
        switch profile {
        case .usernameCaseMapped:
            text.mapWidth()
            text.mapToLowercase()
        case .usernameCasePreserved: text.mapWidth()
        case .opaqueString: text.mapSpaces()
        case .nickname:
            text.mapSpaces()
            text.trimSpaces()
            if isForComparison { text.mapToLowercase() }
        }
        return (profile == .nickname ? NormalizationForm.compatible : .canonical).apply(to: text)
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
