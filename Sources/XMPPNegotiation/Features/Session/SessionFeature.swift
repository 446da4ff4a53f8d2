public import XMLStream
public import XMPPStanza

/// Session establishment (RFC 3921 §3), which means nothing since RFC 6121. Old servers ask for it once a resource is
/// bound; old clients ask for it unasked, and get a result whenever they do.
public struct SessionFeature: StreamFeature, Hashable {
    /// The feature.
    public init() {}

    public var key: FeatureKey { .session }

    public var constraints: FeatureConstraints { FeatureConstraints(.session, after: [.bind]) }

    public var requestNamespaces: [NamespaceName]? { [.session] }

    public func offer(knowing facts: StreamFacts) -> FeatureOffer {
        if facts.content != .client { return .withheld("for clients only") }
        if !facts.isAuthenticated { return .withheld("authentication comes first") }
        return .offering { () throws(XMLContentError) in
            var session = ElementBuilder(.session, in: .session)
            session.child(.optional)
            return try session.finish()
        }
    }

    public func evaluate(
        _ offer: Element?, in list: StreamFeatures, knowing facts: StreamFacts
    ) -> FeatureEvaluation {
        guard let offer else { return .skipped("not offered") }
        if facts.content != .client { return .skipped("for clients only") }
        if facts.isResumed { return .skipped("an earlier session goes on") }
        if facts.address == nil { return .skipped("a resource comes first") }
        if StreamFeatures.Feature(offer).isMarkedOptional { return .skipped("the server can do without it") }
        return .negotiate(isMandatory: true, reason: "a server of RFC 3921 needs it")
    }

    public func takes(_ element: Element, knowing facts: StreamFacts) -> Bool {
        FeatureRequest.isNegotiation(of: .session, payload: .session, element, knowing: facts)
    }

    public func machine(for role: StreamRole) -> any FeatureMachine {
        switch role {
        case .initiating: InitiatingSession.idle
        case .receiving: ReceivingSession.offered
        }
    }

    public func machine(for role: StreamRole, restoring snapshot: [UInt8]) -> (any FeatureMachine)? {
        switch role {
        case .initiating: InitiatingSession(restoring: snapshot)
        case .receiving: snapshot == ReceivingSession.offered.snapshot() ? ReceivingSession.offered : nil
        }
    }
}

extension FeatureKey {
    /// Session establishment.
    static let session = FeatureKey("session", in: "urn:ietf:params:xml:ns:xmpp-session")
}
