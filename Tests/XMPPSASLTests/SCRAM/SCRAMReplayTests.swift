import CorpusFiles
import Testing
import XMLStream
import XMPPCrypto

@testable import XMPPSASL

/// Exchanges that were recorded with Prosody, ejabberd and jabberd2: our client, given the nonce, the password and the
/// channel binding of then, says the same bytes and takes the server's proof.
@Suite struct SCRAMReplayTests {
    struct Recording: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let variant: SCRAMVariant
        let messages: [[UInt8]]

        /// All of them in the corpora.
        static func all() throws -> [Recording] {
            try Corpus.files(in: "captures", endingWith: ".c2s.xml").compactMap { path in
                guard path.contains("/sasl-scram-") || path.contains("/sasl-saslprep") || path.contains("/sasl2-bind2")
                else { return nil }
                let client = try elements(path)
                let server = try elements(path.replacing(".c2s.xml", with: ".s2c.xml"))
                guard let begin = client.first(where: { ["auth", "authenticate"].contains($0.name) }),
                    let variant = variant(begin.attribute("mechanism"))
                else { return nil }
                let first = begin.children.first { $0.name == "initial-response" } ?? begin
                let response = client.first { $0.name == "response" }
                let challenge = server.first { $0.name == "challenge" }
                let success = server.first { $0.name == "success" }
                let last = success?.children.first { $0.name == "additional-data" } ?? success
                let messages = [first, challenge, response, last].compactMap { element in
                    element.flatMap { Base64.decode($0.text.utf8) }
                }
                guard messages.count == 4 else { return nil }
                return Recording(testDescription: path, variant: variant, messages: messages)
            }
        }

        private static func variant(_ name: String?) -> SCRAMVariant? {
            for hash in SCRAMVariant.Hash.allCases {
                for bindsChannel in [false, true] {
                    let variant = SCRAMVariant(hash, bindsChannel: bindsChannel)
                    if variant.name.description == name { return variant }
                }
            }
            return nil
        }

        private static func elements(_ path: String) throws -> [Element] {
            try Corpus.events(of: path).compactMap { if case .element(let element) = $0 { element } else { nil } }
        }

        /// What the client said of itself.
        var first: SCRAMClientFirst? { try? SCRAMClientFirst.read(messages[0]).get() }

        /// The names of the accounts were made so that the password can be told.
        var password: String { first?.username == "unicode" ? "pässwörd-IX" : "\(first?.username ?? "")-pw" }

        /// What the channel's data were, of the client's last message.
        var bindingData: [UInt8] {
            guard let first, let final = try? SCRAMClientFinal.read(messages[2]).get() else { return [] }
            return Array(final.binding.dropFirst(first.header.encoded.count))
        }

        /// A client in the state of then.
        func client() throws -> SCRAMClient {
            let first = try #require(first)
            let binding: SCRAMClient.Binding =
                switch first.header.flag {
                case .unsupported: .unsupported
                case .notOffered: .notOffered
                case .bound(let kind): .bound(ChannelBinding(kind, data: bindingData))
                }
            let configuration = try #require(
                try SCRAMClient.Configuration(
                    variant, username: first.username,
                    authorizationIdentity: first.header.authorizationIdentity, binding: binding))
            return SCRAMClient(configuration, recordedNonce: String(decoding: first.nonce, as: UTF8.self))
        }

        /// Plays the server's part with these messages. Says how it ended and what the client said.
        func play(_ serverFirst: [UInt8], _ serverFinal: [UInt8]) throws -> (end: SASLAction, said: [[UInt8]]) {
            let crypto = SwiftCryptoProvider.self
            var client = try client()
            var said: [[UInt8]] = []
            var action = client.receive(.begun(nil), using: crypto)
            if case .send(let payload?) = action { said.append(payload.exposed) }
            action = client.receive(.received(SASLPayload(serverFirst)), using: crypto)
            guard case .ask(.derivedKey(let derivation)) = action else { return (action, said) }
            action = client.receive(
                .answered(.derivedKey(try SCRAMRun.keys.key(password, derivation))), using: crypto)
            if case .send(let payload?) = action { said.append(payload.exposed) }
            return (client.receive(.succeeded(SASLPayload(serverFinal)), using: crypto), said)
        }
    }

    @Test func `there are recordings of every server and variant that was recorded`() throws {
        let all = try Recording.all()
        #expect(all.count >= 11)
        for server in ["prosody", "ejabberd", "jabberd2"] {
            #expect(all.contains { $0.testDescription.contains("/\(server)/") })
        }
        #expect(all.contains { $0.variant.bindsChannel })
        #expect(Set(all.map(\.variant.hash)) == Set(SCRAMVariant.Hash.allCases))
    }

    @Test("RFC5802-3-4, RFC5802-5.1-21: our client says what was said then", arguments: try Recording.all())
    func replay(_ recording: Recording) throws {
        let (end, said) = try recording.play(recording.messages[1], recording.messages[3])
        #expect(said == [recording.messages[0], recording.messages[2]])
        #expect(end == .done(SASLOutcome(isPeerVerified: true, identity: nil, additionalData: nil)))
    }

    @Test(
        "S16, RFC5802-5-2: with any bit of what the server's proof covers flipped, it refuses",
        arguments: try Recording.all())
    func flipped(_ recording: Recording) throws {
        for which in [1, 3] {
            for index in recording.messages[which].indices {
                for bit in 0..<8 {
                    var messages = recording.messages
                    messages[which][index] ^= 1 << UInt8(bit)
                    let end = try recording.play(messages[1], messages[3]).end
                    if case .done = end { #expect(Bool(false), "message \(which), byte \(index), bit \(bit)") }
                }
            }
        }
    }
}
