import XMPPNegotiation
import XMPPSASL

/// What both sides authenticate with, in fields.
extension LogRecord {
    // MARK: Initiating entities

    mutating func add(_ account: SASLAccount) {
        add("username", account.username)
        add("account-domain", account.domain)
        if let realm = account.realm { add("realm", realm) }
        if let authzid = account.authorizationIdentity { add("authorization", authzid) }
        switch account.password {
        case .none: break
        case .derivedKeysOnly: add("derived-keys-only", true)
        case .known(let password): add("password", password.exposed, isSecret: true)
        }
        if account.hasCertificate { add("certificate", true) }
        if let token = account.bearerToken { add("bearer-token", token.exposed, isSecret: true) }
        if let token = account.token { add(token, as: "fast") }
        if account.isAnonymous { add("anonymous", true) }
    }

    mutating func requireAccount() throws(LogViolation.Fault) -> SASLAccount {
        var account = SASLAccount(username: try requireText("username"), domain: try requireText("account-domain"))
        account.realm = try takeText("realm")
        account.authorizationIdentity = try takeText("authorization")
        if try takeFlag("derived-keys-only") == true { account.password = .derivedKeysOnly }
        if let password = take("password") { account.password = .known(Secret(password)) }
        account.hasCertificate = try takeFlag("certificate") ?? false
        account.bearerToken = take("bearer-token").map { Secret($0) }
        account.token = try takeToken("fast")
        account.isAnonymous = try takeFlag("anonymous") ?? false
        return account
    }

    mutating func add(_ policy: SASLPolicy) {
        add(policy.mechanisms)
        add("minimum-strength", policy.minimumStrength.rawValue)
        add("channel-binding", "\(policy.channelBinding)")
        add("requires-confirmed-offer", policy.requiresConfirmedOffer)
        add("tolerates-no-common-binding", policy.toleratesNoCommonBinding)
        add("least-iterations", policy.iterations.lowerBound)
        add("most-iterations", policy.iterations.upperBound)
        add("requires-verified-tls", policy.requiresVerifiedTLS)
        if let strength = policy.rememberedStrength { add("remembered-strength", strength.rawValue) }
    }

    mutating func takePolicy() throws(LogViolation.Fault) -> SASLPolicy {
        var policy = SASLPolicy()
        policy.mechanisms = try takeMechanisms()
        policy.minimumStrength = try takeStrength("minimum-strength") ?? policy.minimumStrength
        let uses = SASLPolicy.ChannelBindingUse.allCases
        policy.channelBinding = try take("channel-binding", logged(uses)) ?? policy.channelBinding
        policy.requiresConfirmedOffer = try takeFlag("requires-confirmed-offer") ?? false
        policy.toleratesNoCommonBinding = try takeFlag("tolerates-no-common-binding") ?? false
        let least = try take("least-iterations") { Int($0) } ?? policy.iterations.lowerBound
        let most = try take("most-iterations") { Int($0) } ?? policy.iterations.upperBound
        if least > most { throw .value("least-iterations") }
        policy.iterations = least...most
        policy.requiresVerifiedTLS = try takeFlag("requires-verified-tls") ?? false
        policy.rememberedStrength = try takeStrength("remembered-strength")
        return policy
    }

    // MARK: Receiving entities

    mutating func add(_ sasl: SASLReceivingConfiguration) {
        add(sasl.policy.mechanisms)
        add("minimum-strength", sasl.policy.minimumStrength.rawValue)
        add("requires-channel-binding", sasl.policy.requiresChannelBinding)
        add("realm", sasl.exchange.domain)
        add("decoy-secret", sasl.exchange.decoySecret.exposed, isSecret: true)
        add("decoy-iterations", sasl.exchange.decoyIterations)
        add("decoy-salt-bytes", sasl.exchange.decoySaltByteCount)
        add("maximum-retries", sasl.maximumRetries)
    }

    mutating func requireReceiving() throws(LogViolation.Fault) -> SASLReceivingConfiguration {
        var policy = SASLServerPolicy(mechanisms: try takeMechanisms())
        policy.minimumStrength = try takeStrength("minimum-strength") ?? policy.minimumStrength
        policy.requiresChannelBinding = try takeFlag("requires-channel-binding") ?? false
        var exchange = SASLServerPolicy.Configuration(
            domain: try requireText("realm"), decoySecret: Secret(try require("decoy-secret")))
        exchange.decoyIterations = try take("decoy-iterations") { Int($0) } ?? exchange.decoyIterations
        exchange.decoySaltByteCount = try take("decoy-salt-bytes") { Int($0) } ?? exchange.decoySaltByteCount
        var sasl = SASLReceivingConfiguration(policy, exchange)
        sasl.maximumRetries = try take("maximum-retries") { Int($0) } ?? sasl.maximumRetries
        return sasl
    }

    // MARK: Both

    private mutating func add(_ mechanisms: [SASLMechanism]) {
        for mechanism in mechanisms { add("mechanism", "\(mechanism.name)") }
    }

    /// Mechanisms of a host's own are not known here.
    private mutating func takeMechanisms() throws(LogViolation.Fault) -> [SASLMechanism] {
        let known = SASLMechanism.current + SASLMechanism.historic
        var mechanisms: [SASLMechanism] = []
        for text in try takeTexts("mechanism") {
            guard let mechanism = known.first(where: { "\($0.name)" == text }) else { throw .value("mechanism") }
            mechanisms.append(mechanism)
        }
        return mechanisms
    }

    private mutating func takeStrength(_ name: String) throws(LogViolation.Fault) -> SASLStrength? {
        try take(name) { SASLStrength(rawValue: $0) }
    }
}
