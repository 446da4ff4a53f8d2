import XMLStream
import XMPPNegotiation
import XMPPStanza

/// The negotiation of a stream, whichever side this is.
enum NegotiationSide: Hashable, Sendable {
    case initiating(InitiatingNegotiation)
    case receiving(ReceivingNegotiation)

    init(_ configuration: StreamConfiguration) {
        switch configuration.role {
        case .initiating:
            self = .initiating(
                InitiatingNegotiation(
                    StreamFacts(
                        role: .initiating, content: configuration.content, domain: configuration.domain,
                        initiator: configuration.address)))
        case .receiving:
            self = .receiving(
                ReceivingNegotiation(StreamFacts(role: .receiving, content: configuration.content)))
        }
    }

    var facts: StreamFacts {
        get {
            switch self {
            case .initiating(let negotiation): negotiation.facts
            case .receiving(let negotiation): negotiation.facts
            }
        }
        set {
            switch consume self {
            case .initiating(var negotiation):
                negotiation.facts = newValue
                self = .initiating(negotiation)
            case .receiving(var negotiation):
                negotiation.facts = newValue
                self = .receiving(negotiation)
            }
        }
    }

    var plan: NegotiationPlan {
        switch self {
        case .initiating(let negotiation): negotiation.plan
        case .receiving(let negotiation): negotiation.plan
        }
    }

    /// The name of the state, for people.
    var stateName: String {
        switch self {
        case .initiating(let negotiation):
            if case .negotiating(let feature, _, _) = negotiation.state {
                return "negotiating \(feature.key.name) (\(feature.machine.stateName))"
            }
            return String("\(negotiation.state)".prefix { $0 != "(" })
        case .receiving(let negotiation): return String("\(negotiation.state)".prefix { $0 != "(" })
        }
    }

    /// Takes an event.
    mutating func receive(_ event: NegotiationEvent, in setup: NegotiationSetup) -> [NegotiationAction] {
        // Consumed, so that what is changed belongs to nobody else and is not copied.
        switch consume self {
        case .initiating(var negotiation):
            let actions = negotiation.receive(event, in: setup)
            self = .initiating(negotiation)
            return actions
        case .receiving(var negotiation):
            let actions = negotiation.receive(event, in: setup)
            self = .receiving(negotiation)
            return actions
        }
    }

    /// Gives back memory that a stream which is ready hardly needs.
    mutating func shrink() {
        switch consume self {
        case .initiating(var negotiation):
            negotiation.shrink()
            self = .initiating(negotiation)
        case .receiving(var negotiation):
            negotiation.shrink()
            self = .receiving(negotiation)
        }
    }

    /// Whether an element that comes once the stream is ready may be one of a feature's.
    func takes(_ element: Element, in setup: NegotiationSetup) -> Bool {
        switch self {
        case .initiating: false
        case .receiving(let negotiation): negotiation.takes(element, in: setup)
        }
    }

    /// Whether negotiation has reached its goal.
    var isSettled: Bool {
        switch self {
        case .initiating(let negotiation): negotiation.state == .settled
        case .receiving(let negotiation): negotiation.isSettled
        }
    }

    /// Whether features are still on offer.
    var hasOpenFeatures: Bool {
        guard case .receiving(let negotiation) = self, case .offering(let awake) = negotiation.state else {
            return false
        }
        return !awake.isEmpty
    }
}
