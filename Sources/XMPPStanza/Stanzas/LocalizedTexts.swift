import XMLStream

/// The texts of one kind that a stanza has, one for each language: its bodies, its subjects, its states of presence.
///
/// A view: texts are made as they are asked for. Where a peer gives two for one language, both are here.
public struct LocalizedTexts: Sequence, Sendable {
    private let stanza: Element
    private let name: LocalName
    private let language: String?

    init(_ name: LocalName, of stanza: Element, inheriting language: String?) {
        self.stanza = stanza
        self.name = name
        self.language = language
    }

    /// The texts in the order of the stanza.
    public func makeIterator() -> AnyIterator<LocalizedText> {
        var children = stanza.children
        return AnyIterator {
            while let child = children.next() {
                guard child.localName == name, child.namespaceName == stanza.namespaceName else { continue }
                return LocalizedText(child.text, language: child.declaredLanguage ?? language)
            }
            return nil
        }
    }

    /// The text in exactly this language (case makes no difference), or nil.
    public subscript(language: String) -> String? {
        first { $0.language?.lowercased() == language.lowercased() }?.text
    }
}
