import XMLStream
import XMPPStanza

/// The server's side of in-band registration (XEP-0077 §3.1).
///
/// ```text
/// offered ⇄ askingFields ─complete→ registering → registered
///    └─ more than the retries allowed → ended
/// ```
enum ReceivingRegistration: FeatureMachine {
    /// The client may ask. So many attempts were refused; these fields are required, once the host has said so.
    case offered(RegistrationFeature, failures: UInt8, required: [String]?)
    /// The host owes the fields: to tell them, or to see whether this is all of them.
    case askingFields(RegistrationFeature, failures: UInt8, IQ, filled: RegistrationFields?)
    /// The host owes a verdict.
    case registering(RegistrationFeature, failures: UInt8, IQ, required: [String])
    /// Terminal: an account was opened.
    case registered
    /// Terminal: the client has tried too often, or broke a rule.
    case ended

    mutating func receive(_ event: FeatureEvent, in context: FeatureContext) -> [FeatureEffect] {
        let effects: [FeatureEffect]
        (self, effects) = ReceivingRegistration.step(from: self, on: event)
        return effects
    }

    private static func step(
        from state: ReceivingRegistration, on event: FeatureEvent
    ) -> (ReceivingRegistration, [FeatureEffect]) {
        switch (state, event) {
        case (.offered(let feature, let failures, let required), .received(let element)):
            guard let request = IQ(element), request.isRequest, request.isAnswerable else {
                return (.ended, [.violation(.unsupportedStanzaType, expected: "a request to register")])
            }
            return Attempt(feature, failures, request).consider(required)
        case (.askingFields(let feature, let failures, let request, nil), .answered(.registration(.success(let asked)))):
            return (.offered(feature, failures: failures, required: asked.names), [fields(asked, to: request)])
        case (
            .askingFields(let feature, let failures, let request, let filled?),
            .answered(.registration(.success(let asked)))
        ):
            return Attempt(feature, failures, request).register(filled, asked.names)
        case (.registering(_, _, let request, _), .answered(.registration(.success))):
            return (.registered, [.result(of: request), .finish])
        case (.askingFields(let feature, let failures, let request, _), .answered(.registration(.failure(let error)))):
            return Attempt(feature, failures, request).refuse(error, nil)
        case (
            .registering(let feature, let failures, let request, let required),
            .answered(.registration(.failure(let error)))
        ):
            return Attempt(feature, failures, request).refuse(error, required)
        case (.askingFields(let feature, let failures, let request, _), .answered(.unavailable)),
            (.registering(let feature, let failures, let request, _), .answered(.unavailable)):
            return Attempt(feature, failures, request).refuse(StanzaError(.internalServerError, type: .wait), nil)

        // The host is at fault.
        case (.offered, .chosen), (.offered, .answered), (.offered, .switched), (.askingFields, .chosen),
            (.askingFields, .received), (.askingFields, .answered), (.askingFields, .switched),
            (.registering, .chosen), (.registering, .received), (.registering, .answered), (.registering, .switched):
            return (state, [.refuse])

        // Terminal states absorb everything.
        case (.registered, _), (.ended, _): return (state, [.refuse])
        }
    }

    private static func fields(_ asked: RegistrationFields, to request: IQ) -> FeatureEffect {
        .result(of: request) { () throws(XMLContentError) in
            try RegistrationForm(offering: asked).query(isRegistered: asked.isRegistered)
        }
    }
}

/// One request of a client, and how many went wrong before.
private struct Attempt {
    private let feature: RegistrationFeature
    private let failures: UInt8
    private let request: IQ

    init(_ feature: RegistrationFeature, _ failures: UInt8, _ request: IQ) {
        self.feature = feature
        self.failures = failures
        self.request = request
    }

    /// Looks at what the client asks.
    func consider(_ required: [String]?) -> (ReceivingRegistration, [FeatureEffect]) {
        guard (try? request.check()) != nil, let envelope = FeatureRequest.envelope(of: request),
            let query = request.payload, query.isNamed(.query, in: .jabberIqRegister)
        else { return refuse(StanzaError(.badRequest), required) }
        if request.element.attribute(.type, equals: "get") {
            return (
                .askingFields(feature, failures: failures, envelope, filled: nil), [.ask(.registration(.fields))]
            )
        }
        if query.child(.remove, in: .jabberIqRegister) != nil {
            // Who has not authenticated has nothing to remove (§3.2).
            let isAlone = query.children.reduce(0) { count, _ in count &+ 1 } == 1
            return refuse(StanzaError(isAlone ? .unexpectedRequest : .badRequest), required)
        }
        guard let form = RegistrationForm(submitting: query) else { return refuse(StanzaError(.badRequest), required) }
        let kept = Attempt(feature, failures, envelope)
        if let required { return kept.register(form.values, required) }
        return (
            .askingFields(feature, failures: failures, envelope, filled: form.values), [.ask(.registration(.fields))]
        )
    }

    /// Has the host open an account, unless something is missing or empty (§3.1).
    func register(
        _ filled: RegistrationFields, _ required: [String]
    ) -> (ReceivingRegistration, [FeatureEffect]) {
        let isComplete = required.allSatisfy { filled[$0]?.exposed.isEmpty == false }
        // An empty password is none, whether it is required or not (§3.3).
        guard isComplete, filled["password"]?.exposed.isEmpty != true else {
            return refuse(StanzaError(.notAcceptable), required)
        }
        return (
            .registering(feature, failures: failures, request, required: required),
            [.ask(.registration(.register(filled)))]
        )
    }

    func refuse(_ error: StanzaError, _ required: [String]?) -> (ReceivingRegistration, [FeatureEffect]) {
        let answer = FeatureEffect.error(error, to: request)
        guard failures < feature.maximumRetries else {
            return (.ended, [answer, .violation(.policyViolation, expected: "fewer attempts to register")])
        }
        return (.offered(feature, failures: failures &+ 1, required: required), [answer])
    }
}

extension RegistrationFields {
    /// The names of the fields, in order.
    fileprivate var names: [String] { fields.map(\.name) }
}

extension ReceivingRegistration {
    func snapshot() -> [UInt8]? {
        switch self {
        case .offered(_, let failures, nil): return [0, failures]
        case .offered(_, let failures, let required?):
            let names = required.compactMap(MachineBytes.text)
            guard names.count == required.count, let count = UInt8(exactly: names.count) else { return nil }
            return [1, failures, count] + names.joined()
        case .askingFields, .registering: return nil
        case .registered: return [2]
        case .ended: return [3]
        }
    }

    init?(restoring bytes: [UInt8], for feature: RegistrationFeature) {
        var bytes = MachineBytes(bytes)
        switch bytes.byte() {
        case 0:
            guard let failures = bytes.byte() else { return nil }
            self = .offered(feature, failures: failures, required: nil)
        case 1:
            guard let failures = bytes.byte(), let count = bytes.byte() else { return nil }
            var required: [String] = []
            for _ in 0..<count {
                guard let name = bytes.text() else { return nil }
                required.append(name)
            }
            self = .offered(feature, failures: failures, required: required)
        case 2: self = .registered
        case 3: self = .ended
        default: return nil
        }
        if !bytes.isAtEnd { return nil }
    }
}
