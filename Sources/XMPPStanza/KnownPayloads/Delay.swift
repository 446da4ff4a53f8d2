import XMPPAddress

/// When a stanza was first sent, and who kept it until now (XEP-0203).
public struct Delay: Payload, Hashable {
    /// When it was first sent.
    public var stamp: Timestamp
    /// Who delayed it.
    public var from: JID?
    /// Why, for people.
    public var reason: String?

    /// A delay from its parts.
    public init(stamp: Timestamp, from: JID? = nil, reason: String? = nil) {
        self.stamp = stamp
        self.from = from
        self.reason = reason
    }

    public static let name = ElementName("delay", in: "urn:xmpp:delay")
    public static let format = PayloadFormat<Delay>(
        .attribute("stamp", \.stamp),
        .attribute("from", \.from),
        .text(\.reason),
        make: Delay.init)
}
