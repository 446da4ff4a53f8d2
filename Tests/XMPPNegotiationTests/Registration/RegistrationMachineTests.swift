import Testing
import XMLStream
import XMPPSASL
import XMPPStanza

@testable import XMPPNegotiation

/// The two machines of registration, pair by pair.
@Suite struct RegistrationMachineTests {
    private static let query = "<query xmlns='jabber:iq:register'>"
    private static let filled = RegistrationFields([.init("username", Secret("bill")), .init("password", Secret("C"))])

    private static func result(_ id: String, _ content: String) throws -> FeatureEvent {
        .received(try element("<iq type='result' id='\(id)'>\(query)\(content)</query></iq>"))
    }

    private static func failed(_ id: String, _ condition: String) throws -> FeatureEvent {
        .received(
            try element(
                """
                <iq type='error' id='\(id)'><error type='cancel'>\
                <\(condition) xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
                """))
    }

    @Test func `every state of the client has an outcome for every event`() throws {
        let events: [(String, FeatureEvent)] = [
            ("chosen", .chosen(nil, among: StreamFeatures())), ("fields", try Self.result("register-1", "<username/>")),
            ("more fields", try Self.result("register-1", "<username/><email/>")),
            ("registered", try Self.result("register-1", "<registered/><username>bill</username>")),
            ("empty", .received(try element("<iq type='result' id='register-1'/>"))),
            ("no fields", try Self.failed("register-1", "service-unavailable")),
            ("done", .received(try element("<iq type='result' id='register-2'/>"))),
            ("conflict", try Self.failed("register-2", "conflict")), ("answered", .answered(.unavailable)),
            ("switched", .switched(.compression(method: "zlib"))),
        ]
        let refused = "-|-|-|-|-|-|-|-|-|-"
        for (response, word) in [(RegistrationFeature.RefusalResponse.fail, "refused:"), (.authenticate, "")] {
            let feature = RegistrationFeature(filling: Self.filled, onRefusal: response)
            let outcome = { (condition: String) in (word.isEmpty ? "decline" : word + condition) + " → refused" }
            MachineTable(
                feature, .initiating, knowing: .known(.initiating), events: events,
                states: [
                    (InitiatingRegistration.idle(feature), "get → awaitingFields|-|-|-|-|-|-|-|-|-"),
                    (
                        InitiatingRegistration.awaitingFields(feature),
                        """
                        -|set → awaitingVerdict|\(outcome("not-acceptable"))|decline → registered\
                        |\(outcome("undefined-condition"))|\(outcome("service-unavailable"))|none|none|-|-
                        """
                    ),
                    (
                        InitiatingRegistration.awaitingVerdict(feature),
                        "-|none|none|none|none|none|finish → registered|\(outcome("conflict"))|-|-"
                    ),
                    (InitiatingRegistration.registered, refused), (InitiatingRegistration.refused, refused),
                ]
            ).verify(pairs: 50, stored: 5)
        }
    }

    @Test func `every state of the server has an outcome for every event`() throws {
        let feature = RegistrationFeature(isServed: true)
        let set = "<iq type='set' id='1'>\(Self.query)<username>bill</username></query></iq>"
        let request = try #require(IQ(try element(set)))
        let events: [(String, FeatureEvent)] = [
            ("chosen", .chosen(nil, among: StreamFeatures())),
            ("get", .received(try element("<iq type='get' id='1'>\(Self.query)</query></iq>"))),
            ("set", .received(request.element)),
            ("nothing", .received(try element("<iq type='set' id='1'>\(Self.query)</query></iq>"))),
            ("message", .received(try element("<message/>"))),
            ("one field", .answered(.registration(.success(RegistrationFields([.init("username")]))))),
            (
                "two fields",
                .answered(.registration(.success(RegistrationFields([.init("username"), .init("email")]))))
            ),
            ("conflict", .answered(.registration(.failure(StanzaError(.conflict))))),
            ("unavailable", .answered(.unavailable)), ("other", .answered(.certificate(isAccepted: true))),
            ("switched", .switched(.compression(method: "zlib"))),
        ]
        let ask = "ask → askingFields"
        let bad = "!unsupported-stanza-type → ended"
        let refused = "-|-|-|-|-|-|-|-|-|-|-"
        let filled = RegistrationFields([.init("username", Secret("bill"))])
        MachineTable(
            feature, .receiving, knowing: .known(.receiving), events: events,
            states: [
                (
                    ReceivingRegistration.offered(feature, failures: 2, required: nil),
                    "-|\(ask)|\(ask)|bad-request|\(bad)|-|-|-|-|-|-"
                ),
                (
                    ReceivingRegistration.offered(feature, failures: 2, required: ["username"]),
                    "-|\(ask)|ask → registering|bad-request|\(bad)|-|-|-|-|-|-"
                ),
                (
                    ReceivingRegistration.offered(feature, failures: 3, required: ["username", "email"]),
                    """
                    -|\(ask)|not-acceptable !policy-violation → ended|bad-request !policy-violation → ended|\(bad)\
                    |-|-|-|-|-|-
                    """
                ),
                (
                    ReceivingRegistration.askingFields(feature, failures: 2, request, filled: nil),
                    "-|-|-|-|-|result → offered|result → offered|conflict → offered|internal-server-error → offered|-|-"
                ),
                (
                    ReceivingRegistration.askingFields(feature, failures: 2, request, filled: filled),
                    """
                    -|-|-|-|-|ask → registering|not-acceptable → offered|conflict → offered\
                    |internal-server-error → offered|-|-
                    """
                ),
                (
                    ReceivingRegistration.registering(feature, failures: 2, request, required: ["username"]),
                    """
                    -|-|-|-|-|result finish → registered|result finish → registered|conflict → offered\
                    |internal-server-error → offered|-|-
                    """
                ),
                (ReceivingRegistration.registered, refused), (ReceivingRegistration.ended, refused),
            ]
        ).verify(pairs: 88, stored: 5)
        for bytes: [UInt8] in [[], [0], [1, 0], [1, 0, 2, 1, 0x61], [1, 0, 1, 9, 0x61], [1, 0, 1, 1, 0xFF]] {
            #expect(feature.machine(for: .receiving, restoring: bytes) == nil)
        }
    }
}
