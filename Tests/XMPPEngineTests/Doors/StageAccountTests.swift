import Testing
import XMLStream
import XMPPEngine
import XMPPNegotiation
import XMPPStanza
import XMPPTestKit

/// What a stage hears of stanzas that are handled, and what becomes of those that it lets in out of turn.
@Suite struct StageAccountTests {
    private static let header =
        "<stream:stream from='example.com' version='1.0' id='1' xmlns='jabber:client' "
        + "xmlns:stream='http://etherx.jabber.org/streams'>"
    private static let bound =
        "<iq type='result' id='bind-1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'>"
        + "<jid>juliet@example.com/balcony</jid></bind></iq>"

    /// A client in whose stream a stage counts from before binding, and that has to ask for a session.
    private func client() throws -> ReadyStream.Driver {
        let mark = MarkingFeature(mark: "a", after: [FeatureKey("carrier", in: CarrierFeature.namespace)])
        var driver = try ReadyStream.client.pair(initiating: {
            $0.policy.requiresTLS = false
            $0.features = [CarrierFeature(name: "juliet"), mark, ResourceBindingFeature(), SessionFeature()]
        }).initiating
        driver.begin()
        driver.receive(
            Self.header + "<stream:features><carrier xmlns='urn:example:carrier'/></stream:features>"
                + "<success xmlns='urn:example:carrier'/><stream:features><counting xmlns='urn:example:a'/>"
                + "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>"
                + "<session xmlns='urn:ietf:params:xml:ns:xmpp-session'/></stream:features>"
                + "<enabled xmlns='urn:example:a'/>")
        return driver
    }

    /// How many the stage says have been handled.
    private func handled(_ driver: inout ReadyStream.Driver) -> String? {
        _ = driver.takeSent()
        driver.receive("<count xmlns='urn:example:a'/>")
        return driver.takeSentText().firstMatch(of: #/handled='([0-9]+)'/#).map { String($0.output.1) }
    }

    @Test("each stanza is told of once, and in order, however many came early", arguments: [0, 1, 2, 5])
    func early(count: Int) throws {
        var driver = try client()
        driver.receive(Self.bound)
        driver.receive(String(repeating: "<message id='1'/>", count: count))
        #expect(driver.stanzas.isEmpty && !driver.stream.isReady)
        driver.receive("<iq type='result' id='session-1'/>")
        #expect(driver.stream.isReady && driver.stanzas.count == count)
        #expect(handled(&driver) == "\(2 + count)")
        driver.receive("<message id='2'/><message id='3'/>")
        #expect(handled(&driver) == "\(4 + count)" && driver.stanzas.count == count + 2)
    }

    @Test func `an early stanza that the engine answers by itself is told of too`() throws {
        var driver = try client()
        driver.receive(Self.bound + "<iq type='get' id='1'/><message id='2'/>")
        driver.receive("<iq type='result' id='session-1'/>")
        #expect(driver.stanzas.count == 1)
        #expect(handled(&driver) == "4")
    }

    @Test func `a stage that lets something in while the stream waits ends it, and nothing is lost unseen`() throws {
        let mark = MarkingFeature(mark: "a", after: [FeatureKey("carrier", in: CarrierFeature.namespace)])
        var driver = try ReadyStream.serverOfClient.pair(receiving: {
            $0.policy.requiresTLS = false
            $0.features = [CarrierFeature(), mark, ResourceBindingFeature(), SessionFeature()]
        }).receiving
        driver.host.leavesOpen = { if case .resource = $0 { true } else { false } }
        driver.begin()
        let request = { (id: String, name: String) in
            "<iq type='set' id='\(id)'><\(name) xmlns='urn:ietf:params:xml:ns:xmpp-\(name)'/></iq>"
        }
        driver.receive(
            Self.header.replacing("from=", with: "to=").replacing(" id='1'", with: "")
                + "<request xmlns='urn:example:carrier' name='juliet'/><enable xmlns='urn:example:a'/>"
                + request("a-late", "session") + request("b", "bind"))
        try #require(driver.stream.isPaused, "\(driver.notes)")
        driver.wind(by: .seconds(11))
        let error: StreamError? = if case .aborted(let error) = driver.end { error } else { nil }
        #expect(error?.condition == .internalServerError, "\(driver.notes)")
    }

    /// A made-up feature whose stage, whenever something is handled, lets in what nobody asked for.
    private struct Chatter: StreamFeature {
        static let key = FeatureKey("chatter", in: "urn:example:chatter")
        var constraints: FeatureConstraints { FeatureConstraints(Chatter.key, after: [SASLFeature.key]) }
        func offer(knowing facts: StreamFacts) -> FeatureOffer { .withheld("a client's only") }

        func evaluate(_ offer: Element?, in list: StreamFeatures, knowing facts: StreamFacts) -> FeatureEvaluation {
            facts.address == nil ? .skipped("not yet") : .negotiate(isMandatory: false, reason: "it is there")
        }

        func machine(for role: StreamRole) -> any FeatureMachine { Machine() }

        struct Machine: FeatureMachine {
            mutating func receive(_ event: FeatureEvent, in context: FeatureContext) -> [FeatureEffect] {
                [.install(StageInstallation(Chatter.key, Stage())), .finish]
            }
        }

        struct Stage: StanzaStage {
            mutating func receive(_ event: StageEvent) -> [StageEffect] {
                switch event {
                case .received(let element), .sent(let element): return [.pass(element)]
                case .handled:
                    let answer = try? Element(xml: "<iq xmlns='jabber:client' type='result' id='q'/>")
                    return answer.map { [.deliver($0)] } ?? []
                case .timerFired: return []
                }
            }

            func snapshot() -> [UInt8]? { nil }
        }
    }

    @Test func `a stage that lets something in for all that is handled ends the stream, not the process`() throws {
        var driver = try ReadyStream.client.driver { $0.features.append(Chatter()) }
        driver.receive("<message from='a@example.net' id='1'/>")
        let error: StreamError? = if case .aborted(let error) = driver.end { error } else { nil }
        #expect(error?.texts.first?.text == "expected stages that come to an end", "\(driver.notes)")
    }
}
