import FuzzSupport
import Testing
import XMLStream
import XMPPNegotiation
import XMPPSASL
import XMPPStanza

/// Every state of both machines of STARTTLS against every kind of event.
@Suite struct StartTLSTableTests {
    private static func element(_ name: String) throws -> Element {
        try Element(xml: "<\(name)/>", in: "urn:ietf:params:xml:ns:xmpp-tls")
    }

    private static func events() throws -> [(name: String, event: FeatureEvent)] {
        [
            ("chosen", .chosen(nil, among: StreamFeatures())),
            ("starttls", .received(try element("starttls"))), ("proceed", .received(try element("proceed"))),
            ("failure", .received(try element("failure"))), ("other", .received(try element("other"))),
            ("answered", .answered(.unavailable)), ("tls", .switched(.tls(TLSFacts(.tls13)))),
            ("compression", .switched(.compression(method: "zlib"))),
        ]
    }

    private static let context = FeatureContext(
        facts: StreamFacts(role: .initiating, content: .client), crypto: ToyCryptoProvider.self)

    /// The machine behind some events.
    private static func machine<M: FeatureMachine>(_ machine: M, behind events: [FeatureEvent]) -> M {
        var machine = machine
        for event in events { _ = machine.receive(event, in: context) }
        return machine
    }

    @Test(
        """
        the initiating machine has TLS begin right behind proceed, and an outcome for every event in every state
        """)
    func initiating() throws {
        let chosen = FeatureEvent.chosen(nil, among: StreamFeatures())
        let proceed = FeatureEvent.received(try Self.element("proceed"))
        let tls = FeatureEvent.switched(.tls(TLSFacts(.tls13)))
        let table = EventTable(
            states: [
                ("unasked", StartTLSInitiation()),
                ("awaitingProceed", Self.machine(StartTLSInitiation(), behind: [chosen])),
                ("awaitingTransport", Self.machine(StartTLSInitiation(), behind: [chosen, proceed])),
                ("over", Self.machine(StartTLSInitiation(), behind: [chosen, proceed, tls])),
            ], events: try Self.events(), facts: Self.context.facts)
        let pairs = table.check([
            "unasked": ["chosen": "awaitingProceed: send starttls"],
            "awaitingProceed": [
                "proceed": "awaitingTransport: switch to TLS", "failure": "over: fail: unprotected",
                "starttls": "over: fail: unsupported-stanza-type", "other": "over: fail: unsupported-stanza-type",
            ],
            "awaitingTransport": ["tls": "over: grant secure, restart"],
        ])
        #expect(pairs == 4 * 8)
    }

    @Test(
        """
        RFC6120-5.4.2.1-1, RFC6120-5.4.2.3-1: the receiving machine has TLS begin right behind its proceed, \
        and an outcome for every event in every state
        """, arguments: [true, false])
    func receiving(isAvailable: Bool) throws {
        let starttls = FeatureEvent.received(try Self.element("starttls"))
        let tls = FeatureEvent.switched(.tls(TLSFacts(.tls13)))
        let begun = StartTLSReception(isAvailable: true)
        let table = EventTable(
            states: [
                ("offered", StartTLSReception(isAvailable: isAvailable)),
                ("awaitingTransport", Self.machine(begun, behind: [starttls])),
                ("over", Self.machine(begun, behind: [starttls, tls])),
            ], events: try Self.events(), facts: Self.context.facts)
        let answer =
            isAvailable
            ? "awaitingTransport: send proceed, switch to TLS" : "over: send failure, fail: unprotected"
        let malformed = "over: fail: unsupported-stanza-type"
        let pairs = table.check([
            "offered": ["starttls": answer, "proceed": malformed, "failure": malformed, "other": malformed],
            "awaitingTransport": ["tls": "over: grant secure, restart"],
        ])
        #expect(pairs == 3 * 8)
    }

    @Test("RFC6120-5.4.2.3-3: proceed and failure are in the namespace of STARTTLS", arguments: [true, false])
    func namespace(isAvailable: Bool) throws {
        var machine = StartTLSReception(isAvailable: isAvailable)
        let effects = machine.receive(.received(try Self.element("starttls")), in: Self.context)
        #expect(effects.first == .send(try Self.element(isAvailable ? "proceed" : "failure")))
    }
}
