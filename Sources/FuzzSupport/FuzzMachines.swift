import XMLStream
import XMPPNegotiation
import XMPPStanza

/// Looks for a machine of a feature that traps, changes on what it refuses, or says something else when it is restored
/// from a snapshot.
///
/// The input is a program: which feature, which side, what is known of the stream, and then events in any order.
///
/// - Returns: What was found, or nil.
public func fuzzMachines(_ input: [UInt8]) -> String? {
    var program = FuzzProgram(input)
    let role: StreamRole = program.next(below: 2) == 0 ? .initiating : .receiving
    let features = MachineAlphabet.features(for: role)
    let feature = features[program.next(below: features.count)]
    let facts = MachineAlphabet.facts(role, program.next())
    _ = feature.offer(knowing: facts)
    return finding(feature.machine(for: role), of: feature, role, facts, &program)
}

private func finding(
    _ machine: some FeatureMachine, of feature: any StreamFeature, _ role: StreamRole, _ facts: StreamFacts,
    _ program: inout FuzzProgram
) -> String? {
    var machine = machine
    var facts = facts
    for _ in 0..<100 where !program.isAtEnd {
        let event = event(&program)
        if case .received(let element) = event, !feature.takes(element) { continue }
        let context = FeatureContext(facts: facts, crypto: ToyCryptoProvider.self)
        let before = machine
        let effects = machine.receive(event, in: context)
        if effects.contains(.refuse) {
            if effects != [.refuse] { return "\(feature.key): refuses, and does something all the same" }
            if machine != before { return "\(feature.key): changes on what it refuses" }
        }
        for case .grant(let fact) in effects { facts.take(fact) }
        if let finding = restored(machine, of: feature, role) { return finding }
    }
    return nil
}

/// What is wrong with the machine's snapshot; nil where nothing is.
private func restored(
    _ machine: some FeatureMachine, of feature: any StreamFeature, _ role: StreamRole
) -> String? {
    guard let snapshot = machine.snapshot() else { return nil }
    guard let copy = feature.machine(for: role, restoring: snapshot) else {
        return "\(feature.key): a snapshot of \(machine.stateName) cannot be read"
    }
    return machine.isEqual(to: copy) ? nil : "\(feature.key): \(machine.stateName) is not restored"
}

private func event(_ program: inout FuzzProgram) -> FeatureEvent {
    switch program.next(below: 8) {
    case 0:
        let lists = MachineAlphabet.elements.compactMap(StreamFeatures.init)
        let list = lists[program.next(below: max(1, lists.count))]
        return .chosen(list.first?.element, among: list)
    case 1, 2: return .answered(MachineAlphabet.answers[program.next(below: MachineAlphabet.answers.count)])
    case 3: return .switched(.tls(TLSFacts(.tls13, peer: .vouchedFor)))
    case 4: return .switched(.compression(method: "zlib"))
    default: return .received(MachineAlphabet.elements[program.next(below: MachineAlphabet.elements.count)])
    }
}
