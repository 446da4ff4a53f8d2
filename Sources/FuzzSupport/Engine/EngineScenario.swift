import CryptoSeam
import XMPPAddress
import XMPPEngine
import XMPPNegotiation
import XMPPSASL
import XMPPTestKit

/// Which side of which stream is under test, and what it agrees to.
struct EngineScenario {
    /// Between whom the stream is.
    enum Kind: Int, CaseIterable {
        case client, servers, component
    }

    let kind: Kind
    let isInitiatingTested: Bool
    let requiresTLS: Bool
    let hasDirectTLS: Bool
    let handsBack: Bool
    let password: String

    init(_ program: inout FuzzProgram) {
        kind = Kind(rawValue: program.next(below: 3)) ?? .client
        let options = program.next()
        isInitiatingTested = options & 1 == 0
        requiresTLS = options & 2 == 0
        hasDirectTLS = options & 12 == 12
        handsBack = options & 16 != 0
        password = options & 32 == 0 ? "r0m30" : "other"
    }

    private var sasl: SASLReceivingConfiguration {
        var policy = SASLServerPolicy(mechanisms: SASLMechanism.current)
        policy.minimumStrength = .nothing
        return SASLReceivingConfiguration(
            policy, SASLServerPolicy.Configuration(domain: "example.com", decoySecret: Secret("0123456789abcdef")))
    }

    /// Both sides, the initiating one first; nil only if our own addresses were none.
    func setups() -> (initiating: StreamSetup, receiving: StreamSetup)? {
        guard let juliet = JID("juliet@example.com/balcony"), let domain = JID("example.com"),
            let other = JID("example.net"), let bot = JID("bot.example.com")
        else { return nil }
        let crypto = ToyCryptoProvider.self
        var initiating: StreamConfiguration
        var receiving: StreamConfiguration
        switch kind {
        case .client:
            let account = SASLAccount(of: juliet, password: .known(Secret(password)))
            initiating = .client(juliet, account: account, crypto: crypto)
            receiving = .server(of: [domain], sasl: sasl, crypto: crypto)
            receiving.features += [RegistrationFeature(isServed: true), LegacyAuthenticationFeature(isServed: true)]
        case .servers:
            initiating = .server(other, calling: domain, crypto: crypto)
            receiving = .server(of: [domain], calledByServers: sasl, crypto: crypto)
        case .component:
            initiating = .component(bot, secret: Secret(password), crypto: crypto)
            receiving = .server(ofComponents: [bot], verifyingBy: .secret(Secret("r0m30")), crypto: crypto)
        }
        if kind != .component {
            initiating.policy.requiresTLS = requiresTLS
            receiving.policy.requiresTLS = requiresTLS
        }
        initiating.injectedBytes = handsBack ? .handedBack : .fatal
        receiving.injectedBytes = initiating.injectedBytes
        initiating.deadlines.keepalive = .seconds(60)
        initiating.deadlines.silence = .seconds(120)
        do {
            return (try StreamSetup(initiating), try StreamSetup(receiving))
        } catch {
            return nil
        }
    }

    /// What the sides know of their channel.
    func tls(for role: StreamRole, isTrusted: Bool = true) -> TLSFacts {
        let binding = ChannelBinding(.tlsExporter, data: Array(repeating: 7, count: 32))
        let certificate = PresentedCertificate(
            trust: isTrusted ? .trusted : .unknownIssuer,
            dnsNames: [role == .initiating ? "example.com" : "example.net"])
        return TLSFacts(.tls13, peer: .presented(certificate), bindings: [binding].compactMap { $0 })
    }

    /// The host of a side: it knows its own password, or its users'.
    func host(of role: StreamRole) -> AccountHost {
        var host = AccountHost(seed: role == .initiating ? 1 : 2, crypto: ToyCryptoProvider.self) {
            password, derivation in
            Secret(
                ToyCryptoProvider.derivedKey(
                    password: password.exposed, salt: derivation.salt, iterations: derivation.iterations,
                    with: derivation.algorithm))
        }
        switch role {
        case .initiating: host.ownPassword = Secret(password)
        case .receiving: host.passwords = ["juliet": Secret("r0m30")]
        }
        host.tls = tls(for: role)
        return host
    }
}
