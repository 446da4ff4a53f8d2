import XMLStream
import XMPPAddress
import XMPPStanza

/// The iqs by which features older than lists of features are negotiated (RFC 6120 §7, RFC 3921 §3, XEP-0077, XEP-0078).
///
/// The ids are the same in every stream: at that point of a stream nobody but the peer can answer, and answers that say
/// to be from others are not taken.
enum FeatureRequest {
    /// A request to the receiving entity.
    static func make(
        _ type: IQType, _ id: String, to recipient: JID? = nil,
        _ payload: () throws(XMLContentError) -> Element
    ) -> FeatureEffect {
        .sending { () throws(XMLContentError) in
            let payload = try payload()
            return try IQ(type, to: recipient, id: id) { $0.element(payload) }.element
        }
    }

    /// Whether an element is for a feature that speaks in iqs: at a receiving entity a request for it, at an initiating
    /// one an answer to a request of its own.
    static func isNegotiation(
        of key: FeatureKey, payload: FeatureKey, _ element: Element, knowing facts: StreamFacts
    ) -> Bool {
        guard let iq = IQ(element) else { return false }
        switch facts.role {
        case .receiving:
            guard iq.isRequest, iq.isAnswerable else { return false }
            return iq.payload?.isNamed(payload.name, in: payload.namespace) == true
                && isOwn(iq.address(.to), knowing: facts)
        case .initiating:
            return !iq.isRequest && iq.id?.hasPrefix(key.name + "-") == true && isOwn(iq.address(.from), knowing: facts)
        }
    }

    /// Whether an address is that of the receiving entity, which answers for the account and the stream too.
    private static func isOwn(_ address: WireAddress?, knowing facts: StreamFacts) -> Bool {
        guard let address else { return true }
        guard case .jid(let jid) = address else { return false }
        return jid == facts.domain || jid == facts.address || jid == facts.address?.bare
            || jid == facts.authentication?.address?.bare || jid == facts.initiator?.bare
    }

    /// A request without what it asks, which may hold a password: enough to answer it by. Nil where it cannot be answered.
    static func envelope(of request: IQ) -> IQ? {
        guard request.isAnswerable, let id = request.id, let payload = request.payload else { return nil }
        let addresses = [StanzaDirection.to, .from].map { direction -> JID? in
            guard case .jid(let jid)? = request.address(direction) else { return nil }
            return jid
        }
        return try? IQ(.set, to: addresses[0], from: addresses[1], id: id, in: request.contentNamespace) { builder in
            if let empty = try? ElementBuilder(payload.name, in: payload.namespace).finish() { builder.element(empty) }
        }
    }

    /// What an iq says to the request with this id.
    enum Outcome: Hashable, Sendable {
        /// It went well, with this payload.
        case result(Element?)
        /// It did not.
        case error(StanzaError)
        /// It answers nothing that was asked here.
        case unrelated
    }

    /// What an element says to the request with this id.
    static func outcome(of id: String, _ element: Element) -> Outcome {
        guard let iq = IQ(element), iq.hasID(id), !iq.isRequest else { return .unrelated }
        return iq.error.map(Outcome.error) ?? .result(iq.payload)
    }
}

extension FeatureEffect {
    /// Answers a request with a result.
    static func result(
        of request: IQ, _ payload: (() throws(XMLContentError) -> Element)? = nil
    ) -> FeatureEffect {
        .sending { () throws(XMLContentError) in
            let payload = try payload?()
            guard
                let answer = try request.result({ builder in
                    if let payload { builder.element(payload) }
                })
            else { throw XMLContentError(.structure) }
            return answer.element
        }
    }

    /// Answers a request with an error, which never says again what was asked: that may be a password.
    static func error(_ error: StanzaError, to request: IQ) -> FeatureEffect {
        .sending { () throws(XMLContentError) in
            guard let answer = try request.error(error) else { throw XMLContentError(.structure) }
            return answer.element
        }
    }
}
