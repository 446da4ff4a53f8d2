/// The start tag of a stream's root, as it is to be written.
///
/// ```swift
/// var header = RootTag(.stream, in: .streams, prefix: "stream", contentNamespace: .jabberClient)
/// header.attributes = [Attribute(name: "to", value: "example.com"), Attribute(name: "version", value: "1.0")]
/// try writer.open(header)
/// ```
public struct RootTag: Hashable, Sendable {
    /// The local name.
    public var name: String
    /// The namespace of the root itself.
    public var namespace: String
    /// The prefix for that namespace; empty makes it the default, as RFC 7395 does and RFC 6120 §4.8.5 allows.
    public var prefix: String
    /// The default namespace that stanzas are in; the root's own where the prefix is empty.
    public var contentNamespace: String
    /// Further prefixes that are declared once here instead of on each element, with their namespaces.
    public var prefixes: [String: String] = [:]
    /// Attributes; those in the namespace of `xml` get that prefix, others may have no namespace.
    public var attributes: [Attribute] = []
    /// Whether an XML declaration comes first (RFC 6120 §11.5).
    public var hasDeclaration = true

    /// A root with a prefix, and another namespace for what is in it.
    public init(_ name: LocalName, in namespace: NamespaceName, prefix: String, contentNamespace: NamespaceName) {
        self.name = name.text
        self.namespace = namespace.text
        self.prefix = prefix
        self.contentNamespace = contentNamespace.text
    }

    /// A root from its parts.
    public init(name: String, namespace: String, prefix: String = "", contentNamespace: String? = nil) {
        self.name = name
        self.namespace = namespace
        self.prefix = prefix
        self.contentNamespace = prefix.isEmpty ? namespace : contentNamespace ?? ""
    }
}

extension RootTag {
    /// Checks every part.
    func check() throws(XMLContentError) {
        if let fault = XMLContentError(checkingName: name) { throw fault }
        var declared = prefixes
        if !prefix.isEmpty { declared[prefix] = namespace }
        for (prefix, namespace) in declared {
            if let fault = XMLContentError(checkingName: prefix) { throw fault }
            if prefix == "xml" || prefix == "xmlns" || namespace.isEmpty { throw XMLContentError(.namespace) }
        }
        if !prefix.isEmpty, prefixes[prefix] != nil { throw XMLContentError(.namespace) }
        for namespace in [contentNamespace, namespace] + declared.values {
            if let fault = XMLContentError(checkingText: namespace) { throw fault }
            if namespace == NamespaceName.xml.text || namespace == NamespaceName.xmlns.text {
                throw XMLContentError(.namespace)
            }
        }
        if prefix.isEmpty, contentNamespace != namespace { throw XMLContentError(.namespace) }
        var seen: Set<[UInt8]> = []
        for attribute in attributes {
            if let fault = XMLContentError(checkingName: attribute.name) { throw fault }
            if let fault = XMLContentError(checkingText: attribute.value) { throw fault }
            if !attribute.namespace.isEmpty, attribute.namespace != NamespaceName.xml.text {
                throw XMLContentError(.namespace)
            }
            if attribute.namespace.isEmpty, attribute.name == "xmlns" { throw XMLContentError(.name) }
            if !seen.insert(Array((attribute.namespace + " " + attribute.name).utf8)).inserted {
                throw XMLContentError(.duplicateAttribute)
            }
        }
    }
}
