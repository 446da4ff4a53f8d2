import XMLStream
package import XMPPStanza

/// The initiating entity's side of a negotiation, from the first header until the stream is ready (RFC 6120 §4.3).
///
/// ```text
/// unopened ─begun→ awaitingFeatures ─features→ negotiating ─…→ awaitingFeatures | settled | failed
///     └─ judgingCertificate ─answered→ ┘           └─ judgingCertificate
/// ```
package struct InitiatingNegotiation: Hashable, Sendable {
    package enum State: Hashable, Sendable {
        /// No header has been sent.
        case unopened
        /// A header has been sent; the peer owes its own and its list.
        case awaitingFeatures
        /// One feature is being negotiated, of this list.
        case negotiating(AwakeFeature, of: StreamFeatures, Turn)
        /// The host is asked about the certificate of a channel: of TLS that came first, or that a feature asked for.
        case judgingCertificate(TLSFacts, for: AwakeFeature?, of: StreamFeatures)
        /// Terminal: the stream is ready for stanzas.
        case settled
        /// Terminal: the stream ends.
        case failed
    }

    /// Whose turn it is while a feature is negotiated.
    package enum Turn: Hashable, Sendable {
        /// The peer's.
        case peer
        /// The host's: it owes an answer.
        case host
        /// The host's: it owes another transport.
        case transport
    }

    package internal(set) var state = State.unopened
    package var facts: StreamFacts
    package internal(set) var plan = NegotiationPlan()
    /// Voluntary features of which nothing came, in the present stream.
    package internal(set) var declined: Set<FeatureKey> = []
    var restarts = 0
    var elements = 0

    package init(_ facts: StreamFacts) { self.facts = facts }

    /// Forgets what became of features so far.
    package mutating func dropPlan() { plan = NegotiationPlan() }

    /// The same without what decides nothing, or only when it is all at once too much: the printed plan, and the count of
    /// elements. For walks over all states, which would not come to an end otherwise.
    package var withoutAccounts: InitiatingNegotiation {
        var copy = self
        copy.plan = NegotiationPlan()
        copy.elements = 0
        return copy
    }

    /// Begins, on a transport that is open: with TLS already, or without.
    package mutating func begin(on tls: TLSFacts?, in setup: NegotiationSetup) -> [NegotiationAction] {
        guard case .unopened = state else { return [.refuse] }
        guard let tls else { return open() }
        return check(tls, for: nil, of: StreamFeatures(), in: setup)
    }

    /// Takes an event.
    package mutating func receive(_ event: NegotiationEvent, in setup: NegotiationSetup) -> [NegotiationAction] {
        switch event {
        case .features, .element:
            if !isPeersTurn { break }
            elements &+= 1
            if elements > setup.policy.maximumElements {
                return fail(.policyViolation, expected: "a stream that is ready by now")
            }
        case .opened, .answered, .switched: break
        }
        switch (state, event) {
        case (.awaitingFeatures, .features(let list)): return choose(from: list, in: setup)
        case (.negotiating(let feature, let list, .peer), .element(let element)):
            return step(feature, .received(element), list, in: setup)
        // A list may be sent anew behind a feature that takes no new stream (RFC 6120 §4.3.4): the last one holds.
        case (.negotiating(let feature, _, .peer), .features(let list)):
            state = .negotiating(feature, of: list, .peer)
            return []
        case (.negotiating(let feature, let list, .host), .answered(let answer)):
            return step(feature, .answered(answer), list, in: setup)
        case (.negotiating(let feature, let list, .transport), .switched(.tls(let facts))):
            return check(facts, for: feature, of: list, in: setup)
        case (.negotiating(let feature, let list, .transport), .switched(.compression(let method))):
            return step(feature, .switched(.compression(method: method)), list, in: setup)
        case (.judgingCertificate(let facts, let feature, let list), .answered(.certificate(let isAccepted))):
            guard isAccepted else { return fail(.certificate(verdict(on: facts))) }
            return trust(facts, for: feature, of: list, in: setup)
        case (.judgingCertificate(let facts, _, _), .answered(.unavailable)):
            return fail(.certificate(verdict(on: facts)))

        // The peer is at fault.
        case (.awaitingFeatures, .element):
            return fail(.unsupportedStanzaType, expected: "the list of features")

        // The host is.
        case (.unopened, .features), (.unopened, .element), (.unopened, .answered), (.unopened, .switched),
            (.unopened, .opened), (.awaitingFeatures, .answered), (.awaitingFeatures, .switched),
            (.awaitingFeatures, .opened), (.negotiating, .opened), (.negotiating(_, _, .peer), .answered),
            (.negotiating(_, _, .peer), .switched), (.negotiating(_, _, .host), .switched),
            (.negotiating(_, _, .host), .element), (.negotiating(_, _, .host), .features),
            (.negotiating(_, _, .transport), .answered), (.negotiating(_, _, .transport), .element),
            (.negotiating(_, _, .transport), .features), (.judgingCertificate, .answered),
            (.judgingCertificate, .features), (.judgingCertificate, .element), (.judgingCertificate, .switched),
            (.judgingCertificate, .opened):
            return [.refuse]

        // Terminal states absorb everything.
        case (.settled, .element(let element)): return [.pass(element)]
        case (.settled, .features): return []
        case (.settled, _), (.failed, _): return [.refuse]
        }
    }
}

