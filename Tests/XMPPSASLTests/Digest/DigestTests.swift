import Testing
import XMPPCrypto

@testable import XMPPSASL

/// DIGEST-MD5, both sides.
@Suite struct DigestTests {
    private let crypto = SwiftCryptoProvider.self

    @Test(
        "RFC2831-2.1.2-1, RFC2831-2.1.3-1: the values that RFC 2831 §4 prints",
        arguments: [
            (
                "OA6MG9tEQGm2hh", "OA6MHXh6VqTrRk", "imap/elwood.innosoft.com", "d388dad90d4bbd760a152321f2143af7",
                "ea40f60335c427b5527b84dbabcdfffd"
            ),
            (
                "OA9BSXrbuRhWay", "OA9BSuZWMSpW8m", "acap/elwood.innosoft.com", "6084c6db3fede7352c551284490fd0fc",
                "2f0b3d7c3c2e486600ef710726aa2eae"
            ),
        ])
    func vectors(_ nonce: String, _ clientNonce: String, _ uri: String, _ response: String, _ answer: String) throws {
        let question = DigestKey(username: "chris", realm: "elwood.innosoft.com", isUTF8: true)
        let key = try #require(question.key(password: Secret("secret"), using: crypto))
        let proof = DigestProof(
            nonce: Array(nonce.utf8), clientNonce: Array(clientNonce.utf8), uri: Array(uri.utf8),
            authorizationIdentity: nil)
        #expect(proof.response(key, using: crypto) == Array(response.utf8))
        #expect(proof.responseAuthentication(key, using: crypto) == Array(answer.utf8))
    }

    private static let challenge =
        "realm=\"example.com\", nonce=\"OA6MG9tEQGm2hh\", qop=\"auth\", charset=utf-8, algorithm=md5-sess"

