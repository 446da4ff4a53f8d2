import Testing
import XMPPCrypto

@testable import XMPPSASL

/// Exchanges of SCRAM that were recorded and came to nothing: aborted, or with a proof that is none.
@Suite struct AbandonedReplayTests {
    private let crypto = SwiftCryptoProvider.self

    static func attempts() throws -> [RecordedAttempt] {
        try RecordedAttempt.all(beginning: "err-sasl-abort", "err-sasl-scram-bad-proof")
    }

    @Test(
        "RFC4422-3.5-1: our client says what was said up to where it was given up, and aborts if its host gives up",
        arguments: try attempts())
    func replay(_ attempt: RecordedAttempt) throws {
        let first = try #require(attempt.said.first ?? nil)
        let read = try SCRAMClientFirst.read(first).get()
        let variant = try #require(SCRAMReplayTests.Recording.variant(attempt.mechanism))
        let configuration = try #require(
            try SCRAMClient.Configuration(variant, username: read.username, binding: .unsupported))
        var client = SCRAMClient(configuration, recordedNonce: "abcdefgh")
        #expect(client.receive(.begun(nil), using: crypto) == .send(SASLPayload(first)))
        let challenge = try #require(attempt.heard.first)
        guard case .ask(.derivedKey) = client.receive(.received(SASLPayload(challenge)), using: crypto) else {
            return #expect(Bool(false))
        }
        guard case .fail(let failure) = client.receive(.answered(.unavailable), using: crypto) else {
            return #expect(Bool(false))
        }
        #expect(failure.condition == .aborted)
        if attempt.isAborted { #expect(attempt.verdict == .failure("aborted") && attempt.said.count == 1) }
    }

    @Test("S16, RFC5802-5.1-11: our server refuses the proof that the servers refused", arguments: try attempts())
    func refused(_ attempt: RecordedAttempt) throws {
        guard !attempt.isAborted else { return #expect(attempt.path.contains("abort")) }
        let first = try SCRAMServerFirst.read(attempt.heard[0]).get()
        let variant = try #require(SCRAMReplayTests.Recording.variant(attempt.mechanism))
        let credentials = try SCRAMRun.credentials(
            RecordedAccount(of: attempt.path).password, variant, salt: first.salt, iterations: first.iterations)
        var server = SCRAMServer(
            SCRAMServer.Configuration(variant, bindings: [], decoySecret: Secret("decoy")),
            recordedNonce: String(decoding: first.nonce.dropFirst(8), as: UTF8.self))
        let said = attempt.said.compactMap { $0 }
        _ = server.receive(.begun(SASLPayload(said[0])), using: crypto)
        #expect(
            server.receive(.answered(.credentials(credentials)), using: crypto)
                == .send(SASLPayload(attempt.heard[0])))
        guard case .fail(let failure) = server.receive(.received(SASLPayload(said[1])), using: crypto) else {
            return #expect(Bool(false))
        }
        // It repeats the client's nonce only.
        #expect(failure.reason == .nonce && failure.condition == .notAuthorized)
    }
}