extension InitiatingNegotiation {
    /// Whether the peer is to say something, so that what it says counts.
    private var isPeersTurn: Bool {
        switch state {
        case .awaitingFeatures, .negotiating(_, _, .peer): true
        case .unopened, .negotiating(_, _, .host), .negotiating(_, _, .transport), .judgingCertificate, .settled,
            .failed:
            false
        }
    }

    // MARK: Choosing

    /// Chooses what is negotiated next, or finds that the stream is ready.
    private mutating func choose(from list: StreamFeatures, in setup: NegotiationSetup) -> [NegotiationAction] {
        var hasChosen: (feature: any StreamFeature, offer: Element?, isMandatory: Bool)?
        var known: Set<FeatureKey> = []
        var noted: [NegotiationAction] = []
        for feature in setup.features {
            known.insert(feature.key)
            let offer = list.first(feature.key.name, in: feature.key.namespace)?.element
            if facts.negotiated.contains(feature.key) { continue }
            if declined.contains(feature.key) { continue }
            if let obstacle = setup.obstacle(to: feature, knowing: facts) {
                plan.note(feature.key, .skipped, obstacle)
                continue
            }
            switch feature.evaluate(offer, in: list, knowing: facts) {
            case .skipped(let reason): plan.note(feature.key, .skipped, reason)
            case .failed(let failure):
                // One that comes first may change what this one is about: TLS makes more mechanisms usable.
                if hasChosen == nil { return fail(failure) }
                plan.note(feature.key, .skipped, "another comes first")
            case .noted(let granted, let reason):
                plan.note(feature.key, .noted, reason)
                for fact in granted {
                    noted += grant(fact, setup)
                    if case .failed = state { return noted }
                }
            case .negotiate(let isMandatory, let reason):
                if hasChosen != nil {
                    plan.note(feature.key, .skipped, "another comes first")
                } else {
                    hasChosen = (feature, offer, isMandatory)
                    plan.note(feature.key, .chosen, reason, isMandatory: isMandatory)
                }
            }
        }
        if let (feature, offer, isMandatory) = hasChosen {
            let awake = AwakeFeature(
                key: feature.key, machine: feature.machine(for: .initiating), isMandatory: isMandatory)
            return noted + step(awake, .chosen(offer, among: list), list, in: setup)
        }
        return noted + conclude(list, known, setup)
    }

    /// Nothing is left to negotiate.
    private mutating func conclude(
        _ list: StreamFeatures, _ known: Set<FeatureKey>, _ setup: NegotiationSetup
    ) -> [NegotiationAction] {
        var isMissingOne = false
        for offer in list {
            let key = FeatureKey(offer.element.name, in: offer.element.namespace)
            if known.contains(key) { continue }
            plan.note(key, .unknown, "not known here", isMandatory: offer.isMarkedRequired)
            isMissingOne = isMissingOne || offer.isMarkedRequired
        }
        return isMissingOne
            ? fail(.unsupportedFeature, expected: "no feature to be mandatory that is not known here") : settle(setup)
    }

    // MARK: Steps

