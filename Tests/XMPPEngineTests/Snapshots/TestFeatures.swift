import XMLStream
import XMPPAddress
import XMPPNegotiation
import XMPPStanza

/// Authenticates by a word that is said twice, the second time behind an echo; then its host is asked.
struct PassFeature: StreamFeature {
    static let namespace = "urn:test:pass"
    static let key = FeatureKey("pass", in: namespace)

    /// Whether its machine can be stored once it has begun. An exchange of SASL cannot.
    var isStorable = true

    var constraints: FeatureConstraints { FeatureConstraints(PassFeature.key) }

    func offer(knowing facts: StreamFacts) -> FeatureOffer {
        facts.isAuthenticated
            ? .withheld("done") : .offered(.named("pass", in: PassFeature.namespace), isMandatory: true)
    }

    func evaluate(_ offer: Element?, in list: StreamFeatures, knowing facts: StreamFacts) -> FeatureEvaluation {
        offer == nil ? .skipped("not offered") : .negotiate(isMandatory: true, reason: "offered")
    }

    func machine(for role: StreamRole) -> any FeatureMachine { Machine(role: role, isStorable: isStorable) }

    func machine(for role: StreamRole, restoring snapshot: [UInt8]) -> (any FeatureMachine)? {
        guard isStorable, snapshot.count == 1, let said = snapshot.first, said < 3 else { return nil }
        return Machine(role: role, isStorable: true, said: said)
    }

    struct Machine: FeatureMachine {
        let role: StreamRole
        let isStorable: Bool
        var said: UInt8 = 0

        func snapshot() -> [UInt8]? { isStorable ? [said] : nil }

        mutating func receive(_ event: FeatureEvent, in context: FeatureContext) -> [FeatureEffect] {
            let namespace = PassFeature.namespace
            switch (role, event, said) {
            case (.initiating, .chosen, _):
                said = 1
                return [.send(.named("pass", in: namespace))]
            case (.initiating, .received(let element), 1) where element.name == "again":
                said = 2
                return [.send(.named("pass", in: namespace))]
            case (.initiating, .received(let element), 2) where element.name == "granted":
                return [.grant(.authenticated(Authentication(mechanism: "PASS"))), .restart]
            case (.receiving, .received(let element), 0) where element.name == "pass":
                said = 1
                return [.send(.named("again", in: namespace))]
            case (.receiving, .received(let element), 1) where element.name == "pass":
                said = 2
                return [.ask(.custom(PassFeature.key, element))]
            case (.receiving, .answered(.custom(let element?)), 2):
                let address = element.attribute(.from).flatMap { JID($0) }
                return [
                    .send(.named("granted", in: namespace)),
                    .grant(.authenticated(Authentication(mechanism: "PASS", address: address))), .restart,
                ]
            default: return [.violation(.badFormat, expected: "a pass")]
            }
        }
    }
}

/// Gives the client an address, and installs a stage that counts on both sides.
struct NameFeature: StreamFeature {
    static let namespace = "urn:test:name"
    static let key = FeatureKey("name", in: namespace)

    var constraints: FeatureConstraints { FeatureConstraints(NameFeature.key, after: [PassFeature.key]) }

    func offer(knowing facts: StreamFacts) -> FeatureOffer {
        facts.isAuthenticated
            ? .offered(.named("name", in: NameFeature.namespace), isMandatory: true) : .withheld("too early")
    }

    func evaluate(_ offer: Element?, in list: StreamFeatures, knowing facts: StreamFacts) -> FeatureEvaluation {
        offer == nil ? .skipped("not offered") : .negotiate(isMandatory: true, reason: "offered")
    }

    func machine(for role: StreamRole) -> any FeatureMachine { Machine(role: role) }
    func machine(for role: StreamRole, restoring snapshot: [UInt8]) -> (any FeatureMachine)? {
        snapshot == [1] ? Machine(role: role, hasBegun: true) : nil
    }
    func stage(restoring snapshot: [UInt8]) -> (any StanzaStage)? { CountingStage(snapshot) }

    struct Machine: FeatureMachine {
        let role: StreamRole
        var hasBegun = false

        func snapshot() -> [UInt8]? { [hasBegun ? 1 : 0] }

        mutating func receive(_ event: FeatureEvent, in context: FeatureContext) -> [FeatureEffect] {
            hasBegun = true
            let install = FeatureEffect.install(StageInstallation(NameFeature.key, CountingStage()))
            let effects: [FeatureEffect]
            switch (role, event) {
            case (.initiating, .chosen): return [.send(.named("name", in: NameFeature.namespace))]
            case (_, .received): effects = [.grant(.custom(name: "named", value: "yes")), install, .finish]
            default: return [.violation(.badFormat, expected: "a name")]
            }
            guard let jid = JID("juliet@example.com/balcony") else { return [] }
            let answer = role == .receiving ? [FeatureEffect.send(.named("name", in: NameFeature.namespace))] : []
            return answer + [.grant(.bound(jid))] + effects
        }
    }
}

/// Counts what goes through, and has itself woken by what is sent first.
struct CountingStage: StanzaStage {
    var received: UInt8 = 0
    var sent: UInt8 = 0

    init() {}

    init?(_ snapshot: [UInt8]) {
        guard snapshot.count == 2 else { return nil }
        received = snapshot[0]
        sent = snapshot[1]
    }

    func snapshot() -> [UInt8]? { [received, sent] }

    mutating func receive(_ event: StageEvent) -> [StageEffect] {
        switch event {
        case .received(let element):
            received &+= 1
            return [.pass(element)]
        case .sent(let element):
            sent &+= 1
            return sent == 1 ? [.setTimer(.seconds(7)), .pass(element)] : [.pass(element)]
        case .handled: return []
        case .timerFired: return [.send(.reading("<presence id='in-\(received)-out-\(sent)'/>"))]
        }
    }
}

/// On offer without a word, at a server, for as long as the stream lives.
struct OpenFeature: StreamFeature {
    static let key = FeatureKey("open", in: "urn:test:open")

    var constraints: FeatureConstraints { FeatureConstraints(OpenFeature.key, after: [NameFeature.key]) }
    func offer(knowing facts: StreamFacts) -> FeatureOffer { .unlisted }
    func evaluate(_ offer: Element?, in list: StreamFeatures, knowing facts: StreamFacts) -> FeatureEvaluation {
        .skipped("nothing to negotiate")
    }
    func machine(for role: StreamRole) -> any FeatureMachine { Machine() }

    /// Cannot be stored, and need not be while nobody has asked for it.
    struct Machine: FeatureMachine {
        mutating func receive(_ event: FeatureEvent, in context: FeatureContext) -> [FeatureEffect] { [] }
    }
}

extension Element {
    /// An element without anything in it.
    static func named(_ name: String, in namespace: String) -> Element { reading("<\(name) xmlns='\(namespace)'/>") }

    /// An element of a test's own.
    static func reading(_ xml: String) -> Element {
        do throws(XMLContentError) {
            return try Element(xml: xml, in: "jabber:client")
        } catch {
            preconditionFailure("no element: \(xml)")
        }
    }
}
