import XMLStream
import XMPPSASL
import XMPPStanza

/// The initiating entity's side of SASL (RFC 6120 §6.4).
///
/// ```text
/// unchosen ─chosen→ awaitingServer ⇄ awaitingHost
///                     │  ├─success, proved→ over
///                     │  └─failure→ awaitingServer, with another mechanism | over
///                     └─fails here→ aborting ─failure→ awaitingServer, with another mechanism | over
/// ```
package struct SASLInitiation: FeatureMachine {
    package enum State: Hashable, Sendable {
        /// Nothing has been offered.
        case unchosen
        /// The server owes a challenge or its verdict.
        case awaitingServer(Attempt)
        /// The host owes an answer.
        case awaitingHost(Attempt)
        /// The handshake was aborted, for this reason; the server owes `<failure/>`.
        case aborting(SASLAttempts, SASLFailure)
        /// Terminal: the server has accepted the client and proved itself, or nothing is left to try.
        case over
    }

    /// One run of a mechanism.
    package struct Attempt: Hashable, Sendable {
        var exchange: AnySASLExchange
        let selection: SASLChoice.Selection
        var attempts: SASLAttempts
        /// Whether `<auth/>` has been sent.
        var hasBegun = false
        /// Whether the server says that all is well.
        var hasSucceeded = false
    }

    private let configuration: SASLInitiatingConfiguration
    private var state = State.unchosen

    package init(_ configuration: SASLInitiatingConfiguration) { self.configuration = configuration }

    package mutating func receive(_ event: FeatureEvent, in context: FeatureContext) -> [FeatureEffect] {
        switch (state, event) {
        case (.unchosen, .chosen(let offer?, among: let list)):
            return begin(SASLAttempts(of: SASLOffer(offer, among: list)), context)
        case (.awaitingServer(let attempt), .received(let element)): return take(element, attempt, context)
        case (.awaitingHost(let attempt), .answered(.authentication(let answer))):
            return step(attempt, .answered(answer), context)
        case (.awaitingHost(let attempt), .answered(.unavailable)):
            return step(attempt, .answered(.unavailable), context)
        case (.aborting(let attempts, let failure), .received(let element)):
            return takeAborted(element, attempts, failure, context)

        // The host is at fault, or the negotiation that hands events on.
        case (.unchosen, .chosen(nil, among: _)), (.unchosen, .received), (.unchosen, .answered),
            (.unchosen, .switched), (.awaitingServer, .chosen), (.awaitingServer, .answered),
            (.awaitingServer, .switched), (.awaitingHost, .chosen), (.awaitingHost, .received),
            (.awaitingHost, .answered), (.awaitingHost, .switched), (.aborting, .chosen), (.aborting, .answered),
            (.aborting, .switched):
            return [.refuse]

        // The terminal state absorbs everything.
        case (.over, _): return [.refuse]
        }
    }
}

extension SASLInitiation {
    // MARK: Attempts

    /// Begins with the best mechanism that has not failed.
    private mutating func begin(_ attempts: SASLAttempts, _ context: FeatureContext) -> [FeatureEffect] {
        var attempts = attempts
        while attempts.tried.count < max(1, configuration.maximumAttempts) {
            let choice = configuration.choice(
                from: attempts.offer, knowing: context.facts, failed: attempts.failed)
            guard case .use(let selection) = choice.decision else { return end(attempts.failure(choice)) }
            attempts.failed.insert(selection.mechanism.name)
            // A name or a password that this mechanism cannot say.
            guard let exchange = configuration.exchange(for: selection) else { continue }
            attempts.tried.append(selection.mechanism.name)
            let attempt = Attempt(exchange: exchange, selection: selection, attempts: attempts)
            return step(attempt, .begun(nil), context)
        }
        return end(attempts.failure(nil))
    }

    private mutating func end(_ failure: AuthenticationFailure) -> [FeatureEffect] {
        state = .over
        return configuration.isRequired ? [.fail(.authentication(failure))] : [.decline("\(failure)")]
    }

    // MARK: What the server says

