import FuzzSupport
import Testing
import XMLStream
import XMPPAddress
import XMPPNegotiation
import XMPPSASL

/// As whom a client is let in.
@Suite struct SASLIdentityTests {
    typealias Server = SASLReceptionTests.Server

    struct External: Sendable, CustomTestStringConvertible {
        var names: [String] = []
        var trust = PresentedCertificate.Trust.trusted
        var from: String?
        var wanted = ""
        let outcome: String
        var questions: [String] = []
        var testDescription: String { "\(names) from \(from ?? "nobody") as \(wanted): \(outcome)" }
    }

    private static let servers: [External] = [
        External(
            names: ["example.net"], from: "example.net", outcome: "send success, grant EXTERNAL example.net, restart"),
        External(
            names: ["example.net"], from: "example.net", wanted: "example.net",
            outcome: "send success, grant EXTERNAL example.net, restart"),
        External(
            names: ["*.example.net"], from: "chat.example.net", wanted: "Chat.Example.NET",
            outcome: "send success, grant EXTERNAL chat.example.net, restart"),
        // Another name of the same certificate, a name of another, and no domain.
        External(
            names: ["example.net", "example.org"], from: "example.net", wanted: "example.org",
            outcome: "send failure invalid-authzid"),
        External(
            names: ["example.net"], from: "example.net", wanted: "example.com",
            outcome: "send failure invalid-authzid"),
        External(
            names: ["example.net"], from: "example.net", wanted: "juliet@example.net",
            outcome: "send failure invalid-authzid"),
        External(
            names: ["example.net"], from: "example.net", wanted: "example.net/x",
            outcome: "send failure invalid-authzid"),
        External(names: ["example.net"], from: "example.net", wanted: "@", outcome: "send failure invalid-authzid"),
        // What is not proved is not on offer.
        External(
            names: ["example.net"], from: "example.org", wanted: "example.net",
            outcome: "send failure invalid-mechanism"),
        External(names: ["example.net"], wanted: "example.net", outcome: "send failure invalid-mechanism"),
        External(
            names: ["example.net"], trust: .unknownIssuer, from: "example.net",
            outcome: "send failure invalid-mechanism"),
    ]

    @Test(
        """
        S32, RFC6120-4.3.6-8, RFC6120-6.3.8-4, RFC6120-6.3.8-5, RFC6120-13.7.2-3, RFC6120-13.8.4-1: a server is the \
        domain that its certificate proves and its header named, and no other
        """, arguments: servers)
    func server(row: External) throws {
        let certificate = PresentedCertificate(trust: row.trust, dnsNames: row.names)
        var server = Server(
            [.external], content: .server, from: row.from.flatMap { JID($0) }, certificate: certificate)
        #expect(server.says(try SASLElements.auth("EXTERNAL", Array(row.wanted.utf8))) == row.outcome)
        // The certificate says it all.
        #expect(server.questions.isEmpty)
    }

    private static let juliet: String = "juliet@example.com"
    private static let clients: [External] = [
        External(
            names: [juliet], outcome: "send success, grant EXTERNAL juliet@example.com, restart",
            questions: ["verdict on juliet@example.com"]),
        External(
            names: [juliet], wanted: "Juliet@example.com",
            outcome: "send success, grant EXTERNAL juliet@example.com, restart",
            questions: ["verdict on juliet@example.com"]),
        External(
            names: [juliet, "romeo@example.com"], wanted: "romeo@example.com",
            outcome: "send success, grant EXTERNAL romeo@example.com, restart",
            questions: ["verdict on romeo@example.com"]),
        // Which of them is not said.
        External(names: [juliet, "romeo@example.com"], outcome: "send failure not-authorized"),
        External(names: [juliet], wanted: "romeo@example.com", outcome: "send failure invalid-authzid"),
        External(names: [juliet], wanted: "juliet@example.com/balcony", outcome: "send failure invalid-authzid"),
        External(names: [juliet], wanted: "example.com", outcome: "send failure invalid-authzid"),
        External(names: [juliet], wanted: "juliet@example.net", outcome: "send failure invalid-authzid"),
        // There is no such account any more.
        External(
            names: ["nurse@example.com"], outcome: "send failure not-authorized",
            questions: ["verdict on nurse@example.com"]),
        External(names: ["juliet@example.net"], outcome: "send failure invalid-mechanism"),
        External(names: [juliet], trust: .revoked, outcome: "send failure invalid-mechanism"),
        External(
            names: [juliet], from: "romeo@example.com", outcome: "fail: invalid-from",
            questions: ["verdict on juliet@example.com"]),
    ]

    @Test(
        """
        RFC6120-4.3.6-3, RFC6120-6.3.4-2, RFC6120-6.3.8-3, RFC6120-6.3.8-5, RFC6120-6.4.6-1: a client is an account of \
        its certificate
        """, arguments: clients)
    func client(row: External) throws {
        let certificate = PresentedCertificate(trust: row.trust, xmppAddresses: row.names)
        var server = Server([.external], from: row.from.flatMap { JID($0) }, certificate: certificate)
        #expect(server.says(try SASLElements.auth("EXTERNAL", Array(row.wanted.utf8))) == row.outcome)
        #expect(server.questions == row.questions)
    }

