import XMLStream
import XMPPNegotiation
import XMPPStanza

/// What is put up with in the headers of peers, beyond what has to be (RFC 6120 §4.8.5).
public struct HeaderRules: Hashable, Sendable {
    /// Whether any prefix may stand for the namespace of streams, or none; otherwise it has to be `stream`, and another
    /// ends the stream with `bad-namespace-prefix`.
    public var acceptsAnyPrefix = true
    /// Whether a header may declare namespaces other than those of the stream, of its content and, between servers, of
    /// dialback (XEP-0220 demands that one). What was declared there is forgotten, and harms nobody: real servers do it.
    /// Otherwise the stream ends with `invalid-namespace`, as RFC 6120 recommends.
    public var acceptsForeignDeclarations = true

    /// The usual rules.
    public init() {}

    /// What is wrong with a header; nil where nothing is.
    func fault(in header: StreamHeader, of content: ContentNamespace) -> StreamViolation? {
        if !acceptsAnyPrefix, header.prefix != "stream" {
            return StreamViolation(.badNamespacePrefix, expected: "the prefix stream")
        }
        if !acceptsForeignDeclarations {
            let known = content == .server ? [NamespaceName.dialback.text] : []
            if header.prefixes.values.contains(where: { !known.contains($0) }) {
                return StreamViolation(.invalidNamespace, expected: "no namespace but those of streams in the header")
            }
        }
        return nil
    }
}