    @Test(
        "RFC2831-2.1.1-1, RFC2831-2.1.2-1: what a challenge must have once, it has once; what nobody knows is left alone",
        arguments: [
            ("", "", true), (", charset=utf-8", ", CHARSET=utf-8", true),
            (", algorithm", ",stale=true,x=y,algorithm", true),
            (", qop=\"auth\"", "", true), ("qop=\"auth\"", "qop=\"auth-int, auth,auth-conf\"", true),
            (", charset=utf-8", "", true), ("realm=\"example.com\",", "", true),
            (", charset", ",x=\"y,z\",x=y,charset", true),
            ("realm=", "realm=\"other\",realm=", true), ("md5-sess", "md5-sess,maxbuf=65536", true),
            ("nonce=\"OA6MG9tEQGm2hh\",", "", false), ("nonce=", "nonce=\"x\",nonce=", false),
            ("nonce=\"OA6MG9tEQGm2hh\"", "nonce=\"\"", false), (", algorithm=md5-sess", "", false),
            ("md5-sess", "md5", false), ("md5-sess", "md5-sess,algorithm=md5-sess", false),
            ("md5-sess", "md5-sess,algorithm=md5", false), ("qop=\"auth\"", "qop=\"auth-int\"", false),
            ("qop=", "qop=\"auth\",qop=", false), ("utf-8", "utf-9", false), ("utf-8", "utf-8,charset=utf-8", false),
            ("md5-sess", "md5-sess,stale=true,stale=true", false), ("md5-sess", "md5-sess,maxbuf=1,maxbuf=1", false),
            ("realm=", "=", false),
        ])
    func challenges(_ old: String, _ new: String, _ isLegal: Bool) throws {
        let text = old.isEmpty ? Self.challenge : Self.challenge.replacing(old, with: new, maxReplacements: 1)
        #expect(text != Self.challenge || old.isEmpty)
        var client = try #require(try DigestClient(username: "chris", domain: "example.com"))
        #expect(client.receive(.begun(nil), using: crypto) == .send(nil))
        let action = client.receive(.received(SASLPayload(Array(text.utf8))), using: crypto)
        guard isLegal else {
            return #expect(action == .fail(SASLFailure(condition: .aborted, reason: .malformed)))
        }
        #expect(action == .ask(.randomBytes(count: 16)))
        let asked = client.receive(.answered(.randomBytes(Secret(Array(repeating: 1, count: 16)))), using: crypto)
        // Of several realms, that of the domain.
        let realm = text.contains("realm=") ? "example.com" : ""
        #expect(
            asked
                == .ask(
                    .digestKey(
                        DigestKey(username: "chris", realm: realm, isUTF8: text.lowercased().contains("charset")))))
    }

    /// What is said by a client that may have a realm of its own, and the key it asks for.
    private func response(
        to challenge: String, realm: String? = nil
    ) throws -> (directives: DigestDirectives?, key: DigestKey?) {
        var client = try #require(try DigestClient(username: "chris", domain: "example.com", realm: realm))
        _ = client.receive(.begun(nil), using: crypto)
        _ = client.receive(.received(SASLPayload(Array(challenge.utf8))), using: crypto)
        let random = SASLAnswer.randomBytes(Secret(Array(repeating: 1, count: 16)))
        guard case .ask(.digestKey(let key)) = client.receive(.answered(random), using: crypto),
            case .send(let said?) = client.receive(
                .answered(.digestKey(key.key(password: Secret("secret"), using: crypto))), using: crypto)
        else { return (nil, nil) }
        return (DigestDirectives(said.exposed), key)
    }

    @Test(
        "RFC6120-6.3.9-1: a realm that the server does not name is not guessed; the one of the user's own is named then",
        arguments: [
            (true, nil, "example.com"), (true, "staff", "example.com"), (false, nil, nil), (false, "staff", "staff"),
        ] as [(Bool, String?, String?)])
    func realms(_ isNamed: Bool, _ own: String?, _ expected: String?) throws {
        let challenge = isNamed ? Self.challenge : Self.challenge.replacing("realm=\"example.com\", ", with: "")
        let (directives, key) = try response(to: challenge, realm: own)
        #expect(try #require(directives).only("realm") == expected.map { Array($0.utf8) })
        #expect(try #require(key).realm == expected ?? "")
    }

    @Test("RFC6120-6.3.9-3: a realm is for the key alone: service and user are what they are without it")
    func realmOnly() throws {
        let challenge = Self.challenge.replacing("realm=\"example.com\"", with: "realm=\"shadow.example\"")
        let (directives, key) = try response(to: challenge)
        #expect(try #require(key).realm == "shadow.example")
        #expect(directives?.only("digest-uri") == Array("xmpp/example.com".utf8))

        var server = DigestServer(
            realm: "shadow.example", domain: "example.com", decoySecret: Secret("decoy"),
            recordedNonce: "OA6MG9tEQGm2hh")
        _ = server.receive(.begun(nil), using: crypto)
        let response = try #require(directives).all.map { directive in
            let value = String(decoding: directive.value, as: UTF8.self)
            return ["nc", "qop", "charset", "response"].contains(directive.key)
                ? "\(directive.key)=\(value)" : "\(directive.key)=\"\(value)\""
        }
        let payload = SASLPayload(Array(response.joined(separator: ",").utf8))
        guard case .ask(.digestKey(let asked)) = server.receive(.received(payload), using: crypto) else {
            return #expect(Bool(false))
        }
        #expect(asked == key)
        let answer = SASLAnswer.digestKey(asked.key(password: Secret("secret"), using: crypto))
        guard case .done(let outcome) = server.receive(.answered(answer), using: crypto) else {
            return #expect(Bool(false))
        }
        #expect(outcome.identity?.username == "chris" && "\(outcome)".contains("shadow") == false)
    }

    @Test(
        "RFC6120-6.3.6-1, RFC4422-3.7-1: no security layer is ever agreed on, so that none can fail",
        arguments: [
            ("auth,auth-int,auth-conf", true), ("auth-conf,auth", true), ("auth-conf", false), ("auth-int", false),
            ("auth-int,auth-conf", false),
        ])
    func layers(_ offered: String, _ isTaken: Bool) throws {
        var client = try #require(try DigestClient(username: "chris", domain: "example.com"))
        _ = client.receive(.begun(nil), using: crypto)
        let challenge = Self.challenge.replacing("qop=\"auth\"", with: "qop=\"\(offered)\"")
        _ = client.receive(.received(SASLPayload(Array(challenge.utf8))), using: crypto)
        let random = SASLAnswer.randomBytes(Secret(Array(repeating: 1, count: 16)))
        _ = client.receive(.answered(random), using: crypto)
        let key = SASLAnswer.digestKey(Secret(Array(repeating: 2, count: 16)))
        let action = client.receive(.answered(key), using: crypto)
        guard isTaken else { return #expect(action == .refuse(.over)) }
        guard case .send(let said?) = action else { return #expect(Bool(false), "\(action)") }
        #expect(DigestDirectives(said.exposed)?.only("qop") == Array("auth".utf8))
    }

    @Test(
        "RFC2831-2.1.2-2, RFC2831-2.1.2-3: each response has new random data, the first count, and the domain's address"
    )
    func fresh() throws {
        var nonces: Set<String> = []
        for byte in UInt8(1)...4 {
            var client = try #require(try DigestClient(username: "chris", domain: "example.com"))
            _ = client.receive(.begun(nil), using: crypto)
            _ = client.receive(.received(SASLPayload(Array(Self.challenge.utf8))), using: crypto)
            let random = Secret(Array(repeating: byte, count: 16))
            guard case .ask(.digestKey(let question)) = client.receive(.answered(.randomBytes(random)), using: crypto)
            else { return #expect(Bool(false)) }
            let key = question.key(password: Secret("secret"), using: crypto)
            guard case .send(let said?) = client.receive(.answered(.digestKey(key)), using: crypto),
                let directives = DigestDirectives(said.exposed)
            else { return #expect(Bool(false)) }
            nonces.insert(String(decoding: directives.only("cnonce") ?? [], as: UTF8.self))
            #expect(directives.only("nc") == Array("00000001".utf8))
            #expect(directives.only("digest-uri") == Array("xmpp/example.com".utf8))
        }
        #expect(nonces.count == 4 && nonces.allSatisfy { $0.utf8.count == 32 })
        var client = try #require(try DigestClient(username: "chris", domain: "example.com"))
        _ = client.receive(.begun(nil), using: crypto)
        _ = client.receive(.received(SASLPayload(Array(Self.challenge.utf8))), using: crypto)
        let few = client.receive(.answered(.randomBytes(Secret([1]))), using: crypto)
        #expect(few == .fail(SASLFailure(condition: .aborted, reason: .unavailable)))
    }

    @Test(
        "RFC2831-2.1.2-4: the server takes the response to its own challenge, once, and no other",
        arguments: [
            ("", "", true), ("nc=00000001", "nc=00000002", false), ("nc=00000001", "nc=1", false),
            ("nonce=\"a", "nonce=\"b", false), ("cnonce=\"0", "cnonce=\"1", false), ("qop=auth", "qop=auth-int", false),
            ("realm=\"e", "realm=\"f", false), ("xmpp/e", "xmpp/f", false), ("username=\"c", "username=\"d", false),
            ("utf-8", "utf-9", false), ("charset=utf-8,", "authzid=\"\",", false), (",nc=", ",nc=00000001,nc=", false),
            (",qop=", ",qop=auth,qop=", false), ("response=", "answer=", false), (",nc=00000001", "", false),
        ])
    func responses(_ old: String, _ new: String, _ isRight: Bool) throws {
        var client = try #require(
            try DigestClient(
                username: "chris", domain: "example.com", authorizationIdentity: nil, recordedNonce: "0123"))
        var server = DigestServer(
            realm: "example.com", domain: "example.com", decoySecret: Secret("decoy"), recordedNonce: "abc")
        _ = client.receive(.begun(nil), using: crypto)
        guard case .send(let challenge?) = server.receive(.begun(nil), using: crypto),
            case .ask(.digestKey(let question)) = client.receive(.received(challenge), using: crypto)
        else { return #expect(Bool(false)) }
        let key = question.key(password: Secret("secret"), using: crypto)
        guard case .send(let said?) = client.receive(.answered(.digestKey(key)), using: crypto) else {
            return #expect(Bool(false))
        }
        let text = String(decoding: said.exposed, as: UTF8.self)
        let changed = old.isEmpty ? text : text.replacing(old, with: new, maxReplacements: 1)
        #expect(old.isEmpty || changed != text)
        var action = server.receive(.received(SASLPayload(Array(changed.utf8))), using: crypto)
        if case .ask(.digestKey(let other)) = action {
            let found = other.username == "chris" ? key : nil
            action = server.receive(.answered(.digestKey(found)), using: crypto)
        }
        if isRight {
            guard case .done(let outcome) = action else { return #expect(Bool(false), "\(action)") }
            guard case .done(let end) = client.receive(.succeeded(outcome.additionalData), using: crypto) else {
                return #expect(Bool(false))
            }
            #expect(end.isPeerVerified && outcome.identity?.username == "chris")
        } else {
            guard case .fail(let failure) = action else { return #expect(Bool(false), "\(action)") }
            #expect([.notAuthorized, .malformedRequest].contains(failure.condition))
        }
        // The response cannot be said again.
        #expect(server.receive(.received(said), using: crypto) == .refuse(.over))
    }

    @Test(
        "RFC2831-2.1.2-1: directives by the grammar",
        arguments: [
            ("a=b", true), ("a=\"b\"", true), ("a=b,c=\"d,e\"", true), (" a = b , , c=d ", true),
            ("a=\"\\\"\\\\\"", true),
            (",a=b,", true), ("A=b", true), ("", false), (",", false), ("a", false), ("a=", false), ("=b", false),
            ("a=\"b", false), ("a=b c", false), ("a=b\"c\"", false), ("a=\"b\"c", false), ("a=\"b\\", false),
            ("a=\"\u{0}\"", false), ("a:b=c", false),
        ])
    func grammar(_ text: String, _ isLegal: Bool) {
        #expect((DigestDirectives(Array(text.utf8)) != nil) == isLegal)
    }

    @Test("RFC2831-2.1.2.1-1: a name or password in ISO 8859-1 is hashed in that, another in UTF-8 if both speak it")
    func charsets() {
        let latin = DigestKey(username: "ü", realm: "r", isUTF8: true)
        let hash = crypto.digest(of: [0xFC, 0x3A, 0x72, 0x3A, 0xE9], with: .md5)
        #expect(latin.key(password: Secret("é"), using: crypto) == Secret(hash))
        #expect(
            DigestKey(username: "ü", realm: "r", isUTF8: false).key(password: Secret("é"), using: crypto)
                == Secret(hash))
        let wide = crypto.digest(of: Array("ł".utf8) + [0x3A, 0x72, 0x3A, 0xE9], with: .md5)
        #expect(
            DigestKey(username: "ł", realm: "r", isUTF8: true).key(password: Secret("é"), using: crypto) == Secret(wide)
        )
        #expect(DigestKey(username: "ł", realm: "r", isUTF8: false).key(password: Secret("é"), using: crypto) == nil)
    }
}
