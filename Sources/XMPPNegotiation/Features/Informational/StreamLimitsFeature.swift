public import XMLStream
public import XMPPStanza

/// What a receiving entity is willing to take (XEP-0478): told in its features, and obeyed by those who send.
public struct StreamLimitsFeature: StreamFeature, Hashable {
    /// At a receiving entity, what to say before the peer has authenticated; nothing where both numbers are nil.
    public var beforeAuthentication: PeerLimits
    /// At a receiving entity, what to say once the peer has.
    public var afterAuthentication: PeerLimits

    /// The feature. An initiating entity says nothing, so it needs no numbers.
    public init(before: PeerLimits = PeerLimits(), after: PeerLimits = PeerLimits()) {
        beforeAuthentication = before
        afterAuthentication = after
    }

    public var key: FeatureKey { FeatureKey("limits", in: "urn:xmpp:stream-limits:0") }

    public var constraints: FeatureConstraints { FeatureConstraints(key) }

    /// It tells nothing about anybody, and asks for nothing. What it says in the clear ends with the next list.
    public var isUsableInClear: Bool { true }

    public var requestNamespaces: [NamespaceName]? { [] }

    public func offer(knowing facts: StreamFacts) -> FeatureOffer {
        let limits = facts.isAuthenticated ? afterAuthentication : beforeAuthentication
        if limits == PeerLimits() { return .withheld("there is nothing to say") }
        if facts.content == .component { return .withheld("a component is told no features") }
        return .offering { () throws(XMLContentError) in
            var element = ElementBuilder(.limits, in: .streamLimits0)
            if let bytes = limits.maximumStanzaBytes { element.child(.maxBytes) { $0.text("\(bytes)") } }
            if let seconds = limits.idleSeconds { element.child(.idleSeconds) { $0.text("\(seconds)") } }
            return try element.finish()
        }
    }

    public func evaluate(
        _ offer: Element?, in list: StreamFeatures, knowing facts: StreamFacts
    ) -> FeatureEvaluation {
        guard let offer else {
            // What an earlier list said, in the clear perhaps, holds no more (§3).
            if facts.peerLimits == PeerLimits() { return .skipped("not offered") }
            return .noted([.limits(PeerLimits())], reason: "no longer offered")
        }
        let limits = PeerLimits(
            maximumStanzaBytes: StreamLimitsFeature.number(.maxBytes, of: offer),
            idleSeconds: StreamLimitsFeature.number(.idleSeconds, of: offer))
        return .noted([.limits(limits)], reason: "the peer says so")
    }

    public func takes(_ element: Element) -> Bool { false }

    public func machine(for role: StreamRole) -> any FeatureMachine { NothingToNegotiate.silent }

    public func machine(for role: StreamRole, restoring snapshot: [UInt8]) -> (any FeatureMachine)? {
        NothingToNegotiate(restoring: snapshot)
    }

    /// A number of 32 bits without a sign, white space around it; nil for anything else, and for 0, which nobody can
    /// obey.
    private static func number(_ name: LocalName, of offer: Element) -> Int? {
        guard let text = offer.child(name, in: .streamLimits0)?.text else { return nil }
        let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" }
        let digits = text.drop(while: isSpace).reversed().drop(while: isSpace).reversed()
        guard digits.allSatisfy({ ("0"..."9").contains($0) }), let number = UInt32(String(digits)), number > 0 else {
            return nil
        }
        return Int(clamping: number)
    }
}
