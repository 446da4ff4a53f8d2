import Testing
import XMPPCrypto

@testable import XMPPSASL

/// How long a message may be.
@Suite struct MessageSizeTests {
    private let crypto = SwiftCryptoProvider.self
    private static let decoy = Secret("decoy")

    struct Row: Sendable, CustomTestStringConvertible {
        let exchange: any SASLExchange
        /// What happens before.
        var events: [SASLEvent] = [.begun(nil)]
        /// A legal message up to where it is made longer, and what follows.
        let head: String
        var tail = ""
        let mostBytes: Int

        var testDescription: String { "\(type(of: exchange)), \(exchange.mechanism)" }

        static func all() throws -> [Row] {
            let variant = SCRAMVariant(.sha1, bindsChannel: false)
            let configuration = try #require(
                try SCRAMClient.Configuration(variant, username: "user", binding: .unsupported))
            return [
                Row(
                    exchange: SCRAMClient(configuration, recordedNonce: "abc"),
                    head: "r=abcd,s=QUJD,i=4096,x=", mostBytes: 8192),
                Row(
                    exchange: SCRAMServer(SCRAMServer.Configuration(variant, bindings: [], decoySecret: decoy)),
                    head: "n,,n=user,r=abc,x=", mostBytes: 8192),
                Row(exchange: OneMessageServer(.plain), head: "\u{0}tim\u{0}", mostBytes: 16_384),
                Row(exchange: OneMessageServer(.external), head: "", mostBytes: 16_384),
                Row(exchange: OneMessageServer(.xOAuth2), head: "\u{0}tim\u{0}", mostBytes: 16_384),
                Row(exchange: BearerServer(), head: "n,,\u{1}auth=Bearer ", tail: "\u{1}\u{1}", mostBytes: 16_384),
                Row(exchange: try #require(CRAMClient(username: "tim")), head: "<", mostBytes: 2048),
                Row(
                    exchange: CRAMServer(domain: "a.b", decoySecret: decoy),
                    events: [.begun(nil), .answered(.randomBytes(Secret(Array(repeating: 1, count: 16))))], head: "",
                    tail: " 0123456789abcdef0123456789abcdef", mostBytes: 2048),
                Row(
                    exchange: try #require(try DigestClient(username: "tim", domain: "a.b")),
                    head: "nonce=\"x\",algorithm=md5-sess,x=", mostBytes: 2047),
                Row(
                    exchange: DigestServer(realm: "a.b", domain: "a.b", decoySecret: decoy, recordedNonce: "abc"),
                    head: "username=\"u\",realm=\"a.b\",nonce=\"abc\",cnonce=\"c\",nc=00000001,qop=auth,"
                        + "digest-uri=\"xmpp/a.b\",response=0,x=", mostBytes: 4095),
            ]
        }
    }

    @Test("RFC4422-6.1.5-1: a message may have so many bytes and no more", arguments: try Row.all())
    func size(_ row: Row) {
        for (isLong, count) in [(false, row.mostBytes), (true, row.mostBytes + 1), (true, 1 << 20)] {
            var exchange = row.exchange
            for event in row.events { _ = exchange.receive(event, using: crypto) }
            let filling = String(repeating: "x", count: count - row.head.utf8.count - row.tail.utf8.count)
            let action = exchange.receive(
                .received(SASLPayload(text: row.head + filling + row.tail)), using: crypto)
            if isLong {
                guard case .fail(let failure) = action else { return #expect(Bool(false), "\(action)") }
                #expect(failure.reason == .messageSize)
            } else {
                guard case .ask = action else { return #expect(Bool(false), "\(action)") }
            }
        }
    }

    @Test("RFC4422-6.1.5-1: a message with a hashed token may have 4096 bytes and no more") func token() throws {
        for (count, isFine) in [(4096, true), (4097, false)] {
            let variant = HashedTokenVariant(.sha256, binding: .none)
            var server = try #require(
                HashedTokenServer(
                    variant, on: SASLChannel(.tls13), attempt: FASTAttempt(), decoySecret: Self.decoy))
            let message: [UInt8] = Array(repeating: 0x78, count: count - 33) + [0] + Array(repeating: 1, count: 32)
            let action = server.receive(.begun(SASLPayload(message)), using: crypto)
            if isFine {
                guard case .ask = action else { return #expect(Bool(false)) }
            } else {
                #expect(action == .fail(SASLFailure(condition: .malformedRequest, reason: .messageSize)))
            }
        }
    }
}
