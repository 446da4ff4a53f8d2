public import CryptoSeam

/// HT-*, the side that gave the token (XEP-0484).
///
/// Every token that the host names is tried, so that the time tells nobody which it was. Where there are few of them, or
/// none since nobody knows the user, the message is compared with the proof of a token that nobody has, too, until it
/// was compared as often as for a user with some.
public struct HashedTokenServer: SASLExchange {
    private enum State: Hashable, Sendable {
        case idle
        /// The host owes the tokens.
        case awaitingTokens(SASLIdentity, proof: [UInt8])
        case over
    }

    private let variant: HashedTokenVariant
    private let bindingData: Secret
    private let decoySecret: Secret
    @Masked private var state = State.idle

    /// An exchange.
    ///
    /// - Parameters:
    ///   - binding: The channel's data, of the kind that the variant names; nil for -NONE.
    ///   - decoySecret: A secret of the server's, in place of a token where there is none.
    /// - Returns: Nil if variant and binding do not go together.
    public init?(_ variant: HashedTokenVariant, binding: ChannelBinding? = nil, decoySecret: Secret) {
        guard variant.binding.kind == binding?.kind else { return nil }
        self.variant = variant
        bindingData = binding?.data ?? Secret([])
        self.decoySecret = decoySecret
    }

    public var mechanism: SASLMechanismName { variant.name }

    public mutating func receive(_ event: SASLEvent, using crypto: any CryptoProvider.Type) -> SASLAction {
        switch (state, event) {
        case (.idle, .begun(let message?)): return receive(message.exposed)
        // XEP-0484 §3.1: a single round trip, so the message comes with the beginning.
        case (.idle, .begun(nil)): return fail(.malformed, .malformedRequest)
        case (.awaitingTokens(let identity, let proof), .answered(.tokens(let valid, let expired))):
            return compare(identity, proof, valid: valid, expired: expired, crypto)

        // The host cannot go on.
        case (.awaitingTokens, .answered(.unavailable)): return fail(.unavailable, .temporaryAuthFailure)

        // The host is at fault: nothing changes.
        case (.idle, .received), (.idle, .answered): return .refuse(.notBegun)
        case (.idle, .succeeded), (.awaitingTokens, .succeeded): return .refuse(.wrongSide)
        case (.awaitingTokens, .begun): return .refuse(.alreadyBegun)
        case (.awaitingTokens, .received), (.awaitingTokens, .answered): return .refuse(.answer)
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
        state = .awaitingTokens(identity, proof: Array(message[(end + 1)...]))
        return .ask(.tokens(of: identity, for: mechanism))
    }

    private mutating func compare(
        _ identity: SASLIdentity, _ proof: [UInt8], valid: [Secret], expired: [Secret],
        _ crypto: any CryptoProvider.Type
    ) -> SASLAction {
        func isProof(of token: Secret) -> Bool {
            crypto.areEqual(
                proof, variant.proof(of: .initiator, token: token, bindingData: bindingData.exposed, using: crypto))
        }
        var used: Int?
        for (index, token) in valid.enumerated() where isProof(of: token) && !token.exposed.isEmpty { used = index }
        var wasGood = false
        for token in expired where isProof(of: token) && !token.exposed.isEmpty { wasGood = true }
        var tried = valid.count + expired.count
        while tried < HashedTokenServer.fewestTrials {
            _ = isProof(of: decoySecret)
            tried += 1
        }
        guard let used else { return wasGood ? fail(.proof, .credentialsExpired) : fail(.proof, .notAuthorized) }
        state = .over
        let answer = variant.proof(of: .responder, token: valid[used], bindingData: bindingData.exposed, using: crypto)
        return .done(
            SASLOutcome(isPeerVerified: true, identity: identity, additionalData: SASLPayload(answer), token: used))
    }

    private mutating func fail(_ reason: SASLFailure.Reason, _ condition: SASLFailure.Condition) -> SASLAction {
        state = .over
        return .fail(SASLFailure(condition: condition, reason: reason))
    }

    private static let mostBytes = 4096
    /// Few users have more tokens than that for one mechanism.
    private static let fewestTrials = 4
}
