import XMLStream
import XMPPAddress
import XMPPNegotiation
import XMPPSASL
import XMPPStanza

/// Between whom a negotiation is, and what both have configured.
struct NegotiationScene: Sendable {
    var content = ContentNamespace.client
    var domain = JID("example.com")
    var from = JID("juliet@example.com")
    var hosts = Hosts()
    var account = SASLAccount(username: "juliet", domain: "example.com", password: .derivedKeysOnly)
    var policy = SASLPolicy()
    var maximumAttempts = 3
    var serverPolicy = SASLServerPolicy()
    var maximumRetries = 3
    var initiatingRequiresTLS = true
    var receivingRequiresTLS = true
    /// Whether the receiving entity has TLS at hand.
    var isTLSAvailable = true
    /// The names in the certificate that the receiving entity shows.
    var serverNames = ["example.com"]
    /// The certificate that the initiating entity shows; nil where it shows none.
    var clientCertificate: PresentedCertificate?
    var bindings = [ChannelBinding(.tlsExporter, data: Array(1...32))]
    var meddling: NegotiationPair.Meddling = { [$1] }

    /// What is usual, with something changed.
    static func with(_ change: (inout NegotiationScene) -> Void) -> NegotiationScene {
        var scene = NegotiationScene()
        change(&scene)
        return scene
    }

    var initiatingFeatures: [any StreamFeature] {
        var configuration = SASLInitiatingConfiguration(account, policy: policy)
        configuration.maximumAttempts = maximumAttempts
        return [
            SASLFeature(configuration), StartTLSFeature(isRequired: initiatingRequiresTLS),
            ChannelBindingTypesFeature(),
        ]
    }

    var receivingFeatures: [any StreamFeature] {
        var configuration = SASLReceivingConfiguration(
            serverPolicy, .init(domain: "example.com", decoySecret: Secret("0123456789abcdef")))
        configuration.maximumRetries = maximumRetries
        return [
            ChannelBindingTypesFeature(configuration), SASLFeature(configuration),
            StartTLSFeature(isRequired: receivingRequiresTLS, isAvailable: isTLSAvailable),
        ]
    }

    var initiatingTLS: TLSFacts {
        TLSFacts(
            .tls13, peer: .presented(PresentedCertificate(trust: .trusted, dnsNames: serverNames)),
            bindings: bindings.compactMap(\.self))
    }

    var receivingTLS: TLSFacts {
        TLSFacts(
            .tls13, peer: clientCertificate.map { .presented($0) } ?? .none, bindings: bindings.compactMap(\.self))
    }
}
