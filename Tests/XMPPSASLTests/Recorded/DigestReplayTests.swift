import Testing
import XMPPCrypto

@testable import XMPPSASL

/// DIGEST-MD5 as it was recorded with ejabberd, which names no realm but was told the domain, and with jabberd2.
@Suite struct DigestReplayTests {
    private let crypto = SwiftCryptoProvider.self

    static func attempts() throws -> [RecordedAttempt] { try RecordedAttempt.all(beginning: "sasl-digest-md5") }

    struct Recording: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let domain: String
        let challenge: [UInt8]
        let response: [UInt8]
        /// What the server proved itself with, in a challenge or with the success.
        let answer: [UInt8]
        let answersByChallenge: Bool

        static func all() throws -> [Recording] { try attempts().map { try Recording($0) } }

        init(_ attempt: RecordedAttempt) throws {
            testDescription = attempt.path
            domain = RecordedAccount(of: attempt.path).domain
            challenge = try #require(attempt.heard.first)
            #expect(attempt.said[0] == nil)
            response = try #require(attempt.said[1])
            guard case .success(let data) = attempt.verdict else { throw SASLMisuse.answer }
            answersByChallenge = data == nil
            answer = try #require(data ?? attempt.heard.last)
        }

        func directive(_ key: String) -> String {
            String(decoding: DigestDirectives(response)?.only(key) ?? [], as: UTF8.self)
        }
    }

    @Test(
        "RFC2831-2.1.2-2, RFC2831-2.1.2-3: our client says the directives that were said then",
        arguments: try Recording.all())
    func replay(_ recording: Recording) throws {
        let (said, end) = try play(recording, recording.challenge, recording.answer)
        let ours = try #require(said.flatMap { DigestDirectives($0) })
        let theirs = try #require(DigestDirectives(recording.response))
        #expect(ours.all.count == theirs.all.count)
        for (key, value) in theirs.all { #expect(ours.only(key) == value, "\(key)") }
        #expect(end == .done(SASLOutcome(isPeerVerified: true, identity: nil, additionalData: nil)))
    }

    @Test(
        "S16, RFC2831-2.1.3-1: with any bit of nonce, realm, qop, algorithm or rspauth flipped, our client refuses",
        arguments: try Recording.all())
    func flipped(_ recording: Recording) throws {
        let text = String(decoding: recording.challenge, as: UTF8.self)
        for key in ["nonce", "realm", "qop", "algorithm"] where text.contains("\(key)=") {
            for index in try places(of: key, in: recording.challenge) {
                for bit in 0..<8 {
                    var challenge = recording.challenge
                    challenge[index] ^= 1 << UInt8(bit)
                    let end = try play(recording, challenge, recording.answer).end
                    if case .done = end { #expect(Bool(false), "\(key), byte \(index), bit \(bit)") }
                }
            }
        }
        #expect(text.contains("realm=") == (recording.domain == "three.test"))
        let proof = try places(of: "rspauth", in: recording.answer)
        #expect(proof.count == 32)
        for index in recording.answer.indices {
            for bit in 0..<8 {
                var answer = recording.answer
                answer[index] ^= 1 << UInt8(bit)
                // The directive's name is the same in capitals.
                if case .done = try play(recording, recording.challenge, answer).end {
                    #expect(index < 7 && bit == 5, "byte \(index), bit \(bit)")
                }
            }
        }
        for answer in [nil, []] as [[UInt8]?] {
            if case .done = try play(recording, recording.challenge, answer).end { #expect(Bool(false)) }
        }
    }

    @Test(
        "S16, RFC2831-2.1.2-4: our server takes the response of then, and none with a bit of a value flipped",
        arguments: try Recording.all())
    func server(_ recording: Recording) throws {
        #expect(answer(recording, recording.response) == recording.answer)
        for key in ["username", "realm", "nonce", "cnonce", "nc", "qop", "digest-uri", "response"] {
            for index in try places(of: key, in: recording.response) {
                for bit in 0..<8 {
                    var response = recording.response
                    response[index] ^= 1 << UInt8(bit)
                    #expect(answer(recording, response) == nil, "\(key), byte \(index), bit \(bit)")
                }
            }
        }
    }

    /// Where the value of a directive stands, without its quotes.
    private func places(of key: String, in message: [UInt8]) throws -> Range<Int> {
        let start = try #require(
            message.indices.first { index in
                message[index...].starts(with: "\(key)=".utf8)
                    && (index == 0 || [0x20, 0x2C].contains(message[index - 1]))
            })
        let first = start + key.utf8.count + 1
        let isQuoted = message[first] == 0x22
        let value = isQuoted ? first + 1 : first
        let end = message[value...].firstIndex(of: isQuoted ? 0x22 : 0x2C) ?? message.count
        #expect(end > value)
        return value..<end
    }

    /// Plays the server's part, and proves itself in a challenge where that was recorded.
    private func play(
        _ recording: Recording, _ challenge: [UInt8], _ answer: [UInt8]?
    ) throws -> (said: [UInt8]?, end: SASLAction) {
        let username = recording.directive("username")
        var client = try #require(
            try DigestClient(
                username: username, domain: recording.domain, realm: recording.domain, authorizationIdentity: nil,
                recordedNonce: recording.directive("cnonce")))
        #expect(client.receive(.begun(nil), using: crypto) == .send(nil))
        let asked = client.receive(.received(SASLPayload(challenge)), using: crypto)
        guard case .ask(.digestKey(let question)) = asked else { return (nil, asked) }
        let key = question.key(password: Secret(RecordedAccount.password(of: username)), using: crypto)
        guard case .send(let said?) = client.receive(.answered(.digestKey(key)), using: crypto) else {
            return (nil, asked)
        }
        guard recording.answersByChallenge, let answer else {
            return (said.exposed, client.receive(.succeeded(answer.map { SASLPayload($0) }), using: crypto))
        }
        let last = client.receive(.received(SASLPayload(answer)), using: crypto)
        guard case .send(let empty) = last else { return (said.exposed, last) }
        #expect(empty == SASLPayload([]))
        return (said.exposed, client.receive(.succeeded(nil), using: crypto))
    }

    /// What a server of ours says that had sent the recorded challenge; nil where it refuses. Every user has the
    /// recorded password.
    private func answer(_ recording: Recording, _ response: [UInt8]) -> [UInt8]? {
        var server = DigestServer(
            realm: recording.domain, domain: recording.domain, decoySecret: Secret("decoy"),
            recordedNonce: recording.directive("nonce"))
        _ = server.receive(.begun(nil), using: crypto)
        var action = server.receive(.received(SASLPayload(response)), using: crypto)
        if case .ask(.digestKey(let question)) = action {
            let password = RecordedAccount.password(of: recording.directive("username"))
            action = server.receive(
                .answered(.digestKey(question.key(password: Secret(password), using: crypto))), using: crypto)
        }
        guard case .done(let outcome) = action else { return nil }
        return outcome.additionalData?.exposed
    }
}
