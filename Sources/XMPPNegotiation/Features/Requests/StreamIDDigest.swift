import CryptoSeam
import XMPPSASL

/// The proof of before SASL: the SHA-1 hash of the stream's id and a secret, one behind the other, both as UTF-8 and
/// without the escapes of XML (XEP-0078 §3.1, XEP-0114 §3).
enum StreamIDDigest {
    /// The hash.
    static func digest(
        of streamID: String, _ secret: Secret, with crypto: any CryptoProvider.Type
    ) -> [UInt8] {
        crypto.digest(of: Array(streamID.utf8) + secret.exposed, with: .sha1)
    }

    /// The digits as they are sent: small letters.
    static func hexadecimal(_ bytes: [UInt8]) -> [UInt8] {
        bytes.flatMap { byte in [byte &>> 4, byte & 15].map { $0 < 10 ? 0x30 &+ $0 : 0x57 &+ $0 } }
    }

    /// The hash that digits of a peer say: exactly 40 of them, in small or capital letters; nil for anything else.
    static func parse(_ text: String) -> [UInt8]? {
        let digits = text.utf8
        guard digits.count == 2 * HashAlgorithm.sha1.digestByteCount else { return nil }
        var bytes: [UInt8] = []
        var high: UInt8?
        for digit in digits {
            let value: UInt8
            switch digit {
            case 0x30...0x39: value = digit &- 0x30
            case 0x41...0x46: value = digit &- 0x37
            case 0x61...0x66: value = digit &- 0x57
            default: return nil
            }
            if let first = high {
                bytes.append(first &<< 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        return bytes
    }
}
