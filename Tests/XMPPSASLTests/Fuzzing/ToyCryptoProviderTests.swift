import CryptoSeam
import FuzzSupport
import Testing

/// The toy primitives are good for what they are for: to tell inputs apart.
@Suite struct ToyCryptoProviderTests {
    @Test("digests have the length of the algorithm", arguments: HashAlgorithm.allCases)
    func lengths(_ algorithm: HashAlgorithm) {
        let toy = ToyCryptoProvider.self
        #expect(toy.digest(of: [], with: algorithm).count == algorithm.digestByteCount)
        #expect(toy.authenticationCode(for: [1], key: [], with: algorithm).count == algorithm.digestByteCount)
        let key = toy.derivedKey(password: [], salt: [], iterations: 1, with: algorithm)
        #expect(key.count == algorithm.digestByteCount)
    }

    @Test("other bytes, keys and algorithms give another digest, the same ones the same") func differences() {
        let toy = ToyCryptoProvider.self
        var digests: Set<[UInt8]> = []
        var count = 0
        func note(_ digest: () -> [UInt8]) {
            #expect(digest() == digest())
            digests.insert(Array(digest().prefix(16)))
            count += 1
        }
        let inputs: [[UInt8]] = [[], [0], [0, 0], [1], Array("a".utf8), Array("ab".utf8), Array("ba".utf8)]
        for algorithm in HashAlgorithm.allCases {
            for input in inputs {
                note { toy.digest(of: input, with: algorithm) }
                for key in inputs {
                    note { toy.authenticationCode(for: input, key: key, with: algorithm) }
                    note { toy.derivedKey(password: input, salt: key, iterations: 1, with: algorithm) }
                    note { toy.derivedKey(password: input, salt: key, iterations: 2, with: algorithm) }
                }
            }
        }
        #expect(digests.count == count)
    }
}
