public import CryptoSeam
import UnicodeProfiles

/// DIGEST-MD5, the side that verifies (RFC 2831): authentication only, no layers, one realm. Historic (RFC 6331).
public struct DigestServer: SASLExchange {
    private enum State: Hashable, Sendable {
        case idle
        /// The host owes random bytes for the nonce.
        case awaitingNonce
        /// The client owes its response.
        case awaitingResponse(nonce: [UInt8])
        /// The host owes the key.
        case awaitingKey(SASLIdentity, DigestProof, response: [UInt8])
        /// The host owes its word on whom the user may act as.
        case awaitingAuthorization(SASLIdentity, SASLPayload)
        case over
    }

    private let realm: String
    private let domain: String
    private let decoySecret: Secret
    private let recordedNonce: [UInt8]?
    @Masked private var state = State.idle

    /// An exchange.
    ///
    /// - Parameters:
    ///   - realm: The realm that the keys were made for, mostly the domain.
    ///   - domain: The domain that the stream is to.
    ///   - decoySecret: A secret of the server's, in place of a key where there is none.
    public init(realm: String, domain: String, decoySecret: Secret) {
        self.init(realm: realm, domain: domain, decoySecret: decoySecret, recordedNonce: nil)
    }

    /// An exchange that was recorded, with the nonce that it had: nothing random is asked for.
    package init(realm: String, domain: String, decoySecret: Secret, recordedNonce: String?) {
        self.realm = realm
        self.domain = domain
        self.decoySecret = decoySecret
        self.recordedNonce = recordedNonce.map { Array($0.utf8) }
    }

    public var mechanism: SASLMechanismName { .digestMD5 }

    public mutating func receive(_ event: SASLEvent, using crypto: any CryptoProvider.Type) -> SASLAction {
        switch (state, event) {
        case (.idle, .begun(nil)):
            if let recordedNonce { return sendChallenge(nonce: recordedNonce) }
            state = .awaitingNonce
            return .ask(.randomBytes(count: DigestServer.nonceBytes))
        // The server speaks first; beginning again with an old nonce is not offered (RFC 2831 §2.2).
        case (.idle, .begun): return fail(.malformed, .malformedRequest)
        case (.awaitingNonce, .answered(.randomBytes(let bytes))):
            guard bytes.exposed.count >= DigestServer.nonceBytes else {
                return fail(.unavailable, .temporaryAuthFailure)
            }
            return sendChallenge(nonce: Base64.encode(bytes.exposed))
        case (.awaitingResponse(let nonce), .received(let message)): return receiveResponse(message.exposed, nonce)
        case (.awaitingKey(let identity, let proof, let response), .answered(.digestKey(let found))):
            return verify(identity, proof, response, found, crypto)
        case (.awaitingAuthorization(let identity, let answer), .answered(.authorization(let isAllowed))):
            return isAllowed ? done(identity, answer) : fail(.authorization, .invalidAuthzid)

        // The peer speaks out of its turn.
        case (.awaitingNonce, .received), (.awaitingKey, .received), (.awaitingAuthorization, .received):
            return fail(.outOfTurn, .malformedRequest)

        // The host cannot go on.
        case (.awaitingNonce, .answered(.unavailable)), (.awaitingKey, .answered(.unavailable)),
            (.awaitingAuthorization, .answered(.unavailable)):
            return fail(.unavailable, .temporaryAuthFailure)

        // The host is at fault: nothing changes.
        case (.idle, .received), (.idle, .answered): return .refuse(.notBegun)
        case (.awaitingNonce, .begun), (.awaitingResponse, .begun), (.awaitingKey, .begun),
            (.awaitingAuthorization, .begun):
            return .refuse(.alreadyBegun)
        case (.idle, .succeeded), (.awaitingNonce, .succeeded), (.awaitingResponse, .succeeded),
            (.awaitingKey, .succeeded), (.awaitingAuthorization, .succeeded):
            return .refuse(.wrongSide)
        case (.awaitingNonce, .answered), (.awaitingResponse, .answered), (.awaitingKey, .answered),
            (.awaitingAuthorization, .answered):
            return .refuse(.answer)
        case (.over, _): return .refuse(.over)
        }
    }

