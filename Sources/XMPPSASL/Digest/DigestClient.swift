public import CryptoSeam
public import UnicodeProfiles

/// DIGEST-MD5, the side that authenticates itself (RFC 2831): authentication only, no layers. Historic (RFC 6331).
public struct DigestClient: SASLExchange {
    private struct Challenge: Hashable, Sendable {
        /// Nil where there is none.
        var realm: String?
        var nonce: [UInt8]
        var isUTF8: Bool
    }

    private enum State: Hashable, Sendable {
        case idle
        /// The server owes its challenge.
        case awaitingChallenge
        /// The host owes random bytes for the nonce.
        case awaitingNonce(Challenge)
        /// The host owes the key.
        case awaitingKey(Challenge, DigestKey, DigestProof)
        /// The server owes its proof.
        case awaitingProof(expected: [UInt8])
        /// The server has proved it and owes the success.
        case awaitingSuccess
        case over
    }

    private let username: String
    private let domain: String
    private let realm: String?
    private let authorizationIdentity: String?
    private let recordedNonce: [UInt8]?
    @Masked private var state = State.idle

    /// An exchange.
    ///
    /// - Parameters:
    ///   - domain: The domain that the stream is to.
    ///   - realm: The realm to name where the server names none; nil: none, as nobody may guess one (RFC 6120 §6.3.9).
    /// - Throws: `ProfileViolation` for a name that SASLprep refuses.
    /// - Returns: Nil if a part is empty or has a NUL.
    public init?(
        username: String, domain: String, realm: String? = nil, authorizationIdentity: String? = nil
    ) throws(ProfileViolation) {
        try self.init(
            username: username, domain: domain, realm: realm, authorizationIdentity: authorizationIdentity,
            recordedNonce: nil)
    }

    /// An exchange that was recorded, with the nonce that it had: nothing random is asked for.
    package init?(
        username: String, domain: String, realm: String? = nil, authorizationIdentity: String?, recordedNonce: String?
    ) throws(ProfileViolation) {
        self.username = try SASLprep.prepare(username, as: .query)
        self.domain = domain
        self.realm = realm
        self.authorizationIdentity = authorizationIdentity
        self.recordedNonce = recordedNonce.map { Array($0.utf8) }
        if self.username.isEmpty || domain.isEmpty || realm?.isEmpty == true || authorizationIdentity?.isEmpty == true {
            return nil
        }
        if (domain + (realm ?? "") + (authorizationIdentity ?? "")).utf8.contains(0) { return nil }
    }

    public var mechanism: SASLMechanismName { .digestMD5 }

    public mutating func receive(_ event: SASLEvent, using crypto: any CryptoProvider.Type) -> SASLAction {
        switch (state, event) {
        case (.idle, .begun(nil)):
            // The server speaks first (RFC 4422 §5).
            state = .awaitingChallenge
            return .send(nil)
        case (.awaitingChallenge, .received(let message)): return receiveChallenge(message.exposed)
        case (.awaitingNonce(let challenge), .answered(.randomBytes(let bytes))):
            guard bytes.exposed.count >= DigestClient.nonceBytes else { return fail(.unavailable) }
            return askForKey(challenge, nonce: Hexadecimal.encode(bytes.exposed))
        case (.awaitingKey(let challenge, let key, let proof), .answered(.digestKey(let hash?))):
            guard hash.exposed.count == HashAlgorithm.md5.digestByteCount else { return fail(.unavailable) }
            return respond(challenge, key, proof, hash, crypto)
        case (.awaitingProof(let expected), .received(let message)):
            guard isProof(message.exposed, expected, crypto) else { return fail(.proof) }
            state = .awaitingSuccess
            return .send(SASLPayload([]))
        case (.awaitingProof(let expected), .succeeded(let message)):
            guard let message, isProof(message.exposed, expected, crypto) else { return fail(.proof) }
            return done()
        case (.awaitingSuccess, .succeeded(let message)):
            return message?.exposed.isEmpty ?? true ? done() : fail(.malformed)

        // The peer is at fault.
        case (.awaitingChallenge, .succeeded): return fail(.tooEarly)
        case (.awaitingSuccess, .received): return fail(.malformed)

        // The peer speaks out of its turn.
        case (.awaitingNonce, .received), (.awaitingNonce, .succeeded), (.awaitingKey, .received),
            (.awaitingKey, .succeeded):
            return fail(.outOfTurn)

        // The host cannot go on.
        case (.awaitingNonce, .answered(.unavailable)), (.awaitingKey, .answered(.unavailable)),
            (.awaitingKey, .answered(.digestKey(nil))):
            return fail(.unavailable)

        // The host is at fault: nothing changes.
        case (.idle, .begun): return .refuse(.wrongSide)
        case (.idle, .received), (.idle, .succeeded), (.idle, .answered): return .refuse(.notBegun)
        case (.awaitingChallenge, .begun), (.awaitingNonce, .begun), (.awaitingKey, .begun), (.awaitingProof, .begun),
            (.awaitingSuccess, .begun):
            return .refuse(.alreadyBegun)
        case (.awaitingChallenge, .answered), (.awaitingNonce, .answered), (.awaitingKey, .answered),
            (.awaitingProof, .answered), (.awaitingSuccess, .answered):
            return .refuse(.answer)
        case (.over, _): return .refuse(.over)
        }
    }

