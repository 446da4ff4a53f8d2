import CryptoSeam
import FuzzSupport
import Synchronization

/// The digests of real SHA-1 for inputs that are known, and those of the toy for all others. It notes what it compares.
enum KnownDigests: CryptoProvider {
    /// The digests that XEP-0078 and XEP-0114 print in their examples, and others by `sha1sum`.
    static let table: [String: String] = [
        "3EE948B0Calli0pe": "48fc78be9ec8f86d8ce1c39c320c97c21d62334d",
        "3BF96D32test": "aaee83c26aeeafcbabeabfcbcd50df997e0a2a1e",
        "a&b<c\"dgehëim": "203a850e44a3a11de0917e6e2ad8f566e569468b",
    ]

    /// The pairs that were compared by `areEqual`.
    static let compared = Mutex<Set<[[UInt8]]>>([])

    static func digest(of bytes: [UInt8], with algorithm: HashAlgorithm) -> [UInt8] {
        if algorithm == .sha1, let digits = table[String(decoding: bytes, as: UTF8.self)] { return self.bytes(digits) }
        return ToyCryptoProvider.digest(of: bytes, with: algorithm)
    }

    static func authenticationCode(
        for bytes: [UInt8], key: [UInt8], with algorithm: HashAlgorithm
    ) -> [UInt8] {
        ToyCryptoProvider.authenticationCode(for: bytes, key: key, with: algorithm)
    }

    static func areEqual(_ first: [UInt8], _ second: [UInt8]) -> Bool {
        compared.withLock { _ = $0.insert([first, second]) }
        return ToyCryptoProvider.areEqual(first, second)
    }

    /// Digits as bytes.
    static func bytes(_ digits: String) -> [UInt8] {
        var rest = digits[...]
        var bytes: [UInt8] = []
        while let byte = UInt8(rest.prefix(2), radix: 16) {
            bytes.append(byte)
            rest = rest.dropFirst(2)
        }
        return bytes
    }
}
