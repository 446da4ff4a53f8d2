import XMLStream

/// The name of an element: local name and namespace.
public struct ElementName: Hashable, Sendable, CustomStringConvertible {
    /// The local name.
    public let local: String
    /// The namespace; empty for none.
    public let namespace: String
    private let known: Known?

    private struct Known: Hashable, Sendable {
        let local: LocalName
        let namespace: NamespaceName
    }

    /// A name from its parts. One of the table of well-known names is compared by integers.
    public init(_ local: String, in namespace: String) {
        self.local = local
        self.namespace = namespace
        known = LocalName(local).flatMap { local in NamespaceName(namespace).map { Known(local: local, namespace: $0) }
        }
    }

    /// Whether an element has this name.
    public func matches(_ element: Element) -> Bool {
        if let known { return element.isNamed(known.local, in: known.namespace) }
        return element.isNamed(local, in: namespace)
    }

    public var description: String { "{\(namespace)}\(local)" }
}
