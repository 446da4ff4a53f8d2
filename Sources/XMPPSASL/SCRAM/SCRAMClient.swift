public import CryptoSeam
public import UnicodeProfiles

/// SCRAM, the side that authenticates itself (RFC 5802, RFC 7677).
///
/// ```
/// begun ▸ ask randomBytes ▸ send client-first ▸ received server-first ▸ ask derivedKey ▸ send client-final
///       ▸ received server-final ▸ send nothing ▸ succeeded ▸ done     or     ▸ succeeded with server-final ▸ done
/// ```
///
/// It ends well only after the server has proved that it knows the credentials, too.
public struct SCRAMClient: SASLExchange {
    /// How the client binds the channel (RFC 5802 §6). A -PLUS variant always does.
    public enum Binding: Hashable, Sendable {
        /// The client cannot: `n`.
        case unsupported
        /// The client can, but the server offered no variant with binding: `y`.
        case notOffered
        /// The channel's data.
        case bound(ChannelBinding)
    }

    /// What the client knows and insists on.
    public struct Configuration: Hashable, Sendable {
        /// Which SCRAM.
        public let variant: SCRAMVariant
        /// Whose credentials, prepared.
        public let identity: SASLIdentity
        /// The channel.
        public let binding: Binding
        /// How many rounds the server may ask for.
        public var iterations: ClosedRange<Int> = 4096...600_000
        /// What was offered, to be compared with what the server says it offered (XEP-0474); nil compares nothing.
        public var downgradeProtection: SCRAMDowngradeProtection?
        /// Whether a server that says nothing of what it offered is refused.
        public var requiresConfirmedOffer = false

        /// A configuration.
        ///
        /// - Throws: `ProfileViolation` for a user name that SASLprep refuses (RFC 5802 §5.1).
        /// - Returns: Nil if the user name is empty, if the authorization identity is empty or has a NUL, or if the
        ///   variant and the binding do not go together.
        public init?(
            _ variant: SCRAMVariant, username: String, authorizationIdentity: String? = nil, binding: Binding
        ) throws(ProfileViolation) {
            let prepared = try SASLprep.prepare(username, as: .query)
            if prepared.isEmpty || authorizationIdentity?.isEmpty == true { return nil }
            if authorizationIdentity?.utf8.contains(0) == true { return nil }
            if case .bound = binding {
                if !variant.bindsChannel { return nil }
            } else if variant.bindsChannel {
                return nil
            }
            self.variant = variant
            self.identity = SASLIdentity(username: prepared, authorizationIdentity: authorizationIdentity)
            self.binding = binding
        }

        /// The header that says whether the channel is bound.
        var header: GS2Header {
            let flag: GS2Header.Flag =
                switch binding {
                case .unsupported: .unsupported
                case .notOffered: .notOffered
                case .bound(let binding): .bound(binding.kind)
                }
            return GS2Header(flag: flag, authorizationIdentity: identity.authorizationIdentity)
        }
    }

    private enum State: Hashable, Sendable {
        case idle
        /// The host owes random bytes for the nonce.
        case awaitingNonce
        /// The server owes its first message; ours, without the header, is kept for the proof.
        case awaitingServerFirst(nonce: [UInt8], bare: [UInt8])
        /// The host owes the key for what is to be signed.
        case awaitingKey(SCRAMDerivation, withoutProof: [UInt8], authMessage: [UInt8])
        /// The server owes the proof that it knows the key.
        case awaitingServerFinal(signature: Secret)
        /// The server has proved it and owes the success.
        case awaitingSuccess
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

    /// An exchange that was recorded, with the nonce that it had: nothing random is asked for.
    package init(_ configuration: Configuration, recordedNonce: String) {
        self.configuration = configuration
        self.recordedNonce = Array(recordedNonce.utf8)
    }

    public var mechanism: SASLMechanismName { configuration.variant.name }

