import XMPPSASL
import XMPPStanza

/// What an initiating entity has tried on one stream, and what came of it.
package struct SASLAttempts: Hashable, Sendable {
    /// What is on offer.
    let offer: SASLOffer
    /// The mechanisms that were tried, in order.
    var tried: [SASLMechanismName] = []
    /// Those that are not to be tried again.
    var failed: Set<SASLMechanismName> = []
    private var condition = SASLFailure.Condition.invalidMechanism
    private var reason: SASLFailure.Reason?
    private var texts: [LocalizedText] = []

    init(of offer: SASLOffer) { self.offer = offer }

    /// Notes what the server said.
    mutating func note(_ failure: (condition: SASLFailure.Condition, texts: [LocalizedText])) {
        (condition, texts) = failure
        reason = nil
    }

    /// Notes why this side has ended an attempt.
    mutating func note(_ failure: SASLFailure) {
        condition = failure.condition
        reason = failure.reason
        texts = []
    }

    /// What the last attempt came to; and why there is no other, where no mechanism will do.
    func failure(_ choice: SASLChoice?) -> AuthenticationFailure {
        AuthenticationFailure(
            condition, reason: reason, tried: tried.map(\.description), texts: texts, choice: choice)
    }
}

extension SASLFailure.Reason {
    /// Whether a client may go on with another mechanism, once this has ended an attempt on its side: where its host did
    /// not know, or where the server has refused it. A server that breaks rules, or has not proved itself, gets nothing
    /// more.
    var allowsAnotherMechanism: Bool {
        switch self {
        case .unavailable, .peer: true
        case .malformed, .messageSize, .mandatoryExtension, .nonce, .iterationCount, .channelBinding, .downgrade,
            .proof, .expired, .replay, .tooEarly, .outOfTurn, .authorization:
            false
        }
    }
}
