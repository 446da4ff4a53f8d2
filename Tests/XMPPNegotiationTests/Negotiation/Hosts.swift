import FuzzSupport
import XMPPAddress
import XMPPNegotiation
import XMPPSASL

/// The hosts of both sides, who answer at once: from a table of accounts, and from what a person types.
struct Hosts {
    /// Names and passwords at the receiving entity.
    var accounts = ["juliet": "r0m30myr0m30", "romeo": "jul13t"]
    /// What the person at the initiating entity types, one after the other; the last again and again.
    var typed = ["r0m30myr0m30"]
    /// Who may act as whom, besides everybody as himself.
    var delegates: [String: String] = [:]
    /// Whether the receiving entity's store can be reached.
    var isStoreAvailable = true
    private var number: UInt8 = 0

    static func key(_ password: String, _ derivation: SCRAMDerivation) -> Secret {
        Secret(
            ToyCryptoProvider.derivedKey(
                password: Array(password.utf8), salt: derivation.salt, iterations: derivation.iterations,
                with: derivation.algorithm))
    }

    /// What the host of the initiating entity says.
    mutating func initiatingAnswer(to question: HostQuestion) -> HostAnswer {
        guard case .authentication(let question) = question else { return .unavailable }
        switch question {
        case .randomBytes(let count): return .authentication(.randomBytes(random(count)))
        case .derivedKey(let derivation):
            let password = typed.count > 1 ? typed.removeFirst() : typed.first ?? ""
            return .authentication(.derivedKey(Hosts.key(password, derivation)))
        case .digestKey(let key):
            return .authentication(
                .digestKey(key.key(password: Secret(typed.first ?? ""), using: ToyCryptoProvider.self)))
        default: return .unavailable
        }
    }

    /// What the host of the receiving entity says.
    mutating func receivingAnswer(to question: HostQuestion) -> HostAnswer {
        guard case .authentication(let question) = question else { return .unavailable }
        guard isStoreAvailable else { return .unavailable }
        switch question {
        case .randomBytes(let count): return .authentication(.randomBytes(random(count)))
        case .credentials(of: let identity, for: let algorithm):
            let derivation = SCRAMDerivation(algorithm: algorithm, salt: Array(1...16), iterations: 4096)
            return .authentication(
                .credentials(
                    accounts[identity.username].map { password in
                        SCRAMCredentials(
                            derivation: derivation, derivedKey: Hosts.key(password, derivation),
                            using: ToyCryptoProvider.self)
                    }))
        case .digestKey(let key):
            return .authentication(
                .digestKey(
                    accounts[key.username].flatMap {
                        key.key(password: Secret($0), using: ToyCryptoProvider.self)
                    }))
        case .verdict(on: .password(let identity, let password)):
            let isRight = accounts[identity.username].map { Secret($0) == password } == true
            return verdict(isRight ? identity.username : nil)
        case .verdict(on: .transport(authorizationIdentity: let text)):
            // Whom a certificate proves is the machine's to say; which accounts there are is the host's.
            let name = text.flatMap { JID($0) }?.localpart
            return verdict(name.flatMap { accounts[$0] == nil ? nil : $0 } ?? (text == nil ? "juliet" : nil))
        case .verdict(on: .anonymous): return verdict("guest")
        case .authorization(of: let identity):
            return .authentication(.authorization(delegates[identity.username] == identity.authorizationIdentity))
        default: return .unavailable
        }
    }

    private func verdict(_ name: String?) -> HostAnswer {
        .authentication(.verdict(name.map { .accepted(username: $0) } ?? .refused(.notAuthorized)))
    }

    /// Bytes that are others each time.
    private mutating func random(_ count: Int) -> Secret {
        number &+= 1
        return Secret((0..<count).map { UInt8(truncatingIfNeeded: $0) &* 7 &+ number })
    }
}
