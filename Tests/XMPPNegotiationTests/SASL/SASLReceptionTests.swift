import FuzzSupport
import Testing
import XMLStream
import XMPPAddress
import XMPPNegotiation
import XMPPSASL
import XMPPStanza

/// The receiving entity's rules, one by one.
@Suite struct SASLReceptionTests {
    /// A receiving negotiation with its host, and a client that says what it likes.
    struct Server {
        private(set) var machine: SASLReception
        var hosts = Hosts()
        var facts: StreamFacts
        private(set) var questions: [String] = []

        init(
            _ mechanisms: [SASLMechanism], maximumRetries: Int = 3, content: ContentNamespace = .client,
            from: JID? = nil, certificate: PresentedCertificate? = nil
        ) {
            var configuration = SASLReceivingConfiguration(
                SASLServerPolicy(mechanisms: mechanisms),
                .init(domain: "example.com", decoySecret: Secret("0123456789abcdef")))
            configuration.maximumRetries = maximumRetries
            self.init(configuration, content: content, from: from)
            facts.take(.secure(TLSFacts(.tls13, peer: certificate.map { .presented($0) } ?? .none)))
        }

        init(_ configuration: SASLReceivingConfiguration, content: ContentNamespace = .client, from: JID? = nil) {
            machine = SASLReception(configuration)
            facts = StreamFacts(role: .receiving, content: content, domain: JID("example.com"), initiator: from)
        }

        /// Says something; questions are answered at once.
        mutating func says(_ element: Element) -> String {
            let context = FeatureContext(facts: facts, crypto: ToyCryptoProvider.self)
            var effects = machine.receive(.received(element), in: context)
            while case .ask(let question) = effects.first {
                questions.append(EffectText.of(question))
                effects = machine.receive(.answered(hosts.receivingAnswer(to: question)), in: context)
            }
            return EffectText.of(effects)
        }
    }

    private static let wrong: String = "send failure not-authorized"
    private static let right: String = "send success, grant PLAIN juliet@example.com, restart"

