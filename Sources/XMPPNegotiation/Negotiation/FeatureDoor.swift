package import XMLStream

/// What may be for a feature: a look at an element that takes little, in front of `StreamFeature.takes`.
package struct FeatureDoor: Sendable {
    /// Where requests that features take are looked for; nil where anything may be for one.
    private let requests: [NamespaceName]?
    /// The namespaces of the features, nil for one that is not well known.
    private let others: [NamespaceName?]

    init(to features: [any StreamFeature]) {
        let requests = features.map(\.requestNamespaces)
        self.requests = requests.contains(nil) ? nil : requests.flatMap { $0 ?? [] }
        others = features.map { NamespaceName($0.key.namespace) }
    }

    /// Whether there are requests that may be for one.
    package var takesRequests: Bool { requests?.isEmpty != true }

    /// Whether an element may be for a feature.
    package func mayTake(_ element: Element) -> Bool {
        let namespace = element.namespaceName
        if element.localName == .iq, namespace?.isContent == true { return mayTake(request: element) }
        return requests == nil || others.contains(namespace)
    }

    /// Whether an iq in a content namespace may be for a feature.
    package func mayTake(request iq: Element) -> Bool {
        guard let requests else { return true }
        return iq.hasFirstChild(in: requests)
    }
}
