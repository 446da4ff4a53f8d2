import CryptoSeam
import XMPPCrypto

@testable import XMPPSASL

/// A peer that knows the password and says what it is told, with a proof that is right for just that: what is then
/// refused is refused for something else.
struct ScriptedPeer {
    let keys: SCRAMKeys
    let algorithm: HashAlgorithm

    init(_ variant: SCRAMVariant = SCRAMVariant(.sha256, bindsChannel: false), password: String = "pencil") throws {
        algorithm = variant.algorithm
        let derivation = SCRAMDerivation(
            algorithm: variant.algorithm, salt: SCRAMRun.salt, iterations: SCRAMRun.iterations)
        keys = SCRAMKeys(
            derivedKey: try SCRAMRun.keys.key(password, derivation), algorithm: variant.algorithm,
            using: SwiftCryptoProvider.self)
    }

    /// As a client: the last message, with the proof for the whole exchange.
    func clientFinal(_ withoutProof: String, bare: String, serverFirst: SASLPayload) -> SASLPayload {
        let message = Array(bare.utf8) + [0x2C] + serverFirst.exposed + [0x2C] + Array(withoutProof.utf8)
        let proof = SCRAMKeys.masked(
            keys.clientKey.exposed, storedKey: keys.storedKey, authMessage: message, algorithm: algorithm,
            using: SwiftCryptoProvider.self)
        return SASLPayload(Array("\(withoutProof),p=".utf8) + Base64.encode(proof))
    }

    /// As a server: the last message, with the proof for the whole exchange.
    func serverFinal(bare: String, serverFirst: String, clientFinal: SASLPayload) -> SASLPayload {
        let final = String(decoding: clientFinal.exposed, as: UTF8.self)
        let withoutProof = final.split(separator: ",p=").first ?? ""
        let signature = SwiftCryptoProvider.authenticationCode(
            for: Array("\(bare),\(serverFirst),\(withoutProof)".utf8), key: keys.serverKey.exposed, with: algorithm)
        return SASLPayload(Array("v=".utf8) + Base64.encode(signature))
    }
}

extension SASLPayload {
    /// The bytes of a text.
    init(text: String) { self.init(Array(text.utf8)) }

    /// The bytes as text.
    var text: String { String(decoding: exposed, as: UTF8.self) }
}
