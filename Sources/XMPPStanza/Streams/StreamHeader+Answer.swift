import XMPPAddress

extension StreamHeader {
    /// The header with which the receiving entity answers this one.
    ///
    /// It follows RFC 6120 §4.7: `to` is whom the other said to be from, without resourcepart, and left out where it said
    /// nothing; an `id` of the other counts for nothing; the language is the other's where it is spoken, else the first of
    /// one's own; the version is the lower one, and left out where the other stated none.
    ///
    /// - Parameters:
    ///   - from: Who answers.
    ///   - id: A name for the stream that nobody can guess (§4.7.3).
    ///   - languages: What is spoken, the default first.
    ///   - version: The highest version that is spoken.
    public func answer(
        from: JID, id: String, languages: [String] = ["en"], version: StreamVersion = .current
    ) -> StreamHeader {
        let wanted = language.map { [$0] } ?? []
        let index = LanguageTag.lookup(wanted, in: languages)
        return StreamHeader(
            to: self.from?.jid?.bare, from: from, id: id, language: index.map { languages[$0] } ?? languages.first,
            version: version.negotiated(with: self.version), content: content ?? .client, prefix: prefix)
    }
}
