/// One thing that an adversary says: text, and what of it rules are about.
public struct Phrase: Hashable, Sendable, CustomStringConvertible {
    /// What the phrase is.
    public enum Kind: Hashable, Sendable {
        /// A header with these addresses.
        case header(to: String?, from: String?)
        /// A list of features with these mechanisms.
        case features(mechanisms: [String])
        /// `<auth/>` for a mechanism; whether what it shows is right.
        case auth(mechanism: String, isRight: Bool)
        /// `<response/>`; whether it is the right one.
        case response(isRight: Bool)
        /// `<challenge/>`; whether it is the right one, and whether it has the server's proof.
        case challenge(isRight: Bool, hasProof: Bool)
        /// `<success/>`; whether it has the server's proof, and nothing else.
        case success(hasProof: Bool)
        /// What authenticates a component, on either side; whether it is right.
        case handshake(isRight: Bool)
        /// A stanza of the content namespace, which no feature takes.
        case stanza
        /// Another element.
        case element
        /// What stands at the given place of the vocabulary, with more behind it in the same chunk.
        case injected(behind: Int, byteCount: Int)
        /// The end tag, or no XML.
        case end
    }

    /// What it is called.
    public let name: String
    /// What it is.
    public let kind: Kind
    /// What is said.
    public let bytes: [UInt8]

    /// A phrase.
    public init(_ name: String, _ kind: Kind, _ text: String) {
        self.name = name
        self.kind = kind
        bytes = Array(text.utf8)
    }

    public var description: String { name }
}
