#if NIO
    public import CryptoSeam
    import XMPPCrypto
    public import XMPPSASL

    extension SCRAMCredentials {
        /// What a server stores for a new password: enough to verify it, and not enough to log in with. The salt is new
        /// each time, and the rounds are those that are usual (`SCRAMDerivation.defaultIterations`).
        ///
        /// - Throws: `ProfileViolation` for a password that SASLprep refuses.
        /// - Complexity: Takes about a millisecond: not for an event loop.
        public init(newPassword password: String, for algorithm: HashAlgorithm = .sha256) throws {
            var generator = SystemRandomNumberGenerator()
            let salt = (0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let derivation = SCRAMDerivation(algorithm: algorithm, salt: salt)
            let key = try PasswordDerivation.uncheckedKey(
                from: SCRAMDerivation.prepared(password: password).exposed, salt: derivation.salt,
                rounds: derivation.iterations, with: algorithm, byteCount: algorithm.digestByteCount)
            self.init(derivation: derivation, derivedKey: Secret(key), using: SwiftCryptoProvider.self)
        }
    }
#endif
