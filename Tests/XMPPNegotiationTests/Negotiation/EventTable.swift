import CryptoSeam
import FuzzSupport
import Testing
import XMLStream
import XMPPNegotiation
import XMPPStanza

/// All states of a machine against all kinds of event.
struct EventTable<Machine: FeatureMachine> {
    let states: [(name: String, machine: Machine)]
    let events: [(name: String, event: FeatureEvent)]
    let facts: StreamFacts
    var crypto: any CryptoProvider.Type = ToyCryptoProvider.self

    /// Steps every pair. What is not in `expected` has to be refused, and to change nothing; what is there is
    /// `"next state: effects"`.
    ///
    /// - Returns: How many pairs there are.
    func check(_ expected: [String: [String: String]], sourceLocation: SourceLocation = #_sourceLocation) -> Int {
        let context = FeatureContext(facts: facts, crypto: crypto)
        var pairs = 0
        var listed = 0
        for (state, machine) in states {
            for (name, event) in events {
                pairs += 1
                var next = machine
                let effects = next.receive(event, in: context)
                let found = "\(next.stateName): \(EffectText.of(effects))"
                if let wanted = expected[state]?[name] {
                    listed += 1
                    #expect(found == wanted, "\(state), \(name)", sourceLocation: sourceLocation)
                } else {
                    #expect(
                        effects == [.refuse] && next == machine, "\(state), \(name): \(found)",
                        sourceLocation: sourceLocation)
                }
            }
        }
        // No row is about a pair that there is not.
        #expect(listed == expected.values.map(\.count).reduce(0, +), sourceLocation: sourceLocation)
        return pairs
    }
}
