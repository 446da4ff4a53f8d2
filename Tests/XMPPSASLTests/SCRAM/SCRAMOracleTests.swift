import CorpusFiles
import Testing
import XMPPCrypto

@testable import XMPPSASL

/// Exchanges as scramp, and Python's hashlib, have them (`Tests/Corpora/sasl`): our client and our server, given the
/// same nonces, say the same bytes.
@Suite struct SCRAMOracleTests {
    struct Exchange: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let oracle: String
        let variant: SCRAMVariant
        let username: String
        let password: String
        let authorizationIdentity: String?
        let derivation: SCRAMDerivation
        /// `n`, `y` or a kind.
        let flag: String
        let data: [UInt8]
        let offer: SCRAMDowngradeProtection?
        let clientNonce: String
        let serverNonce: String
        /// Client-first, server-first, client-final, server-final.
        let messages: [SASLPayload]

        /// The rows of the file.
        static func all() throws -> [Exchange] {
            try Corpus.rows(of: "sasl/scram-vectors.tsv").enumerated().map { try Exchange($1, line: $0 + 2) }
        }

        private init(_ row: [String], line: Int) throws {
            let cells = try row.map(Self.unescaped)
            try #require(cells.count == 16)
            testDescription = "line \(line): \(cells[1]), \(cells[7])"
            oracle = cells[0]
            let variants = SCRAMVariant.Hash.allCases.flatMap { hash in
                [false, true].map { SCRAMVariant(hash, bindsChannel: $0) }
            }
            variant = try #require(variants.first { $0.name.description == cells[1] })
            username = cells[2]
            password = cells[3]
            authorizationIdentity = cells[4].isEmpty ? nil : cells[4]
            derivation = SCRAMDerivation(
                algorithm: variant.algorithm, salt: try #require(Base64.decode(cells[5].utf8)),
                iterations: try #require(Int(cells[6])))
            flag = cells[7]
            data = try #require(Base64.decode(cells[8].utf8))
            let offered = cells[9].split(separator: "|", omittingEmptySubsequences: false).map {
                $0.split(separator: " ").map(String.init)
            }
            offer = offered.count == 2 ? SCRAMDowngradeProtection(mechanisms: offered[0], bindings: offered[1]) : nil
            clientNonce = cells[10]
            serverNonce = cells[11]
            messages = cells[12...].map { SASLPayload(Array($0.utf8)) }
        }

        /// `\3A3;` is U+03A3.
        private static func unescaped(_ cell: String) throws -> String {
            let parts = cell.split(separator: "\\", omittingEmptySubsequences: false)
            var text = String(parts[0])
            for part in parts.dropFirst() {
                let halves = part.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
                let number = try #require(UInt32(halves[0], radix: 16))
                text.unicodeScalars.append(try #require(Unicode.Scalar(number)))
                text += try #require(halves.count == 2 ? halves[1] : nil)
            }
            return text
        }

        /// The channel, where it is bound.
        var channel: ChannelBinding? {
            data.isEmpty ? nil : ChannelBinding.Kind(flag).map { ChannelBinding(unchecked: $0, data: data) }
        }

        func client() throws -> SCRAMClient {
            let binding = channel.map(SCRAMClient.Binding.bound) ?? (flag == "y" ? .notOffered : .unsupported)
            var configuration = try #require(
                try SCRAMClient.Configuration(
                    variant, username: username, authorizationIdentity: authorizationIdentity, binding: binding))
            configuration.downgradeProtection = offer
            return SCRAMClient(configuration, recordedNonce: clientNonce)
        }

        func server() -> SCRAMServer {
            var configuration = SCRAMServer.Configuration(
                variant, bindings: channel.map { [$0] } ?? [], decoySecret: Secret("secret"))
            configuration.downgradeProtection = offer
            return SCRAMServer(configuration, recordedNonce: serverNonce)
        }
    }

    @Test func `there are exchanges of every variant, flag and kind of binding, by scramp`() throws {
        let all = try Exchange.all()
        #expect(all.count >= 60)
        for hash in SCRAMVariant.Hash.allCases {
            for flag in ["n", "y", "tls-exporter", "tls-server-end-point", "tls-unique"] {
                #expect(all.contains { $0.variant.hash == hash && $0.flag == flag && $0.oracle == "scramp" })
            }
        }
        #expect(all.allSatisfy { $0.oracle == "scramp" || $0.authorizationIdentity != nil })
    }

    @Test(
        "RFC5802-3-1, RFC5802-3-3, XEP0474-6.1-2, XEP0474-6.2-2: our client says what the oracle says",
        arguments: try Exchange.all())
    func client(_ exchange: Exchange) throws {
        let crypto = SwiftCryptoProvider.self
        var client = try exchange.client()
        #expect(client.receive(.begun(nil), using: crypto) == .send(exchange.messages[0]))
        #expect(
            client.receive(.received(exchange.messages[1]), using: crypto) == .ask(.derivedKey(exchange.derivation)))
        let key = try SCRAMRun.keys.key(exchange.password, exchange.derivation)
        #expect(client.receive(.answered(.derivedKey(key)), using: crypto) == .send(exchange.messages[2]))
        #expect(
            client.receive(.succeeded(exchange.messages[3]), using: crypto)
                == .done(SASLOutcome(isPeerVerified: true, identity: nil, additionalData: nil)))
    }

    @Test(
        "RFC5802-3-4, RFC5802-9-1, XEP0474-6.1-1, XEP0474-6.1-3: our server says what the oracle says",
        arguments: try Exchange.all())
    func server(_ exchange: Exchange) throws {
        let crypto = SwiftCryptoProvider.self
        var server = exchange.server()
        let first = server.receive(.begun(exchange.messages[0]), using: crypto)
        guard case .ask(.credentials(let identity, _)) = first else { return #expect(Bool(false), "\(first)") }
        #expect(identity.authorizationIdentity == exchange.authorizationIdentity)
        let credentials = SCRAMCredentials(
            derivation: exchange.derivation,
            derivedKey: try SCRAMRun.keys.key(exchange.password, exchange.derivation), using: crypto)
        #expect(
            server.receive(.answered(.credentials(credentials)), using: crypto) == .send(exchange.messages[1]))
        var action = server.receive(.received(exchange.messages[2]), using: crypto)
        if exchange.authorizationIdentity != nil {
            #expect(action == .ask(.authorization(of: identity)))
            action = server.receive(.answered(.authorization(true)), using: crypto)
        }
        #expect(
            action == .done(SASLOutcome(isPeerVerified: true, identity: identity, additionalData: exchange.messages[3]))
        )
    }
}