    private mutating func take(
        _ element: Element, _ attempt: Attempt, _ context: FeatureContext
    ) -> [FeatureEffect] {
        var attempt = attempt
        do throws(SASLFailure.Condition) {
            if element.isNamed(.challenge, in: .sasl) {
                let payload = try SASLNonza.payload(of: element, at: .exchange)
                return step(attempt, .received(payload ?? SASLPayload([])), context)
            }
            if element.isNamed(.success, in: .sasl) {
                attempt.hasSucceeded = true
                return step(attempt, .succeeded(try SASLNonza.payload(of: element, at: .success)), context)
            }
        } catch {
            return fail(attempt, SASLFailure(condition: error, reason: .malformed), context)
        }
        guard element.isNamed(.failure, in: .sasl) else { return unexpected() }
        attempt.attempts.note(SASLNonza.reading(element))
        return begin(attempt.attempts, context)
    }

    /// What comes behind `<abort/>`.
    private mutating func takeAborted(
        _ element: Element, _ attempts: SASLAttempts, _ failure: SASLFailure, _ context: FeatureContext
    ) -> [FeatureEffect] {
        guard element.isNamed(.failure, in: .sasl) else { return unexpected() }
        var attempts = attempts
        attempts.note(failure)
        if failure.reason.allowsAnotherMechanism { return begin(attempts, context) }
        state = .over
        return [.fail(.authentication(attempts.failure(nil)))]
    }

    private mutating func unexpected() -> [FeatureEffect] {
        state = .over
        return [.violation(.unsupportedStanzaType, expected: "an element of SASL that is due")]
    }

    // MARK: Steps

    private mutating func step(
        _ attempt: Attempt, _ event: SASLEvent, _ context: FeatureContext
    ) -> [FeatureEffect] {
        var attempt = attempt
        switch attempt.exchange.exchange.receive(event, using: context.crypto) {
        case .send(let payload):
            if attempt.hasSucceeded { return fail(attempt, Self.tooEarly, context) }
            let name = attempt.selection.mechanism.name
            let effect: FeatureEffect =
                attempt.hasBegun
                ? .sending { () throws(XMLContentError) in try SASLNonza.exchange(.response, payload) }
                : .sending { () throws(XMLContentError) in try SASLNonza.auth(name, payload) }
            attempt.hasBegun = true
            state = .awaitingServer(attempt)
            return [effect]
        case .ask(let question):
            state = .awaitingHost(attempt)
            return [.ask(.authentication(question))]
        case .done(let outcome):
            // The server has not said so.
            guard attempt.hasSucceeded else { return fail(attempt, Self.tooEarly, context) }
            state = .over
            let authentication = Authentication(
                mechanism: attempt.selection.mechanism.name.description, isPeerVerified: outcome.isPeerVerified,
                strengthToRemember: attempt.selection.strengthToRemember)
            return [.grant(.authenticated(authentication)), .restart]
        case .fail(let failure): return fail(attempt, failure, context)
        case .refuse:
            if case .answered = event { return [.refuse] }
            return fail(attempt, SASLFailure(condition: .aborted, reason: .outOfTurn), context)
        }
    }

    /// The exchange has come to an end on this side. Where the server has said that all is well, there is nothing left to
    /// abort, and where nothing was sent, nothing yet.
    private mutating func fail(
        _ attempt: Attempt, _ failure: SASLFailure, _ context: FeatureContext
    ) -> [FeatureEffect] {
        var attempts = attempt.attempts
        if attempt.hasSucceeded || !attempt.hasBegun {
            attempts.note(failure)
            if !attempt.hasSucceeded, failure.reason.allowsAnotherMechanism { return begin(attempts, context) }
            state = .over
            return [.fail(.authentication(attempts.failure(nil)))]
        }
        state = .aborting(attempts, failure)
        return [.sending { () throws(XMLContentError) in try SASLNonza.abort() }]
    }

    private static let tooEarly = SASLFailure(condition: .aborted, reason: .tooEarly)
}

extension SASLInitiation: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var stateName: String {
        switch state {
        case .unchosen: "unchosen"
        case .awaitingServer: "awaitingServer"
        case .awaitingHost: "awaitingHost"
        case .aborting: "aborting"
        case .over: "over"
        }
    }

    /// The state by its name: there are credentials in it.
    package var description: String { stateName }
    package var debugDescription: String { stateName }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