    // MARK: Messages

    private mutating func receiveChallenge(_ message: [UInt8]) -> SASLAction {
        if message.count > DigestClient.mostBytes { return fail(.messageSize) }
        guard let directives = DigestDirectives(message), let nonce = directives.only("nonce"), !nonce.isEmpty,
            let algorithm = directives.only("algorithm"), algorithm == Array("md5-sess".utf8),
            ["charset", "qop", "stale", "maxbuf"].allSatisfy({ directives.count(of: $0) <= 1 })
        else { return fail(.malformed) }
        if let charset = directives.only("charset"), charset != Array("utf-8".utf8) { return fail(.malformed) }
        // Without a list there is authentication.
        if let offered = directives.only("qop") {
            let options = offered.split(separator: 0x2C).map { option in
                option.filter { $0 != 0x20 && $0 != 0x09 }
            }
            guard options.contains(Array("auth".utf8)) else { return fail(.malformed) }
        }
        let isUTF8 = directives.only("charset") != nil
        let realms = directives.all.filter { $0.key == "realm" }.map(\.value)
        var challenge = Challenge(realm: realm, nonce: nonce, isUTF8: isUTF8)
        // Of several, that of the domain.
        if let chosen = realms.first(where: { $0 == Array(domain.utf8) }) ?? realms.first {
            let text =
                isUTF8
                ? String(validating: chosen, as: UTF8.self)
                : String(String.UnicodeScalarView(chosen.map { Unicode.Scalar($0) }))
            guard let text else { return fail(.malformed) }
            challenge.realm = text
        }
        if let recordedNonce { return askForKey(challenge, nonce: recordedNonce) }
        state = .awaitingNonce(challenge)
        return .ask(.randomBytes(count: DigestClient.nonceBytes))
    }

    private mutating func askForKey(_ challenge: Challenge, nonce: [UInt8]) -> SASLAction {
        // Without a realm, the hash is of an empty one (RFC 2831 §2.1.2).
        let key = DigestKey(username: username, realm: challenge.realm ?? "", isUTF8: challenge.isUTF8)
        let proof = DigestProof(
            nonce: challenge.nonce, clientNonce: nonce, uri: Array("xmpp/\(domain)".utf8),
            authorizationIdentity: authorizationIdentity.map { Array($0.utf8) })
        state = .awaitingKey(challenge, key, proof)
        return .ask(.digestKey(key))
    }

    private mutating func respond(
        _ challenge: Challenge, _ key: DigestKey, _ proof: DigestProof, _ hash: Secret,
        _ crypto: any CryptoProvider.Type
    ) -> SASLAction {
        // What the proof does not cover comes first: a response that is cut short has no proof.
        var text = challenge.isUTF8 ? Array("charset=utf-8,".utf8) : []
        text += Array("username=".utf8) + DigestDirectives.quoted(encoded(username, challenge.isUTF8))
        if let realm = challenge.realm {
            text += Array(",realm=".utf8) + DigestDirectives.quoted(encoded(realm, challenge.isUTF8))
        }
        text += Array(",nonce=".utf8) + DigestDirectives.quoted(proof.nonce)
        text += Array(",cnonce=".utf8) + DigestDirectives.quoted(proof.clientNonce)
        text += Array(",nc=".utf8) + DigestProof.count + Array(",qop=auth,digest-uri=".utf8)
        text += DigestDirectives.quoted(proof.uri)
        if let identity = proof.authorizationIdentity {
            text += Array(",authzid=".utf8) + DigestDirectives.quoted(identity)
        }
        text += Array(",response=".utf8) + proof.response(hash, using: crypto)
        state = .awaitingProof(expected: proof.responseAuthentication(hash, using: crypto))
        return .send(SASLPayload(text))
    }

    /// The bytes of a text on the wire: UTF-8, or ISO 8859-1, in which the key could be made.
    private func encoded(_ text: String, _ isUTF8: Bool) -> [UInt8] {
        isUTF8 ? Array(text.utf8) : text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    }

    private func isProof(_ message: [UInt8], _ expected: [UInt8], _ crypto: any CryptoProvider.Type) -> Bool {
        guard message.count <= DigestClient.mostBytes, let directives = DigestDirectives(message),
            let claimed = directives.only("rspauth")
        else { return false }
        return crypto.areEqual(claimed, expected)
    }

    private mutating func done() -> SASLAction {
        state = .over
        return .done(SASLOutcome(isPeerVerified: true, identity: nil, additionalData: nil))
    }

    private mutating func fail(_ reason: SASLFailure.Reason) -> SASLAction {
        state = .over
        return .fail(SASLFailure(condition: .aborted, reason: reason))
    }

    private static let nonceBytes = 16
    /// RFC 2831 §2.1.1: a challenge has fewer than 2048 bytes.
    private static let mostBytes = 2047
}
