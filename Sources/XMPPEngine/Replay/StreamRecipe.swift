public import CryptoSeam
public import XMPPAddress
public import XMPPNegotiation
public import XMPPSASL

/// How one of the usual streams is made: what a log says at its beginning, so that the stream can be made again.
///
/// It holds passwords where the stream does; so does the log. Features and exchanges of a host's own, other limits than
/// the usual ones and other features than those of the kind are no part of it: a log of such a stream says that the setup
/// is the host's own, and the host makes it again.
public struct StreamRecipe: Hashable, Sendable {
    /// Which of the usual streams.
    public enum Kind: Hashable, Sendable {
        /// `StreamConfiguration.client(_:account:sasl:crypto:)`
        case client(JID, SASLAccount, SASLPolicy)
        /// `StreamConfiguration.server(of:sasl:crypto:)`
        case serverOfClients([JID], SASLReceivingConfiguration)
        /// `StreamConfiguration.server(_:calling:crypto:)`
        case serverCalling(JID, from: JID)
        /// `StreamConfiguration.server(of:calledByServers:crypto:)`
        case serverOfServers([JID], SASLReceivingConfiguration)
        /// `StreamConfiguration.component(_:secret:crypto:)`
        case component(JID, secret: Secret)
        /// `StreamConfiguration.server(ofComponents:verifyingBy:crypto:)`
        case serverOfComponents([JID], ComponentHandshakeFeature.Verification)
    }

    /// Which.
    public let kind: Kind
    /// See `NegotiationPolicy`; components have it off.
    public var requiresTLS: Bool
    /// See `NegotiationPolicy`.
    public var asksAboutRefusedCertificates = false
    /// See `StreamConfiguration`.
    public var injectedBytes = StreamConfiguration.InjectedBytes.fatal
    /// See `StreamConfiguration`.
    public var deliversNonzas = false
    /// See `StreamConfiguration`; nil for what is usual for the kind.
    public var tracksRequests: Bool?
    /// See `StreamConfiguration`.
    public var goneDomains: [JID] = []
    /// See `StreamConfiguration`.
    public var languages = ["en"]
    /// What is put up with in headers.
    public var headerRules = HeaderRules()
    /// See `StreamConfiguration`.
    public var redirectCount = 0
    /// See `StreamConfiguration`.
    public var maximumRedirects = 3
    /// How long it waits.
    public var deadlines = StreamDeadlines()

    /// A recipe without changes to what is usual.
    public init(_ kind: Kind) {
        self.kind = kind
        switch kind {
        case .component, .serverOfComponents: requiresTLS = false
        case .client, .serverOfClients, .serverCalling, .serverOfServers: requiresTLS = true
        }
    }

    /// The configuration that it stands for.
    public func configuration(crypto: any CryptoProvider.Type) -> StreamConfiguration {
        var configuration: StreamConfiguration =
            switch kind {
            case .client(let address, let account, let policy):
                .client(address, account: account, sasl: policy, crypto: crypto)
            case .serverOfClients(let domains, let sasl): .server(of: domains, sasl: sasl, crypto: crypto)
            case .serverCalling(let other, from: let own): .server(own, calling: other, crypto: crypto)
            case .serverOfServers(let domains, let sasl):
                .server(of: domains, calledByServers: sasl, crypto: crypto)
            case .component(let domain, let secret): .component(domain, secret: secret, crypto: crypto)
            case .serverOfComponents(let domains, let verification):
                .server(ofComponents: domains, verifyingBy: verification, crypto: crypto)
            }
        configuration.policy.requiresTLS = requiresTLS
        configuration.policy.asksAboutRefusedCertificates = asksAboutRefusedCertificates
        configuration.injectedBytes = injectedBytes
        configuration.deliversNonzas = deliversNonzas
        if let tracksRequests { configuration.tracksRequests = tracksRequests }
        configuration.goneDomains = goneDomains
        configuration.languages = languages
        configuration.headerRules = headerRules
        configuration.redirectCount = redirectCount
        configuration.maximumRedirects = maximumRedirects
        configuration.deadlines = deadlines
        return configuration
    }
}
