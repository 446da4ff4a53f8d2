public import CryptoSeam
import UnicodeProfiles

/// SCRAM, the side that verifies (RFC 5802, RFC 7677).
///
/// ```
/// begun with client-first ▸ ask credentials ▸ ask randomBytes ▸ send server-first ▸ received client-final
///       ▸ ask authorization, if an identity to act as was named ▸ done with server-final
/// ```
///
/// A user whom nobody knows is told a salt that stays the same, and fails at the end, like one with another password.
public struct SCRAMServer: SASLExchange {
    /// What the server knows and offers.
    public struct Configuration: Hashable, Sendable {
        /// Which SCRAM.
        public let variant: SCRAMVariant
        /// The bindings that this channel has. Where there is one, variants with binding are on offer.
        public let bindings: [ChannelBinding]
        /// A secret of the server's that does not change, for the salts of users whom nobody knows.
        public let decoySecret: Secret
        /// How many rounds to name for them: as many as for most of the others.
        public var decoyIterations = SCRAMDerivation.defaultIterations
        /// How many bytes of salt to make up for them, 64 at most: as many as the others have.
        public var decoySaltByteCount = 16
        /// What was offered (XEP-0474); nil says nothing about it.
        public var downgradeProtection: SCRAMDowngradeProtection?

        /// A configuration.
        ///
        /// - Parameters:
        ///   - offer: What was offered: who says that there was no mechanism with binding, and there was, is refused.
        ///   - decoySecret: 16 random bytes at least.
        public init(_ variant: SCRAMVariant, offer: SASLOffer, channel: SASLChannel, decoySecret: Secret) {
            self.init(variant, bindings: offer.offersBinding ? channel.bindings : [], decoySecret: decoySecret)
            downgradeProtection = offer.downgradeProtection
        }

        /// A configuration for a channel with these bindings, all of which were offered.
        package init(_ variant: SCRAMVariant, bindings: [ChannelBinding], decoySecret: Secret) {
            self.variant = variant
            self.bindings = bindings
            self.decoySecret = decoySecret
        }
    }

    /// What the first message and the host have told.
    private struct Opening: Hashable, Sendable {
        var first: SCRAMClientFirst
        var identity: SASLIdentity
        var credentials: SCRAMCredentials
        var isKnown: Bool
    }

    private enum State: Hashable, Sendable {
        case idle
        /// The client owes its first message.
        case awaitingClientFirst
        /// The host owes what is stored.
        case awaitingCredentials(SCRAMClientFirst, SASLIdentity)
        /// The host owes random bytes for the nonce.
        case awaitingNonce(Opening)
        /// The client owes its proof.
        case awaitingClientFinal(Opening, nonce: [UInt8], serverFirst: [UInt8])
        /// The host owes its word on whom the user may act as.
        case awaitingAuthorization(SASLIdentity, serverFinal: SASLPayload)
        case over
    }

    private let configuration: Configuration
    private let recordedNonce: [UInt8]?
    @Masked private var state = State.idle

    /// An exchange.
    public init(_ configuration: Configuration) {
        self.configuration = configuration
        recordedNonce = nil
    }

    /// An exchange that was recorded, with the server's part of its nonce: nothing random is asked for.
    package init(_ configuration: Configuration, recordedNonce: String) {
        self.configuration = configuration
        self.recordedNonce = Array(recordedNonce.utf8)
    }

    public var mechanism: SASLMechanismName { configuration.variant.name }

