import Testing
import XMPPCrypto

@testable import XMPPSASL

/// Exchanges that were recorded with Prosody, ejabberd and jabberd2: our client, given the nonce, the password and the
/// channel binding of then, says the same bytes and takes the server's proof.
@Suite struct SCRAMReplayTests {
    struct Recording: Sendable, CustomTestStringConvertible {
        let path: String
        let variant: SCRAMVariant
        let messages: [[UInt8]]

        var testDescription: String { path }

        /// All of them in the corpora.
        static func all() throws -> [Recording] {
            try RecordedAttempt.all(beginning: "sasl-scram-", "sasl-saslprep", "sasl2-bind2").map { attempt in
                let variant = try #require(Recording.variant(attempt.mechanism))
                guard case .success(let last?) = attempt.verdict, attempt.heard.count == 1 else {
                    throw IncompleteRecording(path: attempt.path)
                }
                let said = attempt.said.compactMap { $0 }
                #expect(said.count == 2)
                return Recording(
                    path: attempt.path, variant: variant, messages: [said[0], attempt.heard[0], said[1], last])
            }
        }

        private struct IncompleteRecording: Error { let path: String }

        static func variant(_ name: String) -> SCRAMVariant? {
            for hash in SCRAMVariant.Hash.allCases {
                for bindsChannel in [false, true] {
                    let variant = SCRAMVariant(hash, bindsChannel: bindsChannel)
                    if variant.name.description == name { return variant }
                }
            }
            return nil
        }

        /// What the client said of itself.
        var first: SCRAMClientFirst? { try? SCRAMClientFirst.read(messages[0]).get() }

        var password: String { RecordedAccount.password(of: first?.username ?? "") }

        /// What the channel's data were, of the client's last message.
        var bindingData: [UInt8] {
            guard let first, let final = try? SCRAMClientFinal.read(messages[2]).get() else { return [] }
            return Array(final.binding.dropFirst(first.header.encoded.count))
        }

        /// What the client knew then.
        var knowledge: Knowledge? {
            guard let first else { return nil }
            let binding: SCRAMClient.Binding =
                switch first.header.flag {
                case .unsupported: .unsupported
                case .notOffered: .notOffered
                case .bound(let kind): .bound(ChannelBinding(unchecked: kind, data: bindingData))
                }
            return Knowledge(
                username: Array(first.username.utf8), nonce: first.nonce, binding: binding,
                authorizationIdentity: first.header.authorizationIdentity)
        }

        /// A client in the state of then; nil where nobody can be in it.
        func client(_ known: Knowledge? = nil) throws -> SCRAMClient? {
            guard let known = known ?? knowledge, let name = String(validating: known.username, as: UTF8.self),
                let configuration = try? SCRAMClient.Configuration(
                    variant, username: name, authorizationIdentity: known.authorizationIdentity,
                    binding: known.binding)
            else { return nil }
            return SCRAMClient(configuration, recordedNonce: String(decoding: known.nonce, as: UTF8.self))
        }

        /// Plays the server's part with these messages. Says how it ended and what the client said.
        func play(
            _ serverFirst: [UInt8], _ serverFinal: [UInt8], to known: Knowledge? = nil, key: Secret? = nil
        ) throws -> (end: SASLAction, said: [[UInt8]]) {
            let crypto = SwiftCryptoProvider.self
            guard var client = try client(known) else { return (.refuse(.notBegun), []) }
            var said: [[UInt8]] = []
            var action = client.receive(.begun(nil), using: crypto)
            if case .send(let payload?) = action { said.append(payload.exposed) }
            action = client.receive(.received(SASLPayload(serverFirst)), using: crypto)
            guard case .ask(.derivedKey(let derivation)) = action else { return (action, said) }
            let key = try key ?? SCRAMRun.keys.key(password, derivation)
            action = client.receive(.answered(.derivedKey(key)), using: crypto)
            if case .send(let payload?) = action { said.append(payload.exposed) }
            return (client.receive(.succeeded(SASLPayload(serverFinal)), using: crypto), said)
        }
    }

