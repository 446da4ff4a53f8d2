#if Crypto
    import CryptoExtras
    import CryptoSeam

    /// PBKDF2 with HMAC (RFC 8018 §5.2): a key from a password.
    ///
    /// It takes as long as `rounds` says. A fast core of 2024 takes half a millisecond for 4 096 rounds and 70 for
    /// 600 000, with SHA-512 three times as long: run it where no event loop waits, and keep the result for as long as
    /// salt and rounds stay the same.
    public enum PasswordDerivation {
        /// Why nothing was derived.
        public enum Failure: Error, Hashable, Sendable {
            /// Fewer than one round, or fewer than 210 000 where those are asked for, or more than 2³¹ − 1.
            case rounds
            /// No bytes were asked for, or the underlying library refused.
            case refused
        }

        /// A key of `byteCount` bytes.
        ///
        /// - Throws: `Failure.rounds` for fewer than 210 000 rounds, which are too few for a password that others may
        ///   get hold of in this form. SCRAM's parameters come from the server: `uncheckedKey`.
        public static func key(
            from password: [UInt8], salt: [UInt8], rounds: Int, with algorithm: HashAlgorithm, byteCount: Int
        ) throws(Failure) -> [UInt8] {
            guard rounds >= 210_000 else { throw .rounds }
            return try uncheckedKey(
                from: password, salt: salt, rounds: rounds, with: algorithm, byteCount: byteCount)
        }

        /// A key of `byteCount` bytes after any number of rounds; for protocols whose peer names it.
        public static func uncheckedKey(
            from password: [UInt8], salt: [UInt8], rounds: Int, with algorithm: HashAlgorithm, byteCount: Int
        ) throws(Failure) -> [UInt8] {
            guard rounds > 0, rounds <= Int(Int32.max) else { throw .rounds }
            guard byteCount > 0 else { throw .refused }
            let hash: KDF.Insecure.PBKDF2.HashFunction =
                switch algorithm {
                case .md5: .insecureMD5
                case .sha1: .insecureSHA1
                case .sha256: .sha256
                case .sha384: .sha384
                case .sha512: .sha512
                }
            do {
                return try KDF.Insecure.PBKDF2.bytes(
                    from: password, salt: salt, using: hash, byteCount: byteCount, rounds: rounds)
            } catch {
                throw .refused
            }
        }
    }
#endif
