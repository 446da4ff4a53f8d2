public import CryptoSeam

/// Which SCRAM: the hash, and whether the channel is bound.
public struct SCRAMVariant: Hashable, Sendable {
    /// The hash functions that SCRAM is used with.
    public enum Hash: Hashable, Sendable, CaseIterable { case sha1, sha256, sha512 }

    /// The hash.
    public let hash: Hash
    /// Whether the name ends in -PLUS.
    public let bindsChannel: Bool

    /// A variant.
    public init(_ hash: Hash, bindsChannel: Bool) {
        self.hash = hash
        self.bindsChannel = bindsChannel
    }

    /// The variant that a name says; nil where it says none.
    public init?(_ name: SASLMechanismName) {
        let all = Hash.allCases.flatMap {
            [SCRAMVariant($0, bindsChannel: false), SCRAMVariant($0, bindsChannel: true)]
        }
        guard let variant = all.first(where: { $0.name == name }) else { return nil }
        self = variant
    }

    /// The mechanism's name.
    public var name: SASLMechanismName {
        switch (hash, bindsChannel) {
        case (.sha1, false): .scramSHA1
        case (.sha1, true): .scramSHA1Plus
        case (.sha256, false): .scramSHA256
        case (.sha256, true): .scramSHA256Plus
        case (.sha512, false): .scramSHA512
        case (.sha512, true): .scramSHA512Plus
        }
    }

    /// The hash as the seam names it.
    public var algorithm: HashAlgorithm {
        switch hash {
        case .sha1: .sha1
        case .sha256: .sha256
        case .sha512: .sha512
        }
    }
}
