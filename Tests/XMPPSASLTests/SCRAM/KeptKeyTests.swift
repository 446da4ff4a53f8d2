import CryptoSeam
import Testing
import XMPPCrypto

@testable import XMPPSASL

/// Keys that a host keeps instead of deriving them again.
@Suite struct KeptKeyTests {
    private let crypto = SwiftCryptoProvider.self

    @Test(
        "RFC5802-5.1-18, RFC5802-9-3: every exchange asks for its key, by all that the key depends on besides the password"
    )
    func questions() throws {
        let rows: [(SCRAMVariant.Hash, String, Int)] = [
            (.sha256, "AQID", 4096), (.sha256, "AQIE", 4096), (.sha256, "AQID", 4097), (.sha1, "AQID", 4096),
            (.sha512, "AQID", 4096), (.sha256, "AQIDBA==", 4096),
        ]
        var questions: Set<SCRAMDerivation> = []
        for (hash, salt, iterations) in rows {
            for _ in 0..<2 {
                let question = try question(hash, "r=abcd,s=\(salt),i=\(iterations)")
                let algorithm = SCRAMVariant(hash, bindsChannel: false).algorithm
                let bytes = try #require(Base64.decode(salt.utf8))
                #expect(question == SCRAMDerivation(algorithm: algorithm, salt: bytes, iterations: iterations))
                questions.insert(question)
            }
        }
        #expect(questions.count == rows.count)
    }

    @Test("RFC5802-5.1-18: a key that was kept serves every exchange with the same salt and rounds") func kept() throws
    {
        let variant = SCRAMVariant(.sha256, bindsChannel: false)
        let derivation = SCRAMDerivation(algorithm: .sha256, salt: [1, 2, 3], iterations: 4096)
        let key = try SCRAMRun.key("pencil", derivation)
        let credentials = SCRAMCredentials(derivation: derivation, derivedKey: key, using: crypto)
        for nonce in ["abc", "xyz", "123"] {
            #expect(try isVerified(variant, credentials, key, nonce: nonce) == true)
        }
    }

    @Test(
        "RFC5802-9-3: the key of another account, salt, count or hash proves nothing",
        arguments: SCRAMVariant.Hash.allCases)
    func foreign(_ hash: SCRAMVariant.Hash) throws {
        let variant = SCRAMVariant(hash, bindsChannel: false)
        let right = SCRAMDerivation(algorithm: variant.algorithm, salt: [1, 2, 3], iterations: 4096)
        func key(_ password: String, salt: [UInt8] = [1, 2, 3], iterations: Int = 4096) throws -> Secret {
            let derivation = SCRAMDerivation(algorithm: variant.algorithm, salt: salt, iterations: iterations)
            return try SCRAMRun.keys.key(password, derivation)
        }
        let credentials = SCRAMCredentials(derivation: right, derivedKey: try key("pencil"), using: crypto)
        for (kept, isFine) in [
            (try key("pencil"), true), (try key("pencils"), false), (try key("pencil", salt: [1, 2, 4]), false),
            (try key("pencil", iterations: 4097), false),
        ] {
            #expect(try isVerified(variant, credentials, kept) == isFine)
        }
        // That of another hash has another length, and is not even tried.
        let other = SCRAMVariant(hash == .sha1 ? .sha256 : .sha1, bindsChannel: false)
        let long = try SCRAMRun.keys.key(
            "pencil", SCRAMDerivation(algorithm: other.algorithm, salt: [1, 2, 3], iterations: 4096))
        #expect(try isVerified(variant, credentials, long) == nil)
    }

    /// What the client asks for when it hears this.
    private func question(_ hash: SCRAMVariant.Hash, _ serverFirst: String) throws -> SCRAMDerivation {
        let configuration = try #require(
            try SCRAMClient.Configuration(
                SCRAMVariant(hash, bindsChannel: false), username: "user", binding: .unsupported))
        var client = SCRAMClient(configuration, recordedNonce: "abc")
        _ = client.receive(.begun(nil), using: crypto)
        guard
            case .ask(.derivedKey(let question)) = client.receive(
                .received(SASLPayload(text: serverFirst)), using: crypto)
        else { throw SASLMisuse.answer }
        return question
    }

    /// Whether the server takes the proof of a client with this key; nil where the client makes none.
    private func isVerified(
        _ variant: SCRAMVariant, _ credentials: SCRAMCredentials, _ key: Secret, nonce: String = "abc"
    ) throws -> Bool? {
        let configuration = try #require(
            try SCRAMClient.Configuration(variant, username: "user", binding: .unsupported))
        var client = SCRAMClient(configuration, recordedNonce: nonce)
        var server = SCRAMServer(
            SCRAMServer.Configuration(variant, bindings: [], decoySecret: Secret("decoy")), recordedNonce: "def")
        guard case .send(let first?) = client.receive(.begun(nil), using: crypto) else { return nil }
        _ = server.receive(.begun(first), using: crypto)
        guard case .send(let challenge?) = server.receive(.answered(.credentials(credentials)), using: crypto) else {
            return nil
        }
        _ = client.receive(.received(challenge), using: crypto)
        guard case .send(let final?) = client.receive(.answered(.derivedKey(key)), using: crypto) else { return nil }
        if case .done = server.receive(.received(final), using: crypto) { return true }
        return false
    }
}
