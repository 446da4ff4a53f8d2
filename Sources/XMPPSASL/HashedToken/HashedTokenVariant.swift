import CryptoSeam

/// Which of the mechanisms HT-*: the hash, and how the channel is bound.
public struct HashedTokenVariant: Hashable, Sendable {
    /// The hash functions that are registered for it, as far as they are here.
    public enum Hash: Hashable, Sendable, CaseIterable { case sha256, sha512 }

    /// How the channel is bound.
    public enum Binding: Hashable, Sendable, CaseIterable {
        /// Not at all: -NONE.
        case none
        /// `tls-unique`: -UNIQ.
        case unique
        /// `tls-server-end-point`: -ENDP.
        case serverEndPoint
        /// `tls-exporter`: -EXPR.
        case exporter

        /// The kind of channel binding, if there is one.
        public var kind: ChannelBinding.Kind? {
            switch self {
            case .none: nil
            case .unique: .tlsUnique
            case .serverEndPoint: .tlsServerEndPoint
            case .exporter: .tlsExporter
            }
        }
    }

    /// The hash.
    public let hash: Hash
    /// How the channel is bound.
    public let binding: Binding

    /// A variant.
    public init(_ hash: Hash, binding: Binding) {
        self.hash = hash
        self.binding = binding
    }

    /// The variant that a name says; nil where it says none.
    public init?(_ name: SASLMechanismName) {
        let all = Hash.allCases.flatMap { hash in
            Binding.allCases.map { HashedTokenVariant(hash, binding: $0) }
        }
        guard let variant = all.first(where: { $0.name == name }) else { return nil }
        self = variant
    }

    /// The mechanism's name.
    public var name: SASLMechanismName {
        switch (hash, binding) {
        case (.sha256, .none): SASLMechanismName(known: "HT-SHA-256-NONE")
        case (.sha256, .unique): SASLMechanismName(known: "HT-SHA-256-UNIQ")
        case (.sha256, .serverEndPoint): SASLMechanismName(known: "HT-SHA-256-ENDP")
        case (.sha256, .exporter): SASLMechanismName(known: "HT-SHA-256-EXPR")
        case (.sha512, .none): SASLMechanismName(known: "HT-SHA-512-NONE")
        case (.sha512, .unique): SASLMechanismName(known: "HT-SHA-512-UNIQ")
        case (.sha512, .serverEndPoint): SASLMechanismName(known: "HT-SHA-512-ENDP")
        case (.sha512, .exporter): SASLMechanismName(known: "HT-SHA-512-EXPR")
        }
    }

    var algorithm: HashAlgorithm {
        switch hash {
        case .sha256: .sha256
        case .sha512: .sha512
        }
    }

    /// What a side proves that it has the token with.
    enum Role { case initiator, responder }

    /// The proof of a side: the HMAC, with the token as its key, of the side's name and the channel's data.
    func proof(
        of role: Role, token: Secret, bindingData: [UInt8], using crypto: any CryptoProvider.Type
    ) -> [UInt8] {
        let name =
            switch role {
            case .initiator: "Initiator"
            case .responder: "Responder"
            }
        return crypto.authenticationCode(for: Array(name.utf8) + bindingData, key: token.exposed, with: algorithm)
    }
}
