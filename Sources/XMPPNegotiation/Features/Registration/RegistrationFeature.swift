public import XMLStream
public import XMPPStanza

/// In-band registration: a client opens an account before it authenticates (XEP-0077 §3.1). At a client it is off unless
/// there are fields to fill in, and SASL follows with the new account.
public struct RegistrationFeature: StreamFeature, Hashable {
    /// What a client does where the server opens no account.
    public enum RefusalResponse: Hashable, Sendable {
        /// The stream ends.
        case fail
        /// It goes on to authenticate: there may be an account already.
        case authenticate
    }

    /// At a client, what to fill in where the server asks for it; nil for off.
    public let fields: RegistrationFields?
    /// At a client, what to do where the server opens no account.
    public let onRefusal: RefusalResponse
    /// Whether a server opens accounts.
    public let isServed: Bool
    /// Whether it may be used without TLS, where policy does not ask for it (§11).
    public var isAllowedInClear = false
    /// At a server, how often a client may try again before the stream ends.
    public var maximumRetries: UInt8 = 3

    /// The feature of a client.
    public init(filling fields: RegistrationFields, onRefusal: RefusalResponse = .fail) {
        self.fields = fields
        self.onRefusal = onRefusal
        isServed = false
    }

    /// The feature of a server. Where it does not serve, it says so to those who ask.
    public init(isServed: Bool) {
        fields = nil
        onRefusal = .fail
        self.isServed = isServed
    }

    public var key: FeatureKey { .registration }

    public var constraints: FeatureConstraints {
        FeatureConstraints(.registration, before: FeatureKey.authentications)
    }

    public var requestNamespaces: [NamespaceName]? { [.jabberIqRegister] }

    public func offer(knowing facts: StreamFacts) -> FeatureOffer {
        if !isServed { return .withheld("off") }
        if let obstacle = obstacle(knowing: facts) { return .withheld(obstacle) }
        guard facts.version?.hasFeatures == true else { return .unlisted }
        return .offering { () throws(XMLContentError) in
            try ElementBuilder("register", in: FeatureKey.registration.namespace).finish()
        }
    }

    public func evaluate(
        _ offer: Element?, in list: StreamFeatures, knowing facts: StreamFacts
    ) -> FeatureEvaluation {
        if fields == nil { return .skipped("not asked for") }
        if let obstacle = obstacle(knowing: facts) { return .skipped(obstacle) }
        if offer == nil { return .skipped("not offered") }
        return .negotiate(isMandatory: onRefusal == .fail, reason: "an account is to be opened")
    }

    private func obstacle(knowing facts: StreamFacts) -> String? {
        if facts.content != .client { return "for clients only" }
        if facts.isAuthenticated { return "the client has authenticated" }
        return facts.isSecure || isAllowedInClear ? nil : "TLS comes first"
    }

    public func takes(_ element: Element, knowing facts: StreamFacts) -> Bool {
        FeatureRequest.isNegotiation(
            of: .registration, payload: FeatureKey("query", in: "jabber:iq:register"), element, knowing: facts)
    }

    /// Before a client has authenticated, its requests are for this feature alone; later on they are the host's.
    public func refusal(of element: Element, knowing facts: StreamFacts) -> Element? {
        guard facts.role == .receiving, facts.content == .client, !facts.isAuthenticated, let request = IQ(element)
        else { return nil }
        let error = StanzaError(facts.negotiated.contains(.registration) ? .notAcceptable : .serviceUnavailable)
        return FeatureEffect.error(error, to: request).sentElement
    }

    public func machine(for role: StreamRole) -> any FeatureMachine {
        switch role {
        case .initiating: InitiatingRegistration.idle(self)
        case .receiving: ReceivingRegistration.offered(self, failures: 0, required: nil)
        }
    }

    public func machine(for role: StreamRole, restoring snapshot: [UInt8]) -> (any FeatureMachine)? {
        switch role {
        case .initiating: InitiatingRegistration(restoring: snapshot, for: self)
        case .receiving: ReceivingRegistration(restoring: snapshot, for: self)
        }
    }
}

extension FeatureKey {
    /// In-band registration.
    static let registration = FeatureKey("register", in: "http://jabber.org/features/iq-register")
}
