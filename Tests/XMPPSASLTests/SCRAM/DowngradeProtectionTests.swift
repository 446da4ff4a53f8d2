import CryptoSeam
import Testing
import XMPPCrypto

@testable import XMPPSASL

/// XEP-0474: the server says what it had offered, and the client compares.
@Suite struct DowngradeProtectionTests {
    private let crypto = SwiftCryptoProvider.self
    private static let offer = SCRAMDowngradeProtection(
        mechanisms: ["SCRAM-SHA-1-PLUS", "SCRAM-SHA-1"], bindings: ["tls-server-end-point", "tls-exporter"])
    private static let channel = ChannelBinding(unchecked: .tlsExporter, data: Array("THIS IS FAKE CB DATA".utf8))
    private static let plus = SCRAMVariant(.sha1, bindsChannel: true)
    private static let nonces = ("12C4CD5C-E38E-4A98-8F6D-15C38F51CCC6", "a09117a6-ac50-4f2f-93f1-93799c2bddf6")
    private static let clientFirst = "p=tls-exporter,,n=user,r=\(nonces.0)"
    private static let serverFirst = "r=\(nonces.0)\(nonces.1),s=QSXCR+Q6sek8bf92,i=4096,h=G6k/rBLDqgOhRRaCuuatSDFkJ08="