    // MARK: Messages

    private mutating func sendChallenge(nonce: [UInt8]) -> SASLAction {
        var text = Array("realm=".utf8) + DigestDirectives.quoted(Array(realm.utf8))
        text += Array(",nonce=".utf8) + DigestDirectives.quoted(nonce)
        text += Array(",qop=\"auth\",charset=utf-8,algorithm=md5-sess".utf8)
        state = .awaitingResponse(nonce: nonce)
        return .send(SASLPayload(text))
    }

    private mutating func receiveResponse(_ message: [UInt8], _ nonce: [UInt8]) -> SASLAction {
        // RFC 2831 §2.1.2: a response has fewer than 4096 bytes.
        if message.count > DigestServer.mostBytes { return fail(.messageSize, .malformedRequest) }
        guard let directives = DigestDirectives(message), let name = directives.only("username"),
            let clientNonce = directives.only("cnonce"), !clientNonce.isEmpty, let uri = directives.only("digest-uri"),
            let response = directives.only("response"), let claimed = directives.only("nonce"),
            let count = directives.only("nc"),
            ["realm", "qop", "charset", "authzid"].allSatisfy({ directives.count(of: $0) <= 1 })
        else { return fail(.malformed, .malformedRequest) }
        let isUTF8 = directives.only("charset") != nil
        guard directives.only("charset") ?? Array("utf-8".utf8) == Array("utf-8".utf8),
            let username = isUTF8
                ? String(validating: name, as: UTF8.self)
                : String(String.UnicodeScalarView(name.map { Unicode.Scalar($0) })), !username.isEmpty
        else { return fail(.malformed, .malformedRequest) }
        guard claimed == nonce, count == DigestProof.count else { return fail(.nonce, .notAuthorized) }
        guard directives.only("qop") ?? Array("auth".utf8) == Array("auth".utf8),
            directives.only("realm") ?? [] == Array(realm.utf8) || realm.isEmpty,
            uri == Array("xmpp/\(domain)".utf8)
        else { return fail(.proof, .notAuthorized) }
        let wanted = directives.only("authzid")
        let authorizationIdentity = wanted.flatMap { String(validating: $0, as: UTF8.self) }
        guard wanted == nil || authorizationIdentity?.isEmpty == false else {
            return fail(.malformed, .malformedRequest)
        }
        let identity = SASLIdentity(username: username, authorizationIdentity: authorizationIdentity)
        let proof = DigestProof(
            nonce: nonce, clientNonce: clientNonce, uri: uri, authorizationIdentity: wanted)
        state = .awaitingKey(identity, proof, response: response)
        return .ask(.digestKey(DigestKey(username: username, realm: realm, isUTF8: isUTF8)))
    }

    private mutating func verify(
        _ identity: SASLIdentity, _ proof: DigestProof, _ response: [UInt8], _ found: Secret?,
        _ crypto: any CryptoProvider.Type
    ) -> SASLAction {
        let decoy = crypto.authenticationCode(
            for: Array(identity.username.utf8), key: decoySecret.exposed, with: .md5)
        let key = found ?? Secret(decoy)
        guard key.exposed.count == HashAlgorithm.md5.digestByteCount else {
            return fail(.unavailable, .temporaryAuthFailure)
        }
        let isProven = crypto.areEqual(response, proof.response(key, using: crypto))
        guard isProven, found != nil else { return fail(.proof, .notAuthorized) }
        let answer = SASLPayload(Array("rspauth=".utf8) + proof.responseAuthentication(key, using: crypto))
        if identity.authorizationIdentity == nil { return done(identity, answer) }
        state = .awaitingAuthorization(identity, answer)
        return .ask(.authorization(of: identity))
    }

    private mutating func done(_ identity: SASLIdentity, _ answer: SASLPayload) -> SASLAction {
        state = .over
        return .done(SASLOutcome(isPeerVerified: true, identity: identity, additionalData: answer))
    }

    private mutating func fail(_ reason: SASLFailure.Reason, _ condition: SASLFailure.Condition) -> SASLAction {
        state = .over
        return .fail(SASLFailure(condition: condition, reason: reason))
    }

    private static let nonceBytes = 18
    private static let mostBytes = 4095
}
