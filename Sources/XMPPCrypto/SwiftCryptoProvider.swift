#if Crypto
    import Crypto
    import CryptoSeam

    /// The primitives of `CryptoSeam`, by swift-crypto.
    public enum SwiftCryptoProvider: CryptoProvider {
        public static func digest(of bytes: [UInt8], with algorithm: HashAlgorithm) -> [UInt8] {
            switch algorithm {
            case .md5: Array(Insecure.MD5.hash(data: bytes))
            case .sha1: Array(Insecure.SHA1.hash(data: bytes))
            case .sha256: Array(SHA256.hash(data: bytes))
            case .sha384: Array(SHA384.hash(data: bytes))
            case .sha512: Array(SHA512.hash(data: bytes))
            }
        }

        public static func authenticationCode(
            for bytes: [UInt8], key: [UInt8], with algorithm: HashAlgorithm
        ) -> [UInt8] {
            let key = SymmetricKey(data: key)
            return switch algorithm {
            case .md5: Array(HMAC<Insecure.MD5>.authenticationCode(for: bytes, using: key))
            case .sha1: Array(HMAC<Insecure.SHA1>.authenticationCode(for: bytes, using: key))
            case .sha256: Array(HMAC<SHA256>.authenticationCode(for: bytes, using: key))
            case .sha384: Array(HMAC<SHA384>.authenticationCode(for: bytes, using: key))
            case .sha512: Array(HMAC<SHA512>.authenticationCode(for: bytes, using: key))
            }
        }
    }
#endif
