import XMLStream
import XMPPSASL

/// The receiving entity's side of SASL (RFC 6120 §6.4).
///
/// ```text
/// awaitingAuth ─auth→ awaitingResponse ⇄ awaitingHost
///      ↑                │  └─accepted→ over
///      └─refused────────┘     refused too often→ over
/// ```
package struct SASLReception: FeatureMachine {
    package enum State: Hashable, Sendable {
        /// The client may begin; so many handshakes have come to nothing.
        case awaitingAuth(failures: Int)
        /// The client owes a response.
        case awaitingResponse(AnySASLExchange, failures: Int)
        /// The host owes an answer.
        case awaitingHost(AnySASLExchange, failures: Int)
        /// Terminal: the client has authenticated, or the stream ends.
        case over
    }

    private let configuration: SASLReceivingConfiguration
    private var state = State.awaitingAuth(failures: 0)

    package init(_ configuration: SASLReceivingConfiguration) { self.configuration = configuration }

    /// The machine that a snapshot was taken of; nil where the bytes are none.
    package init?(_ configuration: SASLReceivingConfiguration, restoring snapshot: [UInt8]) {
        self.configuration = configuration
        guard snapshot.count == 1, let failures = snapshot.first.map({ Int($0) }), failures <= mostFailures else {
            return nil
        }
        state = .awaitingAuth(failures: failures)
    }

    /// Between two handshakes only: in one there are secrets, and nonces that must not come twice.
    package func snapshot() -> [UInt8]? {
        if case .awaitingAuth(let failures) = state { [UInt8(clamping: failures)] } else { nil }
    }

    package mutating func receive(_ event: FeatureEvent, in context: FeatureContext) -> [FeatureEffect] {
        switch (state, event) {
        case (.awaitingAuth(let failures), .received(let element)):
            if element.isNamed(.auth, in: .sasl) { return begin(element, failures, context) }
            if element.isNamed(.abort, in: .sasl) { return fail(.aborted, failures) }
            if element.isNamed(.response, in: .sasl) { return fail(.malformedRequest, failures) }
            return unexpected()
        case (.awaitingResponse(let exchange, let failures), .received(let element)):
            if element.isNamed(.response, in: .sasl) { return take(element, exchange, failures, context) }
            if element.isNamed(.abort, in: .sasl) { return fail(.aborted, failures) }
            // §6.4.2: another handshake takes the place of this one, which counts as one that came to nothing.
            if element.isNamed(.auth, in: .sasl) {
                let failures = failures &+ 1
                return failures > mostFailures ? tooMany() : begin(element, failures, context)
            }
            return unexpected()
        case (.awaitingHost(let exchange, let failures), .answered(.authentication(let answer))):
            return step(exchange, .answered(answer), failures, context)
        case (.awaitingHost(let exchange, let failures), .answered(.unavailable)):
            return step(exchange, .answered(.unavailable), failures, context)

        // The host is at fault, or the negotiation that hands events on.
        case (.awaitingAuth, .chosen), (.awaitingAuth, .answered), (.awaitingAuth, .switched),
            (.awaitingResponse, .chosen), (.awaitingResponse, .answered), (.awaitingResponse, .switched),
            (.awaitingHost, .chosen), (.awaitingHost, .received), (.awaitingHost, .answered),
            (.awaitingHost, .switched):
            return [.refuse]

        // The terminal state absorbs everything.
        case (.over, _): return [.refuse]
        }
    }
}

extension SASLReception {
    // MARK: What the client says

    private mutating func begin(
        _ auth: Element, _ failures: Int, _ context: FeatureContext
    ) -> [FeatureEffect] {
        do throws(SASLFailure.Condition) {
            let exchange = try configuration.exchange(askedFor: auth, knowing: context.facts)
            let payload = try SASLNonza.payload(of: auth, at: .initialResponse)
            return step(exchange, .begun(payload), failures, context)
        } catch {
            return fail(error, failures)
        }
    }

