import CryptoSeam
import Testing
import XMPPCrypto

/// The seam, filled, against digests and codes that Python's hashlib and hmac made of "abc" with a key of 150 bytes.
@Suite struct SwiftCryptoProviderTests {
    struct Row: Sendable {
        let algorithm: HashAlgorithm
        let digest: String
        let code: String

        static let all = [
            Row(
                algorithm: .md5,
                digest: "900150983cd24fb0d6963f7d28e17f72",
                code: "5e6657185e4549e51ec94e9fabf77171"),
            Row(
                algorithm: .sha1,
                digest: "a9993e364706816aba3e25717850c26c9cd0d89d",
                code: "581a4d3d3f4141175d2e96dc4f8bc962c79ee32e"),
            Row(
                algorithm: .sha256,
                digest: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                code: "a95cfee36d2e06cb31291bb2bb87ba793f7bac469519fe40ab947c0ac87cfbfd"),
            Row(
                algorithm: .sha384,
                digest: "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed"
                    + "8086072ba1e7cc2358baeca134c825a7",
                code: "53dbbbfbb629d3a9ff531d65e6e72dab4553998d2752698cfa53db525355e697"
                    + "422cc4ad9c8814424b40f07214b4f9bc"),
            Row(
                algorithm: .sha512,
                digest: "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                    + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
                code: "4c828355e4dd61948fbd8ff758bffdca55eab4de5b231122e818fcfc9e664955"
                    + "bf668f2d89c8f3715879440eadf127b0e1ecd9f61d411abac9d9f496a4ad35fc"),
        ]
    }

    @Test("each algorithm gives its digest and its code", arguments: Row.all) func primitives(_ row: Row) {
        let bytes = Array("abc".utf8)
        let key = Array(String(repeating: "key", count: 50).utf8)
        let digest = SwiftCryptoProvider.digest(of: bytes, with: row.algorithm)
        #expect(hexadecimal(digest) == row.digest)
        #expect(digest.count == row.algorithm.digestByteCount)
        #expect(
            hexadecimal(SwiftCryptoProvider.authenticationCode(for: bytes, key: key, with: row.algorithm)) == row.code)
    }

    @Test func `every algorithm has a row`() {
        #expect(Set(Row.all.map(\.algorithm)) == Set(HashAlgorithm.allCases))
    }

    @Test("RFC5802-9-2: bytes are equal if all of them are") func equality() {
        let bytes = Array("a proof".utf8)
        #expect(SwiftCryptoProvider.areEqual(bytes, bytes) && SwiftCryptoProvider.areEqual([], []))
        for index in bytes.indices {
            for bit in 0..<8 {
                var other = bytes
                other[index] ^= 1 << bit
                #expect(!SwiftCryptoProvider.areEqual(bytes, other))
            }
        }
        #expect(!SwiftCryptoProvider.areEqual(bytes, Array(bytes.dropLast())))
    }
}
