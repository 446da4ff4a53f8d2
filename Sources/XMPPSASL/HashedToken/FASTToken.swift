/// A token that a server gives a client for the next times (XEP-0484), as either side keeps it. It is worth a password.
public struct FASTToken: Hashable, Sendable {
    /// The token.
    public let secret: Secret
    /// The one mechanism that it was given for (XEP-0484 §3.4).
    public let mechanism: SASLMechanismName
    /// When it ends, in seconds since 1970 by the host's clock.
    public let expiry: Int64
    /// The greatest count that has been used with it; 0 at first.
    public private(set) var count: UInt64

    /// A token. A host that keeps tokens in a store keeps the count with each.
    public init(_ secret: Secret, for mechanism: SASLMechanismName, expiry: Int64, count: UInt64 = 0) {
        self.secret = secret
        self.mechanism = mechanism
        self.expiry = expiry
        self.count = count
    }

    /// The count for the client's next attempt with it, greater than any before; to be stored before it is sent. Nil at
    /// the end of all numbers.
    public mutating func nextCount() -> UInt64? {
        guard count < UInt64.max else { return nil }
        count += 1
        return count
    }

    /// Whether the server may take this count: one has to be there in early data, and nobody may use one again.
    mutating func take(_ claimed: UInt64?, inEarlyData isEarlyData: Bool) -> Bool {
        guard let claimed else { return !isEarlyData }
        guard claimed > count else { return false }
        count = claimed
        return true
    }
}

/// What a client says beside the mechanism's message when it uses a token: the attributes of `fast` (XEP-0484 §3.4,
/// §3.6).
public struct FASTAttempt: Hashable, Sendable {
    /// The count, if there was one.
    public var count: UInt64?
    /// Whether the token is to be of no use afterwards.
    public var invalidatesToken: Bool

    /// An attempt.
    public init(count: UInt64? = nil, invalidatesToken: Bool = false) {
        self.count = count
        self.invalidatesToken = invalidatesToken
    }
}
