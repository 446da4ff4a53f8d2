import FuzzSupport
import XMLStream
import XMPPAddress
import XMPPNegotiation
import XMPPSASL
import XMPPStanza

/// An initiating and a receiving negotiation, back to back in memory: hosts and transports answer at once.
struct NegotiationPair {
    /// What becomes of an element on its way; several, one or none arrive in its place.
    typealias Meddling = @Sendable (_ isFromInitiating: Bool, _ element: Element) -> [Element]

    /// One side's end.
    struct Ending: Equatable {
        var isSettled = false
        var failure: NegotiationFailure?
        /// What went wrong by the harness's own fault.
        var isRefused = false
    }

    private enum Delivery {
        case initiating(NegotiationEvent)
        case receiving(NegotiationEvent)
    }

    private(set) var initiating: InitiatingNegotiation
    private(set) var receiving: ReceivingNegotiation
    private(set) var initiatingEnd = Ending()
    private(set) var receivingEnd = Ending()
    /// What was said and done, in order: `I` and `R` for the two sides.
    private(set) var transcript: [String] = []
    /// The questions that hosts were asked.
    private(set) var questions: [String] = []
    private let scene: NegotiationScene
    private let initiatingSetup: NegotiationSetup
    private let receivingSetup: NegotiationSetup
    private var hosts: Hosts
    private var switching: Set<StreamRole> = []
    private var underWay: [Delivery] = []

    init(_ scene: NegotiationScene) throws {
        self.scene = scene
        hosts = scene.hosts
        initiatingSetup = try NegotiationSetup(
            features: scene.initiatingFeatures,
            policy: NegotiationPolicy(goal: .authenticated, requiresTLS: scene.initiatingRequiresTLS),
            crypto: ToyCryptoProvider.self)
        receivingSetup = try NegotiationSetup(
            features: scene.receivingFeatures,
            policy: NegotiationPolicy(goal: .authenticated, requiresTLS: scene.receivingRequiresTLS),
            crypto: ToyCryptoProvider.self)
        initiating = InitiatingNegotiation(
            StreamFacts(role: .initiating, content: scene.content, domain: scene.domain, initiator: scene.from))
        receiving = ReceivingNegotiation(
            StreamFacts(role: .receiving, content: scene.content, domain: scene.domain))
    }

    /// Runs it until nothing is under way.
    mutating func run() {
        take(initiating.begin(on: nil, in: initiatingSetup), from: .initiating)
        var steps = 0
        while !underWay.isEmpty, steps < 500 {
            steps += 1
            switch underWay.removeFirst() {
            case .initiating(let event): deliver(event, to: .initiating)
            case .receiving(let event): deliver(event, to: .receiving)
            }
        }
        if steps == 500 { transcript.append("it does not end") }
    }

    private mutating func deliver(_ event: NegotiationEvent, to role: StreamRole) {
        switch role {
        case .initiating:
            if initiatingEnd.failure == nil { take(initiating.receive(event, in: initiatingSetup), from: role) }
        case .receiving:
            if case .opened = event {
                receiving.facts.version = .current
                // A client says who it is once nobody else can read it (RFC 6120 §4.7.1).
                if scene.content != .client || receiving.facts.isSecure { receiving.facts.initiator = scene.from }
            }
            if receivingEnd.failure == nil { take(receiving.receive(event, in: receivingSetup), from: role) }
        }
    }

    private mutating func take(_ actions: [NegotiationAction], from role: StreamRole) {
        let mark = role == .initiating ? "I" : "R"
        for action in actions {
            switch action {
            case .send(let element):
                transcript.append("\(mark): \(EffectText.of(element))")
                for arriving in scene.meddling(role == .initiating, element) { send(arriving, from: role) }
            case .ask(let question):
                questions.append("\(mark): \(EffectText.of(question))")
                let answer =
                    role == .initiating
                    ? hosts.initiatingAnswer(to: question) : hosts.receivingAnswer(to: question)
                deliver(.answered(answer), to: role)
            case .switchTransport(let transport):
                transcript.append("\(mark): \(transport)")
                switching.insert(role)
                if switching.count == 2 {
                    switching = []
                    underWay.append(.receiving(.switched(.tls(scene.receivingTLS))))
                    underWay.append(.initiating(.switched(.tls(scene.initiatingTLS))))
                }
            case .restart:
                transcript.append("\(mark): restart")
                if role == .initiating { underWay.append(.receiving(.opened)) }
            case .settled: note(role) { $0.isSettled = true }
            case .fail(let failure):
                transcript.append("\(mark): fail \(EffectText.of(failure))")
                note(role) { $0.failure = failure }
            case .refuse: note(role) { $0.isRefused = true }
            case .authenticated, .install, .pass: break
            }
        }
    }

    private mutating func note(_ role: StreamRole, _ change: (inout Ending) -> Void) {
        if role == .initiating { change(&initiatingEnd) } else { change(&receivingEnd) }
    }

    private mutating func send(_ element: Element, from role: StreamRole) {
        if role == .initiating {
            underWay.append(.receiving(.element(element)))
        } else if let list = StreamFeatures(element) {
            underWay.append(.initiating(.features(list)))
        } else {
            underWay.append(.initiating(.element(element)))
        }
    }
}
