import CryptoSeam

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
