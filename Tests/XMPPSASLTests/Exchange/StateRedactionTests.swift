import Testing
import XMPPCrypto

@testable import XMPPSASL

/// What an exchange holds in any of its states.
@Suite struct StateRedactionTests {
    /// A client, a server, and what their hosts answer.
    private struct Pair {
        var client: any SASLExchange
        var server: any SASLExchange
        let answers: (SASLQuestion) throws -> SASLAnswer
        var shown: [String] = []
        var payloads: [SASLPayload] = []

        /// Runs to the end, and keeps what both show after each step.
        mutating func run() throws -> Bool {
            let crypto = SwiftCryptoProvider.self
            show()
            var action = SASLAction.refuse(.notBegun)
            var isClient = true
            var event = SASLEvent.begun(nil)
            for turn in 0..<8 {
                action = isClient ? client.receive(event, using: crypto) : server.receive(event, using: crypto)
                show()
                while case .ask(let question) = action {
                    let answer = SASLEvent.answered(try answers(question))
                    action = isClient ? client.receive(answer, using: crypto) : server.receive(answer, using: crypto)
                    show()
                }
                switch action {
                case .send(let payload):
                    if let payload { payloads.append(payload) }
                    event = turn == 0 ? .begun(payload) : .received(payload ?? SASLPayload([]))
                case .done(let outcome):
                    if isClient { return true }
                    if let data = outcome.additionalData { payloads.append(data) }
                    event = .succeeded(outcome.additionalData)
                case .fail, .refuse, .ask: return false
                }
                isClient.toggle()
            }
            return false
        }

        private mutating func show() {
            for exchange in [client, server] {
                var dumped = ""
                dump(exchange, to: &dumped)
                shown += [dumped, "\(exchange)", String(reflecting: exchange)]
            }
        }
    }

    private static let channel = ChannelBinding(unchecked: .tlsExporter, data: Array(201...232))
    private static let decoy = Secret("swordfish")

    private static func pairs() throws -> [Pair] {
        let variant = SCRAMVariant(.sha256, bindsChannel: true)
        let tokens = HashedTokenVariant(.sha256, binding: .exporter)
        let configuration = try #require(
            try SCRAMClient.Configuration(variant, username: "user", binding: .bound(channel)))
        let rows: [((any SASLExchange)?, (any SASLExchange)?)] = [
            (
                SCRAMClient(configuration),
                SCRAMServer(SCRAMServer.Configuration(variant, bindings: [channel], decoySecret: decoy))
            ),
            (
                HashedTokenClient(tokens, username: "user", token: Secret("pencil pencil"), binding: channel),
                HashedTokenServer(
                    tokens, on: SASLChannel(.tls12(hasExtendedMasterSecret: true), bindings: [channel]),
                    attempt: FASTAttempt(), decoySecret: decoy)
            ),
            (
                try DigestClient(username: "user", domain: "a.b"),
                DigestServer(realm: "a.b", domain: "a.b", decoySecret: decoy)
            ),
            (CRAMClient(username: "user"), CRAMServer(domain: "a.b", decoySecret: decoy)),
            (try OneMessageClient.plain(username: "user", password: "pencil pencil"), OneMessageServer(.plain)),
            (OneMessageClient.xOAuth2(username: "user", token: Secret("pencil-pencil")), OneMessageServer(.xOAuth2)),
            (BearerClient(token: Secret("pencil-pencil")), BearerServer()),
        ]
        return try rows.map { client, server in
            Pair(client: try #require(client), server: try #require(server)) { question in
                switch question {
                case .randomBytes(let count): .randomBytes(Secret((0..<UInt8(count)).map { $0 &+ 33 }))
                case .derivedKey(let derivation): .derivedKey(try SCRAMRun.keys.key("pencil pencil", derivation))
                case .digestKey(let key):
                    .digestKey(key.key(password: Secret("pencil pencil"), using: SwiftCryptoProvider.self))
                case .password: .password(Secret("pencil pencil"))
                case .credentials: .credentials(try SCRAMRun.credentials("pencil pencil", variant))
                case .tokens(_, let mechanism):
                    .tokens(
                        FASTTokenSlots(
                            current: FASTToken(Secret("pencil pencil"), for: mechanism, expiry: 100),
                            following: FASTToken(Secret("old pencil"), for: mechanism, expiry: 100)), now: 10)
                case .verdict: .verdict(.accepted(username: "user"))
                case .authorization: .authorization(true)
                }
            }
        }
    }

    @Test("S33: no exchange shows a secret or a payload, whatever its state")
    func states() throws {
        for pair in try Self.pairs() {
            var pair = pair
            let name = pair.client.mechanism
            #expect(try pair.run(), "\(name)")
            let secrets = ["pencil", "swordfish"]
            // Pieces of a payload as a list of bytes.
            let bytes = pair.payloads.map(\.exposed) + [Self.channel.data.exposed]
            let pieces = bytes.flatMap { bytes in
                bytes.indices.dropLast(7).map { start in
                    bytes[start..<(start + 8)].map(String.init).joined(separator: ", ")
                }
            }
            #expect(pieces.count > 8, "\(name)")
            let dumpedPieces = pieces.map { $0.replacing(", ", with: "\n") }
            for text in pair.shown {
                for secret in secrets { #expect(!text.contains(secret), "\(name)") }
                for piece in pieces where text.contains(piece) { #expect(Bool(false), "\(name): \(piece)") }
            }
            // A dump writes a byte a line.
            let lines = pair.shown.map { text in
                text.split(separator: "\n").map { $0.drop { $0 == " " || $0 == "-" } }.joined(separator: "\n")
            }
            for piece in dumpedPieces {
                #expect(!lines.contains { $0.contains(piece) }, "\(name)")
            }
        }
    }

    @Test func `a state shows its name`() throws {
        var client: any SASLExchange = try #require(CRAMClient(username: "user"))
        #expect("\(client)".contains("idle"))
        _ = client.receive(.begun(nil), using: SwiftCryptoProvider.self)
        _ = client.receive(.received(SASLPayload([1, 2, 3])), using: SwiftCryptoProvider.self)
        #expect("\(client)".contains("awaitingPassword") && !"\(client)".contains("1, 2, 3"))
    }
}
