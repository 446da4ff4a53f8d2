/// What a stream feature is known by: the name and the namespace of its element.
public struct FeatureKey: Hashable, Sendable, CustomStringConvertible {
    /// The local name of the element.
    public let name: String
    /// The namespace of the element.
    public let namespace: String

    /// A key.
    public init(_ name: String, in namespace: String) {
        self.name = name
        self.namespace = namespace
    }

    public var description: String { "\(name) (\(namespace))" }
}
