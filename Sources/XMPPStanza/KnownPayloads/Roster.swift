import XMPPAddress

/// A roster, or a change to one (RFC 6121 §2).
public struct Roster: Payload, Hashable {
    /// The version of the roster, where both sides keep count; empty asks for all (RFC 6121 §2.6).
    public var version: String?
    /// The entries.
    public var items: [RosterItem]

    /// A roster from its parts: one without entries asks for all, one with a single entry changes that.
    public init(version: String? = nil, items: [RosterItem] = []) {
        self.version = version
        self.items = items
    }

    public static let name = ElementName("query", in: "jabber:iq:roster")
    public static let format = PayloadFormat<Roster>(
        .attribute("ver", \.version),
        .payloads(\.items),
        make: Roster.init)
}

/// One entry of a roster (RFC 6121 §2.1.2).
public struct RosterItem: Payload, Hashable {
    /// Whose presence it is about.
    public var jid: JID
    /// How the account calls it.
    public var displayName: String?
    /// Who sees whose presence.
    public var subscription: Subscription
    /// Whether a request of ours waits for an answer.
    public var ask: PendingRequest?
    /// Whether a request of theirs has been approved before it came (RFC 6121 §3.4).
    public var isApproved: Bool
    /// The groups that it is in.
    public var groups: [String]

    /// An entry from its parts.
    public init(
        jid: JID, displayName: String? = nil, subscription: Subscription = .none, ask: PendingRequest? = nil,
        isApproved: Bool = false, groups: [String] = []
    ) {
        self.jid = jid
        self.displayName = displayName
        self.subscription = subscription
        self.ask = ask
        self.isApproved = isApproved
        self.groups = groups
    }

    public static let name = ElementName("item", in: "jabber:iq:roster")
    public static let format = PayloadFormat<RosterItem>(
        .attribute("jid", \.jid),
        .attribute("name", \.displayName),
        .word("subscription", \.subscription, default: .none),
        .word("ask", \.ask),
        .attribute("approved", \.isApproved, default: false),
        .children("group", \.groups),
        make: RosterItem.init)

    /// Who sees whose presence; another word is ignored (RFC 6121 §2.1.2.5).
    public enum Subscription: String, PayloadValue, CaseIterable {
        /// Nobody; what a missing attribute means.
        case none
        /// The account sees the contact's.
        case to
        /// The contact sees the account's.
        case from
        /// Each sees the other's.
        case both
        /// The entry is to be removed, or was.
        case remove
    }

    /// What waits for an answer (RFC 6121 §2.1.2.2).
    public enum PendingRequest: String, PayloadValue, CaseIterable {
        /// To see the contact's presence.
        case subscribe
    }
}
