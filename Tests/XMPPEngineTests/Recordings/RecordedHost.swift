import CryptoSeam
import Synchronization
import XMPPAddress
import XMPPCrypto
import XMPPNegotiation
import XMPPSASL
import XMPPStanza
import XMPPTestKit

/// A host that knows what was known then: the passwords, the salt and the rounds, the resource, the ids.
struct RecordedHost: StreamHost {
    let recording: Recording
    /// What entropy there is; nothing that was recorded depends on it.
    private var entropy = FixedEntropy(seed: 1)
    /// The questions about streams, accounts and addresses that were asked.
    private(set) var asked: [HostQuestion] = []

    init(_ recording: Recording) { self.recording = recording }

    func handshake(as role: StreamRole) -> TLSFacts? {
        role == .initiating ? recording.factsForInitiating : recording.factsForReceiving
    }

    mutating func answer(_ question: HostQuestion) -> HostAnswer? {
        asked.append(question)
        switch question {
        case .randomBytes(let count): return .randomBytes(Secret(entropy.bytes(count)))
        case .authentication(let question): return .authentication(answer(question))
        case .certificate: return .certificate(isAccepted: false)
        case .resource(let wish): return .resource(bind(wish))
        case .registration(.fields):
            return .registration(.success(RegistrationFields(["username", "password"].map { .init($0) })))
        case .registration(.register(let fields)):
            let name =
                fields.fields.first { $0.name == "username" }
                .map { String(decoding: $0.value.exposed, as: UTF8.self) } ?? ""
            return .registration(
                name.hasPrefix("new") ? .success(RegistrationFields([])) : .failure(StanzaError(.conflict)))
        case .legacyCredentials(let credentials): return .legacyCredentials(judge(credentials))
        case .custom: return .unavailable
        }
    }

    // MARK: SASL

    private mutating func answer(_ question: SASLQuestion) -> SASLAnswer {
        switch question {
        case .randomBytes(let count): .randomBytes(Secret(entropy.bytes(count)))
        case .derivedKey(let derivation):
            key(of: recording.username, derivation).map { .derivedKey($0) } ?? .unavailable
        case .digestKey(let key):
            .digestKey(password(of: key.username).flatMap { key.key(password: $0, using: crypto) })
        case .password(of: let identity): .password(password(of: identity.username))
        case .credentials(of: let identity, for: let algorithm):
            .credentials(credentials(of: identity.username, algorithm))
        case .tokens: .tokens(nil, now: 0)
        case .verdict(on: let credentials): .verdict(judge(credentials))
        case .authorization: .authorization(false)
        }
    }

    /// With the salt and the rounds that the server named.
    private func credentials(of username: String, _ algorithm: HashAlgorithm) -> SCRAMCredentials? {
        let challenge = recording.scramChallenge
        let derivation = SCRAMDerivation(
            algorithm: algorithm, salt: challenge?.salt ?? Array("salt".utf8), iterations: challenge?.iterations ?? 4096
        )
        return key(of: username, derivation).map {
            SCRAMCredentials(derivation: derivation, derivedKey: $0, using: crypto)
        }
    }

    private func judge(_ credentials: SASLCredentials) -> SASLVerdict {
        switch credentials {
        case .password(let identity, let password):
            self.password(of: identity.username) == password
                ? .accepted(username: identity.username) : .refused(.notAuthorized)
        case .anonymous: .accepted(username: recording.boundAddress?.localpart ?? "anonymous")
        case .transport: .accepted(username: recording.username)
        case .token(let token, username: let username):
            token == recording.shownSecret.map { Secret($0) } && username == recording.username
                ? .accepted(username: recording.username) : .refused(.notAuthorized)
        }
    }

    /// Prepared; nil for who has no account.
    private func password(of username: String) -> Secret? {
        if username == "ghost" || username.isEmpty { return nil }
        return try? SCRAMDerivation.prepared(password: Recording.password(of: username))
    }

    private func key(of username: String, _ derivation: SCRAMDerivation) -> Secret? {
        password(of: username).flatMap { RecordedKeys.shared.key($0, derivation) }
    }

    private var crypto: any CryptoProvider.Type { SwiftCryptoProvider.self }

    // MARK: Addresses and credentials of before SASL

    private func bind(_ wish: ResourceWish) -> Result<JID, StanzaError> {
        guard let account = wish.account ?? recording.boundAddress?.bare else {
            return .failure(StanzaError(.notAllowed))
        }
        let resource = wish.resource ?? recording.boundAddress?.resourcepart ?? wish.generated
        do throws(AddressViolation) {
            return .success(try account.with(resourcepart: resource))
        } catch {
            return .failure(StanzaError(.jidMalformed))
        }
    }

    /// What the peer hashed is the id that its server gave the stream then; ours is another one, as it is random.
    private func judge(_ credentials: LegacyCredentials) -> Result<JID, StanzaError> {
        let id = recording.receiving.headers.last?.id ?? ""
        let jid: JID?
        switch credentials {
        case .component(let domain, streamID: _, let digest):
            jid = digest == hash(id + "component-secret") ? domain : nil
        case .password: jid = nil
        case .digest(let username, streamID: _, let digest, let resource):
            let isRight = digest == hash(id + Recording.password(of: username))
            jid = isRight ? JID("\(username)@\(recording.initiating.headers.first?.to?.text ?? "")/\(resource)") : nil
        }
        return jid.map { .success($0) } ?? .failure(StanzaError(.notAuthorized))
    }

    private func hash(_ text: String) -> [UInt8] { crypto.digest(of: Array(text.utf8), with: .sha1) }
}

/// Keys that were derived before: many recordings share the account, and with it the salt.
private final class RecordedKeys: Sendable {
    static let shared = RecordedKeys()

    private struct Question: Hashable {
        let password: Secret
        let derivation: SCRAMDerivation
    }

    private let known = Mutex<[Question: Secret]>([:])

    func key(_ password: Secret, _ derivation: SCRAMDerivation) -> Secret? {
        let question = Question(password: password, derivation: derivation)
        if let key = known.withLock({ $0[question] }) { return key }
        let key = try? PasswordDerivation.uncheckedKey(
            from: password.exposed, salt: derivation.salt, rounds: derivation.iterations, with: derivation.algorithm,
            byteCount: derivation.algorithm.digestByteCount)
        guard let key else { return nil }
        known.withLock { $0[question] = Secret(key) }
        return Secret(key)
    }
}
