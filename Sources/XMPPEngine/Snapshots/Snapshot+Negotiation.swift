import XMLStream
import XMPPNegotiation
import XMPPStanza

/// Where a negotiation stands, in a snapshot.
extension SnapshotWriter {
    mutating func write(_ side: NegotiationSide, in setup: StreamSetup, isReady: Bool) {
        if case .settled(let settled) = side { return write(settled.unpacked, in: setup, isReady: isReady) }
        write(side.facts, isReady: isReady)
        write(side.plan)
        switch side {
        case .settled: refuse()
        case .initiating(let negotiation): write(negotiation, in: setup)
        case .receiving(let negotiation): write(negotiation, in: setup)
        }
    }

    private mutating func write(_ negotiation: InitiatingNegotiation, in setup: StreamSetup) {
        write(negotiation.counts)
        write(negotiation.declined.sorted { ($0.namespace, $0.name) < ($1.namespace, $1.name) })
        switch negotiation.state {
        case .awaitingFeatures: write(0 as UInt8)
        case .negotiating(let feature, of: let list, .peer):
            write(1 as UInt8)
            write(feature, of: .initiating, in: setup)
            write(list) { $0.write($1.element) }
        case .settled: write(2 as UInt8)
        case .negotiating(_, of: _, .host), .negotiating(_, of: _, .transport), .judgingCertificate, .unopened, .failed:
            refuse()
        }
    }

    private mutating func write(_ negotiation: ReceivingNegotiation, in setup: StreamSetup) {
        write(negotiation.counts)
        write(negotiation.isSettled)
        switch negotiation.state {
        case .awaitingHeader: write(0 as UInt8)
        case .offering(let awake):
            write(1 as UInt8)
            write(awake) { $0.write($1, of: .receiving, in: setup) }
        case .busy, .failed: refuse()
        }
    }

    private mutating func write(_ counts: NegotiationCounts) {
        write(counts.restarts)
        write(counts.elements)
    }

    /// Writes a machine. One that has not begun needs no bytes of its own, so that what is merely on offer stores itself.
    private mutating func write(_ awake: AwakeFeature, of role: StreamRole, in setup: StreamSetup) {
        write(awake.key)
        write(awake.isMandatory)
        guard let feature = setup.feature(awake.key) else { return refuse() }
        if awake.machine.isEqual(to: feature.machine(for: role)) {
            write(false)
        } else if let state = awake.machine.snapshot() {
            write(true)
            write(state)
        } else {
            refuse()
        }
    }

    private mutating func write(_ plan: NegotiationPlan) {
        write(plan.rows) { writer, row in
            writer.write(row.key)
            writer.write(row.status.rawValue)
            writer.write(row.reason)
            writer.write(row.isMandatory)
        }
    }
}

extension SnapshotReader {
    /// - Parameter checked: Whether what is known has to be what this setup leads to.
    mutating func side(in setup: StreamSetup, checked: Bool = true) throws(SnapshotViolation) -> NegotiationSide {
        let facts = try facts(setup.configuration)
        if checked { try check(facts, setup.configuration) }
        let plan = try plan()
        let counts = NegotiationCounts(restarts: try count(), elements: try count())
        switch setup.configuration.role {
        case .initiating:
            let declined = Set(try keys())
            let state = try initiatingState(in: setup)
            return .initiating(
                InitiatingNegotiation(facts, plan: plan, state: state, declined: declined, counts: counts))
        case .receiving:
            let isSettled = try flag()
            let state = try receivingState(in: setup)
            return .receiving(
                ReceivingNegotiation(facts, plan: plan, state: state, isSettled: isSettled, counts: counts))
        }
    }

    private mutating func initiatingState(
        in setup: StreamSetup
    ) throws(SnapshotViolation) -> InitiatingNegotiation.State {
        switch try byte() {
        case 0: return .awaitingFeatures
        case 1:
            let feature = try awake(of: .initiating, in: setup)
            let list = try list { (reader) throws(SnapshotViolation) in StreamFeatures.Feature(try reader.element()) }
            return .negotiating(feature, of: StreamFeatures(list), .peer)
        case 2: return .settled
        default: throw violation()
        }
    }

    private mutating func receivingState(
        in setup: StreamSetup
    ) throws(SnapshotViolation) -> ReceivingNegotiation.State {
        switch try byte() {
        case 0: return .awaitingHeader
        case 1:
            return .offering(
                try list { (reader) throws(SnapshotViolation) in try reader.awake(of: .receiving, in: setup) })
        default: throw violation()
        }
    }

    private mutating func awake(
        of role: StreamRole, in setup: StreamSetup
    ) throws(SnapshotViolation) -> AwakeFeature {
        let key = try key()
        let isMandatory = try flag()
        let feature = try require(setup.feature(key), else: .unknownFeature)
        guard try flag() else {
            return AwakeFeature(key: key, machine: feature.machine(for: role), isMandatory: isMandatory)
        }
        let machine = try require(feature.machine(for: role, restoring: try array()), else: .unknownFeature)
        return AwakeFeature(key: key, machine: machine, isMandatory: isMandatory)
    }

    private mutating func plan() throws(SnapshotViolation) -> NegotiationPlan {
        let rows = try list { (reader) throws(SnapshotViolation) in
            let key = try reader.key()
            let status = try reader.require(NegotiationPlan.Status(rawValue: try reader.text()))
            return (key, status, try reader.text(), try reader.flag())
        }
        var plan = NegotiationPlan()
        for (key, status, reason, isMandatory) in rows { plan.note(key, status, reason, isMandatory: isMandatory) }
        return plan
    }
}

extension StreamSetup {
    /// The feature of that key.
    func feature(_ key: FeatureKey) -> (any StreamFeature)? { negotiation.features.first { $0.key == key } }
}
