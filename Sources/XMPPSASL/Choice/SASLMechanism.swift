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

    /// What it may run in.
    public enum Surroundings: Hashable, Sendable {
        /// Any stream.
        case any
        /// TLS with a server that has been verified: the mechanism gives something away.
        case verifiedTLS
    }

    /// Its name.
    public let name: SASLMechanismName
    /// What it is worth.
    public let strength: SASLStrength
    /// What one has to have for it.
    public let credential: Credential
    /// What it may run in.
    public let surroundings: Surroundings
    /// Whether it binds the channel.
    public let binding: Binding

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
        surroundings: Surroundings = .verifiedTLS, binding: Binding = .none
    ) {
        self.name = name
        self.strength = strength
        self.credential = credential
        self.surroundings = surroundings
        self.binding = binding
    }

    // MARK: Ours

    /// EXTERNAL.
    public static let external = SASLMechanism(.external, strength: .proof, credential: .certificate)
    /// PLAIN.
    public static let plain = SASLMechanism(.plain, strength: .secretInTheOpen, credential: .password)
    /// OAUTHBEARER.
    public static let oauthBearer = SASLMechanism(.oauthBearer, strength: .secretInTheOpen, credential: .bearerToken)
    /// X-OAUTH2.
    public static let xOAuth2 = SASLMechanism(.xOAuth2, strength: .secretInTheOpen, credential: .bearerToken)
    /// ANONYMOUS.
    public static let anonymous = SASLMechanism(
        .anonymous, strength: .nothing, credential: .nothing, surroundings: .any)
    /// DIGEST-MD5, which is historic (RFC 6331).
    public static let digestMD5 = SASLMechanism(
        .digestMD5, strength: .challenge, credential: .derivedKey, surroundings: .any)
    /// CRAM-MD5, which is historic.
    public static let cramMD5 = SASLMechanism(
        .cramMD5, strength: .challenge, credential: .password, surroundings: .any)

    /// A SCRAM.
    public static func scram(_ variant: SCRAMVariant) -> SASLMechanism {
        SASLMechanism(
            variant.name, strength: variant.bindsChannel ? .proofOfChannel : .proof, credential: .derivedKey,
            surroundings: .any, binding: variant.bindsChannel ? .any : .none)
    }

    /// A HT-*. Without a binding whoever has listened in can say it again, so that it takes TLS (XEP-0484 §6).
    public static func hashedToken(_ variant: HashedTokenVariant) -> SASLMechanism {
        SASLMechanism(
            variant.name, strength: variant.binding == .none ? .proof : .proofOfChannel, credential: .hashedToken,
            binding: variant.binding.kind.map { .only($0) } ?? .none)
    }

    /// All that are on unless a policy says otherwise, the best first. SHA-512 and SHA-256 come before SHA-1
    /// (RFC 7677 §4); what binds the channel comes before what does not.
    public static let current: [SASLMechanism] =
        tokens + [external] + scrams(bindsChannel: true) + scrams(bindsChannel: false)
        + [oauthBearer, xOAuth2, plain, anonymous]

    /// Those for old peers, to be added to a policy's list by a host that has to (RFC 6331).
    public static let historic: [SASLMechanism] = [digestMD5, cramMD5]

    /// Those with tokens, the best first: what binds the channel is to be preferred (XEP-0484 §6).
    private static let tokens: [SASLMechanism] = [.exporter, .unique, .serverEndPoint, .none].flatMap {
        (binding: HashedTokenVariant.Binding) in
        [.sha512, .sha256].map { hash in hashedToken(HashedTokenVariant(hash, binding: binding)) }
    }

    private static func scrams(bindsChannel: Bool) -> [SASLMechanism] {
        [.sha512, .sha256, .sha1].map { scram(SCRAMVariant($0, bindsChannel: bindsChannel)) }
    }
}
