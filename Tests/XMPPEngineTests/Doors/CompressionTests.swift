import Testing
import XMLStream
import XMPPEngine
import XMPPNegotiation
import XMPPStanza
import XMPPTestKit

/// Compression is a feature of the host's own, if any; the engine keeps it behind authentication.
@Suite struct CompressionTests {
    /// Where a feature wants to come in.
    enum Place: Sendable { case beforeAuthentication, beforeBinding, behindBinding }

    @Test("RFC7590-3.2-2: there is none by default")
    func none() throws {
        for side in [ReadyStream.client, .callingServer, .component] {
            var pair = try side.pair()
            pair.run()
            #expect(pair.initiating.stream.isReady && pair.receiving.stream.isReady)
            for driver in [pair.initiating, pair.receiving] {
                #expect(!driver.stream.plan.rows.contains { $0.key.name.contains("compress") })
                #expect(driver.stream.facts.compressionMethod == nil)
            }
        }
    }

    @Test(
        "RFC7590-3.2-2: one of the host's own comes behind authentication, and before the stream is ready, or ends it",
        arguments: [(Place.beforeAuthentication, false), (.beforeBinding, true), (.behindBinding, false)])
    func order(_ place: Place, _ isDone: Bool) throws {
        let feature = SqueezeFeature(place: place)
        var pair = try ReadyStream.client.pair(
            initiating: { $0.features.append(feature) }, receiving: { $0.features.append(feature) })
        pair.run()
        #expect(pair.initiating.stream.isReady == isDone && pair.receiving.stream.isReady == isDone)
        let orders = pair.receiving.notes.count { if case .startCompression = $0 { true } else { false } }
        #expect(orders == (isDone ? 1 : 0))
        #expect(pair.receiving.stream.facts.compressionMethod == (isDone ? "none" : nil))
        switch pair.receiving.end {
        case nil: #expect(isDone)
        // Not offered in the clear; and behind binding the stream is ready, so that the feature was wrong to say yes.
        case .violation(let violation):
            #expect(place == .beforeAuthentication && violation.condition == .policyViolation)
        case .aborted(let error):
            #expect(place == .behindBinding && error.condition == .internalServerError)
        case let end?: Issue.record("\(end)")
        }
        #expect(pair.initiating.stream.isOver != isDone)
        if isDone { #expect(pair.initiating.stream.facts.compressionMethod == "none") }
    }
}

/// A made-up feature that compresses by doing nothing: one word each, and the new stream behind it.
private struct SqueezeFeature: StreamFeature {
    static let namespace = "urn:example:squeeze"

    let place: CompressionTests.Place

    var constraints: FeatureConstraints {
        let (own, sasl) = (FeatureKey("squeeze", in: Self.namespace), SASLFeature.key)
        let bind = ResourceBindingFeature().key
        return switch place {
        case .beforeAuthentication: FeatureConstraints(own, after: [StartTLSFeature.key], before: [sasl])
        case .beforeBinding: FeatureConstraints(own, after: [sasl], before: [bind])
        case .behindBinding: FeatureConstraints(own, after: [bind])
        }
    }

    func offer(knowing facts: StreamFacts) -> FeatureOffer {
        guard isReady(facts), let element = Self.word("squeeze") else { return .withheld("too early, or done") }
        return .offered(element, isMandatory: false)
    }

    func evaluate(_ offer: Element?, in list: StreamFeatures, knowing facts: StreamFacts) -> FeatureEvaluation {
        offer == nil || !isReady(facts) ? .skipped("not now") : .negotiate(isMandatory: true, reason: "to show it")
    }

    func machine(for role: StreamRole) -> any FeatureMachine {
        switch role {
        case .initiating: Squeezing.idle
        case .receiving: Squeezing.awaitingWord(answers: true)
        }
    }

    private func isReady(_ facts: StreamFacts) -> Bool {
        facts.compressionMethod == nil && facts.isSecure && (place == .beforeAuthentication || facts.isAuthenticated)
    }

    static func word(_ name: String) -> Element? { try? ElementBuilder(name, in: namespace).finish() }
}

private enum Squeezing: FeatureMachine {
    case idle
    case awaitingWord(answers: Bool)
    case awaitingTransport
    case done

    mutating func receive(_ event: FeatureEvent, in context: FeatureContext) -> [FeatureEffect] {
        switch (self, event) {
        case (.idle, .chosen):
            self = .awaitingWord(answers: false)
            return SqueezeFeature.word("squeeze").map { [.send($0)] } ?? [.refuse]
        case (.awaitingWord(let answers), .received):
            self = .awaitingTransport
            let answer = answers ? SqueezeFeature.word("squeezed").map { [FeatureEffect.send($0)] } ?? [] : []
            return answer + [.switchTransport(.compression(method: "none"))]
        case (.awaitingTransport, .switched(.compression(let method))):
            self = .done
            return [.grant(.compressed(method: method)), .restart]
        case (.idle, .received), (.idle, .answered), (.idle, .switched), (.awaitingWord, .chosen),
            (.awaitingWord, .answered), (.awaitingWord, .switched), (.awaitingTransport, .chosen),
            (.awaitingTransport, .received), (.awaitingTransport, .answered), (.awaitingTransport, .switched),
            (.done, _):
            return [.refuse]
        }
    }
}
