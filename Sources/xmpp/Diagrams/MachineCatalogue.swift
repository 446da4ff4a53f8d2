import XMPPEngine
import XMPPNegotiation
import XMPPTestKit

/// All machines that there is a diagram of, under the names by which they are asked for.
enum MachineCatalogue {
    /// A machine.
    struct Entry: Sendable {
        let name: String
        let abstract: String
        let graph: @Sendable () -> StateGraph
    }

    /// The machines, from the whole to its parts.
    static let entries: [Entry] =
        [
            Entry(name: "stream", abstract: "A stream from its first byte to its last (RFC 6120 §4).") {
                StateGraph(
                    "stream", from: StreamLife.idle, events: StreamLife.Event.allCases.map { ("\($0)", $0) },
                    name: { "\($0)" },
                    step: { state, event in
                        var state = state
                        return state.receive(event) == [.refuse] ? nil : state
                    })
            }
        ] + negotiations + FeatureAlphabet.all.flatMap(entries(for:))

    private static let negotiations = [
        Entry(
            name: "negotiation-initiating",
            abstract: "How features are chosen and run while a client logs in (RFC 6120 §4.3), the initiating side.",
            graph: NegotiationAlphabet.initiating),
        Entry(
            name: "negotiation-receiving",
            abstract: "How features are offered and run while a client logs in (RFC 6120 §4.3), the receiving side.",
            graph: NegotiationAlphabet.receiving),
    ]

    private static func entries(for alphabet: FeatureAlphabet) -> [Entry] {
        StreamRole.allCases.map { role in
            Entry(name: "\(alphabet.name)-\(role)", abstract: "\(alphabet.abstract), the \(role) side.") {
                graph(of: alphabet, role)
            }
        }
    }

    /// Walks over a feature's machine with the alphabet of a side.
    private static func graph(of alphabet: FeatureAlphabet, _ role: StreamRole) -> StateGraph {
        let feature = alphabet.feature(role)
        let context = FeatureContext(facts: alphabet.facts(role), crypto: BlankCrypto.self)
        let beginning = AwakeFeature(key: feature.key, machine: feature.machine(for: role), isMandatory: true)
        return StateGraph(
            "\(alphabet.name)-\(role)", from: beginning, events: alphabet.events(role),
            name: { $0.machine.stateName },
            step: { state, event in
                var state = state
                return state.machine.receive(event, in: context) == [.refuse] ? nil : state
            })
    }
}