    @Test(
        """
        RFC6120-6.4.5-2, RFC6120-6.4.5-3, RFC6120-13.9.4-3: two to five times the client may try again, then the \
        stream ends
        """,
        arguments: [(Int.min, 2), (0, 2), (2, 2), (3, 3), (5, 5), (6, 5), (.max, 5)])
    func retries(maximumRetries: Int, retries: Int) throws {
        var server = Server([.plain], maximumRetries: maximumRetries)
        let auth = try SASLElements.plain("juliet", "wrong")
        for _ in 0..<retries { #expect(server.says(auth) == Self.wrong) }
        // The last retry can still be the right one.
        var other = server
        #expect(other.says(try SASLElements.plain("juliet", "r0m30myr0m30")) == Self.right)
        #expect(server.says(auth) == "\(Self.wrong), fail: policy-violation")
        #expect(server.machine.stateName == "over" && server.says(auth) == "refuse")
    }

    @Test("a handshake that is left, or aborted, counts as one that came to nothing")
    func abandoned() throws {
        var server = Server([.plain], maximumRetries: 2)
        let silent = try SASLElements.make("<auth mechanism='PLAIN'/>")
        for _ in 0..<3 { #expect(server.says(silent) == "send challenge") }
        var other = server
        #expect(server.says(silent) == "fail: policy-violation")
        #expect(other.says(try SASLElements.make("<abort/>")) == "send failure aborted, fail: policy-violation")
    }

    @Test(
        """
        RFC6120-6.4.2-1, RFC6120-6.4.2-2, RFC6120-6.3.10-1: no initial response is asked for by an empty challenge, and \
        an empty one is not
        """)
    func initialResponse() throws {
        var server = Server([.anonymous])
        let challenge = FeatureContext(facts: server.facts, crypto: ToyCryptoProvider.self)
        var machine = server.machine
        #expect(
            machine.receive(.received(try SASLElements.make("<auth mechanism='ANONYMOUS'/>")), in: challenge)
                == [.send(try SASLElements.make("<challenge/>"))])
        var other = server
        #expect(other.says(try SASLElements.make("<auth mechanism='ANONYMOUS'/>")) == "send challenge")
        #expect(
            other.says(try SASLElements.make("<response/>")) == "send success, grant ANONYMOUS nobody, restart")
        #expect(
            server.says(try SASLElements.make("<auth mechanism='ANONYMOUS'>=</auth>"))
                == "send success, grant ANONYMOUS nobody, restart")
    }

    @Test(
        """
        RFC6120-6.3.5-2, RFC6120-6.5.5-1, RFC6120-13.9.1-1, RFC6120-13.9.1-2, RFC6120-13.9.1-3, RFC6120-13.9.1-4: what \
        is no base64, by the letter, is refused as such
        """,
        arguments: ["Q", "QQ=", "QR==", "QQ==\n", " QQ==", "Q Q=", "=AAA", "BBBB=CCC", "QQ==QQ==", "Q-_=", "==", "é"])
    func encoding(text: String) throws {
        var server = Server([.plain])
        #expect(
            server.says(try SASLElements.make("<auth mechanism='PLAIN'>\(text)</auth>"))
                == "send failure incorrect-encoding")
        #expect(server.says(try SASLElements.make("<auth mechanism='PLAIN'/>")) == "send challenge")
        #expect(
            server.says(try SASLElements.make("<response>\(text)</response>")) == "send failure incorrect-encoding")
        // It may try again.
        #expect(server.says(try SASLElements.plain("juliet", "r0m30myr0m30")) == Self.right)
    }

    @Test(
        "S13, RFC6120-6.5.7-1: what is not on offer is refused, other letters included",
        arguments: ["plain", "Plain", "PLAIN ", "", "SCRAM-SHA-1", "EXTERNAL", "X", "PLAIN-PLUS"])
    func invalidMechanism(name: String) throws {
        var server = Server([.plain, .external])
        #expect(server.says(try SASLElements.auth(name, [1])) == "send failure invalid-mechanism")
    }

    @Test("RFC6120-6.4.2-3: a new auth takes the place of the handshake under way")
    func anew() throws {
        let scram = SASLMechanism.scram(SCRAMVariant(.sha256, bindsChannel: false))
        var server = Server([scram, .plain])
        let first = Array("n,,n=romeo,r=0123456789012345678901234".utf8)
        #expect(server.says(try SASLElements.auth("SCRAM-SHA-256", first)) == "send challenge")
        #expect(server.says(try SASLElements.plain("juliet", "r0m30myr0m30")) == Self.right)
    }

    @Test(
        "RFC6120-6.4.5-1, RFC6120-6.5-2: every condition of the RFC is told in its own element",
        arguments: SASLFailure.Condition.allCases)
    func conditions(condition: SASLFailure.Condition) throws {
        var machine = Server([.plain]).machine
        let context = FeatureContext(facts: Server([.plain]).facts, crypto: ToyCryptoProvider.self)
        _ = machine.receive(.received(try SASLElements.plain("juliet", "x")), in: context)
        let effects = machine.receive(.answered(.authentication(.verdict(.refused(condition)))), in: context)
        #expect(
            effects == [
                .send(try SASLElements.make("<failure><\(condition.rawValue)/></failure>")),
                .grant(.authenticationFailed),
            ])
        #expect(SASLFailure.Condition.allCases.count == 11)
    }

    @Test("RFC6120-6.4.6-2: additional data goes with the success, and of length zero as an equals sign")
    func additionalData() throws {
        for (data, text) in [(SASLPayload([0x41]), "QQ=="), (SASLPayload([]), "="), (nil, "")] {
            let own = try #require(SASLMechanismName("X-OWN"))
            var configuration = SASLReceivingConfiguration(
                SASLServerPolicy(mechanisms: [
                    SASLMechanism(own, strength: .proof, credential: .password, requiresVerifiedTLS: false)
                ]), .init(domain: "example.com", decoySecret: Secret("0123456789abcdef")))
            configuration.exchanges = [AnySASLExchange(OwnExchange(mechanism: own, additionalData: data))]
            var machine = SASLReception(configuration)
            let facts = StreamFacts(role: .receiving, content: .client, domain: JID("example.com"))
            let effects = machine.receive(
                .received(try SASLElements.auth("X-OWN", [1])),
                in: FeatureContext(facts: facts, crypto: ToyCryptoProvider.self))
            #expect(effects.first == .send(try SASLElements.make("<success>\(text)</success>")))
            #expect(EffectText.of(effects) == "send success, grant X-OWN juliet@example.com, restart")
        }
    }

    @Test("RFC6120-13.8.3-6, RFC7590-3.4-2: by default neither PLAIN nor ANONYMOUS is on offer")
    func defaults() throws {
        let server = Server(SASLServerPolicy().mechanisms)
        guard
            case .offered(let list, isMandatory: true) = SASLFeature(
                SASLReceivingConfiguration(
                    SASLServerPolicy(), .init(domain: "example.com", decoySecret: Secret("0123456789abcdef")))
            ).offer(knowing: server.facts)
        else { return #expect(Bool(false), "nothing is offered") }
        #expect(EffectText.of(list) == "mechanisms")
        #expect(list.children.map(\.text) == ["SCRAM-SHA-512", "SCRAM-SHA-256", "SCRAM-SHA-1"])
    }
}