    mutating func step(
        _ feature: AwakeFeature, _ event: FeatureEvent, _ list: StreamFeatures, in setup: NegotiationSetup
    ) -> [NegotiationAction] {
        if case .received(let element) = event, setup.feature(feature.key)?.takes(element, knowing: facts) != true {
            return pass(element, setup)
        }
        var feature = feature
        let effects = feature.machine.receive(event, in: setup.context(facts))
        if effects == [.refuse] { return [.refuse] }
        var actions: [NegotiationAction] = []
        state = .negotiating(feature, of: list, .peer)
        for effect in effects {
            switch effect {
            case .send(let element): actions.append(.send(element))
            case .install(let stage): actions.append(.install(stage))
            case .ask(let question):
                state = .negotiating(feature, of: list, .host)
                actions.append(.ask(question))
            case .switchTransport(.compression) where !facts.isAuthenticated:
                actions += fail(.policyViolation, expected: "authentication before compression")
            case .switchTransport(let transport):
                state = .negotiating(feature, of: list, .transport)
                actions.append(.switchTransport(transport))
            case .grant(let fact): actions += grant(fact, on: event, setup)
            case .restart:
                close(feature)
                actions += reopen(setup)
            case .renewFeatures:
                close(feature)
                state = .awaitingFeatures
            case .finish:
                close(feature)
                actions += choose(from: list, in: setup)
            case .decline(let reason):
                declined.insert(feature.key)
                plan.note(feature.key, .declined, reason)
                actions += feature.isMandatory ? fail(.goalOutOfReach) : choose(from: list, in: setup)
            case .fail(let failure): actions += fail(failure)
            case .refuse: actions.append(.refuse)
            }
            if case .failed = state { return actions }
        }
        return actions
    }

    /// An element that is not for the feature that is being negotiated.
    private mutating func pass(_ element: Element, _ setup: NegotiationSetup) -> [NegotiationAction] {
        // A peer for which the stream is ready, while something voluntary is still under way here.
        if setup.policy.isReached(by: facts), AnyStanza.isStanza(element) { return [.pass(element)] }
        return fail(.unsupportedStanzaType, expected: "an element of the feature that is being negotiated")
    }

    private mutating func grant(
        _ fact: StreamFact, on event: FeatureEvent? = nil, _ setup: NegotiationSetup
    ) -> [NegotiationAction] {
        if !fact.isOfTransport(after: event) {
            return fail(.internalServerError, expected: "nobody but the transport to say that it is secure")
        }
        let wasAuthenticated = facts.isAuthenticated
        if case .secure = fact { facts.forgetWhatWasSaidInTheClear() }
        facts.take(fact)
        if facts.isAuthenticated, setup.policy.requiresTLS, !facts.isSecure {
            return fail(.unprotected("authentication came before it"))
        }
        return facts.isAuthenticated && !wasAuthenticated ? [.authenticated] : []
    }

    private mutating func close(_ feature: AwakeFeature) {
        if !facts.negotiated.contains(feature.key) { facts.negotiated.append(feature.key) }
        plan.note(feature.key, .negotiated, "done")
    }

    // MARK: Beginning and end

    mutating func open() -> [NegotiationAction] {
        state = .awaitingFeatures
        declined = []
        return [.restart]
    }

    private mutating func reopen(_ setup: NegotiationSetup) -> [NegotiationAction] {
        restarts &+= 1
        if restarts > setup.policy.maximumRestarts {
            return fail(.policyViolation, expected: "fewer new streams on one transport")
        }
        return open()
    }

    private mutating func settle(_ setup: NegotiationSetup) -> [NegotiationAction] {
        if setup.policy.requiresTLS, !facts.isSecure { return fail(.unprotected("nothing on offer leads to it")) }
        if !setup.policy.isReached(by: facts) { return fail(.goalOutOfReach) }
        state = .settled
        return [.settled]
    }

    private mutating func fail(_ condition: StreamErrorCondition, expected: String) -> [NegotiationAction] {
        fail(.violation(StreamViolation(condition, expected: expected)))
    }

    mutating func fail(_ failure: NegotiationFailure) -> [NegotiationAction] {
        state = .failed
        return [.fail(failure)]
    }
}
