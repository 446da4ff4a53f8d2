public import UnicodeProfiles

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
            configuration.downgradeProtection = downgradeProtection
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
                username: account.username, domain: account.domain, realm: account.realm,
                authorizationIdentity: account.authorizationIdentity)
        case .cramMD5: return CRAMClient(username: account.username)
        default: return nil
        }
    }
}
