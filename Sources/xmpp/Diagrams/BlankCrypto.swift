import CryptoSeam

/// Primitives that give nothing but zeros: for machines that are only walked through.
enum BlankCrypto: CryptoProvider {
    static func digest(of bytes: [UInt8], with algorithm: HashAlgorithm) -> [UInt8] {
        Array(repeating: 0, count: algorithm.digestByteCount)
    }

    static func authenticationCode(
        for bytes: [UInt8], key: [UInt8], with algorithm: HashAlgorithm
    ) -> [UInt8] { Array(repeating: 0, count: algorithm.digestByteCount) }
}
