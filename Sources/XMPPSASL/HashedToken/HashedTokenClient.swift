public import CryptoSeam

/// HT-*, the side that has a token (XEP-0484): one message out, the server's proof in.
public struct HashedTokenClient: SASLExchange {
    private enum State: Hashable, Sendable {
        case idle
        /// The server owes its proof.
        case awaitingProof
        case over
    }

    private let variant: HashedTokenVariant
    private let username: [UInt8]
    private let token: Secret
    private let bindingData: Secret
    @Masked private var state = State.idle

    /// An exchange.
    ///
    /// - Parameter binding: The channel's data, of the kind that the variant names; nil for -NONE.
    /// - Returns: Nil if the name or the token is empty, the name has a NUL, or variant and binding do not go together.
    public init?(_ variant: HashedTokenVariant, username: String, token: Secret, binding: ChannelBinding? = nil) {
        let name = Array(username.utf8)
        guard !name.isEmpty, !name.contains(0), !token.exposed.isEmpty, variant.binding.kind == binding?.kind else {
            return nil
        }
        self.variant = variant
        self.username = name
        self.token = token
        bindingData = binding?.data ?? Secret([])
    }

    public var mechanism: SASLMechanismName { variant.name }

    public mutating func receive(_ event: SASLEvent, using crypto: any CryptoProvider.Type) -> SASLAction {
        switch (state, event) {
        case (.idle, .begun(nil)):
            state = .awaitingProof
            let proof = variant.proof(of: .initiator, token: token, bindingData: bindingData.exposed, using: crypto)
            return .send(SASLPayload(username + [0] + proof))
        case (.awaitingProof, .succeeded(let message)):
            state = .over
            let expected = variant.proof(of: .responder, token: token, bindingData: bindingData.exposed, using: crypto)
            guard let message, crypto.areEqual(message.exposed, expected) else {
                return .fail(SASLFailure(condition: .aborted, reason: .proof))
            }
            return .done(SASLOutcome(isPeerVerified: true, identity: nil, additionalData: nil))
        case (.awaitingProof, .received):
            // XEP-0484 §3.1: a single round trip.
            state = .over
            return .fail(SASLFailure(condition: .aborted, reason: .malformed))

        // The host is at fault: nothing changes.
        case (.idle, .begun): return .refuse(.wrongSide)
        case (.idle, .received), (.idle, .succeeded), (.idle, .answered): return .refuse(.notBegun)
        case (.awaitingProof, .begun): return .refuse(.alreadyBegun)
        case (.awaitingProof, .answered): return .refuse(.answer)
        case (.over, _): return .refuse(.over)
        }
    }
}
