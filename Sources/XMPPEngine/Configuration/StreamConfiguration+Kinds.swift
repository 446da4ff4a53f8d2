public import CryptoSeam
public import XMPPAddress
public import XMPPNegotiation
public import XMPPSASL

/// The usual streams, with the features that they are usually negotiated with. Each can be changed before it is used.
extension StreamConfiguration {
    /// A client's stream to its server.
    ///
    /// - Parameters:
    ///   - address: The client's address; its domain is called, its resource, if it has one, asked for.
    ///   - account: What there is to authenticate with; `SASLAccount(of:password:)`.
    ///   - sasl: Which mechanisms are agreed to.
    public static func client(
        _ address: JID, account: SASLAccount, sasl: SASLPolicy = SASLPolicy(), crypto: any CryptoProvider.Type
    ) -> StreamConfiguration {
        var configuration = StreamConfiguration(
            role: .initiating, content: .client, policy: NegotiationPolicy(goal: .bound), crypto: crypto)
        configuration.domain = address.domain
        configuration.address = address.bare
        configuration.features = [
            StartTLSFeature(), SASLFeature(SASLInitiatingConfiguration(account, policy: sasl)),
            ChannelBindingTypesFeature(), ResourceBindingFeature(asking: address.resourcepart), SessionFeature(),
            StreamLimitsFeature(), InformationalFeature.rosterVersioning(),
            InformationalFeature.subscriptionPreApproval(),
        ]
        return configuration
    }

    /// A server's stream from a client.
    ///
    /// - Parameters:
    ///   - domains: The domains that are served, the default first.
    ///   - sasl: What clients authenticate with.
    public static func server(
        of domains: [JID], sasl: SASLReceivingConfiguration, crypto: any CryptoProvider.Type
    ) -> StreamConfiguration {
        var configuration = StreamConfiguration(
            role: .receiving, content: .client, policy: NegotiationPolicy(goal: .bound), crypto: crypto)
        configuration.servedDomains = domains
        configuration.features = [
            StartTLSFeature(), SASLFeature(sasl), ChannelBindingTypesFeature(sasl), ResourceBindingFeature(),
            SessionFeature(),
        ]
        return configuration
    }

    /// A server's stream to another server, which it proves itself to by its certificate (EXTERNAL).
    public static func server(
        _ domain: JID, calling other: JID, crypto: any CryptoProvider.Type
    ) -> StreamConfiguration {
        var configuration = StreamConfiguration(
            role: .initiating, content: .server, policy: NegotiationPolicy(goal: .authenticated), crypto: crypto)
        configuration.domain = other
        configuration.address = domain
        var account = SASLAccount(username: "", domain: other.domainpart)
        account.authorizationIdentity = domain.description
        account.hasCertificate = true
        configuration.features = [
            StartTLSFeature(), SASLFeature(SASLInitiatingConfiguration(account)), StreamLimitsFeature(),
        ]
        return configuration
    }

    /// A server's stream from another server, which proves itself by its certificate (EXTERNAL).
    public static func server(
        of domains: [JID], calledByServers sasl: SASLReceivingConfiguration, crypto: any CryptoProvider.Type
    ) -> StreamConfiguration {
        var configuration = StreamConfiguration(
            role: .receiving, content: .server, policy: NegotiationPolicy(goal: .authenticated), crypto: crypto)
        configuration.servedDomains = domains
        configuration.features = [StartTLSFeature(), SASLFeature(sasl)]
        return configuration
    }

    /// A component's stream to its server (XEP-0114). The protocol has no TLS of its own: it is for links that are safe.
    public static func component(
        _ domain: JID, secret: Secret, crypto: any CryptoProvider.Type
    ) -> StreamConfiguration {
        var configuration = StreamConfiguration(
            role: .initiating, content: .component,
            policy: NegotiationPolicy(goal: .authenticated, requiresTLS: false), crypto: crypto)
        configuration.domain = domain
        configuration.features = [ComponentHandshakeFeature(secret: secret)]
        return configuration
    }

    /// A server's stream from a component (XEP-0114).
    public static func server(
        ofComponents domains: [JID], verifyingBy verification: ComponentHandshakeFeature.Verification,
        crypto: any CryptoProvider.Type
    ) -> StreamConfiguration {
        var configuration = StreamConfiguration(
            role: .receiving, content: .component,
            policy: NegotiationPolicy(goal: .authenticated, requiresTLS: false), crypto: crypto)
        configuration.servedDomains = domains
        configuration.features = [ComponentHandshakeFeature(verifyingBy: verification)]
        return configuration
    }
}

extension ResourceBindingFeature {
    /// Binding that asks for a resourcepart that is one already.
    fileprivate init(asking resource: String?) {
        self.init()
        if let resource, let asking = try? ResourceBindingFeature(resource: resource) { self = asking }
    }
}
