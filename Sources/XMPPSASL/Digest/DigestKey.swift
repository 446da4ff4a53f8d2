public import CryptoSeam

/// What a hash of DIGEST-MD5 is of: `H(username:realm:password)` of RFC 2831 §2.1.2.1. Who has it can pass for the user
/// in this realm.
public struct DigestKey: Hashable, Sendable {
    /// The name, as text.
    public let username: String
    /// The realm, as text; empty where there is none.
    public let realm: String
    /// Whether the peer speaks UTF-8; otherwise all is ISO 8859-1.
    public let isUTF8: Bool

    /// A question for a key.
    public init(username: String, realm: String, isUTF8: Bool) {
        self.username = username
        self.realm = realm
        self.isUTF8 = isUTF8
    }

    /// The hash for a password that has been prepared (`SCRAMDerivation.prepared`). Nil where the peer does not speak UTF-8
    /// and a part has characters that ISO 8859-1 has not.
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
