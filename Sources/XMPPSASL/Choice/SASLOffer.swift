/// What a server offers in one profile of SASL, as it wrote it.
public struct SASLOffer: Hashable, Sendable {
    /// The profile: each has rules of its own for what is missing.
    public enum Profile: Hashable, Sendable {
        /// RFC 6120 §6
        case sasl
        /// XEP-0388
        case sasl2
    }

    /// The profile.
    public let profile: Profile
    /// The names of the mechanisms.
    public let mechanisms: [String]
    /// The kinds of channel binding (XEP-0440); none where none were announced.
    public let bindings: [String]
    /// The mechanisms for tokens (XEP-0484 §3.1), which are announced in a place of their own.
    public let tokenMechanisms: [String]

    /// An offer.
    public init(
        _ profile: Profile, mechanisms: [String], bindings: [String] = [], tokenMechanisms: [String] = []
    ) {
        self.profile = profile
        self.mechanisms = mechanisms
        self.bindings = bindings
        self.tokenMechanisms = tokenMechanisms
    }

    /// What both sides hash to see whether somebody has taken some of it away (XEP-0474 §6.1): of this profile only, and
    /// without the mechanisms for tokens.
    public var downgradeProtection: SCRAMDowngradeProtection {
        SCRAMDowngradeProtection(mechanisms: mechanisms, bindings: bindings)
    }

    /// Whether the server offers a mechanism that binds the channel, ours or not.
    var offersBinding: Bool {
        mechanisms.contains { $0.utf8.count > 5 && $0.utf8.suffix(5).elementsEqual("-PLUS".utf8) }
    }
}
