import XMPPStanza

/// Whose certificate it is: nothing is sent over a channel before that is known (RFC 6120 §13.7.2).
extension InitiatingNegotiation {
    /// Looks at the certificate of a channel that has just been secured.
    mutating func check(
        _ tls: TLSFacts, for feature: AwakeFeature?, of list: StreamFeatures, in setup: NegotiationSetup
    ) -> [NegotiationAction] {
        let verdict = verdict(on: tls)
        if verdict.isVerified { return trust(tls, for: feature, of: list, in: setup) }
        if case .presented(let certificate) = tls.peer, setup.policy.asksAboutRefusedCertificates {
            state = .judgingCertificate(tls, for: feature, of: list)
            return [.ask(.certificate(certificate, verdict))]
        }
        return fail(.certificate(verdict))
    }

    /// Goes on over a channel whose peer is the right one.
    mutating func trust(
        _ tls: TLSFacts, for feature: AwakeFeature?, of list: StreamFeatures, in setup: NegotiationSetup
    ) -> [NegotiationAction] {
        if let feature { return step(feature, .switched(.tls(tls)), list, in: setup) }
        facts.take(.secure(tls))
        return open()
    }

    /// Whether the peer is the one that was called: the domain of the stream, whatever host the address look-up gave.
    func verdict(on tls: TLSFacts) -> IdentityVerdict {
        switch tls.peer {
        case .vouchedFor: return .verified(by: .host)
        case .none: return .refused(.noCertificate)
        case .presented(let certificate):
            guard let domain = facts.domain else { return .refused(.unusableDomain) }
            return DomainIdentity(domain: domain, service: facts.content == .server ? .server : .client)
                .verdict(on: certificate)
        }
    }
}
