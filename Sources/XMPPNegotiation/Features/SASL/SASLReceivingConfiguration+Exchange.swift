import XMLStream
import XMPPAddress
import XMPPSASL

extension SASLReceivingConfiguration {
    /// What is on offer in a stream now.
    func offer(knowing facts: StreamFacts) -> SASLOffer {
        policy.offer(.sasl, on: facts.channel, hasClientCertificate: acceptsCertificate(knowing: facts))
    }

    /// The exchange that `<auth/>` asks for.
    ///
    /// - Throws: What to tell the client instead: only what is on offer is taken, by the letter (RFC 6120 §6.5.7).
    func exchange(
        askedFor auth: Element, knowing facts: StreamFacts
    ) throws(SASLFailure.Condition) -> AnySASLExchange {
        guard let name = auth.attribute(.mechanism) else { throw .malformedRequest }
        let offer = offer(knowing: facts)
        let mechanism = try policy.mechanism(named: name, from: offer, on: facts.channel).get()
        if let own = exchanges.first(where: { $0.exchange.mechanism == mechanism.name }) { return own }
        var configuration = SASLServerPolicy.Configuration(
            domain: facts.domain?.domainpart ?? exchange.domain, decoySecret: exchange.decoySecret)
        configuration.decoyIterations = exchange.decoyIterations
        configuration.decoySaltByteCount = exchange.decoySaltByteCount
        guard let exchange = policy.exchange(for: mechanism, from: offer, on: facts.channel, configuration) else {
            throw .invalidMechanism
        }
        return AnySASLExchange(exchange)
    }

    /// The domain that is served.
    func domain(knowing facts: StreamFacts) -> JID? { facts.domain?.domain ?? JID(exchange.domain) }
}
