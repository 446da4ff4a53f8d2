public import XMLStream
public import XMPPSASL
public import XMPPStanza

/// The handshake of an external component with its server (XEP-0114): a hash of the stream's id and a secret that both
/// know. There are no features, no TLS of its own and no new stream: use it on links that others protect.
public struct ComponentHandshakeFeature: StreamFeature, Hashable {
    /// How a server finds out whether a hash is right.
    public enum Verification: Hashable, Sendable {
        /// By this secret, whatever the component.
        case secret(Secret)
        /// The host is asked (`LegacyCredentials.component`).
        case host
    }

    /// At a component, its secret.
    private let secret: Secret?
    /// At a server, how to find out whether a hash is right.
    private let verification: Verification?

    /// The feature of a component.
    public init(secret: Secret) {
        self.secret = secret
        verification = nil
    }

    /// The feature of a server.
    public init(verifyingBy verification: Verification) {
        secret = nil
        self.verification = verification
    }

    public var key: FeatureKey { .handshake }

    public var constraints: FeatureConstraints { FeatureConstraints(.handshake) }

    public var requestNamespaces: [NamespaceName]? { [] }

    public func offer(knowing facts: StreamFacts) -> FeatureOffer {
        if facts.content != .component { return .withheld("for components only") }
        if facts.isAuthenticated { return .withheld("the component has authenticated") }
        return verification == nil ? .withheld("off") : .unlisted
    }

    public func evaluate(
        _ offer: Element?, in list: StreamFeatures, knowing facts: StreamFacts
    ) -> FeatureEvaluation {
        if facts.content != .component { return .skipped("for components only") }
        if facts.isAuthenticated { return .skipped("authenticated already") }
        if secret == nil { return .skipped("there is no secret") }
        return .negotiate(isMandatory: true, reason: "a component authenticates by it")
    }

    /// Stanzas are in the same namespace.
    public func takes(_ element: Element) -> Bool { element.isNamed(.handshake, in: .jabberComponentAccept) }

    public func machine(for role: StreamRole) -> any FeatureMachine {
        switch role {
        case .initiating: InitiatingHandshake.idle(secret)
        case .receiving: ReceivingHandshake.awaitingHandshake(verification)
        }
    }

    public func machine(for role: StreamRole, restoring snapshot: [UInt8]) -> (any FeatureMachine)? {
        switch role {
        case .initiating: InitiatingHandshake(restoring: snapshot, secret)
        case .receiving: ReceivingHandshake(restoring: snapshot, verification)
        }
    }
}

extension FeatureKey {
    /// The handshake of components.
    static let handshake = FeatureKey("handshake", in: "jabber:component:accept")
}

extension Authentication {
    /// A component that has shown its hash.
    static func component(_ facts: StreamFacts) -> Authentication {
        Authentication(mechanism: FeatureKey.handshake.namespace, address: facts.domain)
    }
}
