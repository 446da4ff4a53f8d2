public import CryptoSeam

/// HT-*, the side that gave the token (XEP-0484).
///
/// As many proofs are compared for a client with two tokens as for one with none, or one of a user whom nobody knows:
/// in their place stands that of a token that nobody has.
public struct HashedTokenServer: SASLExchange {
    private enum State: Hashable, Sendable {
        case idle
        /// The host owes the tokens.
        case awaitingTokens(SASLIdentity, proof: Secret)
        case over
    }

    private let variant: HashedTokenVariant
    private let bindingData: Secret
    private let attempt: FASTAttempt
    private let isEarlyData: Bool
    private let decoySecret: Secret
    @Masked private var state = State.idle

    /// An exchange.
    ///
    /// - Parameters:
    ///   - channel: What the message came in: its binding of the kind that the variant names, and whether anybody can say
    ///     the message again.
    ///   - attempt: What came with the message.
    ///   - decoySecret: A secret of the server's, in place of a token where there is none.
    /// - Returns: Nil if the channel has no binding of the kind that the variant names.
    public init?(
        _ variant: HashedTokenVariant, on channel: SASLChannel, attempt: FASTAttempt, decoySecret: Secret
    ) {
        let binding = channel.bindings.first { $0.kind == variant.binding.kind }
        guard variant.binding.kind == binding?.kind else { return nil }
        self.variant = variant
        bindingData = binding?.data ?? Secret([])
        self.attempt = attempt
        isEarlyData = channel.isEarlyData
        self.decoySecret = decoySecret
    }

    public var mechanism: SASLMechanismName { variant.name }

    public mutating func receive(_ event: SASLEvent, using crypto: any CryptoProvider.Type) -> SASLAction {
        switch (state, event) {
        case (.idle, .begun(let message?)): return receive(message.exposed)
        // XEP-0484 §3.1: a single round trip, so the message comes with the beginning.
        case (.idle, .begun(nil)): return fail(.malformed, .malformedRequest)
        case (.awaitingTokens(let identity, let proof), .answered(.tokens(let slots, let now))):
            return compare(identity, proof, slots ?? FASTTokenSlots(), now: now, crypto)

        // The peer speaks out of its turn.
        case (.awaitingTokens, .received):
            return fail(.outOfTurn, .malformedRequest)

        // The host cannot go on.
        case (.awaitingTokens, .answered(.unavailable)): return fail(.unavailable, .temporaryAuthFailure)

        // The host is at fault: nothing changes.
        case (.idle, .received), (.idle, .answered): return .refuse(.notBegun)
        case (.idle, .succeeded), (.awaitingTokens, .succeeded): return .refuse(.wrongSide)
        case (.awaitingTokens, .begun): return .refuse(.alreadyBegun)
        case (.awaitingTokens, .answered):
            return .refuse(.answer)
        case (.over, _): return .refuse(.over)
        }
    }

    // MARK: The message

    /// The name, a NUL, the proof.
    private mutating func receive(_ message: [UInt8]) -> SASLAction {
        if message.count > HashedTokenServer.mostBytes { return fail(.messageSize, .malformedRequest) }
        guard let end = message.firstIndex(of: 0), let name = String(validating: message[..<end], as: UTF8.self),
            !name.isEmpty, message.count - end - 1 == variant.algorithm.digestByteCount
        else { return fail(.malformed, .malformedRequest) }
        let identity = SASLIdentity(username: name)
        state = .awaitingTokens(identity, proof: Secret(Array(message[(end + 1)...])))
        return .ask(.tokens(of: identity, for: mechanism))
    }

    /// XEP-0484 §5.1: not only the token has to be right, but its time, its mechanism and the count, too.
    private mutating func compare(
        _ identity: SASLIdentity, _ proof: Secret, _ slots: FASTTokenSlots, now: Int64,
        _ crypto: any CryptoProvider.Type
    ) -> SASLAction {
        func isProof(of secret: Secret) -> Bool {
            crypto.areEqual(
                proof.exposed,
                variant.proof(of: .initiator, token: secret, bindingData: bindingData.exposed, using: crypto))
        }
        var found: FASTToken?
        for token in slots.all {
            let isRight = isProof(of: token?.secret ?? decoySecret)
            if isRight, let token, !token.secret.exposed.isEmpty, token.mechanism == mechanism, found == nil {
                found = token
            }
        }
        guard let found else { return fail(.proof, .notAuthorized) }
        if found.expiry <= now { return fail(.expired, .credentialsExpired) }
        var used = found
        guard used.take(attempt.count, inEarlyData: isEarlyData) else { return fail(.replay, .notAuthorized) }
        var kept = slots
        kept.use(used, asWas: found, invalidates: attempt.invalidatesToken)
        state = .over
        let answer = variant.proof(
            of: .responder, token: found.secret, bindingData: bindingData.exposed, using: crypto)
        return .done(
            SASLOutcome(isPeerVerified: true, identity: identity, additionalData: SASLPayload(answer), tokens: kept))
    }

    private mutating func fail(_ reason: SASLFailure.Reason, _ condition: SASLFailure.Condition) -> SASLAction {
        state = .over
        return .fail(SASLFailure(condition: condition, reason: reason))
    }

    private static let mostBytes = 4096
}
