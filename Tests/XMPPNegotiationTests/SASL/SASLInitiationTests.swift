import FuzzSupport
import Testing
import XMLStream
import XMPPAddress
import XMPPNegotiation
import XMPPSASL
import XMPPStanza

/// The initiating entity's rules, one by one.
@Suite struct SASLInitiationTests {
    /// A client with its host, and a server that says what it likes.
    struct Client {
        private(set) var machine: SASLInitiation
        var hosts = Hosts()
        private let facts: StreamFacts
        private(set) var last: [FeatureEffect] = []

        init(_ configuration: SASLInitiatingConfiguration, content: ContentNamespace = .client) {
            machine = SASLInitiation(configuration)
            facts = SASLInitiationTests.facts(content)
        }

        init(
            mechanisms: [SASLMechanism]? = nil, typed: [String] = ["r0m30myr0m30"],
            _ change: (inout SASLInitiatingConfiguration) -> Void = { _ in }
        ) {
            var account = SASLAccount(username: "juliet", domain: "example.com")
            account.password = .known(Secret("r0m30myr0m30"))
            var configuration = SASLInitiatingConfiguration(account)
            if let mechanisms { configuration.policy.mechanisms = mechanisms }
            change(&configuration)
            self.init(configuration)
            hosts.typed = typed
        }

        mutating func chooses(among names: [String]) throws -> String {
            let list = names.map { "<mechanism>\($0)</mechanism>" }.joined()
            return take(.chosen(try SASLElements.make("<mechanisms>\(list)</mechanisms>"), among: StreamFeatures()))
        }

        mutating func hears(_ xml: String) throws -> String { take(.received(try SASLElements.make(xml))) }

        private mutating func take(_ event: FeatureEvent) -> String {
            let context = FeatureContext(facts: facts, crypto: ToyCryptoProvider.self)
            last = machine.receive(event, in: context)
            while case .ask(let question) = last.first {
                last = machine.receive(.answered(hosts.initiatingAnswer(to: question)), in: context)
            }
            return EffectText.of(last)
        }
    }

    private static func facts(_ content: ContentNamespace = .client) -> StreamFacts {
        var facts = StreamFacts(role: .initiating, content: content, domain: JID("example.com"))
        facts.take(.secure(TLSFacts(.tls13)))
        return facts
    }

    private static let refused: String = "<failure><not-authorized/></failure>"
    private static let own: SASLMechanismName? = SASLMechanismName("X-OWN")

    @Test(
        """
        RFC6120-6.3.3-1, RFC6120-6.3.3-2, RFC6120-6.3.3-3, RFC6120-6.3.3-5: mechanisms are tried in the client's own \
        order, whatever the server's is, until none is left
        """,
        arguments: [
            ["SCRAM-SHA-1", "SCRAM-SHA-256", "GSSAPI", "SCRAM-SHA-512"],
            ["SCRAM-SHA-512", "SCRAM-SHA-256", "SCRAM-SHA-1", "X-OTHER"],
            ["GSSAPI", "SCRAM-SHA-256", "SCRAM-SHA-1", "SCRAM-SHA-512"],
        ])
    func order(names: [String]) throws {
        var client = Client(typed: ["wrong"]) { $0.maximumAttempts = 9 }
        #expect(try client.chooses(among: names) == "send auth SCRAM-SHA-512")
        #expect(try client.hears(Self.refused) == "send auth SCRAM-SHA-256")
        #expect(try client.hears(Self.refused) == "send auth SCRAM-SHA-1")
        #expect(try client.hears(Self.refused) == "fail: not-authorized")
        guard case .fail(.authentication(let failure)) = client.last.first else {
            return #expect(Bool(false), "it did not fail")
        }
        #expect(failure.tried == ["SCRAM-SHA-512", "SCRAM-SHA-256", "SCRAM-SHA-1"])
        #expect(failure.choice?.decision == .nothing)
    }

