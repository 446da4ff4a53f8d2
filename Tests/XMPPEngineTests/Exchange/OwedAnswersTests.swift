import Testing
import XMLStream
import XMPPAddress
import XMPPEngine
import XMPPNegotiation
import XMPPStanza
import XMPPTestKit

/// Each request of the peer's gets one answer (RFC 6120 §8.2.3).
@Suite struct OwedAnswersTests {
    static let request = "<iq type='get' id='1' from='Romeo@Example.net/o'><x xmlns='nobody:knows'/></iq>"

    private func driver(_ change: (inout StreamConfiguration) -> Void = { _ in }) throws -> ReadyStream.Driver {
        try ReadyStream.client.driver(change)
    }

    private func firstRequest(_ driver: ReadyStream.Driver) throws -> IQ {
        for case .iq(let iq) in driver.stanzas { return iq }
        throw NoRequest()
    }

    private struct NoRequest: Error {}

    /// How a host can deal with a request.
    enum Way: CaseIterable { case result, error, preparedResult, decline, nothing }

    @Test(
        "RFC6120-8.2.3-2, RFC6120-8.3.1-1: each request is answered once, whoever answers it", arguments: Way.allCases)
    func once(_ way: Way) throws {
        var driver = try driver()
        driver.receive(Self.request)
        let request = try firstRequest(driver)
        let answer: IQ? =
            switch way {
            case .result: try request.result()
            case .error: try request.error(StanzaError(.forbidden))
            case .preparedResult: try IQ(.result, to: request.from, id: "1")
            case .decline, .nothing: nil
            }
        if let answer { driver.call { (stream) throws(StreamMisuse) in try stream.send(answer) } }
        if way == .decline { driver.call { (stream) throws(StreamMisuse) in try stream.decline(request) } }
        driver.wind(by: .seconds(61))
        let sent = driver.takeSentText()
        #expect(sent.matches(of: #/<iq /#).count == 1, "\(sent)")
        #expect(sent.contains("service-unavailable") == (way == .decline || way == .nothing))
        #expect(driver.misuses == [])
        // Whatever comes now is one too many.
        let second = try #require(try request.result())
        driver.call { (stream) throws(StreamMisuse) in try stream.send(second) }
        driver.call { (stream) throws(StreamMisuse) in try stream.decline(request) }
        #expect(driver.misuse == [.answeredBefore, .answeredBefore])
        driver.wind(by: .seconds(600))
        #expect(driver.takeSentText() == "")
        #expect(driver.clock.settings == [])
    }

    @Test func `a request whose answer does not go out is owed as before`() throws {
        var stream = try driver { $0.limits.undrainedBytes = 100 }.stream
        var scratch = StreamScratch()
        try stream.receive(Array(Self.request.utf8).span, using: &scratch)
        var asked: IQ?
        while let action = stream.nextAction() { if case .stanza(.iq(let iq)) = action { asked = iq } }
        let request = try #require(asked)
        let answer = try #require(try request.result())
        let message = try Fixtures.message(id: "1")
        while stream.pendingByteCount < 100 { try stream.send(message) }
        let before = stream
        #expect(#expect(throws: StreamMisuse.self) { try stream.decline(request) }?.code == .full)
        #expect(#expect(throws: StreamMisuse.self) { try stream.send(answer) }?.code == .full)
        #expect(stream == before)
        stream.drainOutput { $0.byteCount }
        try stream.decline(request)
        #expect(#expect(throws: StreamMisuse.self) { try stream.send(answer) }?.code == .answeredBefore)
    }

    @Test(arguments: [true, false])
    func `a request that a stage lets in while an answer goes out is owed one too`(isDeclined: Bool) throws {
        var driver = try driver { $0.features.append(AskingFeature()) }
        driver.receive(Self.request)
        let request = try firstRequest(driver)
        let answer = try #require(try request.result())
        driver.call { (stream) throws(StreamMisuse) in
            if isDeclined { try stream.decline(request) } else { try stream.send(answer) }
        }
        #expect(driver.stanzas.count == 2 && driver.misuses == [])
        _ = driver.takeSentText()
        driver.wind(by: .seconds(61))
        #expect(driver.takeSentText().contains("id='own'"))
    }

    @Test("RFC6120-8.4-8, RFC6120-8.4-5: a request that nobody knows is answered, a message the host's to ignore")
    func unknown() throws {
        var driver = try driver()
        driver.receive(Self.request)
        driver.receive("<message id='2' from='romeo@example.net'><x xmlns='nobody:knows'/></message>")
        driver.wind(by: .seconds(61))
        let sent = driver.takeSentText()
        #expect(sent.contains("service-unavailable") && sent.contains("Romeo@Example.net/o"))
        #expect(!sent.contains("<message") && driver.stanzas.count == 2 && driver.end == nil)
    }

