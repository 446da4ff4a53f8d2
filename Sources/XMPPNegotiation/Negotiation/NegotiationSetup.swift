public import CryptoSeam

/// What negotiations of many streams have in common: the features in their order, and policy.
public struct NegotiationSetup: Sendable {
    /// The features, the first to be looked at first.
    public let features: [any StreamFeature]
    /// Their order, which prints itself.
    public let order: FeatureOrder
    /// What the streams are negotiated for.
    public let policy: NegotiationPolicy
    /// The primitives.
    public let crypto: any CryptoProvider.Type
    /// The keys of the features.
    package let keys: [FeatureKey]
    /// What may be for one of them.
    package let door: FeatureDoor

    /// A setup. Features may be named in any order.
    ///
    /// - Throws: `FeatureOrder.Conflict` where their constraints cannot be met, or two have one key.
    public init(
        features: [any StreamFeature], policy: NegotiationPolicy, crypto: any CryptoProvider.Type
    ) throws(FeatureOrder.Conflict) {
        order = try FeatureOrder(features.map(\.constraints))
        keys = order.keys
        self.features = order.keys.compactMap { key in features.first { $0.key == key } }
        self.policy = policy
        self.crypto = crypto
        door = FeatureDoor(to: features)
    }

    /// The feature of that key.
    func feature(_ key: FeatureKey) -> (any StreamFeature)? { features.first { $0.key == key } }

    func context(_ facts: StreamFacts) -> FeatureContext {
        FeatureContext(facts: facts, crypto: crypto, features: features)
    }

    /// Why a feature is not to be looked at now; nil where it is.
    func obstacle(to feature: any StreamFeature, knowing facts: StreamFacts) -> String? {
        if facts.negotiated.contains(feature.key) { return "negotiated before" }
        if policy.requiresTLS, !facts.isSecure, !feature.isUsableInClear { return "TLS comes first" }
        if let other = facts.negotiated.first(where: { order.excludes($0, feature.key) }) {
            return "not together with \(other.name)"
        }
        let superseding = order.superseding(feature.key)
        if let other = facts.negotiated.first(where: { superseding.contains($0) }) {
            return "\(other.name) stands for it"
        }
        return nil
    }
}
