import Testing
import XMLStream
import XMPPAddress
import XMPPStanza

@testable import XMPPNegotiation

/// Sessions of RFC 3921 §3.
@Suite struct SessionTests {
    private static let session = "<session xmlns='urn:ietf:params:xml:ns:xmpp-session'/>"
    private static let required = "urn:ietf:params:xml:ns:xmpp-session"

    private static func request(_ id: String, _ type: String = "set") -> String {
        "<iq type='\(type)' id='\(id)'>\(session)</iq>"
    }

    private static func facts(_ role: StreamRole, isBound: Bool = true) throws -> StreamFacts {
        let bound = StreamFact.bound(try JID(wire: "juliet@example.com/balcony"))
        return .known(role, .client, [.juliet] + (isBound ? [bound] : []))
    }

    @Test func `every state of both machines has an outcome for every event`() throws {
        let feature = SessionFeature()
        let events: [(String, FeatureEvent)] = [
            ("chosen", .chosen(nil, among: StreamFeatures())),
            ("result", .received(try element("<iq type='result' id='session-1'/>"))),
            (
                "error",
                .received(
                    try element(
                        """
                        <iq type='error' id='session-1'><error type='auth'>\
                        <forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
                        """))
            ),
            ("another's result", .received(try element("<iq type='result' id='session-2'/>"))),
            ("request", .received(try element(Self.request("1")))),
            ("get", .received(try element(Self.request("1", "get")))),
            ("answered", .answered(.unavailable)), ("switched", .switched(.compression(method: "zlib"))),
        ]
        let refused = "-|-|-|-|-|-|-|-"
        MachineTable(
            feature, .initiating, knowing: try Self.facts(.initiating), events: events,
            states: [
                (InitiatingSession.idle, "set → awaitingResult|-|-|-|-|-|-|-"),
                (
                    InitiatingSession.awaitingResult,
                    "-|finish → established|refused:forbidden → refused|none|none|none|-|-"
                ),
                (InitiatingSession.established, refused), (InitiatingSession.refused, refused),
            ]
        ).verify(pairs: 32, stored: 4)
        let bad = "!unsupported-stanza-type"
        MachineTable(
            feature, .receiving, knowing: try Self.facts(.receiving), events: events,
            states: [(ReceivingSession.offered, "-|\(bad)|\(bad)|\(bad)|result|bad-request|-|-")]
        ).verify(pairs: 8, stored: 1)
        MachineTable(
            feature, .receiving, knowing: try Self.facts(.receiving, isBound: false), events: events,
            states: [
                (ReceivingSession.offered, "-|\(bad)|\(bad)|\(bad)|unexpected-request|unexpected-request|-|-")
            ]
        ).verify(pairs: 8, stored: 1)
    }

    @Test(
        "a client asks for a session where an old server needs one, once it has a resource",
        arguments: [
            ("<session xmlns='\(required)'/>", true, nil), ("", true, "not offered"),
            ("<session xmlns='\(required)'><optional/></session>", true, "the server can do without it"),
            ("<session xmlns='\(required)'/>", false, "a resource comes first"),
        ])
    func evaluation(_ offer: String, _ isBound: Bool, _ reason: String?) throws {
        let offered = offer.isEmpty ? nil : try element(offer)
        let facts = try Self.facts(.initiating, isBound: isBound)
        let evaluation = SessionFeature().evaluate(offered, in: StreamFeatures(), knowing: facts)
        if let reason {
            #expect(evaluation == .skipped(reason))
        } else {
            #expect(evaluation == .negotiate(isMandatory: true, reason: "a server of RFC 3921 needs it"))
        }
    }

    @Test func `nobody asks where an earlier session goes on, or between servers`() throws {
        let offer = try element(Self.session)
        var facts = StreamFacts.known(.initiating, .client, [.juliet])
        facts.take(.resumed(try JID(wire: "juliet@example.com/balcony")))
        #expect(
            SessionFeature().evaluate(offer, in: StreamFeatures(), knowing: facts)
                == .skipped("an earlier session goes on"))
        let server = StreamFacts.known(.initiating, .server, [.juliet])
        #expect(SessionFeature().evaluate(offer, in: StreamFeatures(), knowing: server) == .skipped("for clients only"))
        #expect(SessionFeature().offer(knowing: server) == .withheld("for clients only"))
        #expect(
            SessionFeature().offer(knowing: .known(.receiving)) == .withheld("authentication comes first"))
    }

    @Test func `a server says that it can do without, and answers those who ask all the same, now and later`() throws {
        let features: [any StreamFeature] = [SessionFeature(), ResourceBindingFeature()]
        var pair = try FeaturePair(features, against: features, knowing: [.tls, .juliet])
        pair.run { question in
            guard case .resource(let wish) = question else {
                return .randomBytes(.init(Array(repeating: 1, count: 16)))
            }
            return (try? wish.account?.with(resourcepart: "r")).map { .resource(.success($0)) } ?? .unavailable
        }
        #expect(pair.lists == [["bind", "session"]] && pair.features?.last?.isMarkedOptional == true)
        #expect(pair.settled.count == 2)
        #expect(pair.said.count == 3)
        for id in ["1", "2"] {
            pair.listenAgain()
            pair.say(try element(Self.request(id)), as: .initiating)
            #expect(pair.said.last?.1 == (try element("<iq type='result' id='\(id)'/>")))
        }
        let other = try element("<iq type='set' id='3' to='romeo@example.com/orchard'>\(Self.session)</iq>")
        pair.say(other, as: .initiating)
        #expect(pair.passed[.receiving] == [other] && pair.failures.isEmpty)
    }
}