    public mutating func receive(_ event: SASLEvent, using crypto: any CryptoProvider.Type) -> SASLAction {
        switch (state, event) {
        case (.idle, .begun(nil)):
            if let recordedNonce { return sendFirst(nonce: recordedNonce) }
            state = .awaitingNonce
            return .ask(.randomBytes(count: SCRAMClient.nonceBytes))
        case (.awaitingNonce, .answered(.randomBytes(let bytes))):
            guard bytes.exposed.count >= SCRAMClient.nonceBytes else { return fail(.unavailable) }
            return sendFirst(nonce: Base64.encode(bytes.exposed))
        case (.awaitingServerFirst(let nonce, let bare), .received(let message)):
            return receiveFirst(message.exposed, nonce: nonce, bare: bare, crypto)
        case (.awaitingKey(let derivation, let withoutProof, let authMessage), .answered(.derivedKey(let key))):
            return sendFinal(key, derivation, withoutProof, authMessage, crypto)
        case (.awaitingServerFinal(let signature), .received(let message)):
            if let failure = verify(message.exposed, signature, crypto) { return fail(failure) }
            state = .awaitingSuccess
            return .send(SASLPayload([]))
        case (.awaitingServerFinal(let signature), .succeeded(let message)):
            if let failure = verify(message?.exposed ?? [], signature, crypto) { return fail(failure) }
            return done()
        case (.awaitingSuccess, .succeeded(let message)):
            return message?.exposed.isEmpty ?? true ? done() : fail(.malformed)

        // The peer is at fault.
        case (.awaitingServerFirst, .succeeded): return fail(.tooEarly)
        case (.awaitingSuccess, .received): return fail(.malformed)

        // The peer speaks out of its turn.
        case (.awaitingNonce, .received), (.awaitingNonce, .succeeded), (.awaitingKey, .received),
            (.awaitingKey, .succeeded):
            return fail(.outOfTurn)

        // The host cannot go on.
        case (.awaitingNonce, .answered(.unavailable)), (.awaitingKey, .answered(.unavailable)):
            return fail(.unavailable)

        // The host is at fault: nothing changes.
        case (.idle, .begun): return .refuse(.wrongSide)
        case (.idle, .received), (.idle, .succeeded), (.idle, .answered): return .refuse(.notBegun)
        case (.awaitingNonce, .begun), (.awaitingServerFirst, .begun), (.awaitingKey, .begun),
            (.awaitingServerFinal, .begun), (.awaitingSuccess, .begun):
            return .refuse(.alreadyBegun)
        case (.awaitingNonce, .answered), (.awaitingKey, .answered), (.awaitingServerFirst, .answered),
            (.awaitingServerFinal, .answered), (.awaitingSuccess, .answered):
            return .refuse(.answer)
        case (.over, _): return .refuse(.over)
        }
    }

    // MARK: Messages

    private mutating func sendFirst(nonce: [UInt8]) -> SASLAction {
        let bare = Array("n=".utf8) + SASLName.encode(configuration.identity.username) + Array(",r=".utf8) + nonce
        state = .awaitingServerFirst(nonce: nonce, bare: bare)
        return .send(SASLPayload(configuration.header.encoded + bare))
    }

    private mutating func receiveFirst(
        _ message: [UInt8], nonce: [UInt8], bare: [UInt8], _ crypto: any CryptoProvider.Type
    ) -> SASLAction {
        let first: SCRAMServerFirst
        switch SCRAMServerFirst.read(message) {
        case .success(let read): first = read
        case .failure(let reason): return fail(reason)
        }
        guard first.nonce.count > nonce.count, first.nonce.starts(with: nonce) else { return fail(.nonce) }
        guard configuration.iterations.contains(first.iterations) else { return fail(.iterationCount) }
        let algorithm = configuration.variant.algorithm
        switch (configuration.downgradeProtection, first.offerDigest) {
        case (let offer?, let claimed?):
            guard crypto.areEqual(claimed, offer.digest(with: algorithm, using: crypto)) else {
                return fail(.downgrade)
            }
        case (nil, _), (_, nil):
            if configuration.requiresConfirmedOffer { return fail(.downgrade) }
        }
        var bound = configuration.header.encoded
        if case .bound(let binding) = configuration.binding { bound += binding.data.exposed }
        let withoutProof = Array("c=".utf8) + Base64.encode(bound) + Array(",r=".utf8) + first.nonce
        let derivation = SCRAMDerivation(algorithm: algorithm, salt: first.salt, iterations: first.iterations)
        state = .awaitingKey(
            derivation, withoutProof: withoutProof, authMessage: bare + [0x2C] + message + [0x2C] + withoutProof)
        return .ask(.derivedKey(derivation))
    }

    private mutating func sendFinal(
        _ key: Secret, _ derivation: SCRAMDerivation, _ withoutProof: [UInt8], _ authMessage: [UInt8],
        _ crypto: any CryptoProvider.Type
    ) -> SASLAction {
        let algorithm = derivation.algorithm
        guard key.exposed.count == algorithm.digestByteCount else { return fail(.unavailable) }
        let keys = SCRAMKeys(derivedKey: key, algorithm: algorithm, using: crypto)
        let proof = SCRAMKeys.masked(
            keys.clientKey.exposed, storedKey: keys.storedKey, authMessage: authMessage, algorithm: algorithm,
            using: crypto)
        let signature = crypto.authenticationCode(for: authMessage, key: keys.serverKey.exposed, with: algorithm)
        state = .awaitingServerFinal(signature: Secret(signature))
        return .send(SASLPayload(withoutProof + Array(",p=".utf8) + Base64.encode(proof)))
    }

    /// What is wrong with the server's last message, if anything is.
    private func verify(
        _ message: [UInt8], _ signature: Secret, _ crypto: any CryptoProvider.Type
    ) -> SASLFailure.Reason? {
        switch SCRAMServerFinal.read(message) {
        case .success(.verifier(let claimed)): crypto.areEqual(claimed, signature.exposed) ? nil : .proof
        case .success(.error(let word)): .peer(word)
        case .failure(let reason): reason
        }
    }

    private mutating func done() -> SASLAction {
        state = .over
        return .done(SASLOutcome(isPeerVerified: true, identity: nil, additionalData: nil))
    }

    private mutating func fail(_ reason: SASLFailure.Reason) -> SASLAction {
        state = .over
        return .fail(SASLFailure(condition: .aborted, reason: reason))
    }

    /// 192 bits, 32 characters.
    private static let nonceBytes = 24
}
