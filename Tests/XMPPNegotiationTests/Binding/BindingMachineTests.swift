import FuzzSupport
import Testing
import XMLStream
import XMPPAddress
import XMPPSASL
import XMPPStanza

@testable import XMPPNegotiation

/// The two machines of resource binding, pair by pair.
@Suite struct BindingMachineTests {
    private static let list = StreamFeatures()
    private static let address = "<jid>juliet@example.com/balcony</jid>"

    private static func result(_ id: String, _ content: String) throws -> FeatureEvent {
        .received(
            try element(
                "<iq type='result' id='\(id)'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'>\(content)</bind></iq>"))
    }

    private static func error(_ id: String, _ condition: String) throws -> FeatureEvent {
        .received(
            try element(
                """
                <iq type='error' id='\(id)'><error type='cancel'>\
                <\(condition) xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
                """))
    }

    @Test func `every state of a binding client has an outcome for every event`() throws {
        let feature = try ResourceBindingFeature(resource: "balcony")
        let strict = try ResourceBindingFeature(resource: "balcony", onConflict: .giveUp)
        let events: [(String, FeatureEvent)] = [
            ("chosen", .chosen(nil, among: Self.list)), ("result 1", try Self.result("bind-1", Self.address)),
            ("result 2", try Self.result("bind-2", Self.address)), ("conflict 1", try Self.error("bind-1", "conflict")),
            ("conflict 2", try Self.error("bind-2", "conflict")),
            ("not allowed", try Self.error("bind-1", "not-allowed")),
            ("bare", try Self.result("bind-1", "<jid>juliet@example.com</jid>")),
            ("nothing", .received(try element("<iq type='result' id='bind-1'/>"))),
            ("message", .received(try element("<message/>"))), ("answered", .answered(.unavailable)),
            ("switched", .switched(.compression(method: "zlib"))),
        ]
        MachineTable(
            feature, .initiating, knowing: .known(.initiating, .client, [.juliet]), events: events,
            states: [
                (InitiatingBinding.idle(feature), "set → awaitingAddress|-|-|-|-|-|-|-|-|-|-"),
                (
                    InitiatingBinding.awaitingAddress(feature, isSecond: false),
                    """
                    -|grant finish → bound|none|set|none|refused:not-allowed → refused|!bad-format → refused\
                    |!bad-format → refused|none|-|-
                    """
                ),
                (
                    InitiatingBinding.awaitingAddress(feature, isSecond: true),
                    "-|none|grant finish → bound|none|refused:conflict → refused|none|none|none|none|-|-"
                ),
                (InitiatingBinding.bound, "-|-|-|-|-|-|-|-|-|-|-"),
                (InitiatingBinding.refused, "-|-|-|-|-|-|-|-|-|-|-"),
            ]
        ).verify(pairs: 55, stored: 5)
        var machine = strict.machine(for: .initiating)
        let context = FeatureContext(facts: .known(.initiating), crypto: KnownDigests.self)
        _ = machine.receive(.chosen(nil, among: Self.list), in: context)
        let effects = machine.receive(try Self.error("bind-1", "conflict"), in: context)
        #expect(effects.map(MachineTable.word) == ["refused:conflict"])
    }

    @Test func `every state of a binding server has an outcome for every event`() throws {
        var feature = ResourceBindingFeature()
        feature.onUnusableResource = .refuse
        let bind = "xmlns='urn:ietf:params:xml:ns:xmpp-bind'"
        let request = try #require(IQ(try element("<iq type='set' id='1'><bind \(bind)/></iq>")))
        let events: [(String, FeatureEvent)] = [
            ("chosen", .chosen(nil, among: Self.list)), ("bind", .received(request.element)),
            (
                "empty resource",
                .received(try element("<iq type='set' id='1'><bind \(bind)><resource/></bind></iq>"))
            ),
            ("get", .received(try element("<iq type='get' id='1'><bind \(bind)/></iq>"))),
            ("other", .received(try element("<iq type='set' id='1'><x xmlns='y'/></iq>"))),
            ("message", .received(try element("<message/>"))),
            ("random", .answered(.randomBytes(Secret(Array(repeating: 7, count: 16))))),
            ("too little", .answered(.randomBytes(Secret([7])))),
            ("address", .answered(.resource(.success(try JID(wire: "juliet@example.com/7"))))),
            ("bare", .answered(.resource(.success(try JID(wire: "juliet@example.com"))))),
            ("another's", .answered(.resource(.success(try JID(wire: "romeo@example.com/7"))))),
            ("conflict", .answered(.resource(.failure(StanzaError(.conflict))))),
            ("unavailable", .answered(.unavailable)), ("switched", .switched(.compression(method: "zlib"))),
        ]
        let none = "-|-|-|-|-|-|-|-|-|-|-|-|-|-"
        MachineTable(
            feature, .receiving, knowing: .known(.receiving, .client, [.juliet]), events: events,
            states: [
                (
                    ReceivingBinding.offered(feature, failures: 4),
                    """
                    -|ask → generating|bad-request|bad-request|bad-request|!unsupported-stanza-type → ended\
                    |-|-|-|-|-|-|-|-
                    """
                ),
                (
                    ReceivingBinding.offered(feature, failures: 5),
                    """
                    -|ask → generating|bad-request !policy-violation → ended|bad-request !policy-violation → ended\
                    |bad-request !policy-violation → ended|!unsupported-stanza-type → ended|-|-|-|-|-|-|-|-
                    """
                ),
                (
                    ReceivingBinding.generating(feature, failures: 4, request, resource: nil),
                    "-|-|-|-|-|-|ask → choosing|-|-|-|-|-|internal-server-error → offered|-"
                ),
                (
                    ReceivingBinding.choosing(feature, failures: 4, request),
                    """
                    -|-|-|-|-|-|-|-|grant result finish → bound|-|-|conflict → offered\
                    |internal-server-error → offered|-
                    """
                ),
                (
                    ReceivingBinding.choosing(feature, failures: 5, request),
                    """
                    -|-|-|-|-|-|-|-|grant result finish → bound|-|-|conflict !policy-violation → ended\
                    |internal-server-error !policy-violation → ended|-
                    """
                ),
                (ReceivingBinding.bound, none), (ReceivingBinding.ended, none),
            ]
        ).verify(pairs: 98, stored: 4)
    }
}
