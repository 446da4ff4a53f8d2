import CryptoSeam
import XMPPSASL

/// A mechanism of a host's own, in which one message is enough.
struct OwnExchange: SASLExchange {
    /// What its client makes of the success.
    enum Manner: Hashable { case honest, speaksOn, asksOn }

    let mechanism: SASLMechanismName
    let additionalData: SASLPayload?
    var manner = Manner.honest

    mutating func receive(_ event: SASLEvent, using crypto: any CryptoProvider.Type) -> SASLAction {
        let outcome = SASLOutcome(isPeerVerified: true, identity: nil, additionalData: nil)
        return switch event {
        case .begun(nil): .send(SASLPayload([1]))
        case .begun:
            .done(
                SASLOutcome(
                    isPeerVerified: true, identity: SASLIdentity(username: "juliet"), additionalData: additionalData))
        case .succeeded:
            switch manner {
            case .honest: .done(outcome)
            case .speaksOn: .send(SASLPayload([2]))
            case .asksOn: .ask(.randomBytes(count: 1))
            }
        case .answered(.randomBytes): .done(outcome)
        case .answered: .fail(SASLFailure(condition: .aborted, reason: .unavailable))
        // It thinks that all is well, before the server has said so.
        case .received: .done(outcome)
        }
    }
}
