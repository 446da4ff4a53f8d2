import CorpusFiles
import Testing
import XMLStream
import XMPPCrypto

@testable import XMPPSASL

/// HT-* as it was recorded with Prosody, with the token that Prosody gave in the exchange before.
@Suite struct HashedTokenReplayTests {
    private let crypto = SwiftCryptoProvider.self
    private let variant = HashedTokenVariant(.sha256, binding: .none)

    static func attempts() throws -> [RecordedAttempt] { try RecordedAttempt.all(beginning: "sasl2-fast") }

    private struct Recording {
        let username: String
        let message: [UInt8]
        let token: [UInt8]
        let proof: [UInt8]

        init() throws {
            let attempt = try #require(try HashedTokenReplayTests.attempts().first)
            #expect(attempt.mechanism == "HT-SHA-256-NONE" && attempt.heard.isEmpty)
            message = try #require(attempt.said.first ?? nil)
            username = String(decoding: message.prefix { $0 != 0 }, as: UTF8.self)
            guard case .success(let data?) = attempt.verdict else { throw SASLMisuse.answer }
            proof = data
            let given = try Corpus.events(of: "captures/prosody/sasl2-bind2.s2c.xml").compactMap { event in
                if case .element(let element) = event { element.children.first { $0.name == "token" } } else { nil }
            }
            token = Array(try #require(given.first?.attribute("token")).utf8)
        }
    }

    @Test("XEP0484-IMPL-M1-1, XEP0484-IMPL-M2-1: our client says what was said to Prosody, and takes its proof")
    func replay() throws {
        let recording = try Recording()
        let (said, end) = try play(recording.username, recording.token, recording.proof)
        #expect(said == recording.message)
        #expect(end == .done(SASLOutcome(isPeerVerified: true, identity: nil, additionalData: nil)))
    }

    @Test("S16, XEP0484-IMPL-M1-1: our server takes what Prosody took, and says the same")
    func server() throws {
        let recording = try Recording()
        #expect(try answer(recording.message, recording.token) == recording.proof)
        for (index, bit) in bits(of: recording.message) {
            var message = recording.message
            message[index] ^= bit
            // Another name is another user's, who has no such token.
            let isName = index < recording.username.utf8.count
            let answer = try answer(message, isName ? nil : recording.token)
            // The name's end may move, but no proof becomes another's.
            #expect(answer == nil, "byte \(index), bit \(bit)")
        }
    }

    @Test("S16, XEP0484-IMPL-M2-1: with any bit of the proof or of the token flipped, our client refuses")
    func flipped() throws {
        let recording = try Recording()
        for (index, bit) in bits(of: recording.proof) {
            var proof = recording.proof
            proof[index] ^= bit
            expectRefusal(try play(recording.username, recording.token, proof).end)
        }
        for (index, bit) in bits(of: recording.token) {
            var token = recording.token
            token[index] ^= bit
            let (said, end) = try play(recording.username, token, recording.proof)
            #expect(said != recording.message)
            expectRefusal(end)
        }
        for proof in [nil, [], Array(recording.proof.dropLast()), recording.proof + [0]] as [[UInt8]?] {
            expectRefusal(try play(recording.username, recording.token, proof).end)
        }
    }

    private func expectRefusal(_ end: SASLAction, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(
            end == .fail(SASLFailure(condition: .aborted, reason: .proof)), sourceLocation: sourceLocation)
    }

    private func play(
        _ username: String, _ token: [UInt8], _ proof: [UInt8]?
    ) throws -> (said: [UInt8]?, end: SASLAction) {
        var client = try #require(HashedTokenClient(variant, username: username, token: Secret(token)))
        guard case .send(let said?) = client.receive(.begun(nil), using: crypto) else { return (nil, .send(nil)) }
        return (said.exposed, client.receive(.succeeded(proof.map { SASLPayload($0) }), using: crypto))
    }

    /// What a server says whose user has this token; nil where it refuses.
    private func answer(_ message: [UInt8], _ token: [UInt8]?) throws -> [UInt8]? {
        var server = try #require(
            HashedTokenServer(variant, on: SASLChannel(.tls13), attempt: FASTAttempt(), decoySecret: Secret("decoy")))
        guard case .ask = server.receive(.begun(SASLPayload(message)), using: crypto) else { return nil }
        let slots = token.map { FASTTokenSlots(current: FASTToken(Secret($0), for: variant.name, expiry: 100)) }
        guard case .done(let outcome) = server.receive(.answered(.tokens(slots, now: 10)), using: crypto) else {
            return nil
        }
        return outcome.additionalData?.exposed
    }

    /// Each bit of some bytes.
    private func bits(of bytes: [UInt8]) -> [(index: Int, bit: UInt8)] {
        bytes.indices.flatMap { index in (0..<8).map { (index, UInt8(1) << UInt8($0)) } }
    }
}
