import CryptoSeam
import Testing
import XMPPCrypto

@testable import XMPPSASL

/// The exchanges printed in RFC 5802 §5, RFC 7677 §3 and XEP-0474, on both sides, to the byte.
@Suite struct SCRAMVectorTests {
    struct Vector: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let variant: SCRAMVariant
        let clientNonce: String
        let serverNonce: String
        let salt: String
        let clientFirst: String
        let serverFirst: String
        let clientFinal: String
        let serverFinal: String

        static let all = [
            Vector(
                testDescription: "RFC 5802", variant: SCRAMVariant(.sha1, bindsChannel: false),
                clientNonce: "fyko+d2lbbFgONRv9qkxdawL", serverNonce: "3rfcNHYJY1ZVvWVs7j", salt: "QSXCR+Q6sek8bf92",
                clientFirst: "n,,n=user,r=fyko+d2lbbFgONRv9qkxdawL",
                serverFirst: "r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096",
                clientFinal: "c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=",
                serverFinal: "v=rmF9pqV8S7suAoZWja4dJRkFsKQ="),
            Vector(
                testDescription: "RFC 7677", variant: SCRAMVariant(.sha256, bindsChannel: false),
                clientNonce: "rOprNGfwEbeRWgbNEkqO", serverNonce: "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0",
                salt: "W22ZaJ0SNY7soEsUEjb6gQ==", clientFirst: "n,,n=user,r=rOprNGfwEbeRWgbNEkqO",
                serverFirst: "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
                clientFinal: "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                    + "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=",
                serverFinal: "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="),
        ]
    }

    @Test(
        "RFC5802-3-2, RFC5802-3-3, RFC5802-3-4, RFC5802-4-1: the client says what the RFC prints", arguments: Vector.all
    )
    func client(_ vector: Vector) throws {
        let crypto = SwiftCryptoProvider.self
        let configuration = try #require(
            try SCRAMClient.Configuration(vector.variant, username: "user", binding: .unsupported))
        for isChallenge in [false, true] {
            var client = SCRAMClient(configuration, recordedNonce: vector.clientNonce)
            #expect(client.receive(.begun(nil), using: crypto) == .send(payload(vector.clientFirst)))
            let derivation = SCRAMDerivation(
                algorithm: vector.variant.algorithm, salt: Base64.decode(vector.salt.utf8) ?? [], iterations: 4096)
            #expect(
                client.receive(.received(payload(vector.serverFirst)), using: crypto) == .ask(.derivedKey(derivation)))
            let key = try SCRAMRun.key("pencil", derivation)
            #expect(
                client.receive(.answered(.derivedKey(key)), using: crypto) == .send(payload(vector.clientFinal)))
            let done = SASLAction.done(SASLOutcome(isPeerVerified: true, identity: nil, additionalData: nil))
            if isChallenge {
                #expect(
                    client.receive(.received(payload(vector.serverFinal)), using: crypto) == .send(SASLPayload([])))
                #expect(client.receive(.succeeded(nil), using: crypto) == done)
            } else {
                #expect(client.receive(.succeeded(payload(vector.serverFinal)), using: crypto) == done)
            }
        }
    }

    @Test("RFC5802-5.1-15, RFC5802-9-1: the server says what the RFC prints, of stored keys", arguments: Vector.all)
    func server(_ vector: Vector) throws {
        let crypto = SwiftCryptoProvider.self
        let salt = Base64.decode(vector.salt.utf8) ?? []
        let credentials = try SCRAMRun.credentials("pencil", vector.variant, salt: salt)
        var server = SCRAMServer(
            SCRAMServer.Configuration(vector.variant, bindings: [], decoySecret: Secret("secret")),
            recordedNonce: vector.serverNonce)
        let identity = SASLIdentity(username: "user")
        #expect(
            server.receive(.begun(payload(vector.clientFirst)), using: crypto)
                == .ask(.credentials(of: identity, for: vector.variant.algorithm)))
        #expect(
            server.receive(.answered(.credentials(credentials)), using: crypto) == .send(payload(vector.serverFirst)))
        #expect(
            server.receive(.received(payload(vector.clientFinal)), using: crypto)
                == .done(
                    SASLOutcome(isPeerVerified: true, identity: identity, additionalData: payload(vector.serverFinal))))
    }

    /// The client of the document adds an attribute of its own, which ours does not.
    @Test("XEP0474-6.1-1, XEP0474-6.1-3, XEP0474-6.2-2: the example of XEP-0474, to the byte") func downgrade() throws {
        let crypto = SwiftCryptoProvider.self
        let variant = SCRAMVariant(.sha1, bindsChannel: true)
        let channel = ChannelBinding(unchecked: .tlsExporter, data: Array("THIS IS FAKE CB DATA".utf8))
        let offer = SCRAMDowngradeProtection(
            mechanisms: ["SCRAM-SHA-1", "SCRAM-SHA-1-PLUS"], bindings: ["tls-server-end-point", "tls-exporter"])
        let nonces = ("12C4CD5C-E38E-4A98-8F6D-15C38F51CCC6", "a09117a6-ac50-4f2f-93f1-93799c2bddf6")
        let clientFirst = payload("p=tls-exporter,,n=user,r=\(nonces.0)")
        let serverFirst = payload("r=\(nonces.0)\(nonces.1),s=QSXCR+Q6sek8bf92,i=4096,h=G6k/rBLDqgOhRRaCuuatSDFkJ08=")
        let withoutProof = "c=cD10bHMtZXhwb3J0ZXIsLFRISVMgSVMgRkFLRSBDQiBEQVRB,r=\(nonces.0)\(nonces.1)"
        let clientFinal = payload(
            "\(withoutProof),x=19C6532F-1CF4-4A27-A18D-DC9CEA41BBB3,p=M/SIDjT+dfcxUh89jZEypRvFxB4=")
        let serverFinal = payload("v=MQrMPvv7yv4x4Cq4W4Ih25EqS2c=")
        let salt = try #require(Base64.decode("QSXCR+Q6sek8bf92".utf8))

        var configuration = SCRAMServer.Configuration(variant, bindings: [channel], decoySecret: Secret("secret"))
        configuration.downgradeProtection = offer
        var server = SCRAMServer(configuration, recordedNonce: nonces.1)
        let identity = SASLIdentity(username: "user")
        #expect(
            server.receive(.begun(clientFirst), using: crypto)
                == .ask(.credentials(of: identity, for: .sha1)))
        let credentials = try SCRAMRun.credentials("pencil", variant, salt: salt)
        #expect(server.receive(.answered(.credentials(credentials)), using: crypto) == .send(serverFirst))
        #expect(
            server.receive(.received(clientFinal), using: crypto)
                == .done(SASLOutcome(isPeerVerified: true, identity: identity, additionalData: serverFinal)))

        var ours = try #require(
            try SCRAMClient.Configuration(variant, username: "user", binding: .bound(channel)))
        ours.downgradeProtection = offer
        var client = SCRAMClient(ours, recordedNonce: nonces.0)
        #expect(client.receive(.begun(nil), using: crypto) == .send(clientFirst))
        let question = client.receive(.received(serverFirst), using: crypto)
        #expect(question == .ask(.derivedKey(credentials.derivation)))
        let key = try SCRAMRun.keys.key("pencil", credentials.derivation)
        guard case .send(let said?) = client.receive(.answered(.derivedKey(key)), using: crypto) else {
            return #expect(Bool(false))
        }
        #expect(said.exposed.starts(with: Array("\(withoutProof),p=".utf8)))
    }

    private func payload(_ text: String) -> SASLPayload { SASLPayload(Array(text.utf8)) }
}
