import XMPPSASL

/// The honest peer.
extension SASLExchangeRun {
    /// Has the peer begin, where it is the client.
    mutating func begin() {
        offer = .begun(nil)
        guard !scenario.isClientTested else { return }
        hasPeerBegun = true
        guard case .send(let first?) = settled(.begun(nil)) else { return }
        // XEP-0484 has no place for a message that comes later.
        if scenario.withholdsInitial, scenario.family != .hashedToken {
            withheld = first
        } else {
            offer = .begun(first)
        }
    }

    /// Brings the peer what the subject has sent.
    mutating func pass(_ payload: SASLPayload?) {
        if let first = withheld {
            withheld = nil
            offer = .received(first)
        } else if peerOutcome != nil {
            offer = .succeeded(nil)
        } else if hasPeerBegun {
            react(to: .received(payload ?? SASLPayload([])))
        } else {
            hasPeerBegun = true
            react(to: .begun(payload))
        }
    }

    /// Has the peer take an event, and offers what it says.
    mutating func react(to event: SASLEvent) {
        switch settled(event) {
        case .send(let payload): offer = .received(payload ?? SASLPayload([]))
        case .done(let outcome):
            peerOutcome = outcome
            let hasChallenge = scenario.challengesLast && [.scram, .digest].contains(scenario.family)
            if scenario.isClientTested, hasChallenge, let proof = outcome.additionalData {
                offer = .received(proof)
            } else {
                offer = .succeeded(outcome.additionalData)
            }
        case .fail, .refuse, .ask: offer = nil
        }
    }

    /// Lets the peer take an event and its host answer, until it has something to say.
    private mutating func settled(_ event: SASLEvent) -> SASLAction {
        var action = peer.receive(event, using: ToyCryptoProvider.self)
        for _ in 0..<4 {
            guard case .ask(let question) = action else { break }
            let answer = host.answer(question, isClient: !scenario.isClientTested)
            action = peer.receive(.answered(answer), using: ToyCryptoProvider.self)
        }
        return action
    }
}
