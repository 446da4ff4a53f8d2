import FuzzSupport
import Testing
import XMLStream
import XMPPAddress
import XMPPStanza

@testable import XMPPNegotiation

/// Two entities wired back to back: features of one against features of the other, with the headers left out.
struct FeaturePair {
    var initiating: InitiatingNegotiation
    var receiving: ReceivingNegotiation
    let setups: (initiating: NegotiationSetup, receiving: NegotiationSetup)
    /// What went over the wire, in order.
    private(set) var said: [(by: StreamRole, Element)] = []
    /// What the hosts were asked.
    private(set) var questions: [HostQuestion] = []
    /// How each side ended, where it did.
    private(set) var failures: [StreamRole: NegotiationFailure] = [:]
    /// How many streams there have been on the transport.
    private(set) var streams = 0
    private(set) var settled: Set<StreamRole> = []
    /// What an entity has passed on as none of its features'.
    private(set) var passed: [StreamRole: [Element]] = [:]
    private var isPlayedByHand = false
    private var streamID: String?
    private var version: StreamVersion

    init(
        _ features: [any StreamFeature], against others: [any StreamFeature], content: ContentNamespace = .client,
        goal: NegotiationPolicy.Goal = .bound, requiresTLS: Bool = false, version: StreamVersion = .current,
        streamID: String? = "3BF96D32", domain: JID? = JID("example.com"), knowing facts: [StreamFact] = []
    ) throws {
        let policy = NegotiationPolicy(goal: goal, requiresTLS: requiresTLS)
        setups = (
            try NegotiationSetup(features: features, policy: policy, crypto: KnownDigests.self),
            try NegotiationSetup(features: others, policy: policy, crypto: KnownDigests.self)
        )
        var known = StreamFacts(role: .initiating, content: content, domain: domain)
        for fact in facts { known.take(fact) }
        initiating = InitiatingNegotiation(known)
        known = StreamFacts(role: .receiving, content: content, domain: domain)
        for fact in facts { known.take(fact) }
        receiving = ReceivingNegotiation(known)
        self.streamID = streamID
        self.version = version
    }

    /// Runs until nobody has anything to say. The receiving entity's host answers with `answer`.
    mutating func run(_ answer: (HostQuestion) -> HostAnswer = { _ in .unavailable }) {
        perform(initiating.begin(on: nil, in: setups.initiating), by: .initiating, answer)
    }

    /// Opens the stream at the receiving entity alone: the initiating one is played by hand, by `say`.
    mutating func listen() {
        isPlayedByHand = true
        perform([.restart], by: .initiating) { _ in .unavailable }
    }

    /// Takes the initiating entity out of play: from now on `say` speaks for it.
    mutating func listenAgain() { isPlayedByHand = true }

    /// Has an entity send an element of its own making.
    mutating func say(
        _ element: Element, as role: StreamRole, _ answer: (HostQuestion) -> HostAnswer = { _ in .unavailable }
    ) {
        perform([.send(element)], by: role, answer)
    }

    private mutating func perform(
        _ first: [NegotiationAction], by role: StreamRole, _ answer: (HostQuestion) -> HostAnswer
    ) {
        var queue = first.map { (role, $0) }
        var turns = 0
        while !queue.isEmpty, turns < 1000 {
            turns += 1
            let (role, action) = queue.removeFirst()
            switch action {
            case .send(let element):
                said.append((role, element))
                queue += deliver(element, to: role == .initiating ? .receiving : .initiating)
            case .restart:
                if role == .initiating { queue = open() + queue }
            case .ask(let question):
                questions.append(question)
                let actions = receive(.answered(answer(question)), role)
                queue = actions.map { (role, $0) } + queue
            case .settled: settled.insert(role)
            case .fail(let failure): failures[role] = failure
            case .pass(let element): passed[role, default: []].append(element)
            case .refuse: Issue.record("\(role) was refused")
            case .switchTransport, .authenticated, .install: break
            }
        }
    }

    /// The headers, and the list of features where there is one.
    private mutating func open() -> [(StreamRole, NegotiationAction)] {
        streams += 1
        for path in [\FeaturePair.initiating.facts, \FeaturePair.receiving.facts] {
            self[keyPath: path].streamID = streamID
            self[keyPath: path].version = version
        }
        var actions = receiving.receive(.opened, in: setups.receiving)
        var list = StreamFeatures()
        if case .send(let element)? = actions.first, let features = StreamFeatures(element) {
            said.append((.receiving, element))
            list = features
            actions.removeFirst()
        }
        if isPlayedByHand { return actions.map { (.receiving, $0) } }
        return actions.map { (.receiving, $0) }
            + initiating.receive(.features(list), in: setups.initiating).map { (.initiating, $0) }
    }

    private mutating func deliver(_ element: Element, to role: StreamRole) -> [(StreamRole, NegotiationAction)] {
        if failures[role] != nil || role == .initiating && isPlayedByHand { return [] }
        return receive(.element(element), role).map { (role, $0) }
    }

    private mutating func receive(_ event: NegotiationEvent, _ role: StreamRole) -> [NegotiationAction] {
        switch role {
        case .initiating: initiating.receive(event, in: setups.initiating)
        case .receiving: receiving.receive(event, in: setups.receiving)
        }
    }

    /// Checks what was said, without the lists of features: `> ` by the initiating entity, `< ` by the other.
    func expect(_ lines: [String], sourceLocation: SourceLocation = #_sourceLocation) throws {
        let spoken = said.filter { StreamFeatures($0.1) == nil }
        #expect(spoken.map { $0.by == .initiating ? ">" : "<" } == lines.map { String($0.prefix(1)) })
        for (line, (_, said)) in zip(lines, spoken) {
            #expect(said == (try element(String(line.dropFirst(2)))), sourceLocation: sourceLocation)
        }
    }

    /// The lists of features, in order, by the names in each.
    var lists: [[String]] {
        said.compactMap { StreamFeatures($0.1)?.map(\.element.name) }
    }

    /// The last list of features.
    var features: StreamFeatures? { said.lazy.compactMap { StreamFeatures($0.1) }.last }
}
