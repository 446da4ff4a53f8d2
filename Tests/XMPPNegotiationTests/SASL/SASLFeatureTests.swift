import FuzzSupport
import Testing
import XMLStream
import XMPPAddress
import XMPPNegotiation
import XMPPSASL
import XMPPStanza

/// What SASL and the kinds of channel binding make of lists and facts.
@Suite struct SASLFeatureTests {
    private static func configuration(_ mechanisms: [SASLMechanism]) -> SASLReceivingConfiguration {
        SASLReceivingConfiguration(
            SASLServerPolicy(mechanisms: mechanisms),
            .init(domain: "example.com", decoySecret: Secret("0123456789abcdef")))
    }

    private static func facts(_ granted: StreamFact...) -> StreamFacts {
        var facts = StreamFacts(role: .receiving, content: .client, domain: JID("example.com"))
        for fact in granted { facts.take(fact) }
        return facts
    }

    private static func secure() -> StreamFact {
        .secure(TLSFacts(.tls13, bindings: [ChannelBinding(.tlsExporter, data: Array(1...32))].compactMap(\.self)))
    }

    private static let authenticated: StreamFact = .authenticated(Authentication(mechanism: "PLAIN"))
    private static let plus: SASLMechanism = .scram(SCRAMVariant(.sha1, bindsChannel: true))

