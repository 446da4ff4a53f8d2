import XMLStream
import XMPPNegotiation
import XMPPStanza

/// A stage of a host's own: it counts what goes through, marks messages that go out, keeps what asks for it for a while, and
/// ends a stream in which too much comes in. Written against public API only.
struct MarkingStage: StanzaStage {
    /// What it writes on messages that go out, and what it swallows when it comes in.
    let mark: String
    /// How many stanzas may come in.
    var most = 100
    private(set) var received = 0
    private(set) var sent = 0
    private(set) var handled = 0
    private var kept: [Element] = []

    init(mark: String, most: Int = 100) {
        self.mark = mark
        self.most = most
    }

    mutating func receive(_ event: StageEvent) -> [StageEffect] {
        switch event {
        case .received(let element):
            guard AnyStanza.isStanza(element) else { return answer(element) }
            received += 1
            if received > most {
                return [.fail(StreamViolation(.policyViolation, expected: "fewer stanzas"))]
            }
            switch element.attribute("id") {
            case "\(mark)-swallow": return []
            case "\(mark)-twice": return [.pass(element), .pass(element)]
            case "\(mark)-late":
                kept.append(element)
                return [.setTimer(.seconds(10))]
            case "\(mark)-never": return [.cancelTimer, .pass(element)]
            default: return [.pass(element)]
            }
        case .sent(let element):
            if AnyStanza.isStanza(element) { sent += 1 }
            guard element.localName == .message else { return [.pass(element)] }
            var marked = element
            do throws(XMLContentError) {
                try marked.setAttribute(.id, to: (element.attribute("id") ?? "") + mark)
            } catch {
                return [.fail(StreamViolation(.internalServerError, expected: "a mark that can be written"))]
            }
            return [.pass(marked)]
        case .handled:
            handled += 1
            return []
        case .timerFired:
            defer { kept = [] }
            return kept.map { .deliver($0) }
        }
    }

    /// The peer asks how many have been handled.
    private func answer(_ element: Element) -> [StageEffect] {
        guard element.isNamed("count", in: "urn:example:\(mark)") else { return [.pass(element)] }
        var builder = ElementBuilder("counted", in: "urn:example:\(mark)")
        builder.attribute("handled", "\(handled)")
        builder.attribute("sent", "\(sent)")
        guard let counted = try? builder.finish() else { return [] }
        return [.send(counted)]
    }

    func snapshot() -> [UInt8]? { nil }
}

/// A made-up feature that installs the stage on both sides once an address is bound, before the stream is ready.
struct MarkingFeature: StreamFeature {
    let mark: String
    var most = 100
    var after: Set<FeatureKey> = []

    var key: FeatureKey { FeatureKey("counting", in: "urn:example:\(mark)") }
    var constraints: FeatureConstraints {
        FeatureConstraints(
            key, after: after, before: [FeatureKey("bind", in: "urn:ietf:params:xml:ns:xmpp-bind")])
    }

    func offer(knowing facts: StreamFacts) -> FeatureOffer {
        guard facts.isAuthenticated, let element = element("counting") else { return .withheld("not yet") }
        return .offered(element, isMandatory: false)
    }

    func evaluate(_ offer: Element?, in list: StreamFeatures, knowing facts: StreamFacts) -> FeatureEvaluation {
        offer == nil ? .skipped("not offered") : .negotiate(isMandatory: false, reason: "it counts")
    }

    func machine(for role: StreamRole) -> any FeatureMachine { MarkingMachine(feature: key, most: most, mark: mark) }

    private func element(_ name: String) -> Element? { try? ElementBuilder(name, in: key.namespace).finish() }
}

/// Both sides of it: one asks, the other says yes, and from there stanzas pass through the stage.
struct MarkingMachine: FeatureMachine {
    let feature: FeatureKey
    let most: Int
    let mark: String

    mutating func receive(_ event: FeatureEvent, in context: FeatureContext) -> [FeatureEffect] {
        let install = FeatureEffect.install(StageInstallation(feature, MarkingStage(mark: mark, most: most)))
        switch event {
        case .chosen: return [say("enable")]
        case .received:
            return context.facts.role == .initiating ? [install, .finish] : [say("enabled"), install, .finish]
        case .answered, .switched: return [.refuse]
        }
    }

    private func say(_ name: String) -> FeatureEffect {
        .sending { () throws(XMLContentError) in try ElementBuilder(name, in: feature.namespace).finish() }
    }
}
