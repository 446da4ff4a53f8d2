public import UnicodeProfiles

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

extension SASLChoice.Selection {
    /// The client's side of what was chosen.
    ///
    /// - Throws: `ProfileViolation` for a name or a password that SASLprep refuses.
    /// - Returns: Nil for a mechanism of the host's own, and for an account that lacks what the mechanism takes.
    public func exchange(for account: SASLAccount) throws(ProfileViolation) -> (any SASLExchange)? {
        let name = mechanism.name
        if let variant = SCRAMVariant(name) {
            guard
                var configuration = try SCRAMClient.Configuration(
                    variant, username: account.username, authorizationIdentity: account.authorizationIdentity,
                    binding: binding)
            else { return nil }
            configuration.iterations = iterations
            configuration.offer = offer
            configuration.requiresConfirmedOffer = requiresConfirmedOffer
            return SCRAMClient(configuration)
        }
        if let variant = HashedTokenVariant(name) {
            guard let token = account.token, token.mechanism == name else { return nil }
            var bound: ChannelBinding?
            if case .bound(let binding) = binding { bound = binding }
            return HashedTokenClient(variant, username: account.username, token: token.secret, binding: bound)
        }
        switch name {
        case .plain:
            guard case .known(let password) = account.password,
                let password = String(validating: password.exposed, as: UTF8.self)
            else { return nil }
            return try OneMessageClient.plain(
                username: account.username, password: password, authorizationIdentity: account.authorizationIdentity)
        case .external:
            return OneMessageClient.external(authorizationIdentity: account.authorizationIdentity)
        case .anonymous: return OneMessageClient.anonymous()
        case .oauthBearer:
            return account.bearerToken.flatMap {
                BearerClient(token: $0, authorizationIdentity: account.authorizationIdentity)
            }
        case .xOAuth2:
            return account.bearerToken.flatMap { OneMessageClient.xOAuth2(username: account.username, token: $0) }
        case .digestMD5:
            return try DigestClient(
                username: account.username, domain: account.domain,
                authorizationIdentity: account.authorizationIdentity)
        case .cramMD5: return CRAMClient(username: account.username)
        default: return nil
        }
    }
}
