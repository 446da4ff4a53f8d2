import XMLStream
import XMPPNegotiation
import XMPPStanza

/// The negotiation of a stream, whichever side this is.
enum NegotiationSide: Hashable, Sendable {
    indirect case initiating(InitiatingNegotiation)
    indirect case receiving(ReceivingNegotiation)
    /// Either, once the stream is ready.
    case settled(SettledNegotiation)

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
            case .settled(let settled): settled.unpacked.facts
            }
        }
        set {
            unpack()
            switch consume self {
            case .initiating(var negotiation):
                negotiation.facts = newValue
                self = .initiating(negotiation)
            case .receiving(var negotiation):
                negotiation.facts = newValue
                self = .receiving(negotiation)
            case .settled(let settled): self = .settled(settled)
            }
        }
    }

    var plan: NegotiationPlan {
        switch self {
        case .initiating(let negotiation): negotiation.plan
        case .receiving(let negotiation): negotiation.plan
        case .settled: NegotiationPlan()
        }
    }

    /// The same without what decides nothing (`InitiatingNegotiation.withoutAccounts`), unpacked.
    var withoutAccounts: NegotiationSide {
        switch self {
        case .initiating(let negotiation): .initiating(negotiation.withoutAccounts)
        case .receiving(let negotiation): .receiving(negotiation.withoutAccounts)
        case .settled(let settled): settled.unpacked.withoutAccounts
        }
    }

    /// The same without the plan.
    var withoutPlan: NegotiationSide {
        switch self {
        case .initiating(var negotiation):
            negotiation.dropPlan()
            return .initiating(negotiation)
        case .receiving(var negotiation):
            negotiation.dropPlan()
            return .receiving(negotiation)
        case .settled: return self
        }
    }

    /// Takes up as little memory as a stream needs that is ready, where it can.
    mutating func settle(in setup: StreamSetup) {
        if case .settled = self { return }
        if let settled = SettledNegotiation(self, in: setup) { self = .settled(settled) }
    }

    private mutating func unpack() { if case .settled(let settled) = self { self = settled.unpacked } }

    /// The name of the state, for people.
    var stateName: String {
        switch self {
        case .initiating(let negotiation):
            if case .negotiating(let feature, _, _) = negotiation.state {
                return "negotiating \(feature.key.name) (\(feature.machine.stateName))"
            }
            return String("\(negotiation.state)".prefix { $0 != "(" })
        case .receiving(let negotiation): return String("\(negotiation.state)".prefix { $0 != "(" })
        case .settled: return "settled"
        }
    }

    /// Takes an event.
    mutating func receive(_ event: NegotiationEvent, in setup: NegotiationSetup) -> [NegotiationAction] {
        unpack()
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
        case .settled(let settled):
            self = .settled(settled)
            return [.refuse]
        }
    }

    /// Whether an element that comes once the stream is ready may be one of a feature's.
    func takes(_ element: Element, in setup: NegotiationSetup) -> Bool {
        switch self {
        case .initiating: false
        case .receiving(let negotiation): negotiation.takes(element, in: setup)
        case .settled(let settled): settled.unpacked.takes(element, in: setup)
        }
    }

    /// Whether negotiation has reached its goal.
    var isSettled: Bool {
        switch self {
        case .initiating(let negotiation): negotiation.state == .settled
        case .receiving(let negotiation): negotiation.isSettled
        case .settled: true
        }
    }

    /// Whether a feature that is still on offer may have the stream wait for its host.
    var mayWait: Bool {
        switch self {
        case .initiating: false
        case .receiving(let negotiation): negotiation.mayWait
        case .settled(let settled): settled.mayWait
        }
    }

    /// Whether features are still on offer.
    var hasOpenFeatures: Bool {
        switch self {
        case .initiating: return false
        case .receiving(let negotiation):
            if case .offering(let awake) = negotiation.state { return !awake.isEmpty }
            return false
        case .settled(let settled): return settled.hasOpenFeatures
        }
    }
}
