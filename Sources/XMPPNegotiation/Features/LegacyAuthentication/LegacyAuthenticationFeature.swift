public import XMLStream
public import XMPPAddress
public import XMPPSASL
public import XMPPStanza

/// Authentication of before SASL, which binds a resource too (XEP-0078). Obsolete: both sides are off unless asked for,
/// and it is for streams of before XMPP 1.0 first of all.
public struct LegacyAuthenticationFeature: StreamFeature, Hashable {
    /// At an initiating entity, whom to authenticate as.
    public struct Account: Hashable, Sendable {
        /// The name, prepared.
        public let username: String
        /// The password.
        public let password: Secret
        /// The resourcepart to have, prepared: there is no stream without one.
        public let resource: String

        /// An account.
        ///
        /// - Throws: `AddressViolation` for what is no localpart or no resourcepart.
        public init(username: String, password: Secret, resource: String) throws(AddressViolation) {
            let jid = try JID(localpart: username, domainpart: "x", resourcepart: resource)
            self.username = jid.localpart ?? ""
            self.password = password
            self.resource = jid.resourcepart ?? ""
        }
    }

    /// At an initiating entity, whom to authenticate as; nil for off.
    public let account: Account?
    /// Whether a receiving entity accepts it.
    public let isServed: Bool
    /// Whether the password itself may be sent, where TLS protects the stream. Never without TLS.
    public var allowsPlain = false
    /// At a receiving entity, whether the hash of the stream's id and the password may be: for that the host has to know
    /// the password.
    public var allowsDigest = true
    /// At a receiving entity, how often a client may try again before the stream ends.
    public var maximumRetries: UInt8 = 2

    /// The feature of a client.
    public init(as account: Account) {
        self.account = account
        isServed = false
    }

    /// The feature of a server. Where it does not serve, it says so to those who ask.
    public init(isServed: Bool) {
        account = nil
        self.isServed = isServed
    }

    public var key: FeatureKey { .legacyAuthentication }

    public var constraints: FeatureConstraints {
        FeatureConstraints(
            .legacyAuthentication, after: FeatureKey.authentications, before: [.bind],
            excludes: FeatureKey.authentications)
    }

    public var requestNamespaces: [NamespaceName]? { [.jabberIqAuth] }

    public func offer(knowing facts: StreamFacts) -> FeatureOffer {
        if !isServed { return .withheld("off") }
        if facts.content != .client { return .withheld("for clients only") }
        if facts.isAuthenticated { return .withheld("the client has authenticated") }
        guard facts.version?.hasFeatures == true else { return .unlisted }
        return .offering { () throws(XMLContentError) in
            try ElementBuilder("auth", in: FeatureKey.legacyAuthentication.namespace).finish()
        }
    }

    public func evaluate(
        _ offer: Element?, in list: StreamFeatures, knowing facts: StreamFacts
    ) -> FeatureEvaluation {
        if account == nil { return .skipped("off") }
        if facts.content != .client { return .skipped("for clients only") }
        if facts.isAuthenticated { return .skipped("authenticated already") }
        if FeatureKey.authentications.contains(where: { list.first($0.name, in: $0.namespace) != nil }) {
            return .skipped("there is SASL")
        }
        if offer == nil, facts.version?.hasFeatures == true { return .skipped("not offered") }
        return .negotiate(isMandatory: true, reason: "there is no SASL")
    }

    public func takes(_ element: Element, knowing facts: StreamFacts) -> Bool {
        FeatureRequest.isNegotiation(
            of: .legacyAuthentication, payload: FeatureKey("query", in: "jabber:iq:auth"), element, knowing: facts)
    }

    public func refusal(of element: Element, knowing facts: StreamFacts) -> Element? {
        guard facts.role == .receiving, facts.content == .client, !facts.isAuthenticated, let request = IQ(element)
        else { return nil }
        return FeatureEffect.error(StanzaError(.serviceUnavailable), to: request).sentElement
    }

    /// The machines hold passwords, so no state of theirs is stored.
    public func machine(for role: StreamRole) -> any FeatureMachine {
        switch role {
        case .initiating: InitiatingLegacyAuthentication.idle(self)
        case .receiving: ReceivingLegacyAuthentication.offered(self, failures: 0)
        }
    }
}

extension FeatureKey {
    /// Authentication of before SASL.
    static let legacyAuthentication = FeatureKey("auth", in: "http://jabber.org/features/iq-auth")
}

extension Authentication {
    /// What authenticated by a jabber:iq:auth is.
    static func legacy(_ address: JID?) -> Authentication {
        Authentication(mechanism: "jabber:iq:auth", address: address)
    }
}