    @Test func `an answer to somebody else, or under another id, is none`() throws {
        var driver = try driver()
        driver.receive(Self.request)
        for answer in [
            try IQ(.result, id: "1"), try IQ(.result, to: JID("romeo@example.net"), id: "1"),
            try IQ(.result, to: JID("romeo@example.net/o"), id: "2"),
        ] {
            driver.call { (stream) throws(StreamMisuse) in try stream.send(answer) }
        }
        #expect(driver.misuse == [.answeredBefore, .answeredBefore, .answeredBefore])
        #expect(driver.takeSentText() == "")
    }

    @Test func `more requests than can wait are answered at once, by count and by bytes`() throws {
        var driver = try driver { $0.limits.owedAnswers = 2 }
        for id in 1...3 { driver.receive("<iq type='get' id='\(id)'><x xmlns='y'/></iq>") }
        #expect(driver.stanzas.count == 2)
        #expect(driver.takeSentText().contains("resource-constraint"))

        driver = try self.driver { $0.limits.owedAnswerBytes = 100 }
        let id = String(repeating: "i", count: 60)
        driver.receive("<iq type='get' id='\(id)'><x xmlns='y'/></iq><iq type='get' id='\(id)'><x xmlns='y'/></iq>")
        #expect(driver.stanzas.count == 1)
        #expect(driver.takeSentText().contains("resource-constraint"))
        // What has been answered makes room.
        driver.wind(by: .seconds(61))
        driver.receive("<iq type='get' id='\(id)'><x xmlns='y'/></iq>")
        #expect(driver.stanzas.count == 2)
    }

    @Test func `a request that comes behind the own end tag reaches the host, and is owed nothing`() throws {
        var driver = try driver()
        driver.call { (stream) throws(StreamMisuse) in try stream.close() }
        _ = driver.takeSent()
        driver.receive(Self.request)
        #expect(driver.stanzas.count == 1 && driver.takeSentText() == "")
        let request = try firstRequest(driver)
        driver.call { (stream) throws(StreamMisuse) in try stream.decline(request) }
        #expect(driver.misuse == [.over])
        #expect(driver.clock.settings.map(\.timer) == [.closing])
    }

    @Test func `a server that passes requests on owes nothing, and can decline all the same`() throws {
        var driver = try ReadyStream.serverOfClient.driver()
        driver.receive("<iq type='get' id='1' to='romeo@example.net'><x xmlns='y'/></iq>")
        let request = try firstRequest(driver)
        #expect(driver.clock.settings == [])
        driver.call { (stream) throws(StreamMisuse) in try stream.decline(request) }
        let sent = driver.takeSentText()
        #expect(sent.contains("service-unavailable") && sent.contains("juliet@example.com/balcony"))
        #expect(driver.misuses == [])
    }
}

/// A made-up feature whose stage lets in a request of its own behind each answer that goes out.
private struct AskingFeature: StreamFeature {
    static let key = FeatureKey("asking", in: "urn:example:asking")

    var constraints: FeatureConstraints { FeatureConstraints(AskingFeature.key, after: [SASLFeature.key]) }
    func offer(knowing facts: StreamFacts) -> FeatureOffer { .withheld("a client's only") }

    func evaluate(_ offer: Element?, in list: StreamFeatures, knowing facts: StreamFacts) -> FeatureEvaluation {
        facts.address == nil ? .skipped("not yet") : .negotiate(isMandatory: false, reason: "it is there")
    }

    func machine(for role: StreamRole) -> any FeatureMachine { Machine() }

    private struct Machine: FeatureMachine {
        mutating func receive(_ event: FeatureEvent, in context: FeatureContext) -> [FeatureEffect] {
            [.install(StageInstallation(AskingFeature.key, Stage())), .finish]
        }
    }

    private struct Stage: StanzaStage {
        mutating func receive(_ event: StageEvent) -> [StageEffect] {
            switch event {
            case .received(let element): return [.pass(element)]
            case .sent(let element):
                let request = try? Element(xml: "<iq xmlns='jabber:client' type='get' id='own'><a xmlns='urn:a'/></iq>")
                return [.pass(element)] + (request.map { [.deliver($0)] } ?? [])
            case .handled, .timerFired: return []
            }
        }

        func snapshot() -> [UInt8]? { nil }
    }
}
