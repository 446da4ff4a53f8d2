package import XMLStream
import XMPPStanza

/// The receiving entity's side of a negotiation, which goes on for as long as voluntary features are on offer.
///
/// ```text
/// awaitingHeader ─opened→ offering ⇄ busy ─restart→ awaitingHeader
///                            └─ failed ─┘
/// ```
package struct ReceivingNegotiation: Hashable, Sendable {
    package enum State: Hashable, Sendable {
        /// The initiating entity owes its header.
        case awaitingHeader
        /// Features are on offer; the machine of each waits for the peer.
        case offering([AwakeFeature])
        /// The machine of that key waits for the host: for an answer, or for another transport.
        case busy([AwakeFeature], FeatureKey, isSwitching: Bool)
        /// Terminal: the stream ends.
        case failed
    }

    package internal(set) var state = State.awaitingHeader
    package var facts: StreamFacts
    package internal(set) var plan = NegotiationPlan()
    /// Whether the stream is ready for stanzas.
    package internal(set) var isSettled = false
    var restarts = 0
    var elements = 0

    package init(_ facts: StreamFacts) { self.facts = facts }

    /// Forgets what became of features so far.
    package mutating func dropPlan() { plan = NegotiationPlan() }

    /// The same without what decides nothing, or only when it is all at once too much: the printed plan, and the count of
    /// elements. For walks over all states, which would not come to an end otherwise.
    package var withoutAccounts: ReceivingNegotiation {
        var copy = self
        copy.plan = NegotiationPlan()
        copy.elements = 0
        return copy
    }

    /// Takes an event.
    package mutating func receive(_ event: NegotiationEvent, in setup: NegotiationSetup) -> [NegotiationAction] {
        switch (state, event) {
        case (.awaitingHeader, .opened): return offer(in: setup)
        case (.offering(let awake), .element(let element)): return take(element, awake, in: setup)
        case (.busy(let awake, let key, isSwitching: false), .answered(let answer)):
            return step(key, .answered(answer), awake, in: setup)
        case (.busy(let awake, let key, isSwitching: true), .switched(let transport)):
            return step(key, .switched(transport), awake, in: setup)

        // The peer is at fault.
        case (.offering, .features):
            return fail(.unsupportedStanzaType, expected: "no features of the entity that was not called")

        // The host is.
        case (.awaitingHeader, .features), (.awaitingHeader, .element), (.awaitingHeader, .answered),
            (.awaitingHeader, .switched), (.offering, .opened), (.offering, .answered), (.offering, .switched),
            (.busy, .features), (.busy, .opened), (.busy, .element), (.busy(_, _, isSwitching: true), .answered),
            (.busy(_, _, isSwitching: false), .switched):
            return [.refuse]

        // The terminal state absorbs everything.
        case (.failed, _): return [.refuse]
        }
    }

    /// Whether an element may be one of a feature's, where the stream is ready: otherwise it need not come here.
    package func takes(_ element: Element, in setup: NegotiationSetup) -> Bool {
        guard case .offering(let awake) = state else { return true }
        if awake.contains(where: { setup.feature($0.key)?.takes(element, knowing: facts) == true }) { return true }
        // A request that comes too late is refused by the feature that it is for.
        guard IQ(element)?.isRequest == true else { return false }
        return setup.features.contains { feature in
            feature.takes(element, knowing: facts) && feature.refusal(of: element, knowing: facts) != nil
        }
    }
}

extension ReceivingNegotiation {
    // MARK: Offering

    /// Makes the list of features, and their machines.
    private mutating func offer(in setup: NegotiationSetup) -> [NegotiationAction] {
        var list = StreamFeatures()
        var awake: [AwakeFeature] = []
        let hasList = facts.version?.hasFeatures == true && facts.content != .component
        for feature in setup.features {
            if facts.negotiated.contains(feature.key) { continue }
            if let obstacle = setup.obstacle(to: feature, knowing: facts) {
                plan.note(feature.key, .skipped, obstacle)
                continue
            }
            let machine = { feature.machine(for: .receiving) }
            switch feature.offer(knowing: facts) {
            case .withheld(let reason): plan.note(feature.key, .skipped, reason)
            case .unlisted:
                plan.note(feature.key, .offered, "without a word")
                awake.append(AwakeFeature(key: feature.key, machine: machine(), isMandatory: false))
            // Whoever gets no list is offered nothing that stands in one (S13 of the threat list).
            case .offered where !hasList: plan.note(feature.key, .skipped, "the peer takes no list of features")
            case .offered(let element, let isMandatory):
                plan.note(feature.key, .offered, "in the list", isMandatory: isMandatory)
                list.append(StreamFeatures.Feature(element))
                awake.append(AwakeFeature(key: feature.key, machine: machine(), isMandatory: isMandatory))
            }
        }
        state = .offering(awake)
        guard hasList else { return settleIfReady(setup) }
        do throws(XMLContentError) {
            return [.send(try list.element())] + settleIfReady(setup)
        } catch {
            return fail(.internalServerError, expected: "features that can be written")
        }
    }

