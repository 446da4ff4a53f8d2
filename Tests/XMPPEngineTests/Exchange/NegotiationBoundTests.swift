import Testing
import XMLStream
import XMPPEngine
import XMPPNegotiation
import XMPPStanza
import XMPPTestKit

/// How much of a negotiation policy puts up with: elements of the peer's, and new streams on one transport.
@Suite struct NegotiationBoundTests {
    /// A made-up feature that takes whatever is said to it, and has nothing to say but that it begins.
    struct Listening: StreamFeature {
        static let namespace = "urn:example:listening"

        var constraints: FeatureConstraints {
            FeatureConstraints(FeatureKey("listening", in: Self.namespace), before: [StartTLSFeature.key])
        }
        var isUsableInClear: Bool { true }

        func offer(knowing facts: StreamFacts) -> FeatureOffer { .unlisted }

        func evaluate(_ offer: Element?, in list: StreamFeatures, knowing facts: StreamFacts) -> FeatureEvaluation {
            .negotiate(isMandatory: false, reason: "it listens")
        }

        func machine(for role: StreamRole) -> any FeatureMachine { Machine() }

        struct Machine: FeatureMachine {
            mutating func receive(_ event: FeatureEvent, in context: FeatureContext) -> [FeatureEffect] { [] }
        }
    }

    /// A made-up feature that does nothing but have a new stream begin.
    struct Turning: StreamFeature {
        let number: Int

        var key: FeatureKey { FeatureKey("turn", in: "urn:example:turning:\(number)") }
        var constraints: FeatureConstraints { FeatureConstraints(key, before: [ResourceBindingFeature().key]) }

        func offer(knowing facts: StreamFacts) -> FeatureOffer {
            facts.isAuthenticated ? .offered(word, isMandatory: false) : .withheld("not yet")
        }

        func evaluate(_ offer: Element?, in list: StreamFeatures, knowing facts: StreamFacts) -> FeatureEvaluation {
            offer == nil ? .skipped("not offered") : .negotiate(isMandatory: false, reason: "it is there")
        }

        func machine(for role: StreamRole) -> any FeatureMachine { Machine(role: role, word: word) }

        private var word: Element { .named("turn", in: key.namespace) }

        struct Machine: FeatureMachine {
            let role: StreamRole
            let word: Element

            mutating func receive(_ event: FeatureEvent, in context: FeatureContext) -> [FeatureEffect] {
                switch event {
                case .chosen: [.send(word)]
                case .received: role == .receiving ? [.send(word), .restart] : [.restart]
                case .answered, .switched: [.refuse]
                }
            }
        }
    }

    // MARK: Elements

    @Test(
        "S28: as many elements as policy says are taken, one more ends the stream", arguments: [true, false],
        [1, 7, nil])
    func elements(isInitiating: Bool, maximum: Int?) throws {
        let change = { (configuration: inout StreamConfiguration) in
            configuration.features.append(Listening())
            configuration.policy.requiresTLS = false
            if let maximum { configuration.policy.maximumElements = maximum }
        }
        let pair = try ReadyStream.client.pair(initiating: change, receiving: change)
        var driver = isInitiating ? pair.initiating : pair.receiving
        driver.begin()
        let from = isInitiating ? "from='example.com' id='1'" : "to='example.com'"
        driver.receive(
            "<stream:stream \(from) version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>"
        )
        // The list counts as any other.
        if isInitiating { driver.receive("<stream:features/>") }
        let word = "<word xmlns='\(Listening.namespace)'/>"
        for _ in (isInitiating ? 1 : 0)..<(maximum ?? 200) { driver.receive(word) }
        #expect(driver.end == nil && driver.misuses == [])
        driver.receive(word)
        #expect(driver.violation == .policyViolation)
        #expect(driver.endText == "a stream that is ready by now")
    }

    /// What a side's peer says in a login: the initiating entity two lists more, the word to begin TLS, a challenge, the
    /// outcome and its address; the receiving one a wish for TLS, two steps of SCRAM and a wish for an address.
    @Test(
        "S28: of a login each element counts, and none that comes once the stream is ready",
        arguments: [(true, 7, true), (true, 6, false), (false, 4, true), (false, 3, false)])
    func login(isInitiating: Bool, maximum: Int, isEnough: Bool) throws {
        let bound = { (configuration: inout StreamConfiguration) in configuration.policy.maximumElements = maximum }
        var pair = try ReadyStream.client.pair(
            initiating: isInitiating ? bound : { _ in }, receiving: isInitiating ? { _ in } : bound)
        pair.run()
        var driver = isInitiating ? pair.initiating : pair.receiving
        #expect(driver.stream.isReady == isEnough, "\(driver.notes)")
        #expect(driver.violation == (isEnough ? nil : .policyViolation))
        if !isEnough { return }
        // A feature of the server's takes this still, and refuses it.
        let late = isInitiating ? "" : "<iq type='set' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>"
        for _ in 0..<3 { driver.receive("<message id='1'/>" + late) }
        #expect(driver.end == nil && driver.misuses == [] && driver.stanzas.count == 3)
    }

    // MARK: Restarts

    /// A login has two new streams: behind TLS and behind SASL. Each feature made up for this adds one.
    @Test(
        "S28: as many new streams as policy says begin on one transport, one more ends the stream",
        arguments: [true, false],
        [
            (turns: 0, maximum: 2, isEnough: true), (0, 1, false), (0, 0, false), (3, 5, true), (3, 4, false),
            (6, nil, true), (7, nil, false),
        ] as [(turns: Int, maximum: Int?, isEnough: Bool)])
    func restarts(isInitiating: Bool, row: (turns: Int, maximum: Int?, isEnough: Bool)) throws {
        let features: [any StreamFeature] = (0..<row.turns).map { Turning(number: $0) }
        func change(_ configuration: inout StreamConfiguration, isBound: Bool) {
            configuration.features += features
            // Of the other side, as many as it takes.
            configuration.policy.maximumRestarts = isBound ? row.maximum ?? configuration.policy.maximumRestarts : 100
        }
        var pair = try ReadyStream.client.pair(
            initiating: { change(&$0, isBound: isInitiating) }, receiving: { change(&$0, isBound: !isInitiating) })
        pair.run()
        let driver = isInitiating ? pair.initiating : pair.receiving
        #expect(driver.stream.isReady == row.isEnough, "\(driver.notes)")
        #expect(driver.violation == (row.isEnough ? nil : .policyViolation))
        if !row.isEnough { #expect(driver.endText == "fewer new streams on one transport") }
        // The first, and as many again as may be.
        let headers = String(decoding: driver.sent, as: UTF8.self).split(separator: "<stream:stream ").count - 1
        #expect(headers == 1 + (row.isEnough ? row.turns + 2 : row.maximum ?? 8))
    }
}

extension StreamDriver {
    /// What a stream that ended with a violation expected.
    fileprivate var endText: String? {
        if case .violation(let violation) = end { violation.expected } else { nil }
    }
}
