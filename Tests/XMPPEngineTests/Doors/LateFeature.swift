import XMLStream
import XMPPNegotiation
import XMPPStanza

/// A made-up feature that stays on offer once the stream is ready: a client may ask its server something, which the host has
/// to answer.
struct LateFeature: StreamFeature {
    static let key = FeatureKey("late", in: "urn:example:late")

    var constraints: FeatureConstraints { FeatureConstraints(LateFeature.key) }

    func offer(knowing facts: StreamFacts) -> FeatureOffer { facts.isAuthenticated ? .unlisted : .withheld("not yet") }

    func evaluate(_ offer: Element?, in list: StreamFeatures, knowing facts: StreamFacts) -> FeatureEvaluation {
        .skipped("the server's side only")
    }

    func machine(for role: StreamRole) -> any FeatureMachine { Machine() }

    private struct Machine: FeatureMachine {
        mutating func receive(_ event: FeatureEvent, in context: FeatureContext) -> [FeatureEffect] {
            switch event {
            case .received(let element): [.ask(.custom(LateFeature.key, element))]
            case .answered(.custom(let element?)):
                // What cannot be any more.
                switch element.name {
                case "switch": [.switchTransport(.compression(method: "late"))]
                case "restart": [.restart]
                default: [.send(element)]
                }
            case .chosen, .answered, .switched: [.refuse]
            }
        }
    }
}
