/// The embedder asked for something that cannot be written as XML. Nothing was changed or written.
public struct XMLContentError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What cannot be written; may grow, so a switch needs a default.
    public struct Code: Hashable, Sendable {
        let fault: Fault

        /// A name that is no XML name, or one that is reserved.
        public static let name = Code(fault: .name)
        /// A namespace that cannot be declared: `xmlns`' own, or one with a forbidden character.
        public static let namespace = Code(fault: .namespace)
        /// A character that XML 1.0 forbids.
        public static let character = Code(fault: .character)
        /// The same attribute twice.
        public static let duplicateAttribute = Code(fault: .duplicateAttribute)
        /// An attribute behind content, an end without a start, something behind the end, or bytes that are no element.
        public static let structure = Code(fault: .structure)
    }

    enum Fault: UInt8, Hashable, Sendable {
        case name, namespace, character, duplicateAttribute, structure
    }

    /// What cannot be written.
    public let code: Code

    package init(_ code: Code) { self.code = code }

    public var description: String {
        switch code.fault {
        case .name: "not a name that XML allows here"
        case .namespace: "not a namespace that can be declared"
        case .character: "a character that XML forbids"
        case .duplicateAttribute: "an attribute twice"
        case .structure: "out of place"
        }
    }
}

extension XMLContentError {
    /// The fault of a text or value, or nil where it can be written.
    package init?(checkingText text: String) {
        for scalar in text.unicodeScalars where !CharacterRules.isCharacter(scalar.value) {
            self.init(.character)
            return
        }
        return nil
    }

    /// The fault of a name without a colon, or nil where it can be written.
    init?(checkingName name: String) {
        var isFirst = true
        for scalar in name.unicodeScalars {
            let fits = isFirst ? CharacterRules.isNameStart(scalar.value) : CharacterRules.isName(scalar.value)
            if !fits {
                self.init(.name)
                return
            }
            isFirst = false
        }
        if isFirst {
            self.init(.name)
            return
        }
        return nil
    }
}
