import FuzzSupport
import Testing
import XMPPAddress
import XMPPEngine
import XMPPNegotiation
import XMPPSASL
import XMPPTestKit

/// Two configurations that fit each other, with hosts: what the walks begin with.
struct Scenario: Sendable, CustomTestStringConvertible {
    let name: String
    var initiating: StreamConfiguration
    var receiving: StreamConfiguration
    /// The initiating entity's certificate, as the receiving one sees it.
    var clientCertificate: TLSFacts.PeerIdentity = .none
    var takenResources: Set<String> = []

    var testDescription: String { name }
    /// What the walk of both sides is called in the table of walks.
    var world: String { "pair: \(name)" }

    static let domain = "example.com"
    static let password = Secret("r0m30")

    /// SCRAM without channel binding, which the toy channel has none for.
    static let scram = SASLMechanism.current.filter { $0.name == .scramSHA256 }

    /// A client and its server, with these mechanisms.
    static func client(_ name: String, _ mechanisms: [SASLMechanism], isBound: Bool = false) throws -> Scenario {
        let address = try #require(JID("juliet@example.com/balcony"))
        let other = try #require(JID("example.edu"))
        var policy = SASLPolicy()
        policy.mechanisms = mechanisms
        policy.toleratesNoCommonBinding = true
        var sasl = SASLReceivingConfiguration(
            SASLServerPolicy(mechanisms: mechanisms),
            SASLServerPolicy.Configuration(domain: domain, decoySecret: Secret("0123456789abcdef")))
        // As few as there can be: one more attempt is like the one before.
        sasl.maximumRetries = 2
        return Scenario(
            name: name,
            initiating: .client(
                address, account: SASLAccount(of: address, password: .known(password)), sasl: policy,
                crypto: ToyCryptoProvider.self),
            receiving: binding(.server(of: [address.domain, other], sasl: sasl, crypto: ToyCryptoProvider.self)))
    }

    private static func binding(_ configuration: StreamConfiguration) -> StreamConfiguration {
        var copy = configuration
        var binding = ResourceBindingFeature()
        binding.maximumRetries = 1
        copy.features = copy.features.filter { $0.key != binding.key } + [binding]
        return copy
    }

    /// Two servers.
    static func servers(_ name: String) throws -> Scenario {
        let caller = try #require(JID("example.net"))
        let called = try #require(JID(domain))
        let sasl = SASLReceivingConfiguration(
            SASLServerPolicy(mechanisms: [.external]),
            SASLServerPolicy.Configuration(domain: domain, decoySecret: Secret("0123456789abcdef")))
        return Scenario(
            name: name, initiating: .server(caller, calling: called, crypto: ToyCryptoProvider.self),
            receiving: .server(of: [called], calledByServers: sasl, crypto: ToyCryptoProvider.self),
            clientCertificate: .presented(PresentedCertificate(trust: .trusted, dnsNames: ["example.net"])))
    }

    /// A component and its server.
    static func component(
        _ name: String, by verification: ComponentHandshakeFeature.Verification
    ) throws -> Scenario {
        let domain = try #require(JID("plays.example.com"))
        return Scenario(
            name: name,
            initiating: .component(domain, secret: password, crypto: ToyCryptoProvider.self),
            receiving: .server(ofComponents: [domain], verifyingBy: verification, crypto: ToyCryptoProvider.self))
    }

    /// The same without TLS, or with TLS as somebody likes.
    func withTLS(initiating: StartTLSFeature?, receiving: StartTLSFeature?, isRequired: Bool) -> Scenario {
        var copy = self
        copy.initiating.policy.requiresTLS = isRequired
        copy.receiving.policy.requiresTLS = isRequired
        copy.initiating.features = Self.replacingTLS(in: copy.initiating.features, by: initiating)
        copy.receiving.features = Self.replacingTLS(in: copy.receiving.features, by: receiving)
        return copy
    }

    private static func replacingTLS(
        in features: [any StreamFeature], by tls: StartTLSFeature?
    ) -> [any StreamFeature] {
        features.filter { $0.key != StartTLSFeature.key } + (tls.map { [$0] } ?? [])
    }

    // MARK: Hosts

    var initiatingHost: AccountHost {
        var host = Self.host(seed: 1)
        host.ownPassword = Self.password
        host.tls = TLSFacts(.tls13, peer: .presented(Self.serverCertificate))
        return host
    }

    var receivingHost: AccountHost {
        var host = Self.host(seed: 2)
        host.passwords = ["juliet": Self.password]
        host.takenResources = takenResources
        host.tls = TLSFacts(.tls13, peer: clientCertificate)
        return host
    }

    static let serverCertificate = PresentedCertificate(trust: .trusted, dnsNames: [domain])

    private static func host(seed: UInt64) -> AccountHost {
        AccountHost(seed: seed, crypto: ToyCryptoProvider.self) { password, derivation in
            Secret(
                ToyCryptoProvider.derivedKey(
                    password: password.exposed, salt: derivation.salt, iterations: derivation.iterations,
                    with: derivation.algorithm))
        }
    }

    /// Both sides, to be walked.
    func pair(mishaps: PairWorld.Mishaps = .all) throws -> PairWorld {
        PairWorld(
            try StreamSetup(initiating), initiatingHost, try StreamSetup(receiving), receivingHost, mishaps: mishaps)
    }
}
