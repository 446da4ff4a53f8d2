import Testing
import XMLStream
import XMPPAddress
import XMPPStanza

@testable import XMPPNegotiation

/// A machine's table: a row a state, a column an event, and what comes of each pair.
///
/// A cell says what is done, and behind `→` the next state where that is another one; `-` refuses, `none` does nothing.
struct MachineTable {
    let feature: any StreamFeature
    let role: StreamRole
    let context: FeatureContext
    let events: [(name: String, event: FeatureEvent)]
    let states: [(name: String, machine: any FeatureMachine, cells: [String])]

    init(
        _ feature: any StreamFeature, _ role: StreamRole, knowing facts: StreamFacts,
        events: [(String, FeatureEvent)], states: [(any FeatureMachine, String)]
    ) {
        self.feature = feature
        self.role = role
        context = FeatureContext(facts: facts, crypto: KnownDigests.self)
        self.events = events.map { ($0.0, $0.1) }
        self.states = states.map { state in
            (
                state.0.stateName, state.0,
                state.1.split(separator: "|").map { cell in
                    cell.split(separator: " ").joined(separator: " ")
                }
            )
        }
    }

    /// Checks every pair, that what can be stored is restored as it was, and that there are as many pairs as stated.
    func verify(pairs: Int, stored: Int, sourceLocation: SourceLocation = #_sourceLocation) {
        var counted = 0
        var restored = 0
        for state in states {
            #expect(state.cells.count == events.count, "\(state.name)", sourceLocation: sourceLocation)
            for (event, cell) in zip(events, state.cells) {
                var machine = state.machine
                let effects = machine.receive(event.event, in: context)
                var outcome = effects.isEmpty ? "none" : effects.map(Self.word).joined(separator: " ")
                if machine.stateName != state.name { outcome += " → \(machine.stateName)" }
                #expect(outcome == cell, "\(state.name) on \(event.name)", sourceLocation: sourceLocation)
                if effects == [.refuse] {
                    #expect(
                        machine.isEqual(to: state.machine), "refusing changes nothing", sourceLocation: sourceLocation)
                }
                counted += 1
            }
            guard let bytes = state.machine.snapshot() else { continue }
            restored += 1
            let machine = feature.machine(for: role, restoring: bytes)
            #expect(machine?.isEqual(to: state.machine) == true, "\(state.name)", sourceLocation: sourceLocation)
            #expect(feature.machine(for: role, restoring: bytes + [0]) == nil, sourceLocation: sourceLocation)
        }
        #expect(feature.machine(for: role, restoring: [0xFF]) == nil, sourceLocation: sourceLocation)
        #expect(counted == pairs && counted == states.count * events.count, sourceLocation: sourceLocation)
        #expect(restored == stored, sourceLocation: sourceLocation)
    }

    /// What an effect is, in a word.
    static func word(_ effect: FeatureEffect) -> String {
        switch effect {
        case .send(let element):
            guard let iq = IQ(element) else { return element.name }
            return iq.error.map { "\($0.condition)" } ?? element.attribute("type") ?? "?"
        case .ask: return "ask"
        case .grant: return "grant"
        case .switchTransport: return "switch"
        case .restart: return "restart"
        case .renewFeatures: return "renew"
        case .finish: return "finish"
        case .decline: return "decline"
        case .install: return "install"
        case .fail(.violation(let violation)): return "!\(violation.condition)"
        case .fail(.refused(_, let error)): return "refused:\(error.condition)"
        case .fail(.authentication(let failure)): return "failed:\(failure.condition.rawValue)"
        case .fail(.unavailable): return "unavailable"
        case .fail(let failure): return "failed:\(failure)"
        case .refuse: return "-"
        }
    }
}

extension StreamFacts {
    /// What is known of a stream of a client, or of another, in tests.
    static func known(
        _ role: StreamRole, _ content: ContentNamespace = .client, _ facts: [StreamFact] = [],
        version: StreamVersion? = .current, streamID: String? = "3BF96D32"
    ) -> StreamFacts {
        var known = StreamFacts(role: role, content: content, domain: JID("example.com"))
        known.version = version
        known.streamID = streamID
        for fact in facts { known.take(fact) }
        return known
    }
}

extension StreamFact {
    /// TLS, as good as there is.
    static let tls = StreamFact.secure(TLSFacts(.tls13, peer: .vouchedFor))
    /// Juliet has authenticated.
    static let juliet = StreamFact.authenticated(Authentication(mechanism: "PLAIN", address: JID("juliet@example.com")))
}

/// An element in `jabber:client` unless it declares another namespace.
func element(_ xml: String) throws -> Element { try Element(xml: xml, in: "jabber:client") }