    @Test("what is on offer depends on the channel, and nothing is once the peer has authenticated")
    func offers() throws {
        let feature = SASLFeature(Self.configuration([.plain, Self.plus]))
        let kinds = ChannelBindingTypesFeature(Self.configuration([.plain, Self.plus]))
        let list = try SASLElements.make(
            "<mechanisms><mechanism>PLAIN</mechanism><mechanism>SCRAM-SHA-1-PLUS</mechanism></mechanisms>")
        let facts = Self.facts(Self.secure())
        #expect(feature.offer(knowing: facts) == .offered(list, isMandatory: true))
        #expect(
            kinds.offer(knowing: facts)
                == .offered(
                    try Element(
                        xml: "<sasl-channel-binding><channel-binding type='tls-exporter'/></sasl-channel-binding>",
                        in: "urn:xmpp:sasl-cb:0"), isMandatory: false))
        let over = Self.facts(Self.secure(), Self.authenticated)
        #expect(feature.offer(knowing: over) == .withheld("the peer has authenticated"))
        #expect(kinds.offer(knowing: over) == .withheld("the peer has authenticated"))
        #expect(feature.offer(knowing: Self.facts()) == .withheld("no mechanism is of use here"))
        let none = FeatureOffer.withheld("no mechanism on offer binds the channel")
        #expect(kinds.offer(knowing: Self.facts()) == none)
        #expect(ChannelBindingTypesFeature(Self.configuration([.plain])).offer(knowing: facts) == none)
        #expect(ChannelBindingTypesFeature().offer(knowing: facts) == none)
    }

    @Test("the kinds of channel binding are read by SASL, and nobody answers them")
    func kinds() throws {
        let feature = ChannelBindingTypesFeature()
        let offer = try Element(xml: "<sasl-channel-binding xmlns='urn:xmpp:sasl-cb:0'/>")
        let facts = Self.facts(Self.secure())
        #expect(feature.evaluate(nil, in: StreamFeatures(), knowing: facts) == .skipped("not on offer"))
        #expect(
            feature.evaluate(offer, in: StreamFeatures(), knowing: facts) == .noted([], reason: "SASL reads it"))
        let context = FeatureContext(facts: facts, crypto: ToyCryptoProvider.self)
        for role in StreamRole.allCases {
            var machine = feature.machine(for: role)
            #expect(machine.stateName == "offered" && machine.snapshot() == [])
            #expect(EffectText.of(machine.receive(.received(offer), in: context)) == "fail: unsupported-stanza-type")
            #expect(machine.receive(.answered(.unavailable), in: context) == [.refuse])
        }
    }

    @Test("kinds without a mechanism that binds the channel look like an attack: the stream ends")
    func suspicion() throws {
        let list = StreamFeatures([
            StreamFeatures.Feature(
                try SASLElements.make("<mechanisms><mechanism>SCRAM-SHA-1</mechanism></mechanisms>")),
            StreamFeatures.Feature(
                try Element(
                    xml: "<sasl-channel-binding><channel-binding type='tls-exporter'/></sasl-channel-binding>",
                    in: "urn:xmpp:sasl-cb:0")),
        ])
        var configuration = SASLInitiatingConfiguration(
            SASLAccount(username: "juliet", domain: "example.com", password: .derivedKeysOnly))
        configuration.isRequired = false
        let evaluation = SASLFeature(configuration)
            .evaluate(list.first?.element, in: list, knowing: Self.facts(Self.secure()))
        guard case .failed(.authentication(let failure)) = evaluation else {
            return #expect(Bool(false), "\(evaluation)")
        }
        #expect(failure.choice?.decision == .abort(.noBindingMechanisms))
    }

    @Test("a side for which the feature is not configured leaves it alone")
    func otherSide() throws {
        let initiating = SASLFeature(
            SASLInitiatingConfiguration(SASLAccount(username: "juliet", domain: "example.com")))
        let receiving = SASLFeature(Self.configuration([.plain]))
        let list = try SASLElements.make("<mechanisms><mechanism>PLAIN</mechanism></mechanisms>")
        #expect(initiating.offer(knowing: Self.facts()) == .withheld("configured for the other side"))
        #expect(
            receiving.evaluate(list, in: StreamFeatures(), knowing: Self.facts())
                == .skipped("configured for the other side"))
        #expect(initiating.refusal(of: try SASLElements.make("<auth/>"), knowing: Self.facts()) == nil)
        #expect(initiating.machine(for: .initiating) is SASLInitiation)
        #expect(receiving.machine(for: .receiving) is SASLReception)
    }

    /// A receiving negotiation whose list is out.
    private static func negotiation(
        _ features: [any StreamFeature], requiresTLS: Bool, version: StreamVersion = .current,
        goal: NegotiationPolicy.Goal = .bound, _ granted: StreamFact...
    ) throws -> (machine: ReceivingNegotiation, setup: NegotiationSetup, list: [NegotiationAction]) {
        let setup = try NegotiationSetup(
            features: features, policy: NegotiationPolicy(goal: goal, requiresTLS: requiresTLS),
            crypto: ToyCryptoProvider.self)
        var facts = StreamFacts(role: .receiving, content: .client, domain: JID("example.com"))
        facts.version = version
        for fact in granted { facts.take(fact) }
        var machine = ReceivingNegotiation(facts)
        let list = machine.receive(.opened, in: setup)
        return (machine, setup, list)
    }

    @Test("S10, RFC6120-6.3.4-1: auth before TLS is told that TLS comes first, and the client can still begin it")
    func encryptionRequired() throws {
        let features: [any StreamFeature] = [StartTLSFeature(), SASLFeature(Self.configuration([.plain]))]
        var (machine, setup, _) = try Self.negotiation(features, requiresTLS: true)
        let auth = try SASLElements.plain("juliet", "r0m30myr0m30")
        #expect(
            machine.receive(.element(auth), in: setup)
                == [.send(try SASLElements.make("<failure><encryption-required/></failure>"))])
        #expect(
            machine.receive(.element(try SASLElements.make("<response/>")), in: setup) == [
                .fail(
                    .violation(
                        StreamViolation(
                            .unsupportedStanzaType, expected: "an element of a feature that is on offer")))
            ])
        var other = try Self.negotiation(features, requiresTLS: true).machine
        _ = other.receive(.element(auth), in: setup)
        let starttls = try Element(xml: "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>")
        #expect(other.receive(.element(starttls), in: setup).last == .switchTransport(.tls))
        // Over TLS, with nothing on offer.
        let bare = SASLFeature(Self.configuration([]))
        #expect(
            bare.refusal(of: auth, knowing: Self.facts(Self.secure()))
                == (try SASLElements.make("<failure><invalid-mechanism/></failure>")))
    }

    @Test(
        "RFC6120-5.4.2.1-2: TLS within TLS, and SASL behind SASL, end the stream",
        arguments: [
            "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>",
            "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>AGEAYg==</auth>",
        ])
    func twice(xml: String) throws {
        let features: [any StreamFeature] = [StartTLSFeature(), SASLFeature(Self.configuration([.plain]))]
        var (machine, setup, _) = try Self.negotiation(
            features, requiresTLS: true, Self.secure(), Self.authenticated)
        guard
            case .fail(.violation(let violation)) = machine.receive(.element(try Element(xml: xml)), in: setup).first
        else { return #expect(Bool(false), "\(machine.state)") }
        #expect(violation.condition == .unsupportedStanzaType)
    }

    @Test(
        "RFC3920-5.1-3: a peer of version 1.0 is told of STARTTLS, and an older one of nothing",
        arguments: [(StreamVersion.current, ["features"]), (StreamVersion.legacy, [])])
    func versions(version: StreamVersion, sent: [String]) throws {
        let (_, _, list) = try Self.negotiation([StartTLSFeature()], requiresTLS: true, version: version)
        let elements = list.compactMap { action in if case .send(let element) = action { element } else { nil } }
        #expect(elements.map(\.name) == sent)
        #expect(elements.allSatisfy { EffectText.of($0) == "features starttls[required]" })
    }
}
