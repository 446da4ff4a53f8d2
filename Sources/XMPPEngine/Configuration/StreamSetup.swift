public import XMPPNegotiation

/// A configuration that has been checked, shared by any number of streams.
///
/// It never changes. Two streams can be equal only if they share one.
public final class StreamSetup: Sendable {
    /// The configuration.
    public let configuration: StreamConfiguration
    /// The features in their order.
    public let negotiation: NegotiationSetup

    /// Checks a configuration.
    ///
    /// - Throws: `FeatureOrder.Conflict` where features cannot be put in order.
    public init(_ configuration: StreamConfiguration) throws(FeatureOrder.Conflict) {
        self.configuration = configuration
        negotiation = try NegotiationSetup(
            features: configuration.features, policy: configuration.policy, crypto: configuration.crypto)
    }
}

extension StreamSetup: Hashable {
    public static func == (one: StreamSetup, other: StreamSetup) -> Bool { one === other }
    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
