public import CryptoSeam

/// The primitives in plain Swift, as the standards write them down: the same results as any other provider, without a
/// package, and slowly. For tests and for the replay of logs; nothing is hidden from whoever can measure time.
public enum PlainCryptoProvider: CryptoProvider {
    public static func digest(of bytes: [UInt8], with algorithm: HashAlgorithm) -> [UInt8] {
        switch algorithm {
        case .md5: MD5.digest(bytes)
        case .sha1: SHA1.digest(bytes)
        case .sha256: SHA2.sha256(bytes)
        case .sha384: SHA2.sha384(bytes)
        case .sha512: SHA2.sha512(bytes)
        }
    }

    public static func authenticationCode(
        for bytes: [UInt8], key: [UInt8], with algorithm: HashAlgorithm
    ) -> [UInt8] {
        let blockByteCount =
            switch algorithm {
            case .md5, .sha1, .sha256: 64
            case .sha384, .sha512: 128
            }
        var block = key.count > blockByteCount ? digest(of: key, with: algorithm) : key
        block += [UInt8](repeating: 0, count: blockByteCount - block.count)
        let inner = digest(of: block.map { $0 ^ 0x36 } + bytes, with: algorithm)
        return digest(of: block.map { $0 ^ 0x5c } + inner, with: algorithm)
    }
}