    @Test("no more mechanisms are tried than is configured, and one at least", arguments: [(0, 1), (1, 1), (2, 2)])
    func attempts(maximum: Int, count: Int) throws {
        var client = Client { $0.maximumAttempts = maximum }
        var effects = try client.chooses(among: ["SCRAM-SHA-1", "SCRAM-SHA-256", "SCRAM-SHA-512"])
        var tried = 0
        while effects.hasPrefix("send auth") {
            tried += 1
            effects = try client.hears(Self.refused)
        }
        #expect(tried == count && effects == "fail: not-authorized")
    }

    @Test(
        "RFC6120-6.5-1, RFC6120-6.5-2: the condition is what the server named, and not-authorized where nobody knows it",
        arguments: SASLFailure.Condition.allCases.map { ($0.rawValue, $0) } + [
            ("bad-auth", .notAuthorized), ("Aborted", .notAuthorized), ("text", .notAuthorized),
        ])
    func conditions(name: String, condition: SASLFailure.Condition) throws {
        var client = Client()
        #expect(try client.chooses(among: ["PLAIN"]) == "send auth PLAIN")
        _ = try client.hears(
            "<failure xml:lang='en'><x xmlns='urn:x'/><\(name)/><text>Call us</text><text xml:lang='de'>Ruf an</text>"
                + "</failure>")
        guard case .fail(.authentication(let failure)) = client.last.first else {
            return #expect(Bool(false), "it did not fail")
        }
        #expect(failure.condition == condition && failure.reason == nil && failure.tried == ["PLAIN"])
        #expect(failure.texts.text(preferring: ["de"]) == "Ruf an")
        #expect(failure.texts.contains(LocalizedText("Call us", language: "en")))
    }

    @Test(
        """
        RFC6120-6.3.7-1, RFC6120-6.3.8-1, RFC6120-6.3.8-2: the name is the localpart, and an identity to act as is \
        given only by whom it is not
        """, arguments: [nil, "romeo@example.com"])
    func identity(wanted: String?) throws {
        let address = try #require(JID("juliet@example.com/balcony"))
        var account = SASLAccount(of: address, password: .known(Secret("r0m30myr0m30")))
        account.authorizationIdentity = wanted
        var client = Client(SASLInitiatingConfiguration(account))
        _ = try client.chooses(among: ["PLAIN"])
        #expect(client.last == [.send(try SASLElements.plain("juliet", "r0m30myr0m30", actingAs: wanted ?? ""))])
    }

    @Test("RFC6120-6.4.2-1: an empty initial response is an equals sign")
    func emptyResponse() throws {
        var client = Client { $0.account.hasCertificate = true }
        _ = try client.chooses(among: ["EXTERNAL", "PLAIN"])
        #expect(client.last == [.send(try SASLElements.make("<auth mechanism='EXTERNAL'>=</auth>"))])
    }

    @Test(
        "RFC6120-6.3.8-3, RFC6120-6.3.8-4: an identity that the stream's kind does not know is not sent",
        arguments: [
            (ContentNamespace.client, "juliet@example.com", true), (.client, "juliet@example.com/balcony", false),
            (.client, "example.com", false), (.client, "@", false), (.server, "example.net", true),
            (.server, "juliet@example.net", false), (.server, "example.net/x", false),
        ])
    func usableIdentity(content: ContentNamespace, identity: String, isUsable: Bool) throws {
        var account = SASLAccount(username: "juliet", domain: "example.com", password: .known(Secret("x")))
        account.authorizationIdentity = identity
        let offer = try SASLElements.make("<mechanisms><mechanism>PLAIN</mechanism></mechanisms>")
        let evaluation = SASLFeature(SASLInitiatingConfiguration(account))
            .evaluate(offer, in: StreamFeatures(), knowing: Self.facts(content))
        if case .negotiate(isMandatory: true, _) = evaluation {
            #expect(isUsable)
        } else {
            #expect(!isUsable && evaluation == .failed(.authentication(AuthenticationFailure(.invalidAuthzid))))
        }
    }

