import Testing
import XMPPCrypto

@testable import XMPPSASL

/// Which side speaks first, in each mechanism.
@Suite struct FirstWordTests {
    private let crypto = SwiftCryptoProvider.self
    private static let decoy = Secret("decoy")

    @Test("RFC4422-3.3-1: without an initial response there is an empty challenge first, and then all is the same")
    func clientFirst() {
        let variant = SCRAMVariant(.sha1, bindsChannel: false)
        let rows: [(any SASLExchange, String)] = [
            (OneMessageServer(.plain), "\u{0}tim\u{0}tanstaaf"), (OneMessageServer(.external), "tim"),
            (OneMessageServer(.external), ""), (OneMessageServer(.anonymous), ""),
            (OneMessageServer(.xOAuth2), "\u{0}tim\u{0}token"), (BearerServer(), "n,,\u{1}auth=Bearer token\u{1}\u{1}"),
            (
                SCRAMServer(SCRAMServer.Configuration(variant, bindings: [], decoySecret: Self.decoy)),
                "n,,n=user,r=abc"
            ),
        ]
        for (server, message) in rows {
            var asked = server
            #expect(asked.receive(.begun(nil), using: crypto) == .send(SASLPayload([])), "\(server.mechanism)")
            let later = asked.receive(.received(SASLPayload(text: message)), using: crypto)
            var told = server
            #expect(told.receive(.begun(SASLPayload(text: message)), using: crypto) == later, "\(server.mechanism)")
            guard case .ask = later else { return #expect(Bool(false), "\(server.mechanism)") }
        }
    }

    @Test("RFC4422-5-1: where the server speaks first the client has no initial response, and the server takes none")
    func serverFirst() throws {
        let clients: [any SASLExchange] = [
            try #require(CRAMClient(username: "tim")),
            try #require(try DigestClient(username: "tim", domain: "example.com")),
        ]
        for original in clients {
            var client = original
            #expect(client.receive(.begun(nil), using: crypto) == .send(nil))
        }
        let servers: [any SASLExchange] = [
            CRAMServer(domain: "example.com", decoySecret: Self.decoy),
            DigestServer(realm: "example.com", domain: "example.com", decoySecret: Self.decoy),
        ]
        for original in servers {
            for message in ["", "x"] {
                var server = original
                let action = server.receive(.begun(SASLPayload(text: message)), using: crypto)
                #expect(action == .fail(SASLFailure(condition: .malformedRequest, reason: .malformed)))
            }
            var server = original
            guard case .ask(.randomBytes) = server.receive(.begun(nil), using: crypto) else {
                return #expect(Bool(false))
            }
        }
    }

    @Test("RFC4422-3.5-1: whichever side gives up, it fails with the word for that, and is over") func givingUp() throws
    {
        let scram = SCRAMVariant(.sha1, bindsChannel: false)
        let configuration = try #require(
            try SCRAMClient.Configuration(scram, username: "user", binding: .unsupported))
        let rows: [(any SASLExchange, [SASLEvent], SASLFailure.Condition)] = [
            (SCRAMClient(configuration), [.begun(nil)], .aborted),
            (try #require(CRAMClient(username: "tim")), [.begun(nil), .received(SASLPayload([1]))], .aborted),
            (
                try #require(try DigestClient(username: "tim", domain: "example.com")),
                [.begun(nil), .received(SASLPayload(text: "nonce=\"x\",algorithm=md5-sess"))], .aborted
            ),
            (
                SCRAMServer(SCRAMServer.Configuration(scram, bindings: [], decoySecret: Self.decoy)),
                [.begun(SASLPayload(text: "n,,n=user,r=abc"))], .temporaryAuthFailure
            ),
            (OneMessageServer(.external), [.begun(SASLPayload([]))], .temporaryAuthFailure),
            (BearerServer(), [.begun(SASLPayload(text: "n,,\u{1}auth=Bearer x\u{1}\u{1}"))], .temporaryAuthFailure),
            (CRAMServer(domain: "example.com", decoySecret: Self.decoy), [.begun(nil)], .temporaryAuthFailure),
            (
                DigestServer(realm: "example.com", domain: "example.com", decoySecret: Self.decoy), [.begun(nil)],
                .temporaryAuthFailure
            ),
            (
                try #require(
                    HashedTokenServer(
                        HashedTokenVariant(.sha256, binding: .none), on: SASLChannel(.tls13), attempt: FASTAttempt(),
                        decoySecret: Self.decoy)),
                [.begun(SASLPayload(Array("tim".utf8) + [0] + Array(repeating: 1, count: 32)))], .temporaryAuthFailure
            ),
        ]
        for (original, events, condition) in rows {
            var exchange = original
            for event in events { _ = exchange.receive(event, using: crypto) }
            guard case .fail(let failure) = exchange.receive(.answered(.unavailable), using: crypto) else {
                return #expect(Bool(false), "\(original.mechanism)")
            }
            #expect(failure.condition == condition && failure.reason == .unavailable)
            for event in [SASLEvent.begun(nil), .received(SASLPayload([])), .succeeded(nil), .answered(.unavailable)] {
                #expect(exchange.receive(event, using: crypto) == .refuse(.over))
            }
        }
    }
}
