#if Crypto
    import CryptoExtras

    extension KDF.Insecure.PBKDF2 {
        /// A derived key as bytes. They are copied while the library's buffer lives, and none of it is kept; the number
        /// of rounds is the caller's to judge.
        static func bytes(
            from password: [UInt8], salt: [UInt8], using hash: HashFunction, byteCount: Int, rounds: Int
        ) throws -> [UInt8] {
            let key = try deriveKey(
                from: password, salt: salt, using: hash, outputByteCount: byteCount, unsafeUncheckedRounds: rounds)
            return unsafe key.withUnsafeBytes { unsafe Array($0) }
        }
    }
#endif