    /// What a client brings with it.
    struct Knowledge {
        var username: [UInt8]
        var nonce: [UInt8]
        var binding: SCRAMClient.Binding
        var authorizationIdentity: String?
    }

    @Test func `there are recordings of every server and variant that was recorded`() throws {
        let all = try Recording.all()
        #expect(all.count == 13)
        for server in ["prosody", "ejabberd", "jabberd2"] {
            #expect(all.contains { $0.path.contains("/\(server)/") })
        }
        #expect(all.count { $0.variant.bindsChannel } == 4)
        #expect(Set(all.map(\.variant.hash)) == Set(SCRAMVariant.Hash.allCases))
    }

    @Test("RFC5802-3-3, RFC5802-3-4: our client says what was said then", arguments: try Recording.all())
    func replay(_ recording: Recording) throws {
        let (end, said) = try recording.play(recording.messages[1], recording.messages[3])
        #expect(said == [recording.messages[0], recording.messages[2]])
        #expect(end == .done(SASLOutcome(isPeerVerified: true, identity: nil, additionalData: nil)))
    }

    @Test(
        "RFC6120-6.4.6-3, S16, RFC5802-5-2: with any bit of what the server said flipped, our client refuses",
        arguments: try Recording.all())
    func flipped(_ recording: Recording) throws {
        let first = try SCRAMServerFirst.read(recording.messages[1]).get()
        let derivation = SCRAMDerivation(
            algorithm: recording.variant.algorithm, salt: first.salt, iterations: first.iterations)
        // A salt or a count with a bit flipped may give any key: the right one is what helps an attacker most. One bit
        // of each byte goes through the derivation all the same, as it is slow.
        let kept = try SCRAMRun.keys.key(recording.password, derivation)
        for which in [1, 3] {
            for index in recording.messages[which].indices {
                for bit in 0..<8 {
                    var messages = recording.messages
                    messages[which][index] ^= 1 << UInt8(bit)
                    for key in bit == index % 7 ? [kept, nil] : [kept] {
                        let end = try recording.play(messages[1], messages[3], key: key).end
                        if case .done = end { #expect(Bool(false), "message \(which), byte \(index), bit \(bit)") }
                    }
                }
            }
        }
    }

    @Test(
        "S16, RFC5802-5-2, RFC5802-5.1-13: a client that brings another bit of anything takes no proof of then",
        arguments: try Recording.all())
    func flippedKnowledge(_ recording: Recording) throws {
        let known = try #require(recording.knowledge)
        var others: [(what: String, Knowledge)] = []
        for (index, bit) in bits(of: known.username) {
            var other = known
            other.username[index] ^= bit
            others.append(("name, byte \(index), bit \(bit)", other))
        }
        for (index, bit) in bits(of: known.nonce) {
            var other = known
            other.nonce[index] ^= bit
            others.append(("nonce, byte \(index), bit \(bit)", other))
        }
        switch known.binding {
        case .bound(let binding):
            for (index, bit) in bits(of: binding.data.exposed) {
                var data = binding.data.exposed
                data[index] ^= bit
                var other = known
                other.binding = .bound(ChannelBinding(unchecked: binding.kind, data: data))
                others.append(("channel, byte \(index), bit \(bit)", other))
            }
            var other = known
            other.binding = .bound(ChannelBinding(unchecked: .tlsExporter, data: binding.data.exposed))
            others.append(("kind", other))
        case .unsupported, .notOffered:
            var other = known
            other.binding = known.binding == .unsupported ? .notOffered : .unsupported
            others.append(("flag", other))
        }
        var other = known
        other.authorizationIdentity = "other"
        others.append(("authorization identity", other))
        for (what, other) in others {
            let end = try recording.play(recording.messages[1], recording.messages[3], to: other).end
            if case .done = end { #expect(Bool(false), "\(what)") }
        }
    }

    /// Each bit of some bytes.
    private func bits(of bytes: [UInt8]) -> [(index: Int, bit: UInt8)] {
        bytes.indices.flatMap { index in (0..<8).map { (index, UInt8(1) << UInt8($0)) } }
    }
}
