public import XMLStream
public import XMPPAddress
public import XMPPStanza

/// Resource binding: the stream gets a full address (RFC 6120 §7). Mandatory by its nature, and no new stream follows.
public struct ResourceBindingFeature: StreamFeature, Hashable {
    /// What an initiating entity does where the resource that it asked for is taken (§7.7.2.2).
    public enum ConflictResponse: Hashable, Sendable {
        /// It leaves the resource to the server.
        case letServerChoose
        /// It asks for this one instead, once.
        case ask(for: String)
        /// It gives up.
        case giveUp
    }

    /// What a receiving entity does with what is no resourcepart (§7.7.2.1).
    public enum UnusableResourceResponse: Hashable, Sendable {
        /// It takes it as if the client had left the resource to the server.
        case choose
        /// It answers `bad-request`.
        case refuse
    }

    /// At an initiating entity, the resourcepart to ask for, prepared; nil to leave it to the server.
    public let resource: String?
    /// At an initiating entity, what to do where it is taken.
    public let onConflict: ConflictResponse
    /// At a receiving entity, what to do with what is no resourcepart.
    public var onUnusableResource = UnusableResourceResponse.choose
    /// At a receiving entity, how often a client may try again before the stream ends: 5 to 10 (§7.7.3).
    public var maximumRetries: UInt8 = 5

    /// Binding that leaves the resource to the server.
    public init() {
        resource = nil
        onConflict = .letServerChoose
    }

    /// Binding that asks for a resource.
    ///
    /// - Throws: `AddressViolation` for what is no resourcepart.
    public init(
        resource: String, onConflict: ConflictResponse = .letServerChoose
    ) throws(AddressViolation) {
        self.resource = try ResourceBindingFeature.prepared(resource)
        switch onConflict {
        case .ask(for: let other): self.onConflict = .ask(for: try ResourceBindingFeature.prepared(other))
        case .letServerChoose, .giveUp: self.onConflict = onConflict
        }
    }

    public var key: FeatureKey { .bind }

    public var constraints: FeatureConstraints { FeatureConstraints(.bind, after: FeatureKey.authentications) }

    public var requestNamespaces: [NamespaceName]? { [.bind] }

    public func offer(knowing facts: StreamFacts) -> FeatureOffer {
        if let obstacle = obstacle(knowing: facts) { return .withheld(obstacle) }
        return .offering(isMandatory: true) { () throws(XMLContentError) in
            try ElementBuilder(.bind, in: .bind).finish()
        }
    }

    public func evaluate(
        _ offer: Element?, in list: StreamFeatures, knowing facts: StreamFacts
    ) -> FeatureEvaluation {
        if let obstacle = obstacle(knowing: facts) { return .skipped(obstacle) }
        if offer == nil { return .skipped("not offered") }
        return .negotiate(isMandatory: true, reason: "a client needs a full address")
    }

    public func takes(_ element: Element, knowing facts: StreamFacts) -> Bool {
        FeatureRequest.isNegotiation(of: .bind, payload: .bind, element, knowing: facts)
    }

    /// Whoever has not authenticated may not bind, and whoever is bound may not again (§7.6.2.2).
    public func refusal(of element: Element, knowing facts: StreamFacts) -> Element? {
        guard facts.role == .receiving, facts.content == .client, facts.isAuthenticated, let request = IQ(element)
        else { return nil }
        return FeatureEffect.error(StanzaError(.notAllowed), to: request).sentElement
    }

    public func machine(for role: StreamRole) -> any FeatureMachine {
        switch role {
        case .initiating: InitiatingBinding.idle(self)
        case .receiving: ReceivingBinding.offered(self, failures: 0)
        }
    }

    public func machine(for role: StreamRole, restoring snapshot: [UInt8]) -> (any FeatureMachine)? {
        switch role {
        case .initiating: InitiatingBinding(restoring: snapshot, for: self)
        case .receiving: ReceivingBinding(restoring: snapshot, for: self)
        }
    }

    private func obstacle(knowing facts: StreamFacts) -> String? {
        if facts.content != .client { return "for clients only" }
        if !facts.isAuthenticated { return "authentication comes first" }
        return facts.address == nil ? nil : "the stream has an address"
    }

    /// A resourcepart in its one form.
    static func prepared(_ resource: String) throws(AddressViolation) -> String {
        try JID(domainpart: "x", resourcepart: resource).resourcepart ?? ""
    }
}

extension FeatureKey {
    /// Resource binding.
    static let bind = FeatureKey("bind", in: "urn:ietf:params:xml:ns:xmpp-bind")

    /// What authenticates: SASL, in its two dresses.
    static let authentications: Set<FeatureKey> = [
        FeatureKey("mechanisms", in: "urn:ietf:params:xml:ns:xmpp-sasl"),
        FeatureKey("authentication", in: "urn:xmpp:sasl:2"),
    ]
}

extension FeatureOffer {
    /// An offer that is built here; nothing where it cannot be written.
    static func offering(
        isMandatory: Bool = false, _ build: () throws(XMLContentError) -> Element
    ) -> FeatureOffer {
        do throws(XMLContentError) {
            return .offered(try build(), isMandatory: isMandatory)
        } catch {
            return .withheld("it cannot be written")
        }
    }
}

extension FeatureEffect {
    /// What is sent, where it is that.
    var sentElement: Element? {
        if case .send(let element) = self { element } else { nil }
    }
}
