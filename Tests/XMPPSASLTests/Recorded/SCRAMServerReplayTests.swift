import Testing
import XMPPCrypto

@testable import XMPPSASL

/// The same recordings from the other side: our server, given the nonce, the salt and the password of then, says what
/// Prosody, ejabberd and jabberd2 said.
@Suite struct SCRAMServerReplayTests {
    typealias Recording = SCRAMReplayTests.Recording

    private let crypto = SwiftCryptoProvider.self

    @Test("RFC5802-3-3, RFC5802-5.1-15: our server says what was said then", arguments: try Recording.all())
    func replay(_ recording: Recording) throws {
        let (end, said) = try play(recording, recording.messages[0], recording.messages[2])
        #expect(said == recording.messages[1])
        guard case .done(let outcome) = end else { return #expect(Bool(false), "\(end)") }
        #expect(outcome.additionalData?.exposed == recording.messages[3])
        #expect(outcome.isPeerVerified && outcome.identity?.username == recording.first?.username)
    }

    @Test(
        "S16, RFC5802-3-4, RFC5802-5.1-14: with any bit of what the client said flipped, our server refuses",
        arguments: try Recording.all())
    func flipped(_ recording: Recording) throws {
        for which in [0, 2] {
            for index in recording.messages[which].indices {
                for bit in 0..<8 {
                    var messages = recording.messages
                    messages[which][index] ^= 1 << UInt8(bit)
                    let end = try play(recording, messages[0], messages[2]).end
                    if case .done = end { #expect(Bool(false), "message \(which), byte \(index), bit \(bit)") }
                }
            }
        }
    }

    /// Plays the client's part. Everybody has the recorded password here, so that it is the proof that counts.
    private func play(
        _ recording: Recording, _ clientFirst: [UInt8], _ clientFinal: [UInt8]
    ) throws -> (end: SASLAction, said: [UInt8]?) {
        let first = try #require(recording.first)
        let serverFirst = try SCRAMServerFirst.read(recording.messages[1]).get()
        var bindings: [ChannelBinding] = []
        if case .bound(let kind) = first.header.flag {
            bindings = [ChannelBinding(unchecked: kind, data: recording.bindingData)]
        }
        var server = SCRAMServer(
            SCRAMServer.Configuration(recording.variant, bindings: bindings, decoySecret: Secret("decoy")),
            recordedNonce: String(decoding: serverFirst.nonce.dropFirst(first.nonce.count), as: UTF8.self))
        var action = server.receive(.begun(SASLPayload(clientFirst)), using: crypto)
        guard case .ask(.credentials) = action else { return (action, nil) }
        let credentials = try SCRAMRun.credentials(
            recording.password, recording.variant, salt: serverFirst.salt, iterations: serverFirst.iterations)
        action = server.receive(.answered(.credentials(credentials)), using: crypto)
        guard case .send(let said?) = action else { return (action, nil) }
        action = server.receive(.received(SASLPayload(clientFinal)), using: crypto)
        if case .ask(.authorization) = action {
            action = server.receive(.answered(.authorization(true)), using: crypto)
        }
        return (action, said.exposed)
    }
}
