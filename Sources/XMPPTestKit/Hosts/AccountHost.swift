public import CryptoSeam
import XMPPAddress
public import XMPPNegotiation
public import XMPPSASL
import XMPPStanza

/// A host with a table of accounts, a certificate to show, and entropy that is the same in each run.
public struct AccountHost: StreamHost {
    /// How a key is derived from a password: salt, rounds, hash.
    public typealias Derivation = (Secret, SCRAMDerivation) -> Secret

    /// At a receiving entity, the passwords of its users.
    public var passwords: [String: Secret] = [:]
    /// At an initiating entity, its own password.
    public var ownPassword: Secret?
    /// What TLS tells once the handshake is complete; nil: it fails.
    public var tls: TLSFacts?
    /// Which resources are taken.
    public var takenResources: Set<String> = []
    /// Questions that are left open.
    public var leavesOpen: @Sendable (HostQuestion) -> Bool = { _ in false }
    /// All that it was asked, in order.
    public private(set) var asked: [HostQuestion] = []

    private var entropy: FixedEntropy
    private let crypto: any CryptoProvider.Type
    private let derive: Derivation
    private let derivation: SCRAMDerivation

    /// A host.
    ///
    /// - Parameters:
    ///   - seed: What its entropy is made of.
    ///   - derive: How keys are derived from passwords.
    ///   - iterations: How many rounds the keys of its users have.
    public init(
        seed: UInt64, crypto: any CryptoProvider.Type, iterations: Int = 4096, derive: @escaping Derivation
    ) {
        entropy = FixedEntropy(seed: seed)
        self.crypto = crypto
        self.derive = derive
        derivation = SCRAMDerivation(algorithm: .sha256, salt: Array("salt".utf8), iterations: iterations)
    }

    public mutating func handshake(as role: StreamRole) -> TLSFacts? { tls }

    public mutating func answer(_ question: HostQuestion) -> HostAnswer? {
        asked.append(question)
        if leavesOpen(question) { return nil }
        switch question {
        case .randomBytes(let count): return .randomBytes(Secret(entropy.bytes(count)))
        case .authentication(let question): return .authentication(answer(question))
        case .certificate: return .certificate(isAccepted: false)
        case .resource(let wish): return .resource(bind(wish))
        case .registration: return .registration(.failure(StanzaError(.serviceUnavailable)))
        case .legacyCredentials: return .legacyCredentials(.failure(StanzaError(.notAuthorized)))
        case .custom: return .unavailable
        }
    }

    private mutating func answer(_ question: SASLQuestion) -> SASLAnswer {
        switch question {
        case .randomBytes(let count): return .randomBytes(Secret(entropy.bytes(count)))
        case .derivedKey(let derivation): return ownPassword.map { .derivedKey(derive($0, derivation)) } ?? .unavailable
        case .digestKey: return .digestKey(nil)
        case .password(of: let identity): return .password(passwords[identity.username])
        case .credentials(of: let identity, for: let algorithm):
            return .credentials(passwords[identity.username].map { credentials(for: $0, algorithm) })
        case .tokens: return .tokens(nil, now: 0)
        case .verdict(on: let credentials): return .verdict(judge(credentials))
        case .authorization: return .authorization(false)
        }
    }

    private func credentials(for password: Secret, _ algorithm: HashAlgorithm) -> SCRAMCredentials {
        let derivation = SCRAMDerivation(
            algorithm: algorithm, salt: derivation.salt, iterations: derivation.iterations)
        return SCRAMCredentials(derivation: derivation, derivedKey: derive(password, derivation), using: crypto)
    }

    private func judge(_ credentials: SASLCredentials) -> SASLVerdict {
        switch credentials {
        case .password(let identity, let password):
            passwords[identity.username] == password
                ? .accepted(username: identity.username) : .refused(.notAuthorized)
        case .anonymous: .accepted(username: "anonymous")
        case .transport, .token: .refused(.notAuthorized)
        }
    }

    private mutating func bind(_ wish: ResourceWish) -> Result<JID, StanzaError> {
        guard let account = wish.account else { return .failure(StanzaError(.notAllowed)) }
        let name = wish.resource ?? "resource-\(entropy.bytes(2).map { String($0) }.joined(separator: "-"))"
        if takenResources.contains(name) { return .failure(StanzaError(.conflict)) }
        do throws(AddressViolation) {
            return .success(try account.with(resourcepart: name))
        } catch {
            return .failure(StanzaError(.jidMalformed))
        }
    }
}
