import XMLStream
import XMPPAddress
import XMPPNegotiation
import XMPPStanza

/// A made-up feature that carries others inside of it, as SASL2 does: one element with what the others ask for, one with
/// their answers, and then a new list of features. It believes every name, so it is for tests only. Written against
/// public API only.
struct CarrierFeature: StreamFeature {
    static let namespace = "urn:example:carrier"

    /// At an initiating entity, who it is.
    var name: String?
    /// Those that go along inside.
    var inline: [any StreamFeature] = []

    var constraints: FeatureConstraints { FeatureConstraints(FeatureKey("carrier", in: Self.namespace)) }

    func offer(knowing facts: StreamFacts) -> FeatureOffer {
        if facts.isAuthenticated { return .withheld("the peer has authenticated") }
        var builder = ElementBuilder("carrier", in: Self.namespace)
        for feature in inline {
            if let element = feature.inlineOffer(knowing: facts) { builder.element(element) }
        }
        guard let element = try? builder.finish() else { return .withheld("it cannot be written") }
        return .offered(element, isMandatory: true)
    }

    func evaluate(_ offer: Element?, in list: StreamFeatures, knowing facts: StreamFacts) -> FeatureEvaluation {
        if offer == nil { return .skipped("not offered") }
        return .negotiate(isMandatory: true, reason: "it authenticates")
    }

    func machine(for role: StreamRole) -> any FeatureMachine {
        switch role {
        case .initiating: CarrierInitiation.idle(name: name ?? "")
        case .receiving: CarrierReception.awaitingRequest
        }
    }
}

/// The initiating side: what goes along is asked of the other features.
enum CarrierInitiation: FeatureMachine {
    case idle(name: String)
    case awaitingAnswer
    case done

    mutating func receive(_ event: FeatureEvent, in context: FeatureContext) -> [FeatureEffect] {
        switch (self, event) {
        case (.idle(let name), .chosen(let offer, among: _)):
            self = .awaitingAnswer
            return [.sending { () throws(XMLContentError) in try request(name, offer, context) }]
        case (.awaitingAnswer, .received(let element)):
            self = .done
            return take(element, context)
        case (.idle, .received), (.idle, .answered), (.idle, .switched), (.awaitingAnswer, .chosen),
            (.awaitingAnswer, .answered), (.awaitingAnswer, .switched), (.done, _):
            return [.refuse]
        }
    }

    private func request(
        _ name: String, _ offer: Element?, _ context: FeatureContext
    ) throws(XMLContentError) -> Element {
        var builder = ElementBuilder("request", in: CarrierFeature.namespace)
        builder.attribute("name", name)
        for feature in context.features {
            if let offered = offer?.child(feature.key.name, in: feature.key.namespace),
                let wish = feature.inlineRequest(for: offered, knowing: context.facts)
            {
                builder.element(wish)
            }
        }
        return try builder.finish()
    }

    private func take(_ element: Element, _ context: FeatureContext) -> [FeatureEffect] {
        var effects = [FeatureEffect.grant(.authenticated(Authentication(mechanism: CarrierFeature.namespace)))]
        for feature in context.features {
            guard let answer = element.child(feature.key.name, in: feature.key.namespace) else { continue }
            do throws(StreamViolation) {
                effects += try feature.inlineResult(answer, knowing: context.facts).map { .grant($0) }
            } catch {
                return [.fail(.violation(error))]
            }
        }
        return effects + [.renewFeatures]
    }
}

/// The receiving side: what came along is answered by the features that it is for.
enum CarrierReception: FeatureMachine {
    case awaitingRequest
    case done

    mutating func receive(_ event: FeatureEvent, in context: FeatureContext) -> [FeatureEffect] {
        switch (self, event) {
        case (.awaitingRequest, .received(let element)):
            guard let name = element.attribute("name"), let domain = context.facts.domain,
                let address = JID("\(name)@\(domain.domainpart)")
            else { return [.violation(.notAuthorized, expected: "a name")] }
            self = .done
            return answer(element, of: address, context)
        case (.awaitingRequest, .chosen), (.awaitingRequest, .answered), (.awaitingRequest, .switched), (.done, _):
            return [.refuse]
        }
    }

    private func answer(_ element: Element, of address: JID, _ context: FeatureContext) -> [FeatureEffect] {
        var effects = [
            FeatureEffect.grant(.authenticated(Authentication(mechanism: CarrierFeature.namespace, address: address)))
        ]
        var builder = ElementBuilder("success", in: CarrierFeature.namespace)
        for feature in context.features {
            guard let wish = element.child(feature.key.name, in: feature.key.namespace),
                case .answered(let answer, let granted) = feature.inlineResponse(to: wish, knowing: context.facts)
            else { continue }
            builder.element(answer)
            effects += granted.map { .grant($0) }
        }
        let success = builder
        return [.sending { () throws(XMLContentError) in try success.finish() }] + effects + [.renewFeatures]
    }
}

/// A made-up feature that can go along inside: the initiating entity names a colour, the other settles for one.
struct ColourFeature: StreamFeature {
    static let namespace = "urn:example:colour"

    /// At an initiating entity, what it would like.
    var wish = "blue"
    /// At a receiving entity, what it has.
    var choice = ["blue"]

    var constraints: FeatureConstraints { FeatureConstraints(FeatureKey("colour", in: Self.namespace)) }

    func offer(knowing facts: StreamFacts) -> FeatureOffer { .withheld("only inside of another") }

    func evaluate(_ offer: Element?, in list: StreamFeatures, knowing facts: StreamFacts) -> FeatureEvaluation {
        .skipped(facts.custom["colour"].map { "\($0), as was said inside" } ?? "only inside of another")
    }

    func machine(for role: StreamRole) -> any FeatureMachine { NothingMore() }

    func inlineOffer(knowing facts: StreamFacts) -> Element? { element(nil) }
    func inlineRequest(for offer: Element, knowing facts: StreamFacts) -> Element? { element(wish) }

    func inlineResponse(to request: Element, knowing facts: StreamFacts) -> InlineResponse {
        let wish = request.attribute("is") ?? ""
        guard let colour = choice.contains(wish) ? wish : choice.first, let answer = element(colour) else {
            return .ignored
        }
        return .answered(answer, granting: [.custom(name: "colour", value: colour)])
    }

    func inlineResult(_ response: Element, knowing facts: StreamFacts) throws(StreamViolation) -> [StreamFact] {
        guard let colour = response.attribute("is") else {
            throw StreamViolation(.badFormat, expected: "a colour")
        }
        return [.custom(name: "colour", value: colour)]
    }

    private func element(_ colour: String?) -> Element? {
        var builder = ElementBuilder("colour", in: Self.namespace)
        if let colour { builder.attribute("is", colour) }
        return try? builder.finish()
    }

    /// The machine of what is never negotiated by itself.
    struct NothingMore: FeatureMachine {
        mutating func receive(_ event: FeatureEvent, in context: FeatureContext) -> [FeatureEffect] { [.refuse] }
    }
}
