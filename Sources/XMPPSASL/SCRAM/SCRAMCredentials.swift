public import CryptoSeam
import UnicodeProfiles

/// How a password is turned into a key: `Hi` of RFC 5802 §2.2, which is PBKDF2 with HMAC and the length of the hash.
public struct SCRAMDerivation: Hashable, Sendable {
    /// The hash.
    public let algorithm: HashAlgorithm
    /// The salt.
    public let salt: [UInt8]
    /// How many rounds.
    public let iterations: Int

    /// How many rounds a server takes that has no reason for another number; RFC 5802 §5.1 asks for 4 096 at least.
    public static let defaultIterations = 10_000

    /// A derivation.
    public init(algorithm: HashAlgorithm, salt: [UInt8], iterations: Int = defaultIterations) {
        self.algorithm = algorithm
        self.salt = salt
        self.iterations = iterations
    }

    /// The bytes of a password that go into it: prepared by SASLprep (RFC 5802 §5.1). `DigestKey` takes the same.
    ///
    /// - Throws: `ProfileViolation` for a password that no account may have, an empty one for instance.
    public static func prepared(password: String) throws(ProfileViolation) -> Secret {
        let prepared = try SASLprep.prepare(Array(password.utf8), as: .stored)
        if prepared.isEmpty { throw ProfileViolation(.empty, at: 0) }
        return Secret(prepared)
    }
}

/// What a server stores of a password (RFC 5802 §9): enough to verify it, not enough to pass for the user elsewhere.
public struct SCRAMCredentials: Hashable, Sendable {
    /// How they came of the password.
    public let derivation: SCRAMDerivation
    /// The hash of the key that the client proves to have.
    public let storedKey: Secret
    /// The key by which the server proves itself.
    public let serverKey: Secret

    /// What was stored earlier.
    public init(derivation: SCRAMDerivation, storedKey: Secret, serverKey: Secret) {
        self.derivation = derivation
        self.storedKey = storedKey
        self.serverKey = serverKey
    }

    /// What to store, of the key that was derived from the password, which need not be kept.
    public init(derivation: SCRAMDerivation, derivedKey: Secret, using crypto: any CryptoProvider.Type) {
        let keys = SCRAMKeys(derivedKey: derivedKey, algorithm: derivation.algorithm, using: crypto)
        self.init(derivation: derivation, storedKey: keys.storedKey, serverKey: keys.serverKey)
    }
}

/// The keys and proofs of RFC 5802 §3.
struct SCRAMKeys: Hashable, Sendable {
    let clientKey: Secret
    let storedKey: Secret
    let serverKey: Secret

    init(derivedKey: Secret, algorithm: HashAlgorithm, using crypto: any CryptoProvider.Type) {
        let client = crypto.authenticationCode(
            for: Array("Client Key".utf8), key: derivedKey.exposed, with: algorithm)
        clientKey = Secret(client)
        storedKey = Secret(crypto.digest(of: client, with: algorithm))
        serverKey = Secret(
            crypto.authenticationCode(for: Array("Server Key".utf8), key: derivedKey.exposed, with: algorithm))
    }

    /// `ClientKey XOR ClientSignature`, or, of that, the key again.
    static func masked(
        _ bytes: [UInt8], storedKey: Secret, authMessage: [UInt8], algorithm: HashAlgorithm,
        using crypto: any CryptoProvider.Type
    ) -> [UInt8] {
        let signature = crypto.authenticationCode(for: authMessage, key: storedKey.exposed, with: algorithm)
        return zip(bytes, signature).map { $0 ^ $1 }
    }
}
