import Testing
import XMLStream
import XMPPEngine
import XMPPNegotiation
import XMPPStanza
import XMPPTestKit

/// Stages that end the stream over what the host sends.
@Suite struct EndingStageTests {
    /// A made-up feature whose stage lets nothing out; it is installed without a word to the peer.
    struct Lock: StreamFeature {
        static let key = FeatureKey("lock", in: "urn:example:lock")

        var constraints: FeatureConstraints { FeatureConstraints(Lock.key, after: [SASLFeature.key]) }
        func offer(knowing facts: StreamFacts) -> FeatureOffer { .withheld("a client's only") }

        func evaluate(_ offer: Element?, in list: StreamFeatures, knowing facts: StreamFacts) -> FeatureEvaluation {
            facts.address == nil ? .skipped("not yet") : .negotiate(isMandatory: false, reason: "it is there")
        }

        func machine(for role: StreamRole) -> any FeatureMachine { Machine() }

        struct Machine: FeatureMachine {
            mutating func receive(_ event: FeatureEvent, in context: FeatureContext) -> [FeatureEffect] {
                [.install(StageInstallation(Lock.key, Stage())), .finish]
            }
        }

        struct Stage: StanzaStage {
            mutating func receive(_ event: StageEvent) -> [StageEffect] {
                switch event {
                case .received(let element): [.pass(element)]
                case .sent: [.fail(StreamViolation(.policyViolation, expected: "nothing to be sent"))]
                case .handled, .timerFired: []
                }
            }

            func snapshot() -> [UInt8]? { nil }
        }
    }

    @Test func `a request over which a stage ends the stream is told of once, and leaves nothing behind`() throws {
        var driver = try ReadyStream.client.driver { $0.features.append(Lock()) }
        let ping = try Fixtures.ping()
        var handle: RequestHandle?
        driver.call { (stream) throws(StreamMisuse) in handle = try stream.request(ping) }
        #expect(driver.unanswered == [try #require(handle)])
        #expect(driver.violation == .policyViolation)
        #expect(driver.clock.settings == [] && driver.open.isEmpty && driver.misuses == [])
        // Nothing but the order to close comes behind the end.
        let end = driver.notes.firstIndex { if case .ended = $0 { true } else { false } }
        #expect(driver.notes.dropFirst(try #require(end) + 1) == [.closeTransport])
    }

    @Test func `of stanzas that waited, all behind the one over which a stage ends the stream are told to be unsent`()
        throws
    {
        var pair = try ReadyStream.client.pair(initiating: { $0.features.append(Lock()) })
        pair.initiating.begin()
        var handles: [StanzaHandle] = []
        for number in 1...3 {
            let message = try Fixtures.message(id: "\(number)")
            pair.initiating.call { (stream) throws(StreamMisuse) in handles.append(try stream.send(message)) }
        }
        pair.receiving.begin()
        pair.settle()
        let unsent = pair.initiating.notes.flatMap { note -> [StanzaHandle] in
            if case .unsent(let handles) = note { handles } else { [] }
        }
        #expect(unsent == Array(handles.dropFirst()))
        #expect(pair.initiating.violation == .policyViolation)
        #expect(pair.initiating.notes.last == .closeTransport)
    }

    /// A made-up feature whose stage answers: the outer one lets in again what goes out, the inner one sends what comes in.
    struct Mirror: StreamFeature {
        let isOuter: Bool
        var key: FeatureKey { Mirror.key(isOuter: isOuter) }
        var constraints: FeatureConstraints {
            FeatureConstraints(key, after: isOuter ? [SASLFeature.key] : [SASLFeature.key, Mirror.key(isOuter: true)])
        }

        static func key(isOuter: Bool) -> FeatureKey {
            FeatureKey(isOuter ? "outer" : "inner", in: "urn:example:mirror")
        }
        func offer(knowing facts: StreamFacts) -> FeatureOffer { .withheld("a client's only") }

        func evaluate(_ offer: Element?, in list: StreamFeatures, knowing facts: StreamFacts) -> FeatureEvaluation {
            facts.address == nil ? .skipped("not yet") : .negotiate(isMandatory: false, reason: "it is there")
        }

        func machine(for role: StreamRole) -> any FeatureMachine { Machine(isOuter: isOuter) }

        struct Machine: FeatureMachine {
            let isOuter: Bool
            mutating func receive(_ event: FeatureEvent, in context: FeatureContext) -> [FeatureEffect] {
                [.install(StageInstallation(Mirror.key(isOuter: isOuter), Stage(isOuter: isOuter))), .finish]
            }
        }

        struct Stage: StanzaStage {
            let isOuter: Bool
            mutating func receive(_ event: StageEvent) -> [StageEffect] {
                switch event {
                case .received(let element): isOuter ? [.pass(element)] : [.send(element), .send(element)]
                case .sent(let element): isOuter ? [.deliver(element), .deliver(element)] : [.pass(element)]
                case .handled, .timerFired: []
                }
            }

            func snapshot() -> [UInt8]? { nil }
        }
    }

    @Test(arguments: [true, false])
    func `two stages that answer each other without end, end the stream`(begins: Bool) throws {
        var driver = try ReadyStream.client.driver { $0.features += [Mirror(isOuter: true), Mirror(isOuter: false)] }
        if begins {
            let message = try Fixtures.message(id: "1")
            driver.call { (stream) throws(StreamMisuse) in _ = try stream.send(message) }
        } else {
            driver.receive("<message from='a@example.net' id='1'/><message from='a@example.net' id='2'/>")
        }
        let error: StreamError? = if case .aborted(let error) = driver.end { error } else { nil }
        #expect(error?.condition == .internalServerError, "\(driver.notes)")
        #expect(error?.texts.first?.text == "expected stages that come to an end")
        #expect(driver.stanzas.isEmpty)
    }
}
