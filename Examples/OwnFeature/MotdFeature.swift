import XMLStream
import XMPPNegotiation
import XMPPStanza

/// A made-up stream feature: once a client has authenticated, it can ask for the message of the day.
///
/// The server offers `<motd xmlns='urn:example:motd'/>`, the client says `<get/>`, the server answers `<today/>`. It is
/// voluntary, and has its place before the resource is bound. All of it is public API: the features that come with the
/// library have no other door.
struct MotdFeature: StreamFeature {
    static let namespace = "urn:example:motd"
    static let bind = FeatureKey("bind", in: "urn:ietf:params:xml:ns:xmpp-bind")

    /// At a server, what it says.
    var message = ""

    var constraints: FeatureConstraints {
        FeatureConstraints(FeatureKey("motd", in: Self.namespace), before: [Self.bind])
    }

    func offer(knowing facts: StreamFacts) -> FeatureOffer {
        if message.isEmpty { return .withheld("there is nothing to say") }
        if !facts.isAuthenticated { return .withheld("authentication comes first") }
        guard let element = Motd.element("motd") else { return .withheld("it cannot be written") }
        return .offered(element, isMandatory: false)
    }

    func evaluate(_ offer: Element?, in list: StreamFeatures, knowing facts: StreamFacts) -> FeatureEvaluation {
        offer == nil
            ? .skipped("not offered") : .negotiate(isMandatory: false, reason: "somebody may want to read it")
    }

    func machine(for role: StreamRole) -> any FeatureMachine {
        switch role {
        case .initiating: MotdReader.idle
        case .receiving: MotdTeller.awaitingRequest(message)
        }
    }
}

/// The client's side.
enum MotdReader: FeatureMachine {
    /// Nothing has been said.
    case idle
    /// The server owes the message.
    case awaitingMessage
    /// Terminal.
    case done

    mutating func receive(_ event: FeatureEvent, in context: FeatureContext) -> [FeatureEffect] {
        switch (self, event) {
        case (.idle, .chosen):
            self = .awaitingMessage
            return [.sending { () throws(XMLContentError) in try Motd.builder("get").finish() }]
        case (.awaitingMessage, .received(let element)):
            self = .done
            guard element.isNamed("today", in: MotdFeature.namespace) else {
                return [.violation(.badFormat, expected: "the message of the day")]
            }
            // What it brings about is a fact, for everybody to read.
            return [.grant(.custom(name: MotdFeature.namespace, value: element.text)), .finish]

        // The host is at fault: nothing of the kind was asked for.
        case (.idle, .received), (.idle, .answered), (.idle, .switched), (.awaitingMessage, .chosen),
            (.awaitingMessage, .answered), (.awaitingMessage, .switched):
            return [.refuse]

        case (.done, _): return [.refuse]
        }
    }
}

/// The server's side.
enum MotdTeller: FeatureMachine {
    /// The client may ask, or not.
    case awaitingRequest(String)
    /// Terminal.
    case done

    mutating func receive(_ event: FeatureEvent, in context: FeatureContext) -> [FeatureEffect] {
        switch (self, event) {
        case (.awaitingRequest(let message), .received(let element)):
            self = .done
            guard element.isNamed("get", in: MotdFeature.namespace) else {
                return [.violation(.badFormat, expected: "a request for the message of the day")]
            }
            let answer = FeatureEffect.sending { () throws(XMLContentError) in
                var builder = Motd.builder("today")
                builder.text(message)
                return try builder.finish()
            }
            return [answer, .finish]

        // The host is at fault.
        case (.awaitingRequest, .chosen), (.awaitingRequest, .answered), (.awaitingRequest, .switched):
            return [.refuse]

        case (.done, _): return [.refuse]
        }
    }
}

/// The elements of the feature.
enum Motd {
    static func builder(_ name: String) -> ElementBuilder { ElementBuilder(name, in: MotdFeature.namespace) }
    static func element(_ name: String) -> Element? { try? builder(name).finish() }
}
