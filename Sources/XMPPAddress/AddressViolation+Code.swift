import UnicodeProfiles

extension AddressViolation {
    /// Which rule was broken; may grow, so a switch needs a default.
    public struct Code: Hashable, Sendable {
        let rule: Rule

        private init(_ rule: Rule) { self.rule = rule }

        /// The part is empty (RFC 7622 §3.2, §3.3, §3.4).
        public static var empty: Code { Code(.empty) }
        /// The part has more than 1023 bytes once it is prepared.
        public static var tooLong: Code { Code(.tooLong) }
        /// One of `"` `&` `'` `/` `:` `<` `>` `@` in a localpart, or its full-width form (RFC 7622 §3.3.1).
        public static var excludedCharacter: Code { Code(.excludedCharacter) }
        /// Brackets around what is no IPv6 address.
        public static var addressLiteral: Code { Code(.addressLiteral) }
        /// A space at either end of a localpart that is to be escaped (XEP-0106 §3.2).
        public static var edgeSpace: Code { Code(.edgeSpace) }
        /// The profile of the part refuses the text: UsernameCaseMapped, IDNA2008 or OpaqueString.
        static func of(_ code: ProfileViolation.Code) -> Code { code == .empty ? .empty : Code(.profile(code)) }

        /// What the profile says, where it is the profile that refuses the text.
        public var profile: ProfileViolation.Code? {
            if case .profile(let code) = rule { return code }
            return nil
        }
    }

    enum Rule: Hashable, Sendable {
        case empty, tooLong, excludedCharacter, addressLiteral, edgeSpace
        case profile(ProfileViolation.Code)
    }
}

extension AddressViolation.Code {
    /// What would have been legal, in English.
    public var expected: String {
        switch rule {
        case .empty: "at least one character"
        case .tooLong: "at most 1023 bytes"
        case .excludedCharacter: "none of \" & ' / : < > @ (RFC 7622 §3.3.1)"
        case .addressLiteral: "an IPv6 address between brackets"
        case .edgeSpace: "no space at either end (XEP-0106 §3.2)"
        case .profile(let code): code.expected
        }
    }
}
