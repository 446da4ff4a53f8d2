import CorpusFiles
import Testing
import XMLStream
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

    /// What was recorded with jabberd2.
    private struct Recording {
        let challenge: [UInt8]
        let response: [UInt8]
        let answer: [UInt8]

        init() throws {
            func first(_ name: String, _ path: String) throws -> [UInt8] {
                for case .element(let element) in try Corpus.events(of: path) where element.name == name {
                    if let bytes = Base64.decode(element.text.utf8), !bytes.isEmpty { return bytes }
                }
                return []
            }
            challenge = try first("challenge", "captures/jabberd2/sasl-digest-md5.s2c.xml")
            response = try first("response", "captures/jabberd2/sasl-digest-md5.c2s.xml")
            answer = try first("success", "captures/jabberd2/sasl-digest-md5.s2c.xml")
        }

        func directive(_ key: String) -> String {
            String(decoding: DigestDirectives(response)?.only(key) ?? [], as: UTF8.self)
        }
    }

    @Test("RFC2831-2.1.2-2, RFC2831-2.1.2-3: our client says the directives that were said to jabberd2")
    func recorded() throws {
        let recording = try Recording()
        let (said, end) = try play(recording, recording.challenge, recording.answer)
        let response = try #require(said)
        let ours = try #require(DigestDirectives(response))
        let theirs = try #require(DigestDirectives(recording.response))
        #expect(ours.all.count == theirs.all.count)
        for (key, value) in theirs.all { #expect(ours.only(key) == value, "\(key)") }
        guard case .done(let outcome) = end else { return #expect(Bool(false)) }
        #expect(outcome.isPeerVerified)
    }

    @Test("S16, RFC2831-2.1.3-1: with nonce, realm, qop or rspauth changed, it refuses") func flipped() throws {
        let recording = try Recording()
        let text = String(decoding: recording.challenge, as: UTF8.self)
        for (old, new) in [
            ("nonce=\"O", "nonce=\"P"), ("realm=\"three", "realm=\"thref"), ("qop=\"auth\"", "qop=\"auti\""),
            ("md5-sess", "md5"), ("charset=utf-8", "charset=utf-9"), ("nonce=", "nonce=\"x\",nonce="),
        ] {
            #expect(text.contains(old))
            let changed = Array(text.replacing(old, with: new, maxReplacements: 1).utf8)
            let (_, end) = try play(recording, changed, recording.answer)
            if case .done = end { #expect(Bool(false), "\(new)") }
        }
        for index in recording.answer.indices {
            for bit in 0..<8 {
                var answer = recording.answer
                answer[index] ^= 1 << UInt8(bit)
                let (_, end) = try play(recording, recording.challenge, answer)
                // The directive's name is the same in capitals.
                if case .done = end { #expect(index < 7 && bit == 5, "byte \(index), bit \(bit)") }
            }
        }
        for answer in [nil, []] as [[UInt8]?] {
            if case .done = try play(recording, recording.challenge, answer).end { #expect(Bool(false)) }
        }
    }

    @Test("RFC2831-2.1.2-4: the server takes the response to its own challenge, and no other")
    func server() throws {
        let recording = try Recording()
        let text = String(decoding: recording.response, as: UTF8.self)
        #expect(condition(recording, text) == nil)
        for (old, new) in [
            ("nonce=\"O", "nonce=\"P"), ("nc=00000001", "nc=00000002"), ("qop=auth", "qop=auth-int"),
            ("realm=\"three", "realm=\"four"), ("xmpp/three", "xmpp/four"), ("username=\"e", "username=\"f"),
            ("response=a", "response=b"), ("cnonce=\"b", "cnonce=\"c"), (",charset=utf-8", ",charset=utf-9"),
            (",charset=utf-8", ",authzid=\"\""), (",nc=", ",nc=00000001,nc="), ("response=", "answer="),
        ] {
            #expect(text.contains(old))
            #expect(condition(recording, text.replacing(old, with: new, maxReplacements: 1)) != nil, "\(new)")
        }
    }

    @Test(
        "RFC2831-2.1.2-1, RFC2831-2.1.1-1: directives by the grammar",
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

    /// Plays the server's part; says what the client said and how it ended.
    private func play(
        _ recording: Recording, _ challenge: [UInt8], _ answer: [UInt8]?
    ) throws -> (said: [UInt8]?, end: SASLAction) {
        let username = recording.directive("username")
        var client = try #require(
            try DigestClient(
                username: username, domain: "three.test", authorizationIdentity: nil,
                recordedNonce: recording.directive("cnonce")))
        #expect(client.receive(.begun(nil), using: crypto) == .send(nil))
        let asked = client.receive(.received(SASLPayload(challenge)), using: crypto)
        guard case .ask(.digestKey(let question)) = asked else { return (nil, asked) }
        let key = question.key(password: Secret("\(username)-pw"), using: crypto)
        guard case .send(let said?) = client.receive(.answered(.digestKey(key)), using: crypto) else {
            return (nil, asked)
        }
        return (said.exposed, client.receive(.succeeded(answer.map { SASLPayload($0) }), using: crypto))
    }

    /// How a server that had sent the recorded challenge refuses a response; nil where it takes it.
    private func condition(_ recording: Recording, _ response: String) -> SASLFailure.Condition? {
        var server = DigestServer(
            realm: "three.test", domain: "three.test", decoySecret: Secret("decoy"),
            recordedNonce: recording.directive("nonce"))
        _ = server.receive(.begun(nil), using: crypto)
        var action = server.receive(.received(SASLPayload(Array(response.utf8))), using: crypto)
        if case .ask(.digestKey(let question)) = action {
            let isKnown = question.username == recording.directive("username")
            let key = isKnown ? question.key(password: Secret("\(question.username)-pw"), using: crypto) : nil
            action = server.receive(.answered(.digestKey(key)), using: crypto)
        }
        guard case .done(let outcome) = action else {
            if case .fail(let failure) = action { return failure.condition }
            return .aborted
        }
        #expect(outcome.additionalData?.exposed == recording.answer)
        return nil
    }
}
