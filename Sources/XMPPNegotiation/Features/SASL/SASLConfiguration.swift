public import XMPPAddress
public import XMPPSASL

/// How an initiating entity authenticates.
public struct SASLInitiatingConfiguration: Hashable, Sendable {
    /// What there is to authenticate with.
    public var account: SASLAccount
    /// Which mechanisms are agreed to.
    public var policy: SASLPolicy
    /// How many mechanisms are tried on one stream, one after the other. Servers allow three attempts at least (RFC 6120
    /// §6.4.5).
    public var maximumAttempts = 3
    /// Whether the stream ends where no mechanism will do. A server that has other ways turns it off.
    public var isRequired = true
    /// Exchanges of the host's own, which have not begun: for mechanisms that policy names and nobody here knows.
    public var exchanges: [AnySASLExchange] = []

    /// A configuration.
    public init(_ account: SASLAccount, policy: SASLPolicy = SASLPolicy()) {
        self.account = account
        self.policy = policy
    }
}

/// How a receiving entity has its peers authenticate.
public struct SASLReceivingConfiguration: Hashable, Sendable {
    /// Which mechanisms are on offer.
    public var policy: SASLServerPolicy
    /// What their exchanges need. Its domain counts where the stream's header named none.
    public var exchange: SASLServerPolicy.Configuration
    /// How often a peer may try again before the stream ends: 2 to 5 times, other numbers count as the nearest (RFC 6120
    /// §6.4.5). A handshake that is left for another counts as well.
    public var maximumRetries = 3
    /// Exchanges of the host's own, which have not begun: for mechanisms that policy names and nobody here knows.
    public var exchanges: [AnySASLExchange] = []

    /// A configuration.
    public init(_ policy: SASLServerPolicy, _ exchange: SASLServerPolicy.Configuration) {
        self.policy = policy
        self.exchange = exchange
    }
}

extension SASLAccount {
    /// The account of an address, with a password: its localpart is the name (RFC 6120 §6.3.7).
    public init(of address: JID, password: Password = .none) {
        self.init(username: address.localpart ?? "", domain: address.domainpart, password: password)
    }
}

/// An exchange of any mechanism, as a value that can be compared. It prints the mechanism's name only.
public struct AnySASLExchange: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    package var exchange: any SASLExchange

    /// Wraps an exchange.
    public init(_ exchange: any SASLExchange) { self.exchange = exchange }

    public static func == (one: AnySASLExchange, other: AnySASLExchange) -> Bool {
        one.exchange.isEqual(to: other.exchange)
    }

    public func hash(into hasher: inout Hasher) { exchange.hash(into: &hasher) }

    public var description: String { "\(exchange.mechanism)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension SASLExchange {
    fileprivate func isEqual(to other: any SASLExchange) -> Bool { (other as? Self) == self }
}
