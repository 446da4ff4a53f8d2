import XMLStream
import XMPPAddress

/// The header of a stream, read or to be written (RFC 6120 §4.2, §4.7, §4.8).
public struct StreamHeader: Hashable, Sendable {
    /// Whom the stream is for: a domain for one that is opened.
    public var to: WireAddress?
    /// Whom it is from.
    public var from: WireAddress?
    /// The name that the receiving entity gave the stream (§4.7.3).
    public var id: String?
    /// The language of what is in the stream (§4.7.4).
    public var language: String?
    /// The version of XMPP (§4.7.5).
    public var version: StreamVersion
    /// The namespace of the stanzas; nil where the header declares none and each stanza does (§4.8.5).
    public var content: ContentNamespace?
    /// The prefix of the root; empty for a header without one (§4.8.5).
    public var prefix: String
    /// Further declarations of the header, such as `db` for dialback: prefixes with their namespaces.
    public var prefixes: [String: String] = [:]

    /// A header from its parts. That of the initiating entity has no `id` (§4.7.3), and a `from` only where the
    /// connection is secure (§4.7.1).
    public init(
        to: JID? = nil, from: JID? = nil, id: String? = nil, language: String? = "en",
        version: StreamVersion = .current, content: ContentNamespace? = .client, prefix: String = "stream"
    ) {
        self.to = to.map(WireAddress.jid)
        self.from = from.map(WireAddress.jid)
        self.id = id
        self.language = language
        self.version = version
        self.content = content
        self.prefix = prefix
    }
}

extension StreamHeader {
    /// Reads a root's start tag.
    ///
    /// A missing address, id or language is no fault (§4.7.1, §4.7.2), nor is an address that is none: what to make of it
    /// is for those to say who know whom they serve.
    ///
    /// - Throws: The stream error to answer with, behind a header of one's own (§4.9.1.2): `invalid-namespace` for another
    ///   namespace, `bad-format` for another element of this one, `unsupported-version` for a version that is none.
    public init(_ root: Element) throws(StreamError) {
        guard root.namespaceName == .streams else { throw StreamError(.invalidNamespace) }
        guard root.localName == .stream else { throw StreamError(.badFormat) }
        let declared = root.namespaceDeclarations
        let byDefault = declared.first { $0.prefix.isEmpty }?.namespace ?? ""
        let isPrefixFree = byDefault == NamespaceName.streams.text
        content = isPrefixFree || byDefault.isEmpty ? nil : ContentNamespace(NamespaceName(byDefault))
        if content == nil, !isPrefixFree, !byDefault.isEmpty { throw StreamError(.invalidNamespace) }
        prefix = isPrefixFree ? "" : declared.first { $0.namespace == NamespaceName.streams.text }?.prefix ?? "stream"
        // `xml` may be declared, and need not: it cannot stand for anything else.
        for (other, namespace) in declared where !["", "xml", prefix].contains(other) { prefixes[other] = namespace }
        to = root.address(.to)
        from = root.address(.from)
        id = root.attribute(.id)
        language = root.declaredLanguage?.nonEmpty
        guard let text = root.attribute(.version) else {
            version = .legacy
            return
        }
        guard let stated = StreamVersion(text) else { throw StreamError(.unsupportedVersion) }
        version = stated
    }

    /// The root as it is to be written.
    ///
    /// Version 0.9 is left out, as those did who spoke it (§4.7.5). Without a prefix the content namespace
    /// cannot be declared here: each stanza states its own.
    ///
    /// - Throws: `XMLContentError` where the language is no tag (§4.7.4).
    public func rootTag() throws(XMLContentError) -> RootTag {
        var root =
            prefix.isEmpty
            ? RootTag(name: LocalName.stream.text, namespace: NamespaceName.streams.text)
            : RootTag(
                name: LocalName.stream.text, namespace: NamespaceName.streams.text, prefix: prefix,
                contentNamespace: content?.name.text ?? "")
        root.prefixes = prefixes
        let fields = [("to", to?.text), ("from", from?.text), ("id", id)]
        root.attributes = fields.compactMap { name, value in value.map { Attribute(name: name, value: $0) } }
        if version != .legacy { root.attributes.append(Attribute(name: "version", value: version.description)) }
        if let language {
            if !LanguageTag.isWellFormed(language) { throw XMLContentError(.name) }
            root.attributes.append(Attribute(name: "lang", namespace: NamespaceName.xml.text, value: language))
        }
        return root
    }
}