    private mutating func take(
        _ response: Element, _ exchange: AnySASLExchange, _ failures: Int, _ context: FeatureContext
    ) -> [FeatureEffect] {
        do throws(SASLFailure.Condition) {
            let payload = try SASLNonza.payload(of: response, at: .exchange)
            return step(exchange, .received(payload ?? SASLPayload([])), failures, context)
        } catch {
            return fail(error, failures)
        }
    }

    // MARK: Steps

    private mutating func step(
        _ exchange: AnySASLExchange, _ event: SASLEvent, _ failures: Int, _ context: FeatureContext
    ) -> [FeatureEffect] {
        var exchange = exchange
        let mechanism = exchange.exchange.mechanism
        var action = exchange.exchange.receive(event, using: context.crypto)
        if case .refuse = action, case .answered = event { return [.refuse] }
        for _ in 0..<SASLReception.mostOwnAnswers {
            switch action {
            case .send(let payload):
                state = .awaitingResponse(exchange, failures: failures)
                return [.sending { () throws(XMLContentError) in try SASLNonza.exchange(.challenge, payload) }]
            case .ask(let question):
                switch configuration.judgement(of: question, by: mechanism, knowing: context.facts) {
                case .ask(let question):
                    state = .awaitingHost(exchange, failures: failures)
                    return [.ask(.authentication(question))]
                case .answer(let answer):
                    action = exchange.exchange.receive(.answered(answer), using: context.crypto)
                }
            case .done(let outcome): return conclude(mechanism, outcome, failures, context)
            case .fail(let failure): return fail(failure.condition, failures)
            case .refuse: return fail(.malformedRequest, failures)
            }
        }
        return fail(.temporaryAuthFailure, failures)
    }

    private mutating func conclude(
        _ mechanism: SASLMechanismName, _ outcome: SASLOutcome, _ failures: Int, _ context: FeatureContext
    ) -> [FeatureEffect] {
        let facts = context.facts
        switch configuration.client(of: outcome, by: mechanism, knowing: facts) {
        case .refused(let condition): return fail(condition, failures)
        case .authenticated(let address):
            // §6.4.6: what a protected header said has to be true. In the open anybody can have written it.
            if let address, let from = facts.initiator, facts.isSecure || facts.content != .client,
                from.bare != address
            {
                state = .over
                return [.violation(.invalidFrom, expected: "a stream that is from whom has authenticated")]
            }
            state = .over
            return [
                .sending { () throws(XMLContentError) in try SASLNonza.success(outcome.additionalData) },
                .grant(
                    .authenticated(
                        Authentication(
                            mechanism: mechanism.description, address: address,
                            isPeerVerified: outcome.isPeerVerified, tokens: outcome.tokens))), .restart,
            ]
        }
    }

    // MARK: Failure

    /// Refuses a handshake. The client may begin another, unless it has had too many (§6.4.5).
    private mutating func fail(_ condition: SASLFailure.Condition, _ failures: Int) -> [FeatureEffect] {
        let answer = FeatureEffect.sending { () throws(XMLContentError) in try SASLNonza.failure(condition) }
        let failures = failures &+ 1
        if failures > mostFailures { return [answer] + tooMany() }
        state = .awaitingAuth(failures: failures)
        return [answer, .grant(.authenticationFailed)]
    }

    private mutating func tooMany() -> [FeatureEffect] {
        state = .over
        return [.violation(.policyViolation, expected: "fewer attempts to authenticate")]
    }

    private mutating func unexpected() -> [FeatureEffect] {
        state = .over
        return [.violation(.unsupportedStanzaType, expected: "an element of SASL that is due")]
    }

    private var mostFailures: Int { min(max(configuration.maximumRetries, 2), 5) }
    /// More questions in a row no mechanism has.
    private static let mostOwnAnswers = 8
}

extension SASLReception: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var stateName: String {
        switch state {
        case .awaitingAuth: "awaitingAuth"
        case .awaitingResponse: "awaitingResponse"
        case .awaitingHost: "awaitingHost"
        case .over: "over"
        }
    }

    /// The state by its name: there are credentials in it.
    package var description: String { stateName }
    package var debugDescription: String { stateName }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
