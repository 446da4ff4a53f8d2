import Testing
import XMLStream
import XMPPStanza

@testable import XMPPNegotiation

/// Features that only say something.
@Suite struct InformationalTests {
    private static let capabilities = InformationalFeature.entityCapabilities(
        offering: (node: "http://jabberd.org", hash: "sha-1", verification: "ItBTI0XLDFvVxZ72NQElAzKS9sU="))

    @Test func `the one state has an outcome for every event`() throws {
        let features: [any StreamFeature] = [
            Self.capabilities, InformationalFeature.rosterVersioning(), StreamLimitsFeature(),
        ]
        for feature in features {
            for role in StreamRole.allCases {
                MachineTable(
                    feature, role, knowing: .known(role),
                    events: [
                        ("chosen", .chosen(nil, among: StreamFeatures())),
                        ("element", .received(try element("<c xmlns='http://jabber.org/protocol/caps'/>"))),
                        ("answered", .answered(.unavailable)), ("switched", .switched(.compression(method: "zlib"))),
                    ], states: [(NothingToNegotiate.silent, "-|!unsupported-stanza-type|-|-")]
                ).verify(pairs: 4, stored: 1)
                #expect(feature.machine(for: role).isEqual(to: NothingToNegotiate.silent))
            }
        }
    }

    @Test(
        "what is said stands in the list, once it may be said",
        arguments: [
            (
                capabilities, [true, true],
                """
                <c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='http://jabberd.org' \
                ver='ItBTI0XLDFvVxZ72NQElAzKS9sU='/>
                """
            ), (.rosterVersioning(isOffered: true), [false, true], "<ver xmlns='urn:xmpp:features:rosterver'/>"),
            (
                .subscriptionPreApproval(isOffered: true), [false, true],
                "<sub xmlns='urn:xmpp:features:pre-approval'/>"
            ),
            (.entityCapabilities(), [false, false], ""), (.rosterVersioning(), [false, false], ""),
            (.subscriptionPreApproval(), [false, false], ""),
        ] as [(InformationalFeature, [Bool], String)])
    func offers(_ feature: InformationalFeature, _ isSaid: [Bool], _ xml: String) throws {
        for (facts, isSaid) in zip([[], [StreamFact.juliet]], isSaid) {
            switch feature.offer(knowing: .known(.receiving, .client, facts)) {
            case .offered(let said, let isMandatory):
                #expect(said == (try element(xml)))
                #expect(isSaid && !isMandatory)
            case .withheld: #expect(!isSaid)
            case .unlisted: #expect(Bool(false))
            }
        }
        #expect(feature.isUsableInClear)
    }

    @Test(
        "what a peer says is a fact under the feature's namespace",
        arguments: [
            ("<c xmlns='http://jabber.org/protocol/caps' node='n' ver='v' hash='sha-1'/>", "n#v"),
            ("<c xmlns='http://jabber.org/protocol/caps'/>", "#"),
            ("<c xmlns='http://jabber.org/protocol/caps' ver='\(String(repeating: "v", count: 1024))'/>", nil),
        ])
    func notes(_ offer: String, _ value: String?) throws {
        let facts = StreamFacts.known(.initiating)
        let evaluation = Self.capabilities.evaluate(try element(offer), in: StreamFeatures(), knowing: facts)
        switch evaluation {
        case .noted(let granted, _):
            #expect(granted == [.custom(name: "http://jabber.org/protocol/caps", value: value ?? "")])
        case .skipped: #expect(value == nil)
        default: #expect(Bool(false))
        }
        #expect(Self.capabilities.evaluate(nil, in: StreamFeatures(), knowing: facts) == .skipped("not offered"))
    }

    @Test(
        "limits are told, before and after authentication, and what is no number is none",
        arguments: [
            ("<max-bytes>10000</max-bytes><idle-seconds>1800</idle-seconds>", 10000, 1800),
            ("<max-bytes> 10000\n</max-bytes>", 10000, nil),
            ("<idle-seconds>4294967295</idle-seconds>", nil, 4_294_967_295),
            ("<max-bytes>4294967296</max-bytes><idle-seconds>-1</idle-seconds>", nil, nil),
            ("<max-bytes>1e4</max-bytes><idle-seconds>0</idle-seconds>", nil, nil),
            ("<max-bytes>١٢</max-bytes><idle-seconds>+1</idle-seconds>", nil, nil),
            ("<max-bytes/><max-bytes xmlns='other'>1</max-bytes>", nil, nil), ("", nil, nil),
        ] as [(String, Int?, Int?)])
    func limits(_ content: String, _ bytes: Int?, _ seconds: Int?) throws {
        let offer = try element("<limits xmlns='urn:xmpp:stream-limits:0'>\(content)</limits>")
        let limits = PeerLimits(maximumStanzaBytes: bytes, idleSeconds: seconds)
        let evaluation = StreamLimitsFeature().evaluate(offer, in: StreamFeatures(), knowing: .known(.initiating))
        #expect(evaluation == .noted([.limits(limits)], reason: "the peer says so"))
    }

    @Test func `limits of an earlier list end with it`() throws {
        let before = PeerLimits(maximumStanzaBytes: 10000)
        let after = PeerLimits(maximumStanzaBytes: 262144, idleSeconds: 1800)
        let feature = StreamLimitsFeature(before: before, after: after)
        for (facts, limits) in [([], before), ([StreamFact.juliet], after)] as [([StreamFact], PeerLimits)] {
            guard case .offered(let offer, false) = feature.offer(knowing: .known(.receiving, .client, facts)) else {
                return #expect(Bool(false))
            }
            #expect(
                feature.evaluate(offer, in: StreamFeatures(), knowing: .known(.initiating))
                    == .noted([.limits(limits)], reason: "the peer says so"))
        }
        let nothing = feature.evaluate(nil, in: StreamFeatures(), knowing: .known(.initiating))
        #expect(nothing == .skipped("not offered"))
        #expect(
            feature.evaluate(nil, in: StreamFeatures(), knowing: .known(.initiating, .client, [.limits(before)]))
                == .noted([.limits(PeerLimits())], reason: "no longer offered"))
        #expect(StreamLimitsFeature().offer(knowing: .known(.receiving)) == .withheld("there is nothing to say"))
    }

    @Test func `an initiating entity notes them and is ready, also in the clear`() throws {
        let features: [any StreamFeature] = [
            Self.capabilities, InformationalFeature.rosterVersioning(isOffered: true),
            StreamLimitsFeature(after: PeerLimits(idleSeconds: 60)),
        ]
        var pair = try FeaturePair(features, against: features, goal: .authenticated, knowing: [.tls, .juliet])
        pair.run()
        #expect(pair.settled.count == 2 && pair.lists == [["c", "ver", "limits"]])
        #expect(pair.initiating.plan.rows.map(\.status) == [.noted, .noted, .noted])
        #expect(pair.initiating.facts.custom["urn:xmpp:features:rosterver"]?.isEmpty == true)
        #expect(pair.initiating.facts.peerLimits.idleSeconds == 60)

        var open = try FeaturePair(features, against: features, requiresTLS: true)
        open.run()
        #expect(open.lists == [["c"]])
        #expect(open.initiating.facts.custom.count == 1)
        // Nobody may send an element of theirs.
        open.say(try element("<c xmlns='http://jabber.org/protocol/caps'/>"), as: .initiating)
        guard case .violation(let violation)? = open.failures[.receiving] else { return #expect(Bool(false)) }
        #expect(violation.condition == .unsupportedStanzaType)
    }
}
