extension SASLServerPolicy {
    /// What a server's exchanges need besides the channel.
    public struct Configuration: Hashable, Sendable {
        /// The domain that the server serves; the realm of DIGEST-MD5, too.
        public let domain: String
        /// A secret of the server's that does not change, of 16 random bytes at least: what users whom nobody knows are
        /// told is made with it.
        public let decoySecret: Secret
        /// How many rounds they are told: as many as most of the others have.
        public var decoyIterations = SCRAMDerivation.defaultIterations
        /// How many bytes of salt they are told, 64 at most.
        public var decoySaltByteCount = 16

        /// A configuration.
        public init(domain: String, decoySecret: Secret) {
            self.domain = domain
            self.decoySecret = decoySecret
        }
    }

    /// The server's side of a mechanism that was taken (`mechanism(named:from:on:)`). It knows what was offered, so that
    /// it notices a client that was told something else.
    ///
    /// - Parameter attempt: What came with a token.
    /// - Returns: Nil for a mechanism of the host's own, and for one that the channel cannot bind.
    public func exchange(
        for mechanism: SASLMechanism, from offer: SASLOffer, on channel: SASLChannel, _ configuration: Configuration,
        attempt: FASTAttempt = FASTAttempt()
    ) -> (any SASLExchange)? {
        let decoy = configuration.decoySecret
        if let variant = SCRAMVariant(mechanism.name) {
            var scram = SCRAMServer.Configuration(variant, offer: offer, channel: channel, decoySecret: decoy)
            scram.decoyIterations = configuration.decoyIterations
            scram.decoySaltByteCount = configuration.decoySaltByteCount
            return SCRAMServer(scram)
        }
        if let variant = HashedTokenVariant(mechanism.name) {
            return HashedTokenServer(variant, on: channel, attempt: attempt, decoySecret: decoy)
        }
        switch mechanism.name {
        case .plain: return OneMessageServer(.plain)
        case .external: return OneMessageServer(.external)
        case .anonymous: return OneMessageServer(.anonymous)
        case .xOAuth2: return OneMessageServer(.xOAuth2)
        case .oauthBearer: return BearerServer()
        case .digestMD5:
            return DigestServer(realm: configuration.domain, domain: configuration.domain, decoySecret: decoy)
        case .cramMD5: return CRAMServer(domain: configuration.domain, decoySecret: decoy)
        default: return nil
        }
    }
}