    public mutating func receive(_ event: SASLEvent, using crypto: any CryptoProvider.Type) -> SASLAction {
        switch (state, event) {
        case (.idle, .begun(nil)):
            // RFC 4422 §3.3: a client that speaks first and has not is asked to by an empty challenge.
            state = .awaitingClientFirst
            return .send(SASLPayload([]))
        case (.idle, .begun(let message?)), (.awaitingClientFirst, .received(let message)):
            return receiveFirst(message.exposed)
        case (.awaitingCredentials(let first, let identity), .answered(.credentials(let found))):
            return open(first, identity, found, crypto)
        case (.awaitingNonce(let opening), .answered(.randomBytes(let bytes))):
            guard bytes.exposed.count >= SCRAMServer.nonceBytes else { return fail(.unavailable) }
            return sendFirst(opening, nonce: Base64.encode(bytes.exposed), crypto)
        case (.awaitingClientFinal(let opening, let nonce, let serverFirst), .received(let message)):
            return receiveFinal(message.exposed, opening, nonce, serverFirst, crypto)
        case (.awaitingAuthorization(let identity, let serverFinal), .answered(.authorization(let isAllowed))):
            return isAllowed ? done(identity, serverFinal) : fail(.authorization)

        // The peer speaks out of its turn.
        case (.awaitingCredentials, .received), (.awaitingNonce, .received), (.awaitingAuthorization, .received):
            return fail(.outOfTurn)

        // The host cannot go on.
        case (.awaitingCredentials, .answered(.unavailable)), (.awaitingNonce, .answered(.unavailable)),
            (.awaitingAuthorization, .answered(.unavailable)):
            return fail(.unavailable)

        // The host is at fault: nothing changes.
        case (.idle, .received), (.idle, .answered): return .refuse(.notBegun)
        case (.awaitingClientFirst, .begun), (.awaitingCredentials, .begun), (.awaitingNonce, .begun),
            (.awaitingClientFinal, .begun), (.awaitingAuthorization, .begun):
            return .refuse(.alreadyBegun)
        case (.idle, .succeeded), (.awaitingClientFirst, .succeeded), (.awaitingCredentials, .succeeded),
            (.awaitingNonce, .succeeded), (.awaitingClientFinal, .succeeded), (.awaitingAuthorization, .succeeded):
            return .refuse(.wrongSide)
        case (.awaitingClientFirst, .answered), (.awaitingClientFinal, .answered), (.awaitingCredentials, .answered),
            (.awaitingNonce, .answered), (.awaitingAuthorization, .answered):
            return .refuse(.answer)
        case (.over, _): return .refuse(.over)
        }
    }

    // MARK: Messages

    private mutating func receiveFirst(_ message: [UInt8]) -> SASLAction {
        let first: SCRAMClientFirst
        switch SCRAMClientFirst.read(message) {
        case .success(let read): first = read
        case .failure(let reason): return fail(reason)
        }
        // RFC 5802 §6: the variant and the flag go together, and who thinks that there is no binding has been lied to.
        switch first.header.flag {
        case .unsupported where configuration.variant.bindsChannel,
            .notOffered where configuration.variant.bindsChannel:
            return fail(.channelBinding)
        case .bound where !configuration.variant.bindsChannel:
            return fail(.channelBinding)
        case .notOffered where !configuration.bindings.isEmpty: return fail(.channelBinding)
        case .bound(let kind) where !configuration.bindings.contains { $0.kind == kind }:
            return fail(.channelBinding)
        case .unsupported, .notOffered, .bound: break
        }
        guard let username = try? SASLprep.prepare(first.username, as: .query), !username.isEmpty else {
            return fail(.malformed)
        }
        let identity = SASLIdentity(
            username: username, authorizationIdentity: first.header.authorizationIdentity)
        state = .awaitingCredentials(first, identity)
        return .ask(.credentials(of: identity, for: configuration.variant.algorithm))
    }

    private mutating func open(
        _ first: SCRAMClientFirst, _ identity: SASLIdentity, _ found: SCRAMCredentials?,
        _ crypto: any CryptoProvider.Type
    ) -> SASLAction {
        let algorithm = configuration.variant.algorithm
        let decoy = decoy(for: identity.username, algorithm, crypto)
        // Keys for another hash are none.
        let found = found?.derivation.algorithm == algorithm ? found : nil
        let isUsable = found.map { found in
            found.storedKey.exposed.count == algorithm.digestByteCount
                && found.serverKey.exposed.count == algorithm.digestByteCount && !found.derivation.salt.isEmpty
                && (1...999_999_999).contains(found.derivation.iterations)
        }
        // What is damaged is for the host to see to.
        if isUsable == false { return fail(.unavailable) }
        let opening = Opening(
            first: first, identity: identity, credentials: found ?? decoy, isKnown: found != nil)
        if let recordedNonce { return sendFirst(opening, nonce: recordedNonce, crypto) }
        state = .awaitingNonce(opening)
        return .ask(.randomBytes(count: SCRAMServer.nonceBytes))
    }

