/// The rules on the neighbours of a character (RFC 5892 appendix A), for one label or text.
struct ContextRules {
    private let text: ArraySlice<MappedScalar>
    // What A.7, A.8 and A.9 ask of the whole text; looked up once, so that checking stays linear.
    private let hasJapanese: Bool
    private let hasArabicDigits: Bool
    private let hasExtendedArabicDigits: Bool

    /// - Complexity: O(*n*)
    init(_ text: ArraySlice<MappedScalar>) {
        self.text = text
        hasJapanese = text.contains { $0.value >= 0x2E80 && CharacterProperties($0.value).script == .japanese }
        hasArabicDigits = text.contains { $0.value &- 0x660 < 10 }
        hasExtendedArabicDigits = text.contains { $0.value &- 0x6F0 < 10 }
    }

    /// Whether the character at `index`, which needs a rule, has one and keeps it.
    ///
    /// - Complexity: O(1), but for U+200C O(*m*) in the transparent characters around it; over a whole text O(*n*).
    func allow(at index: Int) -> Bool {
        switch text[index].value {
        case 0x200C: isAfterVirama(index) || joins(at: index)
        case 0x200D: isAfterVirama(index)
        // The middle dot of Catalan: l·l.
        case 0xB7: value(before: index) == 0x6C && value(after: index) == 0x6C
        case 0x375: value(after: index).map { CharacterProperties($0).script == .greek } ?? false
        case 0x5F3, 0x5F4: value(before: index).map { CharacterProperties($0).script == .hebrew } ?? false
        case 0x30FB: hasJapanese
        case 0x660...0x669: !hasExtendedArabicDigits
        case 0x6F0...0x6F9: !hasArabicDigits
        default: false
        }
    }

    private func value(before index: Int) -> UInt32? { index > text.startIndex ? text[index &- 1].value : nil }

    private func value(after index: Int) -> UInt32? { index &+ 1 < text.endIndex ? text[index &+ 1].value : nil }

    private func isAfterVirama(_ index: Int) -> Bool {
        value(before: index).map { CharacterProperties($0).isVirama } ?? false
    }

    /// Whether the letters on both sides join towards the character (A.1).
    private func joins(at index: Int) -> Bool {
        let before = text[..<index].last { CharacterProperties($0.value).joining != .transparent }
        let after = text[(index &+ 1)...].first { CharacterProperties($0.value).joining != .transparent }
        guard let before, let after else { return false }
        let left = CharacterProperties(before.value).joining
        let right = CharacterProperties(after.value).joining
        return (left == .left || left == .dual) && (right == .right || right == .dual)
    }
}