    @Test("where the host cannot answer, the handshake is aborted and another mechanism tried")
    func unavailable() throws {
        // The host has no password for CRAM-MD5.
        let scram = SASLMechanism.scram(SCRAMVariant(.sha1, bindsChannel: false))
        var client = Client(mechanisms: [.cramMD5, scram]) { $0.account.hasCertificate = true }
        #expect(try client.chooses(among: ["CRAM-MD5"]) == "send auth CRAM-MD5 without a word")
        #expect(try client.hears("<challenge>QQ==</challenge>") == "send abort")
        var other = client
        #expect(try client.hears("<failure><aborted/></failure>") == "fail: aborted (unavailable)")
        #expect(try other.hears("<success/>") == "fail: unsupported-stanza-type")
    }

    @Test("where there are other ways, the feature is left instead of the stream")
    func notRequired() throws {
        var client = Client { $0.isRequired = false }
        #expect(try client.chooses(among: ["PLAIN"]) == "send auth PLAIN")
        #expect(
            try client.hears(Self.refused) == "decline: authentication failed after PLAIN: not-authorized")
        // A server that has not proved itself is another matter.
        var other = Client { $0.isRequired = false }
        #expect(try other.chooses(among: ["SCRAM-SHA-1"]) == "send auth SCRAM-SHA-1")
        #expect(try other.hears("<success/>") == "fail: aborted (tooEarly)")

        let offer = try SASLElements.make("<mechanisms><mechanism>X</mechanism></mechanisms>")
        var configuration = SASLInitiatingConfiguration(SASLAccount(username: "", domain: "example.com"))
        configuration.isRequired = false
        #expect(
            SASLFeature(configuration).evaluate(offer, in: StreamFeatures(), knowing: Self.facts())
                == .skipped("no mechanism will do"))
    }

    @Test(
        "S16: a mechanism of the host's own does not let the server in before both have said so",
        arguments: [
            (OwnExchange.Manner.honest, "<success/>", "grant X-OWN nobody, restart"),
            (.honest, "<challenge/>", "send abort"), (.speaksOn, "<success/>", "fail: aborted (tooEarly)"),
            (.asksOn, "<success/>", "grant X-OWN nobody, restart"),
        ])
    func ownMechanism(manner: OwnExchange.Manner, heard: String, outcome: String) throws {
        let own = try #require(Self.own)
        let mechanism = SASLMechanism(own, strength: .proof, credential: .password)
        var client = Client(mechanisms: [mechanism]) {
            $0.exchanges = [AnySASLExchange(OwnExchange(mechanism: own, additionalData: nil, manner: manner))]
        }
        #expect(try client.chooses(among: ["X-OWN"]) == "send auth X-OWN")
        #expect(try client.hears(heard) == outcome)
        #expect("\(AnySASLExchange(OwnExchange(mechanism: own, additionalData: nil)))" == "X-OWN")
    }

    @Test("RFC6120-13.9.4-4: what was used is told, so that less is refused the next time")
    func remembered() throws {
        var pair = try NegotiationPair(NegotiationScene())
        pair.run()
        let strength = try #require(pair.initiating.facts.authentication?.strengthToRemember)
        #expect(strength == .channelBound)
        let later = NegotiationScene.with { scene in
            scene.policy.rememberedStrength = strength
            scene.bindings = []
        }
        pair = try NegotiationPair(later)
        pair.run()
        #expect(pair.initiatingEnd.failure != nil && !pair.transcript.contains { $0.hasPrefix("I: auth") })
    }

    @Test("a name that a mechanism cannot say leads to the next mechanism")
    func unsayable() throws {
        var client = Client { $0.account.username = "\u{7}" }
        #expect(try client.chooses(among: ["SCRAM-SHA-1", "PLAIN"]) == "fail: invalid-mechanism")
        #expect(client.machine.stateName == "over")
    }
}
