import XMLStream

/// A presence: published to all who are subscribed, or part of managing subscriptions (RFC 6120 §8.2.2, RFC 6121 §4).
public struct Presence: Stanza {
    public static let name = LocalName.presence

    public var element: Element
    public let streamLanguage: String?

    public init?(_ element: Element, inheriting language: String? = nil) {
        guard Presence.isNamed(by: element) else { return nil }
        self.element = element
        streamLanguage = language
    }

    /// Views an element that has been seen to be of this kind.
    package init(known element: consuming Element, inheriting language: String?) {
        self.element = element
        streamLanguage = language
    }

    /// What it says; available where it has no type.
    ///
    /// - Throws: `StanzaViolation` for an unknown type, to which the answer is `bad-request` (RFC 6121 §4.7.1).
    public var type: PresenceType {
        get throws(StanzaViolation) {
            if let type: PresenceType = element.keyword(.type), type != .available { return type }
            if element.attribute(.type) == nil { return .available }
            throw StanzaViolation(.type)
        }
    }

    /// How far the sender can be talked to; nil where it says nothing special, or no word of RFC 6121 §4.7.2.1.
    public var show: Availability? { element.child(.show).flatMap { Availability(rawValue: $0.text) } }

    /// The descriptions of what the sender is doing, one for each language (RFC 6121 §4.7.2.2).
    public var statuses: LocalizedTexts { LocalizedTexts(.status, of: element, inheriting: language) }

    /// The first description, or nil. Where languages matter, use `statuses.text(preferring:)`.
    public var status: String? { element.child(.status)?.text }

    /// The priority among the connections of an account; 0 where it states none (RFC 6121 §4.7.2.3).
    ///
    /// - Throws: `StanzaViolation` where it is no integer from -128 to 127.
    public var priority: Int8 {
        get throws(StanzaViolation) {
            guard let child = element.child(.priority) else { return 0 }
            guard let priority = Int8(child.text.trimmingXMLSpace) else { throw StanzaViolation(.priority) }
            return priority
        }
    }
}

/// What presences say (RFC 6121 §4.7.1).
public enum PresenceType: String, Hashable, Sendable, CaseIterable {
    /// The sender is there. It stands for a presence without a type, and is never written.
    case available
    /// The sender is there no longer.
    case unavailable
    /// The sender asks to see the recipient's presence.
    case subscribe
    /// The sender lets the recipient see its presence.
    case subscribed
    /// The sender does not ask any more.
    case unsubscribe
    /// The sender does not let the recipient see it any more, or refuses.
    case unsubscribed
    /// A server asks for the present state of an account.
    case probe
    /// An error about a presence.
    case error
}

/// How far somebody who is there can be talked to (RFC 6121 §4.7.2.1).
public enum Availability: String, Hashable, Sendable, CaseIterable {
    /// Away for a while.
    case away
    /// Eager to talk.
    case chat
    /// Not to be disturbed.
    case doNotDisturb = "dnd"
    /// Away for longer.
    case extendedAway = "xa"
}
