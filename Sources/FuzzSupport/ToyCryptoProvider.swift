public import CryptoSeam

/// Primitives that need no library: the same bytes give the same digest, other bytes, keys and algorithms another.
///
/// They protect nothing: whoever wants two inputs with the same digest finds them. They are for fuzzers, and for walks
/// over all states of a machine, which want them fast and want no package.
public enum ToyCryptoProvider: CryptoProvider {
    /// - Complexity: O(*n*)
    public static func digest(of bytes: [UInt8], with algorithm: HashAlgorithm) -> [UInt8] {
        mixed([bytes], seed: 1, algorithm)
    }

    /// - Complexity: O(*n*)
    public static func authenticationCode(
        for bytes: [UInt8], key: [UInt8], with algorithm: HashAlgorithm
    ) -> [UInt8] {
        mixed([key, bytes], seed: 2, algorithm)
    }

    /// What stands for PBKDF2.
    ///
    /// - Complexity: O(*n*), whatever the rounds
    public static func derivedKey(
        password: [UInt8], salt: [UInt8], iterations: Int, with algorithm: HashAlgorithm
    ) -> [UInt8] {
        mixed([password, salt], seed: UInt64(truncatingIfNeeded: iterations) &+ 3, algorithm)
    }

    /// Every byte changes the state and so do the ends of the parts; the digest is drawn from the state.
    private static func mixed(_ parts: [[UInt8]], seed: UInt64, _ algorithm: HashAlgorithm) -> [UInt8] {
        var state = seed
        for _ in 0..<algorithm.digestByteCount { state = scrambled(state) }
        for part in parts {
            // FNV-1a within a part.
            for byte in part { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
            state = scrambled(state ^ UInt64(truncatingIfNeeded: part.count))
        }
        var digest: [UInt8] = []
        digest.reserveCapacity(algorithm.digestByteCount &+ 7)
        while digest.count < algorithm.digestByteCount {
            state = scrambled(state)
            for shift: UInt64 in stride(from: 0, to: 64, by: 8) {
                digest.append(UInt8(truncatingIfNeeded: state &>> shift))
            }
        }
        return Array(digest.prefix(algorithm.digestByteCount))
    }

    /// A step of SplitMix64.
    private static func scrambled(_ state: UInt64) -> UInt64 {
        var mixed = state &+ 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ mixed &>> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed &>> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed &>> 31
    }
}
