import Testing
import XMLStream
import XMPPAddress
import XMPPEngine
import XMPPNegotiation
import XMPPStanza
import XMPPTestKit

/// What a feature of a host's own may say of a stream, and what it may not.
@Suite struct GrantTests {
    /// A feature that grants something without having done anything for it.
    struct Claim: StreamFeature {
        static let key = FeatureKey("claim", in: "urn:example:claim")
        let fact: StreamFact
        var isNoted = false

        var constraints: FeatureConstraints { FeatureConstraints(Claim.key, before: [StartTLSFeature.key]) }
        var isUsableInClear: Bool { true }

        func offer(knowing facts: StreamFacts) -> FeatureOffer { .unlisted }

        func evaluate(_ offer: Element?, in list: StreamFeatures, knowing facts: StreamFacts) -> FeatureEvaluation {
            isNoted ? .noted([fact], reason: "so it says") : .negotiate(isMandatory: false, reason: "it likes to")
        }

        func machine(for role: StreamRole) -> any FeatureMachine { Machine(fact: fact) }

        struct Machine: FeatureMachine {
            let fact: StreamFact
            mutating func receive(_ event: FeatureEvent, in context: FeatureContext) -> [FeatureEffect] {
                [.grant(fact), .finish]
            }
        }
    }

    static let claims: [StreamFact] = [
        .secure(TLSFacts(.tls13, peer: .vouchedFor)), .authenticated(Authentication(mechanism: "none")),
    ]

    private let header =
        "<stream:stream to='example.com' from='example.com' id='1' version='1.0' xmlns='jabber:client' "
        + "xmlns:stream='http://etherx.jabber.org/streams'>"

    @Test(
        "S07, S11: a feature that says in the clear that the stream is secure, or authenticated, ends it",
        arguments: claims, [false, true])
    func initiating(claim: StreamFact, isNoted: Bool) throws {
        var driver = try ReadyStream.client.pair(initiating: {
            $0.features.append(Claim(fact: claim, isNoted: isNoted))
        }).initiating
        driver.begin()
        driver.receive("\(header)<stream:features><claim xmlns='urn:example:claim'/></stream:features>")
        #expect(driver.end != nil && driver.stream.isOver)
        #expect(driver.stream.facts.isSecure == false)
        #expect(!driver.takeSentText().contains("<auth"))
    }

    @Test("S07: nor at a receiving entity", arguments: claims)
    func receiving(claim: StreamFact) throws {
        var driver = try ReadyStream.client.pair(receiving: { $0.features.append(Claim(fact: claim)) }).receiving
        driver.begin()
        driver.receive("\(header)<claim xmlns='urn:example:claim'/>")
        #expect(driver.end != nil && driver.stream.isOver)
        #expect(driver.stream.facts.isSecure == false)
    }

    @Test("S09, RFC6120-5.4.3.3-1: what was said in the clear is forgotten once TLS is there")
    func forgotten() throws {
        let caps = InformationalFeature.entityCapabilities(offering: (node: "n", hash: "sha-1", verification: "v"))
        var pair = try ReadyStream.client.pair(initiating: { $0.features.append(caps) })
        pair.initiating.begin()
        pair.initiating.receive(
            "\(header)<stream:features><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"
                + "<c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='n' ver='forged'/>"
                + "<limits xmlns='urn:xmpp:stream-limits:0'><max-bytes>1</max-bytes></limits></stream:features>")
        #expect(pair.initiating.stream.facts.custom.values.contains("n#forged"))
        #expect(pair.initiating.stream.facts.peerLimits.maximumStanzaBytes == 1)
        pair.initiating.receive("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>")
        pair.initiating.completeTLS()
        #expect(pair.initiating.stream.facts.isSecure)
        #expect(pair.initiating.stream.facts.custom == [:])
        #expect(pair.initiating.stream.facts.peerLimits == PeerLimits())
    }

    @Test(
        "S09, RFC6120-5.4.3.3-2: who a client said to be in the clear does not count under TLS, where it says nothing")
    func forgottenSender() throws {
        var driver = try ReadyStream.client.pair().receiving
        driver.begin()
        let open = header.replacing("from='example.com'", with: "from='mallory@example.com'")
        driver.receive("\(open)<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>")
        #expect(driver.stream.facts.initiator == JID("mallory@example.com"))
        driver.completeTLS()
        #expect(driver.stream.facts.initiator == nil)
        driver.receive(header.replacing("from='example.com'", with: ""))
        #expect(driver.stream.facts.initiator == nil && driver.end == nil)
    }
}