    struct Password: Sendable {
        let username: String
        var wanted = ""
        var from: String?
        let outcome: String
        var asked: String?
    }

    private static let passwords: [Password] = [
        Password(username: "juliet", outcome: juliet),
        Password(username: "juliet", wanted: juliet, outcome: juliet),
        Password(username: "juliet", wanted: "Juliet@Example.com", outcome: juliet),
        Password(
            username: "juliet", wanted: "romeo@example.com", outcome: "romeo@example.com",
            asked: "juliet as romeo@example.com"),
        Password(
            username: "juliet", wanted: "nurse@example.com", outcome: "failure",
            asked: "juliet as nurse@example.com"),
        Password(username: "juliet", wanted: "juliet@example.com/balcony", outcome: "failure"),
        Password(username: "juliet", wanted: "juliet@example.net", outcome: "failure"),
        Password(username: "juliet", wanted: "example.com", outcome: "failure"),
        Password(username: "juliet", wanted: "@", outcome: "failure"),
        Password(username: "juliet", from: "juliet@example.com/balcony", outcome: juliet),
        Password(username: "juliet", from: "romeo@example.com", outcome: "mismatch"),
        Password(username: "juliet", wanted: "romeo@example.com", from: juliet, outcome: "mismatch"),
    ]

    @Test(
        """
        RFC6120-4.3.6-3, RFC6120-6.3.8-3, RFC6120-6.3.8-5, RFC6120-6.4.6-1: a client is whom it wants to act as, if it \
        may, or else who its name is
        """, arguments: passwords)
    func password(row: Password) throws {
        var server = Server([.plain], from: row.from.flatMap { JID($0) })
        server.hosts.delegates = ["juliet": "romeo@example.com"]
        let outcome = server.says(try SASLElements.plain(row.username, "r0m30myr0m30", actingAs: row.wanted))
        switch row.outcome {
        case "failure": #expect(outcome == "send failure invalid-authzid")
        case "mismatch": #expect(outcome == "fail: invalid-from")
        default: #expect(outcome == "send success, grant PLAIN \(row.outcome), restart")
        }
        if row.outcome != "mismatch" {
            #expect(server.questions == ["verdict"] + [row.asked].compactMap(\.self))
        }
    }

    @Test("what stood in an open header is not held against a client")
    func openHeader() throws {
        let own = try #require(SASLMechanismName("X-OWN"))
        let mechanism = SASLMechanism(own, strength: .proof, credential: .password, requiresVerifiedTLS: false)
        var configuration = SASLReceivingConfiguration(
            SASLServerPolicy(mechanisms: [mechanism]),
            .init(domain: "example.com", decoySecret: Secret("0123456789abcdef")))
        configuration.exchanges = [AnySASLExchange(OwnExchange(mechanism: own, additionalData: nil))]
        let auth = try SASLElements.auth("X-OWN", [1])
        var server = Server(configuration, from: JID("romeo@example.com"))
        var secured = server
        secured.facts.take(.secure(TLSFacts(.tls13)))
        #expect(server.says(auth) == "send success, grant X-OWN juliet@example.com, restart")
        #expect(secured.says(auth) == "fail: invalid-from")
    }

    @Test("S32: nobody in particular is no server")
    func anonymousServer() throws {
        var server = Server([.anonymous], content: .server, from: JID("example.net"))
        #expect(server.says(try SASLElements.auth("ANONYMOUS", [])) == "send failure not-authorized")
    }

    @Test("S32: whom the host vouches for is asked for, and has to be who the header says", arguments: [true, false])
    func vouched(isRight: Bool) throws {
        var server = Server([.external], content: .server, from: JID("example.net"))
        server.facts.take(.secure(TLSFacts(.tls13, peer: .vouchedFor)))
        let context = FeatureContext(facts: server.facts, crypto: ToyCryptoProvider.self)
        var machine = server.machine
        let auth = try SASLElements.auth("EXTERNAL", [])
        #expect(EffectText.of(machine.receive(.received(auth), in: context)) == "ask verdict on the transport")
        let name = isRight ? "example.net" : "example.org"
        let effects = machine.receive(
            .answered(.authentication(.verdict(.accepted(username: name)))), in: context)
        #expect(
            EffectText.of(effects)
                == (isRight ? "send success, grant EXTERNAL example.net, restart" : "fail: invalid-from"))
    }

    @Test("S32: whom the host vouches for may not ask to be somebody else, and without a header's name is nobody")
    func vouchedForAnother() throws {
        var server = Server([.external], content: .server, from: JID("example.net"))
        server.facts.take(.secure(TLSFacts(.tls13, peer: .vouchedFor)))
        #expect(
            server.says(try SASLElements.auth("EXTERNAL", Array("example.org".utf8)))
                == "send failure invalid-authzid")
        var nameless = Server([.external], content: .server)
        nameless.facts.take(.secure(TLSFacts(.tls13, peer: .vouchedFor)))
        #expect(nameless.says(try SASLElements.auth("EXTERNAL", [])) == "send failure invalid-mechanism")
        #expect(server.questions.isEmpty && nameless.questions.isEmpty)
    }
}
