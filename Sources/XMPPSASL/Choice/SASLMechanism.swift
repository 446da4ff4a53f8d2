/// A mechanism as policy sees it: what it needs, and what it is worth.
///
/// A host's own mechanism is one more value of this type in a policy's list, and a type that conforms to
/// `SASLExchange`.
public struct SASLMechanism: Hashable, Sendable {
    /// What one has to have for it.
    public enum Credential: String, Hashable, Sendable, CaseIterable {
        /// Nothing.
        case nothing
        /// The password itself.
        case password
        /// The password, or what was derived from it.
        case derivedKey = "password or derived key"
        /// A certificate that TLS has shown to the server.
        case certificate
        /// A bearer token of OAuth 2.0.
        case bearerToken = "bearer token"
        /// A token that the server gave for the next time (XEP-0484).
        case hashedToken = "token from the server"
    }

    /// Its name.
    public let name: SASLMechanismName
    /// What it is worth.
    public let strength: SASLStrength
    /// What one has to have for it.
    public let credential: Credential
    /// Whether it takes TLS, and at a client a server that has been verified, as it gives something away.
    public let requiresVerifiedTLS: Bool
    /// Whether it binds the channel.
    public let binding: Binding
    /// Whether the client can say whom it wants to act as.
    public let carriesAuthorizationIdentity: Bool

    /// Whether a mechanism binds the channel.
    public enum Binding: Hashable, Sendable {
        /// It does not.
        case none
        /// It does, with any kind that both sides have.
        case any
        /// It does, with this kind.
        case only(ChannelBinding.Kind)
    }

    /// A mechanism.
    public init(
        _ name: SASLMechanismName, strength: SASLStrength, credential: Credential,
        requiresVerifiedTLS: Bool = true, binding: Binding = .none, carriesAuthorizationIdentity: Bool = false
    ) {
        self.name = name
        self.strength = strength
        self.credential = credential
        self.requiresVerifiedTLS = requiresVerifiedTLS
        self.binding = binding
        self.carriesAuthorizationIdentity = carriesAuthorizationIdentity
    }

    // MARK: Ours

    /// EXTERNAL.
    public static let external = SASLMechanism(
        .external, strength: .proof, credential: .certificate, carriesAuthorizationIdentity: true)
    /// PLAIN.
    public static let plain = SASLMechanism(
        .plain, strength: .plaintext, credential: .password, carriesAuthorizationIdentity: true)
    /// OAUTHBEARER.
    public static let oauthBearer = SASLMechanism(
        .oauthBearer, strength: .plaintext, credential: .bearerToken, carriesAuthorizationIdentity: true)
    /// X-OAUTH2.
    public static let xOAuth2 = SASLMechanism(.xOAuth2, strength: .plaintext, credential: .bearerToken)
    /// ANONYMOUS.
    public static let anonymous = SASLMechanism(
        .anonymous, strength: .nothing, credential: .nothing, requiresVerifiedTLS: false)
    /// DIGEST-MD5, which is historic (RFC 6331).
    public static let digestMD5 = SASLMechanism(
        .digestMD5, strength: .challengeResponse, credential: .derivedKey, carriesAuthorizationIdentity: true)
    /// CRAM-MD5, which is historic.
    public static let cramMD5 = SASLMechanism(
        .cramMD5, strength: .challengeResponse, credential: .password)

    /// A SCRAM.
    public static func scram(_ variant: SCRAMVariant) -> SASLMechanism {
        SASLMechanism(
            variant.name, strength: variant.bindsChannel ? .channelBound : .proof, credential: .derivedKey,
            requiresVerifiedTLS: false, binding: variant.bindsChannel ? .any : .none,
            carriesAuthorizationIdentity: true)
    }

    /// A HT-*. Without a binding whoever has listened in can say it again, so that it takes TLS (XEP-0484 §6).
    public static func hashedToken(_ variant: HashedTokenVariant) -> SASLMechanism {
        SASLMechanism(
            variant.name, strength: variant.binding == .none ? .proof : .channelBound, credential: .hashedToken,
            binding: variant.binding.kind.map { .only($0) } ?? .none)
    }

    /// All that are on unless a policy says otherwise, the best first. SHA-512 and SHA-256 come before SHA-1
    /// (RFC 7677 §4); what binds the channel comes before what does not.
    public static let current: [SASLMechanism] =
        tokens(.exporter, .unique, .serverEndPoint) + [external] + scrams(bindsChannel: true) + tokens(.none)
        + scrams(bindsChannel: false)
        + [oauthBearer, xOAuth2, plain, anonymous]

    /// Those for old peers, to be added to a policy's list by a host that has to (RFC 6331).
    public static let historic: [SASLMechanism] = [digestMD5, cramMD5]

    /// Those with tokens: what binds the channel is to be preferred (XEP-0484 §6). What does not is one constant message,
    /// which whoever has heard it can say again.
    private static func tokens(_ bindings: HashedTokenVariant.Binding...) -> [SASLMechanism] {
        bindings.flatMap { binding in
            [.sha512, .sha256].map { hash in hashedToken(HashedTokenVariant(hash, binding: binding)) }
        }
    }

    private static func scrams(bindsChannel: Bool) -> [SASLMechanism] {
        [.sha512, .sha256, .sha1].map { scram(SCRAMVariant($0, bindsChannel: bindsChannel)) }
    }
}