    private mutating func settleIfReady(_ setup: NegotiationSetup) -> [NegotiationAction] {
        if isSettled || !setup.policy.isReached(by: facts) { return [] }
        isSettled = true
        return [.settled]
    }

    // MARK: Steps

    /// Finds out whose element it is.
    private mutating func take(
        _ element: Element, _ awake: [AwakeFeature], in setup: NegotiationSetup
    ) -> [NegotiationAction] {
        if !isSettled { elements &+= 1 }
        if elements > setup.policy.maximumElements {
            return fail(.policyViolation, expected: "a stream that is ready by now")
        }
        if let feature = awake.first(where: { setup.feature($0.key)?.takes(element, knowing: facts) == true }) {
            return step(feature.key, .received(element), awake, in: setup)
        }
        for feature in setup.features where feature.takes(element, knowing: facts) {
            if let refusal = feature.refusal(of: element, knowing: facts) { return [.send(refusal)] }
        }
        if isSettled { return [.pass(element)] }
        if AnyStanza.isStanza(element) {
            return fail(.notAuthorized, expected: "no stanza before the stream is ready")
        }
        return fail(.unsupportedStanzaType, expected: "an element of a feature that is on offer")
    }

    private mutating func step(
        _ key: FeatureKey, _ event: FeatureEvent, _ awake: [AwakeFeature], in setup: NegotiationSetup
    ) -> [NegotiationAction] {
        var awake = awake
        guard let index = awake.firstIndex(where: { $0.key == key }) else { return [.refuse] }
        let effects = awake[index].machine.receive(event, in: setup.context(facts))
        if effects == [.refuse] { return [.refuse] }
        var actions: [NegotiationAction] = []
        state = .offering(awake)
        for effect in effects {
            switch effect {
            case .send(let element): actions.append(.send(element))
            case .install(let stage): actions.append(.install(stage))
            case .ask(let question):
                state = .busy(awake, key, isSwitching: false)
                actions.append(.ask(question))
            case .switchTransport(.compression) where !facts.isAuthenticated:
                actions += fail(.policyViolation, expected: "authentication before compression")
            case .switchTransport(let transport):
                state = .busy(awake, key, isSwitching: true)
                actions.append(.switchTransport(transport))
            case .grant(let fact): actions += grant(fact, on: event, setup)
            case .restart:
                note(key)
                actions += reopen(setup)
            case .renewFeatures:
                note(key)
                actions += offer(in: setup)
            case .finish:
                note(key)
                close(key, &awake, setup)
                actions += settleIfReady(setup)
            case .decline(let reason):
                plan.note(key, .declined, reason)
                awake.removeAll { $0.key == key }
                state = .offering(awake)
            case .fail(let failure): actions += fail(failure)
            case .refuse: actions.append(.refuse)
            }
            if case .failed = state { return actions }
        }
        return actions
    }

    private mutating func grant(
        _ fact: StreamFact, on event: FeatureEvent, _ setup: NegotiationSetup
    ) -> [NegotiationAction] {
        if !fact.isOfTransport(after: event) {
            return fail(.internalServerError, expected: "nobody but the transport to say that it is secure")
        }
        let wasAuthenticated = facts.isAuthenticated
        if case .secure = fact { facts.forgetWhatWasSaidInTheClear() }
        facts.take(fact)
        if facts.isAuthenticated, setup.policy.requiresTLS, !facts.isSecure {
            return fail(.policyViolation, expected: "TLS before authentication")
        }
        return facts.isAuthenticated && !wasAuthenticated ? [.authenticated] : []
    }

    private mutating func note(_ key: FeatureKey) {
        if !facts.negotiated.contains(key) { facts.negotiated.append(key) }
        plan.note(key, .negotiated, "done")
    }

    /// Takes a feature off, and those that it stands for or that must not go with it.
    private mutating func close(_ key: FeatureKey, _ awake: inout [AwakeFeature], _ setup: NegotiationSetup) {
        awake.removeAll { other in
            other.key == key || setup.feature(other.key).map { setup.obstacle(to: $0, knowing: facts) != nil } ?? true
        }
        state = .offering(awake)
    }

    private mutating func reopen(_ setup: NegotiationSetup) -> [NegotiationAction] {
        restarts &+= 1
        if restarts > setup.policy.maximumRestarts {
            return fail(.policyViolation, expected: "fewer new streams on one transport")
        }
        state = .awaitingHeader
        return [.restart]
    }

    private mutating func fail(_ condition: StreamErrorCondition, expected: String) -> [NegotiationAction] {
        fail(.violation(StreamViolation(condition, expected: expected)))
    }

    private mutating func fail(_ failure: NegotiationFailure) -> [NegotiationAction] {
        state = .failed
        return [.fail(failure)]
    }
}
