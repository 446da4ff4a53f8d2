import XMLStream

/// The features that the receiving entity offers, in its order (RFC 6120 §4.3.2).
public struct StreamFeatures: Hashable, Sendable {
    /// One feature: an element of its own namespace, which only those who know it can read.
    public struct Feature: Hashable, Sendable {
        /// The element.
        public let element: Element

        /// A feature that is this element.
        public init(_ element: Element) { self.element = element }

        /// Whether it says of itself that it is mandatory: `<required/>` in its own namespace (§4.3.2). Some features
        /// are mandatory without saying so.
        public var isMarkedRequired: Bool { element.child(.required) != nil }

        /// Whether it says of itself that it may be left out: `<optional/>`, which RFC 3921 servers send with `session`.
        public var isMarkedOptional: Bool { element.child(.optional) != nil }
    }

    private var offered: [Feature]

    /// Features in the order in which they are to be offered.
    public init(_ features: [Feature]) { offered = features }

    /// The features that a first-level element lists, or nil where it is no `features` of a stream.
    public init?(_ element: Element) {
        guard element.isNamed(.features, in: .streams) else { return nil }
        offered = element.children.map(Feature.init)
    }

    /// The first feature with this name, or nil.
    public func first(_ name: LocalName, in namespace: NamespaceName) -> Feature? {
        first { $0.element.isNamed(name, in: namespace) }
    }

    /// The first feature with this name, or nil.
    public func first(_ name: String, in namespace: String) -> Feature? {
        first { $0.element.isNamed(name, in: namespace) }
    }

    /// The features as a first-level element.
    public func element() throws(XMLContentError) -> Element {
        var builder = ElementBuilder(.features, in: .streams)
        for feature in offered { builder.element(feature.element) }
        return try builder.finish()
    }
}

extension StreamFeatures: RandomAccessCollection, RangeReplaceableCollection, MutableCollection {
    /// No features.
    public init() { offered = [] }

    public var startIndex: Int { offered.startIndex }
    public var endIndex: Int { offered.endIndex }

    public subscript(position: Int) -> Feature {
        get { offered[position] }
        set { offered[position] = newValue }
    }

    public mutating func replaceSubrange(_ range: Range<Int>, with features: some Collection<Feature>) {
        offered.replaceSubrange(range, with: features)
    }
}
