import FuzzSupport
import Testing
import XMPPAddress
import XMPPEngine
import XMPPNegotiation
import XMPPSASL
import XMPPTestKit

/// What the first line of a conversation means: Tests/Corpora/conversations/README.md lists the words.
struct ConversationSetting {
    var configuration: StreamConfiguration
    var host: AccountHost

    init(_ words: [String]) throws {
        host = ClientAndServer.host(seed: 1)
        host.ownPassword = Secret("r0m30")
        host.passwords = ["juliet": Secret("r0m30")]
        configuration = try Self.configuration(of: words.first ?? "")
        host.tls = TLSFacts(.tls13, peer: .presented(Self.certificate(of: words.first ?? "")))
        for word in words.dropFirst() { try take(word) }
    }

    private static func configuration(of kind: String) throws -> StreamConfiguration {
        let juliet = try #require(JID("juliet@example.com"))
        let domain = juliet.domain
        let peer = try #require(JID("example.net"))
        let component = try #require(JID("chat.example.com"))
        let crypto = ToyCryptoProvider.self
        let decoy = SASLServerPolicy.Configuration(domain: "example.com", decoySecret: Secret("0123456789abcdef"))
        func sasl(_ mechanisms: SASLMechanism...) -> SASLReceivingConfiguration {
            SASLReceivingConfiguration(SASLServerPolicy(mechanisms: mechanisms), decoy)
        }
        switch kind {
        case "client":
            return .client(juliet, account: SASLAccount(of: juliet, password: .known(Secret("r0m30"))), crypto: crypto)
        case "server": return .server(of: [domain], sasl: sasl(.plain), crypto: crypto)
        case "s2s-initiating": return .server(domain, calling: peer, crypto: crypto)
        case "s2s-receiving": return .server(of: [domain], calledByServers: sasl(.external), crypto: crypto)
        case "component": return .component(component, secret: Secret("s3cr3t"), crypto: crypto)
        case "component-server":
            return .server(ofComponents: [component], verifyingBy: .secret(Secret("s3cr3t")), crypto: crypto)
        default: throw Unknown(word: kind)
        }
    }

    private static func certificate(of kind: String) -> PresentedCertificate {
        let name = kind.hasPrefix("s2s") ? "example.net" : "example.com"
        return PresentedCertificate(trust: .trusted, dnsNames: [name])
    }

    private mutating func take(_ word: String) throws {
        let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
        switch (parts.first, parts.dropFirst().first) {
        case ("tls", "optional"):
            configuration.policy.requiresTLS = false
            replace(StartTLSFeature(isRequired: false))
        case ("tls", "required"): break
        case ("tls", "unavailable"): replace(StartTLSFeature(isAvailable: false))
        case ("tls", "none"):
            configuration.policy.requiresTLS = false
            configuration.features.removeAll { $0.key == StartTLSFeature.key }
        case ("certificate", let name?):
            host.tls = TLSFacts(
                .tls13, peer: .presented(PresentedCertificate(trust: .trusted, dnsNames: [name])))
        case ("certificates", "asked"):
            configuration.policy.asksAboutRefusedCertificates = true
            host.leavesOpen = { if case .certificate = $0 { true } else { false } }
        case ("binding", "asked"): host.leavesOpen = { if case .resource = $0 { true } else { false } }
        case ("injected", "handed-back"): configuration.injectedBytes = .handedBack
        case ("prefix", "strict"): configuration.headerRules.acceptsAnyPrefix = false
        case ("declarations", "strict"): configuration.headerRules.acceptsForeignDeclarations = false
        case ("gone", let domain?): configuration.goneDomains = [JID(domain)].compactMap { $0 }
        case ("redirects", let count?): configuration.redirectCount = Int(count) ?? 0
        case ("keepalive", let seconds?): configuration.deadlines.keepalive = .seconds(Int(seconds) ?? 0)
        case ("silence", let seconds?): configuration.deadlines.silence = .seconds(Int(seconds) ?? 0)
        case ("nonzas", "delivered"): configuration.deliversNonzas = true
        case ("tcp", nil): break
        default: throw Unknown(word: word)
        }
    }

    private mutating func replace(_ feature: some StreamFeature) {
        configuration.features.removeAll { $0.key == feature.key }
        configuration.features.append(feature)
    }

    /// A word that means nothing.
    struct Unknown: Error {
        let word: String
    }
}
