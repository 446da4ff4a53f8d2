/// A text is not allowed by a profile, or not text at all.
///
/// It holds nothing of the text, which may be a password, so it can be logged.
public struct ProfileViolation: Error, Hashable, Sendable {
    /// Which rule was broken.
    public let code: Code
    /// Where in the UTF-8 of the input the character stands that broke it, or from which the character came that did.
    /// What concerns the text as a whole, like being empty, is at 0.
    public let byteOffset: Int

    package init(_ code: Code, at byteOffset: Int) {
        self.code = code
        self.byteOffset = byteOffset
    }

    /// What would have been legal in that place, in English.
    public var expected: String { code.expected }
}

extension ProfileViolation: CustomStringConvertible {
    public var description: String { "byte \(byteOffset): expected \(expected)" }
}

extension ProfileViolation {
    /// A rule of a profile; may grow, so a switch needs a default.
    public struct Code: Hashable, Sendable {
        private let rule: Rule

        private init(_ rule: Rule) { self.rule = rule }

        private enum Rule: UInt8, Hashable, Sendable {
            case invalidUTF8, empty, unassigned, disallowed, context, bidirectional, unstable
            case label, hyphen, leadingMark, encodedLabel, labelLength, nameLength
        }

        /// The bytes are not UTF-8.
        public static let invalidUTF8 = Code(.invalidUTF8)
        /// Nothing is left after mapping and normalization.
        public static let empty = Code(.empty)
        /// A code point that is not assigned in the Unicode version of the profile.
        public static let unassigned = Code(.unassigned)
        /// A character that the profile does not have.
        public static let disallowed = Code(.disallowed)
        /// A character that needs other neighbours (RFC 5892 appendix A).
        public static let context = Code(.context)
        /// Directions mixed in a way that the Bidi rule forbids (RFC 5893 §2, RFC 3454 §6).
        public static let bidirectional = Code(.bidirectional)
        /// Applying the rules again and again goes on changing the text (RFC 8264 §7).
        public static let unstable = Code(.unstable)
        /// A label of a domain name is empty.
        public static let emptyLabel = Code(.label)
        /// A hyphen first, last, or in both the third and the fourth place of a label (RFC 5891 §4.2.3.1).
        public static let hyphen = Code(.hyphen)
        /// A label begins with a combining mark (RFC 5891 §4.2.3.2).
        public static let leadingMark = Code(.leadingMark)
        /// A label begins with `xn--`, but is not the A-label of any U-label (RFC 5890 §2.3.2.1).
        public static let encodedLabel = Code(.encodedLabel)
        /// A label whose ASCII form has more than 63 bytes (RFC 1034 §3.1).
        public static let labelLength = Code(.labelLength)
        /// A name whose ASCII form has more than 253 bytes (RFC 1034 §3.1).
        public static let nameLength = Code(.nameLength)

        /// What would have been legal, in English.
        public var expected: String {
            switch rule {
            case .invalidUTF8: "well-formed UTF-8"
            case .empty: "at least one character after mapping"
            case .unassigned: "a character of the Unicode version in use"
            case .disallowed: "a character that the profile allows"
            case .context: "the neighbours that this character needs"
            case .bidirectional: "right-to-left characters in the order of the Bidi rule"
            case .unstable: "text that the rules leave alone in the end"
            case .label: "a label between two dots"
            case .hyphen: "no hyphen first, last, or third and fourth in a label"
            case .leadingMark: "a label that does not begin with a combining mark"
            case .encodedLabel: "after \"xn--\" the encoding of a valid label"
            case .labelLength: "a label of at most 63 bytes in ASCII form"
            case .nameLength: "a name of at most 253 bytes in ASCII form"
            }
        }
    }
}
