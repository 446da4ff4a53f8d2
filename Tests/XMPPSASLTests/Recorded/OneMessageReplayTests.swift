import CorpusFiles
import Testing
import XMLStream
import XMPPCrypto

@testable import XMPPSASL

/// What was recorded of mechanisms with one message: our client says the same, and takes the verdict.
@Suite struct OneMessageReplayTests {
    private let crypto = SwiftCryptoProvider.self

    struct Row: Sendable, CustomTestStringConvertible {
        let attempt: RecordedAttempt
        let client: OneMessageClient

        var testDescription: String { attempt.testDescription }

        /// What the recorder was told to do in each file.
        static func all() throws -> [Row] {
            try RecordedAttempt.all(
                beginning: "sasl-anonymous", "sasl-external", "sasl-plain", "sasl-x-oauth2", "err-sasl-bad-authzid",
                "err-sasl-unknown-user", "err-sasl-wrong"
            ).map { attempt in
                let account = RecordedAccount(of: attempt.path)
                let isWrong = attempt.path.contains("wrong") && attempt.number == 0
                let client: OneMessageClient?
                switch attempt.mechanism {
                case "PLAIN":
                    let isGhost = attempt.path.contains("unknown-user")
                    client = try OneMessageClient.plain(
                        username: isGhost ? "ghost" : account.username,
                        password: isGhost ? "x" : isWrong ? "wrong" : account.password,
                        authorizationIdentity: attempt.path.contains("authzid") ? "someone@else.test" : nil)
                case "EXTERNAL": client = OneMessageClient.external()
                case "ANONYMOUS": client = OneMessageClient.anonymous()
                default:
                    // The token is known of the recording only.
                    let token = try #require(PlainMessage((attempt.said.first ?? nil) ?? []))
                    client = OneMessageClient.xOAuth2(username: account.username, token: Secret(token.password))
                }
                return Row(attempt: attempt, client: try #require(client))
            }
        }
    }

    @Test(
        "RFC4616-2-1, RFC4422-A-1: our client says what was said to a server, whether that took it or not",
        arguments: try Row.all())
    func replay(_ row: Row) {
        var client = row.client
        #expect(client.mechanism.description == row.attempt.mechanism)
        #expect(row.attempt.said.count == 1 && row.attempt.heard.isEmpty)
        // ANONYMOUS was recorded without an initial response: to the servers that is the same as an empty one.
        let said = (row.attempt.said.first ?? nil) ?? []
        #expect(client.receive(.begun(nil), using: crypto) == .send(SASLPayload(said)))
        switch row.attempt.verdict {
        case .success(let data):
            #expect(data == nil)
            #expect(
                client.receive(.succeeded(nil), using: crypto)
                    == .done(SASLOutcome(isPeerVerified: false, identity: nil, additionalData: nil)))
        case .failure(let condition):
            #expect(condition == "not-authorized")
            #expect(row.attempt.path.contains("/err-sasl-"))
        }
    }

    @Test(
        "RFC4422-A-1, RFC4422-3.4.1-1: what one server said to another in EXTERNAL, our client says and our server reads"
    )
    func betweenServers() throws {
        var identities: [String] = []
        for path in try Corpus.files(in: "captures/s2s", endingWith: ".initiator.xml") {
            for case .element(let element) in try Corpus.events(of: path) where element.name == "auth" {
                let message = try #require(Base64.decode(element.text.utf8))
                let identity = String(decoding: message, as: UTF8.self)
                var client = try #require(OneMessageClient.external(authorizationIdentity: identity))
                #expect(client.receive(.begun(nil), using: crypto) == .send(SASLPayload(message)))
                var server = OneMessageServer(.external)
                #expect(
                    server.receive(.begun(SASLPayload(message)), using: crypto)
                        == .ask(.verdict(on: .transport(authorizationIdentity: identity))))
                identities.append(identity)
            }
        }
        #expect(identities.sorted() == ["one.test", "one.test", "one.test", "one.test", "rooms.two.test", "two.test"])
    }

    @Test("what no client of ours says, no server of ours takes")
    func unsayable() throws {
        for attempt in try RecordedAttempt.all(beginning: "err-sasl-malformed") {
            let message = try #require(attempt.said.first ?? nil)
            var server = OneMessageServer(.plain)
            guard case .fail(let failure) = server.receive(.begun(SASLPayload(message)), using: crypto) else {
                return #expect(Bool(false))
            }
            #expect(failure.condition == .malformedRequest)
            #expect(attempt.verdict != .success(nil))
        }
        for attempt in try RecordedAttempt.all(beginning: "err-sasl-bad-base64") {
            #expect(attempt.said == [nil] && Base64.decode("!!!".utf8) == nil)
            #expect(attempt.verdict != .success(nil))
        }
        for attempt in try RecordedAttempt.all(beginning: "err-sasl-unknown-mechanism") {
            #expect(attempt.mechanism == "NO-SUCH" && attempt.verdict == .failure("invalid-mechanism"))
        }
    }
}
