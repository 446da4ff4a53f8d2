import XMLStream
import XMPPAddress
import XMPPNegotiation
import XMPPStanza

/// Who may send what over a stream that is ready (RFC 6120 §8.1.2, XEP-0114 §3).
struct SenderRules: Hashable, Sendable {
    private enum Peer: Hashable {
        /// A server, which says the truth about senders (§8.1.2.1: what it leaves out is the own account).
        case ownServer
        /// A component's server, which says the truth too, and leaves nothing out (XEP-0114 §3).
        case componentServer
        /// A client: its own address, which it is stamped with.
        case client(full: JID, fullText: String)
        /// Another domain: senders are of it, and recipients of ours; `gone` are those of ours that are no more.
        case domain(JID, own: JID?, gone: [JID])
        /// A component: senders are of its domain.
        case component(JID)
        /// Nobody in particular, who may send nothing in a name.
        case nobody
    }

    private let peer: Peer
    /// At a client, its own full address.
    let own: JID?
    /// Whether this is a client, which is sent nothing but what is for it.
    let isOwnClient: Bool

    /// At a server of a client, the client's full address.
    var client: JID? { if case .client(let full, _) = peer { full } else { nil } }

    init(_ facts: StreamFacts, _ configuration: StreamConfiguration) {
        own = configuration.role == .initiating ? facts.address : nil
        isOwnClient = configuration.content == .client && configuration.role == .initiating
        switch (configuration.content, configuration.role) {
        case (.client, .initiating): peer = .ownServer
        case (.component, .initiating): peer = .componentServer
        case (.client, .receiving):
            peer = facts.address.map { .client(full: $0, fullText: $0.description) } ?? .nobody
        case (.server, .receiving):
            peer =
                facts.authentication?.address.map {
                    .domain($0.domain, own: facts.domain, gone: configuration.goneDomains)
                } ?? .nobody
        case (.server, .initiating):
            peer = configuration.domain.map { .domain($0, own: configuration.address?.domain, gone: []) } ?? .nobody
        case (.component, .receiving):
            peer = facts.authentication?.address.map { .component($0.domain) } ?? .nobody
        }
    }

    /// Whether the peer is believed what it says of senders.
    var trustsSenders: Bool { if case .ownServer = peer { true } else { false } }

    /// At a server of a client, the client's full address.
    var clientAddress: String? { if case .client(_, let fullText) = peer { fullText } else { nil } }

    /// What becomes of a stanza.
    enum Verdict {
        /// It is delivered, with this sender where one is to be stamped.
        case deliver(stamping: String?)
        /// It is answered with an error, as an address is none.
        case answer(StanzaViolation)
        /// The stream ends.
        case violation(StreamViolation)
    }

    /// Looks at the addresses of a stanza.
    @inline(__always)
    func verdict(on element: Element) -> Verdict {
        if case .ownServer = peer { return .deliver(stamping: nil) }
        return check(element)
    }

    @inline(never)
    private func check(_ element: Element) -> Verdict {
        switch peer {
        case .ownServer: return .deliver(stamping: nil)
        case .nobody: return .violation(StreamViolation(.notAuthorized, expected: "an address to send from"))
        case .client(let full, let fullText): return check(element, ofClient: full, fullText)
        case .componentServer:
            // What is no address is not this side's to judge: the server has.
            let isAddressed = Self.has(.from, element) && Self.has(.to, element)
            return isAddressed ? .deliver(stamping: nil) : Self.unaddressed
        case .domain(let domain, let own, let gone): return check(element, of: domain, for: own, gone)
        case .component(let domain):
            guard let from = element.address(.from), element.address(.to) != nil else { return Self.unaddressed }
            guard let sender = from.jid, sender.domain == domain else {
                return .violation(StreamViolation(.invalidFrom, expected: "a sender of the component's domain"))
            }
            return malformedRecipient(of: element).map { .answer($0) } ?? .deliver(stamping: nil)
        }
    }

    /// Between servers both domains are those that the stream was negotiated between (§8.1.1.2, §8.1.2.2).
    private func check(_ element: Element, of domain: JID, for own: JID?, _ gone: [JID]) -> Verdict {
        guard let sender = element.address(.from)?.jid, let recipient = element.address(.to)?.jid else {
            return Self.unaddressed
        }
        if sender.domain != domain {
            return .violation(StreamViolation(.invalidFrom, expected: "a sender of the peer's domain"))
        }
        if recipient.domain == own { return .deliver(stamping: nil) }
        return .violation(
            gone.contains(recipient.domain)
                ? StreamViolation(.hostGone, expected: "a recipient of a domain that is still served")
                : StreamViolation(.hostUnknown, expected: "a recipient of the domain that the stream is for"))
    }

    /// A client is who it is, whatever it says; what it says has to be right all the same (§8.1.2.1). Presences that
    /// manage subscriptions are from its bare address (RFC 6121 §3.1.2).
    private func check(_ element: Element, ofClient full: JID, _ fullText: String) -> Verdict {
        if let violation = malformedRecipient(of: element) ?? unknownType(of: element) { return .answer(violation) }
        let isSubscription = element.localName == .presence && Self.isSubscription(element)
        if let from = element.address(.from) {
            guard let sender = from.jid, sender == full || sender == full.bare else {
                return .violation(StreamViolation(.invalidFrom, expected: "no sender but the client itself"))
            }
            let isRight = sender == (isSubscription ? full.bare : full)
            // Another spelling of the address is not passed on.
            if isRight, element.attribute(.from, equals: "\(sender)") { return .deliver(stamping: nil) }
        }
        return .deliver(stamping: isSubscription ? full.bare.description : fullText)
    }

    private func malformedRecipient(of element: Element) -> StanzaViolation? {
        guard case .unprepared = element.address(.to) else { return nil }
        // Asking again names what is wrong.
        do throws(StanzaViolation) {
            _ = try Message(element)?.to
            _ = try Presence(element)?.to
            _ = try IQ(element)?.to
            return nil
        } catch {
            return error
        }
    }

    /// What is wrong with the type of a presence: a router answers one that there is not (RFC 6121 §4.7.1).
    private func unknownType(of element: Element) -> StanzaViolation? {
        guard element.localName == .presence else { return nil }
        do throws(StanzaViolation) {
            _ = try Presence(element)?.type
            return nil
        } catch {
            return error
        }
    }

    private static func has(_ attribute: LocalName, _ element: Element) -> Bool {
        element.withAttribute(attribute) { _ in true } == true
    }

    private static func isSubscription(_ element: Element) -> Bool {
        let types: [PresenceType] = [.subscribe, .subscribed, .unsubscribe, .unsubscribed]
        return types.contains { element.attribute(.type, equals: $0.rawValue) }
    }

    private static let unaddressed = Verdict.violation(
        StreamViolation(.improperAddressing, expected: "both addresses in every stanza"))
}
