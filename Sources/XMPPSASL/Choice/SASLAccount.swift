/// What a client has to authenticate itself with.
public struct SASLAccount: Hashable, Sendable {
    /// What is known of the password.
    public enum Password: Hashable, Sendable {
        /// Nothing.
        case none
        /// What was derived from it earlier: enough for SCRAM.
        case derivedKeysOnly
        /// All of it.
        case known(Secret)
    }

    /// The name, of the localpart mostly; empty where none is needed.
    public var username: String
    /// The domain of the server, which DIGEST-MD5 names.
    public var domain: String
    /// The realm to name to a server that names none in DIGEST-MD5; nil: none (RFC 6120 §6.3.9).
    public var realm: String?
    /// Whom to act as, if that is not whom the credentials belong to (RFC 6120 §6.3.8).
    public var authorizationIdentity: String?
    /// What is known of the password.
    public var password = Password.none
    /// Whether TLS has shown the server a certificate of the client's.
    public var hasCertificate = false
    /// A token of OAuth 2.0.
    public var bearerToken: Secret?
    /// The token that the server gave (XEP-0484).
    public var token: FASTToken?
    /// Whether to be nobody in particular.
    public var isAnonymous = false

    /// An account with a password.
    public init(username: String, domain: String, password: Password = .none) {
        self.username = username
        self.domain = domain
        self.password = password
    }

    /// What mechanisms may ask of it.
    var credentials: Set<SASLMechanism.Credential> {
        var credentials: Set<SASLMechanism.Credential> = []
        switch password {
        case .none: break
        case .derivedKeysOnly: credentials.insert(.derivedKey)
        case .known: credentials.formUnion([.derivedKey, .password])
        }
        if hasCertificate { credentials.insert(.certificate) }
        if bearerToken != nil { credentials.insert(.bearerToken) }
        if token != nil { credentials.insert(.hashedToken) }
        if isAnonymous { credentials.insert(.nothing) }
        return credentials
    }
}
