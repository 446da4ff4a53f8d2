import XMLStream
import XMPPAddress

extension StanzaBuilder where Kind == Presence {
    /// Says how far one can be talked to (RFC 6121 §4.7.2.1).
    public mutating func show(_ availability: Availability) { child(.show, availability.rawValue) }

    /// Adds a description of what one is doing: one for each language (RFC 6121 §4.7.2.2).
    public mutating func status(_ text: String, language: String? = nil) { child(.status, text, language: language) }

    /// States the priority among the connections of the account (RFC 6121 §4.7.2.3).
    public mutating func priority(_ priority: Int8) { child(.priority, String(priority)) }
}

extension Presence {
    /// Builds a presence.
    ///
    /// - Parameter content: The content namespace of the stream that it is for; writing it into another maps it.
    /// - Throws: `XMLContentError`, the first thing that cannot be written.
    public init(
        _ type: PresenceType = .available, to: JID? = nil, from: JID? = nil, id: String? = nil,
        language: String? = nil, in content: ContentNamespace = .client, using scratch: inout StanzaScratch,
        _ build: (inout StanzaBuilder<Presence>) -> Void = { _ in }
    ) throws(XMLContentError) {
        self = try Presence.build(in: content, using: &scratch) { presence in
            presence.attributes(
                to: to, from: from, id: id, type: type == .available ? nil : type.rawValue, language: language)
            build(&presence)
        }
    }

    /// Builds a presence without scratch of one's own, which costs a few allocations more.
    public init(
        _ type: PresenceType = .available, to: JID? = nil, from: JID? = nil, id: String? = nil,
        language: String? = nil, in content: ContentNamespace = .client,
        _ build: (inout StanzaBuilder<Presence>) -> Void = { _ in }
    ) throws(XMLContentError) {
        var scratch = StanzaScratch()
        try self.init(
            type, to: to, from: from, id: id, language: language, in: content, using: &scratch, build)
    }
}
