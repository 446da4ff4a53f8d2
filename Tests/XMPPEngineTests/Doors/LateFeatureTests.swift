import Testing
import XMLStream
import XMPPEngine
import XMPPNegotiation
import XMPPStanza
import XMPPTestKit

/// Features that are still on offer once the stream is ready.
@Suite struct LateFeatureTests {
    private func driver() throws -> ReadyStream.Driver {
        var driver = try ReadyStream.serverOfClient.driver { $0.features.append(LateFeature()) }
        driver.host.leavesOpen = { if case .custom = $0 { true } else { false } }
        return driver
    }

    @Test(
        "S28: what comes behind a question waits for the host, however the bytes are cut",
        arguments: [Chopping.whole, .pieces(byteCount: 1), .pieces(byteCount: 7)])
    func order(chopping: Chopping) throws {
        var driver = try driver()
        driver.chopping = chopping
        let question = "<ask xmlns='urn:example:late'/>"
        driver.receive("\(question)<message id='1'/>\(question)<message id='2'/>")
        for expected in [[], ["1"]] {
            #expect(driver.stanzas.map { $0.stanza.id } == expected)
            #expect(driver.stream.isPaused)
            let open = try #require(driver.open.first)
            driver.answer(open.id, .custom(try Element(xml: "<answer xmlns='urn:example:late'/>")))
        }
        #expect(driver.stanzas.map { $0.stanza.id } == ["1", "2"])
        #expect(driver.takeSentText().matches(of: #/<answer/#).count == 2)
        #expect(!driver.stream.isPaused && driver.open.isEmpty && driver.misuses == [])
    }

    /// A made-up feature that would answer each request about software or contacts by itself.
    struct Answering: StreamFeature {
        let requestNamespaces: [NamespaceName]?

        var constraints: FeatureConstraints { FeatureConstraints(FeatureKey("answering", in: "urn:example:answering")) }
        func offer(knowing facts: StreamFacts) -> FeatureOffer { .unlisted }

        func evaluate(_ offer: Element?, in list: StreamFeatures, knowing facts: StreamFacts) -> FeatureEvaluation {
            .skipped("the server's side only")
        }

        func takes(_ element: Element) -> Bool {
            guard let request = IQ(element), request.isRequest else { return false }
            let namespace = request.payload?.namespaceName
            return namespace == .jabberIqVersion || namespace == .roster
        }

        func machine(for role: StreamRole) -> any FeatureMachine { Machine() }

        struct Machine: FeatureMachine {
            mutating func receive(_ event: FeatureEvent, in context: FeatureContext) -> [FeatureEffect] {
                guard case .received(let element) = event, let result = try? IQ(element)?.result() else {
                    return [.refuse]
                }
                return [.send(result.element)]
            }
        }
    }

    @Test(
        "on a ready stream a feature gets the requests of its namespaces, the host all others, and nobody asks the feature",
        arguments: [
            ([.jabberIqVersion], ["1"], ["2"]), ([.roster, .jabberIqVersion], ["1", "2"], []),
            ([], [], ["1", "2"]), (nil, ["1", "2"], []),
        ] as [([NamespaceName]?, [String], [String])])
    func requests(namespaces: [NamespaceName]?, taken: [String], delivered: [String]) throws {
        var driver = try ReadyStream.serverOfClient.driver {
            $0.features.append(Answering(requestNamespaces: namespaces))
        }
        driver.receive("<iq type='get' id='1'><query xmlns='jabber:iq:version'/></iq>")
        driver.receive("<iq type='get' id='2'><query xmlns='jabber:iq:roster'/></iq>")
        #expect(driver.takeSentText().matches(of: #/id=['"](\d)['"]/#).map { String($0.1) } == taken)
        #expect(driver.stanzas.map { $0.stanza.id } == delivered)
        #expect(driver.end == nil && driver.misuses == [])
    }

    @Test(
        "a feature that wants another transport or a restart of a ready stream ends it, and its host is told why",
        arguments: ["switch", "restart"])
    func late(wish: String) throws {
        var driver = try driver()
        driver.receive("<ask xmlns='urn:example:late'/>")
        let open = try #require(driver.open.first)
        driver.answer(open.id, .custom(try Element(xml: "<\(wish) xmlns='urn:example:late'/>")))
        let error: StreamError? = if case .aborted(let error) = driver.end { error } else { nil }
        #expect(error?.condition == .internalServerError, "\(driver.notes)")
        #expect(error?.texts.first?.text.contains("once the stream is ready") == true)
        // The peer is told the condition, and nothing of what goes on inside.
        let condition = "<internal-server-error xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>"
        #expect(driver.takeSentText() == "<stream:error>\(condition)</stream:error></stream:stream>")
    }
}
