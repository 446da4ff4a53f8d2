import Testing
import XMPPCrypto
import XMPPSASL

/// PLAIN, EXTERNAL, ANONYMOUS and X-OAUTH2.
@Suite struct OneMessageTests {
    private let crypto = SwiftCryptoProvider.self

    @Test("RFC4616-2-1: the client says what RFC 4616 §4 prints")
    func vectors() throws {
        let tim = try #require(try OneMessageClient.plain(username: "tim", password: "tanstaaftanstaaf"))
        #expect(begin(tim) == "\u{0}tim\u{0}tanstaaftanstaaf")
        let ursel = try #require(
            try OneMessageClient.plain(username: "Kurt", password: "xipj3plmq", authorizationIdentity: "Ursel"))
        #expect(begin(ursel) == "Ursel\u{0}Kurt\u{0}xipj3plmq")
    }

    @Test func `the client says what RFC 4505 §4 prints`() throws {
        let sirhc = try #require(OneMessageClient.anonymous(trace: "sirhc"))
        #expect(begin(sirhc).map { Base64.encode(Array($0.utf8)) } == Array("c2lyaGM=".utf8))
    }

    @Test("RFC4616-2-2, RFC4616-2-4, RFC4422-A-1, RFC4505-2-1: what cannot be said is refused at the client")
    func unsayable() throws {
        for (name, word, identity) in [
            ("", "x", nil), ("x", "", nil), ("x", "y", ""), ("x\u{AD}", "\u{AD}", nil), ("x", "y", "a\u{0}b"),
        ] as [(String, String, String?)] {
            #expect(try OneMessageClient.plain(username: name, password: word, authorizationIdentity: identity) == nil)
        }
        #expect(throws: (any Error).self) { try OneMessageClient.plain(username: "x\u{0}y", password: "z") }
        #expect(throws: (any Error).self) { try OneMessageClient.plain(username: "x", password: "\u{7}") }
        #expect(OneMessageClient.external(authorizationIdentity: "") == nil)
        #expect(OneMessageClient.external(authorizationIdentity: "a\u{0}") == nil)
        #expect(OneMessageClient.anonymous(trace: String(repeating: "x", count: 256)) == nil)
        #expect(OneMessageClient.anonymous(trace: String(repeating: "é", count: 255)) != nil)
        #expect(OneMessageClient.xOAuth2(username: "x", token: Secret("")) == nil)
        #expect(OneMessageClient.xOAuth2(username: "x\u{0}", token: Secret("y")) == nil)
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let kind: OneMessageServer.Kind
        let message: String
        /// What the host is asked; nil where the message is refused.
        let credentials: SASLCredentials?
        var condition: SASLFailure.Condition? = nil

        var testDescription: String { "\(kind): \(message.replacing("\u{0}", with: "␀"))" }

        private static func password(_ name: String, _ word: String, _ wanted: String? = nil) -> SASLCredentials {
            .password(SASLIdentity(username: name, authorizationIdentity: wanted), Secret(word))
        }

        private static let long = String(repeating: "x", count: 255)

        static let all =
            [
                Row(kind: .plain, message: "\u{0}tim\u{0}tanstaaf", credentials: password("tim", "tanstaaf")),
                Row(kind: .plain, message: "Ursel\u{0}Kurt\u{0}xipj", credentials: password("Kurt", "xipj", "Ursel")),
                Row(kind: .plain, message: "\(long)\u{0}\(long)\u{0}\(long)", credentials: password(long, long, long)),
                // U+00AA and U+2168 are NFKC's business, U+00AD is nothing.
                Row(kind: .plain, message: "\u{0}\u{AA}\u{0}I\u{AD}X", credentials: password("a", "IX")),
                Row(kind: .plain, message: "", credentials: nil, condition: .malformedRequest),
                Row(kind: .plain, message: "tim\u{0}tanstaaf", credentials: nil, condition: .malformedRequest),
                Row(kind: .plain, message: "\u{0}tim\u{0}", credentials: nil, condition: .malformedRequest),
                Row(kind: .plain, message: "\u{0}\u{0}tanstaaf", credentials: nil, condition: .malformedRequest),
                Row(
                    kind: .plain, message: "\u{0}tim\u{0}tan\u{0}staaf", credentials: nil, condition: .malformedRequest),
                Row(kind: .plain, message: "\u{0}tim\u{0}\u{7}", credentials: nil, condition: .notAuthorized),
                Row(kind: .plain, message: "\u{0}\u{AD}\u{0}x", credentials: nil, condition: .notAuthorized),
                Row(kind: .external, message: "", credentials: .transport(authorizationIdentity: nil)),
                Row(kind: .external, message: "a@b", credentials: .transport(authorizationIdentity: "a@b")),
                Row(kind: .external, message: "a\u{0}b", credentials: nil, condition: .malformedRequest),
                Row(kind: .anonymous, message: "", credentials: .anonymous(trace: nil)),
                Row(
                    kind: .xOAuth2, message: "\u{0}tim\u{0}to.ken",
                    credentials: .token(Secret("to.ken"), username: "tim")),
                Row(kind: .xOAuth2, message: "a\u{0}tim\u{0}to", credentials: nil, condition: .malformedRequest),
                Row(
                    kind: .plain, message: "\u{0}tim\u{0}\(String(repeating: "x", count: 20_000))", credentials: nil,
                    condition: .malformedRequest),
            ]
            + ["sirhc", "a@example.com", "é\u{3000}", "\u{2FF0}", "\u{221}", "\u{627}", long].map {
                Row(kind: .anonymous, message: $0, credentials: .anonymous(trace: $0))
            }
            // Controls, private use, unfit for text, change of display, tags, both directions; too long.
            + ["a\nb", "\u{7F}", "\u{85}", "\u{E000}", "\u{FFFC}", "\u{200E}", "\u{E0041}", "\u{627}a", long + "x"]
            .map { Row(kind: .anonymous, message: $0, credentials: nil, condition: .malformedRequest) }
    }

    @Test(
        "RFC4616-2-2, RFC4616-2-3, RFC4616-2-4, RFC4616-2-5, RFC4616-2-6, RFC4616-2-7: the server reads PLAIN",
        arguments: Row.all.filter { $0.kind == .plain })
    func plain(_ row: Row) { check(row) }

    @Test(
        "RFC4422-A-1, RFC4422-3.4.1-1: the server reads EXTERNAL, which is the identity to act as or nothing",
        arguments: Row.all.filter { $0.kind == .external })
    func external(_ row: Row) { check(row) }

    @Test(
        "RFC4505-2-1, RFC4505-2-2, RFC4505-2-3: the server reads ANONYMOUS, which is a word for the log or nothing",
        arguments: Row.all.filter { $0.kind == .anonymous })
    func anonymous(_ row: Row) {
        check(row)
        // The client says no other words than the server takes.
        #expect(
            row.message.isEmpty || (OneMessageClient.anonymous(trace: row.message) == nil) == (row.condition != nil))
    }

    @Test("the server reads X-OAUTH2", arguments: Row.all.filter { $0.kind == .xOAuth2 })
    func xOAuth2(_ row: Row) { check(row) }

    private func check(_ row: Row) {
        for isInitial in [true, false] {
            var server = OneMessageServer(row.kind)
            let payload = SASLPayload(Array(row.message.utf8))
            var action: SASLAction
            if isInitial {
                action = server.receive(.begun(payload), using: crypto)
            } else {
                // Without an initial response there is an empty challenge first.
                #expect(server.receive(.begun(nil), using: crypto) == .send(SASLPayload([])))
                action = server.receive(.received(payload), using: crypto)
            }
            guard let credentials = row.credentials else {
                guard case .fail(let failure) = action else { return #expect(Bool(false), "\(action)") }
                #expect(failure.condition == row.condition)
                #expect(server.receive(.received(payload), using: crypto) == .refuse(.over))
                continue
            }
            #expect(action == .ask(.verdict(on: credentials)))
            var refusing = server
            let refused = refusing.receive(.answered(.verdict(.refused(.accountDisabled))), using: crypto)
            guard case .fail(let failure) = refused else { return #expect(Bool(false)) }
            #expect(failure.condition == .accountDisabled)
            action = server.receive(.answered(.verdict(.accepted(username: "tim"))), using: crypto)
            if case .ask(.authorization(let identity)) = action {
                #expect(identity.username == "tim" && identity.authorizationIdentity != nil)
                var forbidding = server
                guard case .fail(let failure) = forbidding.receive(.answered(.authorization(false)), using: crypto)
                else { return #expect(Bool(false)) }
                #expect(failure.condition == .invalidAuthzid)
                action = server.receive(.answered(.authorization(true)), using: crypto)
            }
            guard case .done(let outcome) = action else { return #expect(Bool(false), "\(action)") }
            #expect(outcome.identity?.username == "tim" && outcome.additionalData == nil)
        }
    }

    @Test("S16: no client of these takes the server to be verified, nor data that the mechanism has not")
    func client() throws {
        let plain = try #require(try OneMessageClient.plain(username: "tim", password: "tanstaaf"))
        let clients = try [
            plain, #require(OneMessageClient.external()), #require(OneMessageClient.anonymous()),
            #require(OneMessageClient.xOAuth2(username: "tim", token: Secret("token"))),
        ]
        for original in clients {
            var client = original
            #expect(client.receive(.succeeded(nil), using: crypto) == .refuse(.notBegun))
            #expect(client.receive(.begun(SASLPayload([])), using: crypto) == .refuse(.wrongSide))
            _ = client.receive(.begun(nil), using: crypto)
            #expect(client.receive(.begun(nil), using: crypto) == .refuse(.alreadyBegun))
            #expect(client.receive(.answered(.unavailable), using: crypto) == .refuse(.answer))
            for payload in [nil, SASLPayload([])] {
                var done = client
                guard case .done(let outcome) = done.receive(.succeeded(payload), using: crypto) else {
                    return #expect(Bool(false))
                }
                #expect(!outcome.isPeerVerified)
            }
            for event in [SASLEvent.succeeded(SASLPayload([1])), .received(SASLPayload([]))] {
                var failed = client
                guard case .fail(let failure) = failed.receive(event, using: crypto) else {
                    return #expect(Bool(false))
                }
                #expect(failure.condition == .aborted)
            }
        }
    }

    private func begin(_ client: OneMessageClient) -> String? {
        var client = client
        guard case .send(let payload?) = client.receive(.begun(nil), using: crypto) else { return nil }
        return String(decoding: payload.exposed, as: UTF8.self)
    }
}
