import XMLStream
import XMPPAddress
import XMPPNegotiation
import XMPPStanza

/// What a receiving entity makes of a header, and the header that it answers with (RFC 6120 §4.7).
struct ReceivingHeader {
    let configuration: StreamConfiguration
    let facts: StreamFacts

    /// A header that cannot be accepted, and what there is to say in the answer all the same.
    struct Refusal: Error {
        let violation: StreamViolation
        let header: StreamHeader?
    }

    /// Looks at a header.
    ///
    /// - Throws: `Refusal` with the error to answer with, behind a header of one's own (§4.9.1.2).
    func examine(_ root: Element) throws(Refusal) -> StreamHeader {
        let header: StreamHeader
        do throws(StreamError) {
            header = try StreamHeader(root)
        } catch {
            throw Refusal(violation: StreamViolation(error.condition, expected: "the header of a stream"), header: nil)
        }
        if let violation = fault(in: header) { throw Refusal(violation: violation, header: header) }
        return header
    }

    private func fault(in header: StreamHeader) -> StreamViolation? {
        if let content = header.content, content != configuration.content {
            return StreamViolation(.invalidNamespace, expected: "the content namespace of this service")
        }
        if let violation = configuration.headerRules.fault(in: header, of: configuration.content) { return violation }
        guard let to = header.to?.jid, configuration.servedDomains.contains(to) else {
            if let to = header.to?.jid, configuration.goneDomains.contains(to) {
                return StreamViolation(.hostGone, expected: "a domain that is still served")
            }
            return StreamViolation(.hostUnknown, expected: "a domain that is served here")
        }
        return fault(inSender: header)
    }

    /// Whether somebody is named whom the peer cannot be (§4.7.1, §4.9.3.9).
    private func fault(inSender header: StreamHeader) -> StreamViolation? {
        guard let from = header.from else { return nil }
        guard let jid = from.jid else { return StreamViolation(.invalidFrom, expected: "an address") }
        if namesNobody(jid) { return nil }
        if let authenticated = facts.authentication?.address, !authenticated.hasSameBare(as: jid) {
            return StreamViolation(.invalidFrom, expected: "the address that has authenticated")
        }
        switch configuration.content {
        case .server:
            if !jid.isDomain { return StreamViolation(.invalidFrom, expected: "a domain") }
        case .client, .component: break
        }
        return nil
    }

    /// Whether a client names a host, as Net::XMPP does with its own: it is no account, and claims none.
    func namesNobody(_ jid: JID) -> Bool { configuration.content == .client && jid.isDomain }

    /// The header to answer with.
    ///
    /// - Parameter other: The header that came, as far as it could be read.
    func answer(to other: StreamHeader?, id: String) -> StreamHeader? {
        guard let first = configuration.servedDomains.first else { return nil }
        let called = other?.to?.jid
        let from = called.flatMap { configuration.servedDomains.contains($0) ? $0 : nil } ?? first
        var answer = (other ?? StreamHeader(content: configuration.content))
            .answer(from: from, id: id, languages: configuration.languages)
        answer.content = configuration.content
        answer.prefix = "stream"
        answer.prefixes = [:]
        if configuration.content == .component {
            answer.version = .legacy
            answer.language = nil
            answer.to = nil
        }
        return answer
    }
}
