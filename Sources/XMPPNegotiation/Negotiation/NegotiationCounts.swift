/// What a negotiation counts against the bounds of policy.
package struct NegotiationCounts: Hashable, Sendable {
    /// New streams on the present transport.
    package let restarts: Int
    /// Elements that the peer has sent.
    package let elements: Int

    package init(restarts: Int, elements: Int) {
        self.restarts = restarts
        self.elements = elements
    }
}

extension InitiatingNegotiation {
    package var counts: NegotiationCounts { NegotiationCounts(restarts: restarts, elements: elements) }

    /// A negotiation that goes on where another was.
    package init(
        _ facts: StreamFacts, plan: NegotiationPlan, state: State, declined: Set<FeatureKey>, counts: NegotiationCounts
    ) {
        self.init(facts)
        self.plan = plan
        self.state = state
        self.declined = declined
        restarts = counts.restarts
        elements = counts.elements
    }
}

extension ReceivingNegotiation {
    package var counts: NegotiationCounts { NegotiationCounts(restarts: restarts, elements: elements) }

    /// A negotiation that goes on where another was.
    package init(
        _ facts: StreamFacts, plan: NegotiationPlan, state: State, isSettled: Bool, counts: NegotiationCounts
    ) {
        self.init(facts)
        self.plan = plan
        self.state = state
        self.isSettled = isSettled
        restarts = counts.restarts
        elements = counts.elements
    }
}
