import XMLStream
import XMPPStanza

/// The client's side of in-band registration (XEP-0077 §3.1).
enum InitiatingRegistration: FeatureMachine {
    /// Nothing has been sent.
    case idle(RegistrationFeature)
    /// The server owes the fields that there are.
    case awaitingFields(RegistrationFeature)
    /// The server owes a verdict.
    case awaitingVerdict(RegistrationFeature)
    /// Terminal: there is an account.
    case registered
    /// Terminal: none was opened.
    case refused

    mutating func receive(_ event: FeatureEvent, in context: FeatureContext) -> [FeatureEffect] {
        let effects: [FeatureEffect]
        (self, effects) = InitiatingRegistration.step(from: self, on: event, knowing: context.facts)
        return effects
    }

    private static func step(
        from state: InitiatingRegistration, on event: FeatureEvent, knowing facts: StreamFacts
    ) -> (InitiatingRegistration, [FeatureEffect]) {
        switch (state, event) {
        case (.idle(let feature), .chosen):
            let request = FeatureRequest.make(.get, fieldsID, to: facts.domain) { () throws(XMLContentError) in
                try ElementBuilder(.query, in: .jabberIqRegister).finish()
            }
            return (.awaitingFields(feature), [request])
        case (.awaitingFields(let feature), .received(let element)):
            switch FeatureRequest.outcome(of: fieldsID, element) {
            case .result(let query): return fill(query, feature, facts)
            case .error(let error): return refuse(feature, error)
            case .unrelated: return (state, [])
            }
        case (.awaitingVerdict(let feature), .received(let element)):
            switch FeatureRequest.outcome(of: verdictID, element) {
            case .result: return (.registered, [.finish])
            case .error(let error): return refuse(feature, error)
            case .unrelated: return (state, [])
            }

        // The host is at fault.
        case (.idle, .received), (.idle, .answered), (.idle, .switched), (.awaitingFields, .chosen),
            (.awaitingFields, .answered), (.awaitingFields, .switched), (.awaitingVerdict, .chosen),
            (.awaitingVerdict, .answered), (.awaitingVerdict, .switched):
            return (state, [.refuse])

        // Terminal states absorb everything.
        case (.registered, _), (.refused, _): return (state, [.refuse])
        }
    }

    /// Fills in what the server asks for, all of it (§3.1).
    private static func fill(
        _ query: Element?, _ feature: RegistrationFeature, _ facts: StreamFacts
    ) -> (InitiatingRegistration, [FeatureEffect]) {
        guard let query, query.isNamed(.query, in: .jabberIqRegister), let fields = feature.fields else {
            return refuse(feature, StanzaError(.undefinedCondition))
        }
        if query.child(.registered, in: .jabberIqRegister) != nil {
            return (.registered, [.decline("there is an account already")])
        }
        guard let form = RegistrationForm(asking: query), let filled = form.filled(with: fields) else {
            return refuse(feature, StanzaError(.notAcceptable))
        }
        let request = FeatureRequest.make(.set, verdictID, to: facts.domain) { () throws(XMLContentError) in
            try filled.query()
        }
        return (.awaitingVerdict(feature), [request])
    }

    private static func refuse(
        _ feature: RegistrationFeature, _ error: StanzaError
    ) -> (InitiatingRegistration, [FeatureEffect]) {
        switch feature.onRefusal {
        case .fail: (.refused, [.fail(.refused(.registration, error))])
        case .authenticate: (.refused, [.decline("the server opened no account: \(error.condition)")])
        }
    }

    private static let fieldsID = "register-1"
    private static let verdictID = "register-2"
}

extension InitiatingRegistration {
    func snapshot() -> [UInt8]? {
        switch self {
        case .idle: [0]
        case .awaitingFields: [1]
        case .awaitingVerdict: [2]
        case .registered: [3]
        case .refused: [4]
        }
    }

    init?(restoring bytes: [UInt8], for feature: RegistrationFeature) {
        switch bytes {
        case [0]: self = .idle(feature)
        case [1]: self = .awaitingFields(feature)
        case [2]: self = .awaitingVerdict(feature)
        case [3]: self = .registered
        case [4]: self = .refused
        default: return nil
        }
    }
}
