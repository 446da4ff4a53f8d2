public import CryptoSeam

/// What a hash of DIGEST-MD5 is of: `H(username:realm:password)` of RFC 2831 §2.1.2.1. Who has it can pass for the user
/// in this realm.
public struct DigestKey: Hashable, Sendable {
    /// The name, as text.
    public let username: String
    /// The realm, as text.
    public let realm: String
    /// Whether the peer speaks UTF-8; otherwise all is ISO 8859-1.
    public let isUTF8: Bool

    /// A question for a key.
    public init(username: String, realm: String, isUTF8: Bool) {
        self.username = username
        self.realm = realm
        self.isUTF8 = isUTF8
    }

    /// The hash for a password, prepared by SASLprep. Nil where the peer does not speak UTF-8 and a part has characters
    /// that ISO 8859-1 has not.
    public func key(password: Secret, using crypto: any CryptoProvider.Type) -> Secret? {
        guard let text = String(validating: password.exposed, as: UTF8.self), let name = bytes(of: username),
            let word = bytes(of: text), let realm = bytes(of: realm)
        else { return nil }
        return Secret(crypto.digest(of: name + [0x3A] + realm + [0x3A] + word, with: .md5))
    }

    /// ISO 8859-1 if all characters are in it, else UTF-8 if the peer speaks that.
    private func bytes(of text: String) -> [UInt8]? {
        let scalars = text.unicodeScalars
        if scalars.allSatisfy({ $0.value <= 0xFF }) { return scalars.map { UInt8(truncatingIfNeeded: $0.value) } }
        return isUTF8 ? Array(text.utf8) : nil
    }
}

/// What both sides compute (RFC 2831 §2.1.2.1, §2.1.3).
struct DigestProof: Hashable, Sendable {
    let nonce: [UInt8]
    let clientNonce: [UInt8]
    let uri: [UInt8]
    let authorizationIdentity: [UInt8]?

    /// `nc`: every exchange begins with a new nonce.
    static let count = Array("00000001".utf8)

    /// The client's response.
    func response(_ key: Secret, using crypto: any CryptoProvider.Type) -> [UInt8] {
        value(key, Array("AUTHENTICATE:".utf8) + uri, using: crypto)
    }

    /// The server's.
    func responseAuthentication(_ key: Secret, using crypto: any CryptoProvider.Type) -> [UInt8] {
        value(key, [0x3A] + uri, using: crypto)
    }

    private func value(_ key: Secret, _ second: [UInt8], using crypto: any CryptoProvider.Type) -> [UInt8] {
        var first = key.exposed + [0x3A] + nonce + [0x3A] + clientNonce
        if let authorizationIdentity { first += [0x3A] + authorizationIdentity }
        let parts: [[UInt8]] = [
            hashed(first, crypto), nonce, DigestProof.count, clientNonce, Array("auth".utf8), hashed(second, crypto),
        ]
        return hashed(Array(parts.joined(separator: [0x3A])), crypto)
    }

    /// The hash in hexadecimal digits.
    private func hashed(_ bytes: [UInt8], _ crypto: any CryptoProvider.Type) -> [UInt8] {
        Hexadecimal.encode(crypto.digest(of: bytes, with: .md5))
    }
}

/// Digits of base 16, in small letters.
enum Hexadecimal {
    static func encode(_ bytes: [UInt8]) -> [UInt8] {
        let digits = Array("0123456789abcdef".utf8)
        return bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    }
}