    @Test("XEP0474-6.1-1, XEP0474-6.1-3, XEP0474-6.2-2, RFC5802-5.1-21: our server says what the document prints")
    func server() throws {
        var configuration = SCRAMServer.Configuration(
            Self.plus, bindings: [Self.channel], decoySecret: Secret("decoy"))
        configuration.downgradeProtection = Self.offer
        var server = SCRAMServer(configuration, recordedNonce: Self.nonces.1)
        _ = server.receive(.begun(SASLPayload(text: Self.clientFirst)), using: crypto)
        let salt = try #require(Base64.decode("QSXCR+Q6sek8bf92".utf8))
        let credentials = try SCRAMRun.credentials("pencil", Self.plus, salt: salt)
        #expect(
            server.receive(.answered(.credentials(credentials)), using: crypto)
                == .send(SASLPayload(text: Self.serverFirst)))
        // The client there adds an extension that nobody knows.
        let final = SASLPayload(
            text: "c=cD10bHMtZXhwb3J0ZXIsLFRISVMgSVMgRkFLRSBDQiBEQVRB,r=\(Self.nonces.0)\(Self.nonces.1),"
                + "x=19C6532F-1CF4-4A27-A18D-DC9CEA41BBB3,p=M/SIDjT+dfcxUh89jZEypRvFxB4=")
        guard case .done(let outcome) = server.receive(.received(final), using: crypto) else {
            return #expect(Bool(false))
        }
        #expect(outcome.additionalData?.text == "v=MQrMPvv7yv4x4Cq4W4Ih25EqS2c=")
    }

    @Test("XEP0474-6.2-1: our client takes the hash that the document prints, and with any bit of it flipped refuses")
    func client() throws {
        #expect(try failure(of: Self.serverFirst) == nil)
        #expect(try failure(of: Self.serverFirst, offer: nil) == nil)
        let bytes = Array(Self.serverFirst.utf8)
        for index in (bytes.count - 28)..<bytes.count {
            for bit in 0..<8 {
                var other = bytes
                other[index] ^= 1 << UInt8(bit)
                let reason = try failure(of: String(decoding: other, as: UTF8.self))
                #expect(reason == .downgrade || reason == .malformed, "byte \(index), bit \(bit)")
            }
        }
        for other in [
            SCRAMDowngradeProtection(mechanisms: ["SCRAM-SHA-1"], bindings: ["tls-exporter", "tls-server-end-point"]),
            SCRAMDowngradeProtection(mechanisms: ["SCRAM-SHA-1", "SCRAM-SHA-1-PLUS"], bindings: ["tls-exporter"]),
            SCRAMDowngradeProtection(mechanisms: ["SCRAM-SHA-1", "SCRAM-SHA-1-PLUS"], bindings: []),
        ] {
            #expect(try failure(of: Self.serverFirst, offer: other) == .downgrade)
        }
    }

    @Test(
        "XEP0474-6.1-1, XEP0474-6.1-2: names are sorted by their octets and joined, those of bindings behind those of mechanisms",
        arguments: [
            ([], [], ""), (["PLAIN"], [], "PLAIN"),
            (["b", "B", "a", "_", "é", "A9", "A"], [], "A\u{1E}A9\u{1E}B\u{1E}_\u{1E}a\u{1E}b\u{1E}é"),
            (["X-2", "X-10", "X-1"], ["z"], "X-1\u{1E}X-10\u{1E}X-2\u{1F}z"),
            (
                ["SCRAM-SHA-256", "SCRAM-SHA-1-PLUS", "SCRAM-SHA-1"], ["tls-unique", "tls-exporter"],
                "SCRAM-SHA-1\u{1E}SCRAM-SHA-1-PLUS\u{1E}SCRAM-SHA-256\u{1F}tls-exporter\u{1E}tls-unique"
            ),
            (["A", "A"], ["b", "b"], "A\u{1E}A\u{1F}b\u{1E}b"),
        ] as [([String], [String], String)])
    func sorted(_ mechanisms: [String], _ bindings: [String], _ text: String) {
        for algorithm in [HashAlgorithm.sha1, .sha256, .sha512] {
            let expected = crypto.digest(of: Array(text.utf8), with: algorithm)
            for (one, other) in [(mechanisms, bindings), (mechanisms.reversed(), bindings.reversed())] {
                let offer = SCRAMDowngradeProtection(mechanisms: one, bindings: other)
                #expect(offer.digest(with: algorithm, using: crypto) == expected)
            }
        }
    }

    @Test("XEP0474-6.1-3: the hash is that of the variant, in base64", arguments: SCRAMVariant.Hash.allCases)
    func algorithm(_ hash: SCRAMVariant.Hash) throws {
        var run = SCRAMRun()
        run.variant = SCRAMVariant(hash, bindsChannel: false)
        run.serverOffer = Self.offer
        run.clientOffer = Self.offer
        let (ending, sent) = try run.run()
        #expect(ending.isVerified)
        let digest = Self.offer.digest(with: run.variant.algorithm, using: crypto)
        #expect(
            String(decoding: sent[1], as: UTF8.self).hasSuffix(
                ",h=" + String(decoding: Base64.encode(digest), as: UTF8.self)))
    }

    @Test("XEP0474-6.1-4: the list of one profile of SASL is not taken for that of the other") func profiles() throws {
        let older = SCRAMDowngradeProtection(mechanisms: ["PLAIN", "SCRAM-SHA-1"], bindings: ["tls-exporter"])
        let newer = SCRAMDowngradeProtection(mechanisms: ["SCRAM-SHA-1"], bindings: ["tls-exporter"])
        for (client, server, isFine) in [
            (older, older, true), (newer, newer, true), (older, newer, false), (newer, older, false),
        ] {
            var run = SCRAMRun()
            run.clientOffer = client
            run.serverOffer = server
            #expect(try run.run().ending.isVerified == isFine)
        }
    }

    @Test("XEP0474-6.2-2, XEP0474-6.2-3: without a hash the client goes on, but one that was taken out is found out")
    func stripped() throws {
        var run = SCRAMRun()
        run.clientOffer = Self.offer
        #expect(try run.run().ending.isVerified)
        run.serverOffer = Self.offer
        run.meddle = { message, bytes in
            guard message == .serverFirst else { return bytes }
            let text = String(decoding: bytes, as: UTF8.self)
            return Array((text.split(separator: ",h=").first ?? "").utf8)
        }
        let (ending, sent) = try run.run()
        // The client has answered; the server sees that they do not speak of the same.
        #expect(sent.count == 3)
        guard case .fail(let failure)? = ending.server else { return #expect(Bool(false)) }
        #expect(failure.reason == .proof)
    }

    /// Why our client refuses a server's first message; nil where it goes on.
    private func failure(
        of serverFirst: String, offer: SCRAMDowngradeProtection? = offer
    ) throws -> SASLFailure.Reason? {
        var configuration = try #require(
            try SCRAMClient.Configuration(Self.plus, username: "user", binding: .bound(Self.channel)))
        configuration.downgradeProtection = offer
        var client = SCRAMClient(configuration, recordedNonce: Self.nonces.0)
        #expect(client.receive(.begun(nil), using: crypto) == .send(SASLPayload(text: Self.clientFirst)))
        let action = client.receive(.received(SASLPayload(text: serverFirst)), using: crypto)
        if case .fail(let failure) = action { return failure.reason }
        guard case .ask(.derivedKey) = action else { throw SASLMisuse.answer }
        return nil
    }
}
