/// A text for people, with the language that it is in.
public struct LocalizedText: Hashable, Sendable {
    /// The text.
    public var text: String
    /// The language in force for it, or nil (or empty) where none is known.
    public var language: String?

    /// A text, in a language where it is known.
    public init(_ text: String, language: String? = nil) {
        self.text = text
        self.language = language
    }
}

extension LocalizedText: ExpressibleByStringLiteral {
    /// A text in the language of what it is put into.
    public init(stringLiteral text: String) { self.init(text) }
}

extension Sequence where Element == LocalizedText {
    /// The text in the first of the wanted languages that there is one for, otherwise the first of all.
    ///
    /// A wanted `de-CH` is met by `de-CH`, else by `de` (RFC 4647 §3.4); case makes no difference.
    public func text(preferring languages: [String] = []) -> String? {
        let all = Array(self)
        let tags = all.map { $0.language ?? "" }
        return LanguageTag.lookup(languages, in: tags).map { all[$0].text } ?? all.first?.text
    }
}