    /// What is told of a user whom nobody knows: always the same, and made in the same time.
    private func decoy(
        for username: String, _ algorithm: CryptoSeam.HashAlgorithm, _ crypto: any CryptoProvider.Type
    ) -> SCRAMCredentials {
        // One account has many spellings, which a host folds as it folds addresses.
        let name = (try? PRECISProfile.usernameCaseMapped.enforce(username)) ?? username
        func made(_ what: String) -> [UInt8] {
            crypto.authenticationCode(
                for: Array("\(what)\u{0}\(algorithm.digestByteCount)\u{0}\(name)".utf8),
                key: configuration.decoySecret.exposed, with: .sha512)
        }
        let salt = Array(made("salt").prefix(max(1, configuration.decoySaltByteCount)))
        return SCRAMCredentials(
            derivation: SCRAMDerivation(
                algorithm: algorithm, salt: salt, iterations: max(1, min(configuration.decoyIterations, 999_999_999))),
            storedKey: Secret(Array(made("stored").prefix(algorithm.digestByteCount))),
            serverKey: Secret(Array(made("server").prefix(algorithm.digestByteCount))))
    }

    private mutating func sendFirst(
        _ opening: Opening, nonce own: [UInt8], _ crypto: any CryptoProvider.Type
    ) -> SASLAction {
        let nonce = opening.first.nonce + own
        let derivation = opening.credentials.derivation
        var message = Array("r=".utf8) + nonce + Array(",s=".utf8) + Base64.encode(derivation.salt)
        message += Array(",i=\(derivation.iterations)".utf8)
        if let offer = configuration.downgradeProtection {
            message += Array(",h=".utf8) + Base64.encode(offer.digest(with: derivation.algorithm, using: crypto))
        }
        state = .awaitingClientFinal(opening, nonce: nonce, serverFirst: message)
        return .send(SASLPayload(message))
    }

    private mutating func receiveFinal(
        _ message: [UInt8], _ opening: Opening, _ nonce: [UInt8], _ serverFirst: [UInt8],
        _ crypto: any CryptoProvider.Type
    ) -> SASLAction {
        let final: SCRAMClientFinal
        switch SCRAMClientFinal.read(message) {
        case .success(let read): final = read
        case .failure(let reason): return fail(reason)
        }
        let algorithm = opening.credentials.derivation.algorithm
        guard crypto.areEqual(final.nonce, nonce) else { return fail(.nonce) }
        var bound = opening.first.header.encoded
        if case .bound(let kind) = opening.first.header.flag {
            bound += configuration.bindings.first { $0.kind == kind }?.data.exposed ?? []
        }
        guard crypto.areEqual(final.binding, bound) else { return fail(.channelBinding) }
        let authMessage = opening.first.bare + [0x2C] + serverFirst + [0x2C] + final.withoutProof
        let key = SCRAMKeys.masked(
            final.proof, storedKey: opening.credentials.storedKey, authMessage: authMessage, algorithm: algorithm,
            using: crypto)
        let isProven = crypto.areEqual(
            crypto.digest(of: key, with: algorithm), opening.credentials.storedKey.exposed)
        let isWhole = final.proof.count == algorithm.digestByteCount
        guard isProven, isWhole, opening.isKnown else { return fail(.proof) }
        let verifier = crypto.authenticationCode(
            for: authMessage, key: opening.credentials.serverKey.exposed, with: algorithm)
        let serverFinal = SASLPayload(Array("v=".utf8) + Base64.encode(verifier))
        if opening.identity.authorizationIdentity == nil { return done(opening.identity, serverFinal) }
        state = .awaitingAuthorization(opening.identity, serverFinal: serverFinal)
        return .ask(.authorization(of: opening.identity))
    }

    private mutating func done(_ identity: SASLIdentity, _ serverFinal: SASLPayload) -> SASLAction {
        state = .over
        return .done(SASLOutcome(isPeerVerified: true, identity: identity, additionalData: serverFinal))
    }

    /// Ends it. The words for `e=` are those of RFC 5802 §7; which user nobody knows is not told.
    private mutating func fail(_ reason: SASLFailure.Reason) -> SASLAction {
        state = .over
        let (condition, word): (SASLFailure.Condition, String) =
            switch reason {
            case .malformed, .messageSize, .iterationCount, .tooEarly, .outOfTurn, .peer,
                .downgrade:
                (.malformedRequest, "invalid-encoding")
            case .mandatoryExtension: (.malformedRequest, "extensions-not-supported")
            case .channelBinding: (.notAuthorized, "channel-bindings-dont-match")
            case .nonce, .expired, .replay: (.notAuthorized, "other-error")
            case .proof: (.notAuthorized, "invalid-proof")
            case .authorization: (.invalidAuthzid, "other-error")
            case .unavailable: (.temporaryAuthFailure, "no-resources")
            }
        return .fail(
            SASLFailure(
                condition: condition, reason: reason, additionalData: SASLPayload(Array("e=\(word)".utf8))))
    }

    private static let nonceBytes = 24
}
