import CryptoSeam
import Testing
import XMPPTestKit

@Suite struct PlainCryptoTests {
    /// What each hash makes of `abc`, of two hundred times `a`, and its HMAC of the question of RFC 2202 under two hundred
    /// times `k`: from the standards, and from another implementation.
    static let rows: [(HashAlgorithm, String, String, String)] = [
        (
            .md5, "900150983cd24fb0d6963f7d28e17f72", "887f30b43b2867f4a9accceee7d16e6c",
            "7efd47c4741ddbd3a934b63153177d51"
        ),
        (
            .sha1, "a9993e364706816aba3e25717850c26c9cd0d89d", "e61cfffe0d9195a525fc6cf06ca2d77119c24a40",
            "4755d08a1125f27e54c109d72b97f1a5c011ca86"
        ),
        (
            .sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            "c2a908d98f5df987ade41b5fce213067efbcc21ef2240212a41e54b5e7c28ae5",
            "a2bd1bf68ab6f90daa9cd982a1df2a8788ff6986b6e9569b3c053ebd26e1892e"
        ),
        (
            .sha384,
            "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7",
            "0691b6e978614b67d60557b2a2cddd53406508522efa21c624dbbfa8ab6e726d5c586b489c7c09f24109a64c10211d48",
            "300fcd39ac7318fd359b95873edaaa3ef861697e4656c618bde703dd11ca59823ee4628658e4db65e3d9a306c99ec957"
        ),
        (
            .sha512,
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
            "4b11459c33f52a22ee8236782714c150a3b2c60994e9acee17fe68947a3e6789"
                + "f31e7668394592da7bef827cddca88c4e6f86e4df7ed1ae6cba71f3e98faee9f",
            "eebf5aa85776a2e413a2377ebaca38b196315b356f17f266586a7cfc00aa891b"
                + "c317b53e5bf89ce76c8e8f567a77ea7f0cf5ee590485db606197338b7d1745b6"
        ),
    ]

    @Test(arguments: rows)
    func `the hashes in plain Swift are those of the standards`(
        algorithm: HashAlgorithm, short: String, long: String, code: String
    ) {
        #expect(hexadecimal(PlainCryptoProvider.digest(of: Array("abc".utf8), with: algorithm)) == short)
        let many = [UInt8](repeating: UInt8(ascii: "a"), count: 200)
        #expect(hexadecimal(PlainCryptoProvider.digest(of: many, with: algorithm)) == long)
        let key = [UInt8](repeating: UInt8(ascii: "k"), count: 200)
        let question = Array("what do ya want for nothing?".utf8)
        #expect(hexadecimal(PlainCryptoProvider.authenticationCode(for: question, key: key, with: algorithm)) == code)
    }

    private func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
