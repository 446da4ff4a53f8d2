import XMPPAddress
import XMPPSASL

/// Who a client is, and what of that can be told without the host: whom a certificate names, and whether somebody acts
/// as nobody but himself.
extension SASLReceivingConfiguration {
    /// What becomes of a question.
    enum Judgement: Hashable {
        /// The host is asked this.
        case ask(SASLQuestion)
        /// There is nothing to ask.
        case answer(SASLAnswer)
    }

    /// As whom a client has authenticated.
    enum Client: Hashable {
        /// As this account or domain; nil is nobody in particular.
        case authenticated(JID?)
        /// As nobody that there is.
        case refused(SASLFailure.Condition)
    }

    // MARK: Certificates

    /// Whether the peer's certificate is of use for EXTERNAL.
    func acceptsCertificate(knowing facts: StreamFacts) -> Bool {
        switch facts.tls?.peer {
        case .some(.none), nil: false
        case .presented: !certified(knowing: facts).isEmpty
        case .vouchedFor: facts.content == .client || facts.initiator != nil
        }
    }

    /// Whom the peer's certificate proves it to be: accounts of the domain, or the domain that its header named.
    private func certified(knowing facts: StreamFacts) -> [JID] {
        guard case .presented(let certificate) = facts.tls?.peer else { return [] }
        switch facts.content {
        case .client:
            return domain(knowing: facts).map { ClientIdentity.addresses(in: certificate, at: $0) } ?? []
        case .server:
            guard let domain = facts.initiator?.domain,
                DomainIdentity(domain: domain, service: .server).verdict(on: certificate).isVerified
            else { return [] }
            return [domain]
        case .component: return []
        }
    }

    // MARK: Questions

    /// What of an exchange's question is left for the host.
    func judgement(
        of question: SASLQuestion, by mechanism: SASLMechanismName, knowing facts: StreamFacts
    ) -> Judgement {
        switch question {
        case .verdict(on: .transport(authorizationIdentity: let wanted)): return judgement(of: wanted, knowing: facts)
        case .authorization(of: let identity):
            guard let wanted = identity.authorizationIdentity.flatMap({ JID($0) }), mayBeWanted(wanted, facts) else {
                return .answer(.authorization(false))
            }
            if wanted == address(of: identity.username, facts) { return .answer(.authorization(true)) }
            let certified = mechanism == .external ? certified(knowing: facts) : []
            return certified.isEmpty ? .ask(question) : .answer(.authorization(certified.contains(wanted)))
        case .randomBytes, .derivedKey, .digestKey, .password, .credentials, .tokens,
            .verdict(on: .password), .verdict(on: .anonymous), .verdict(on: .token):
            return .ask(question)
        }
    }

    /// EXTERNAL: the host is told which account the certificate names. Of a server nothing is left to ask.
    private func judgement(of wanted: String?, knowing facts: StreamFacts) -> Judgement {
        var address: JID?
        if let wanted {
            guard let named = JID(wanted), mayBeWanted(named, facts) else {
                return .answer(.verdict(.refused(.invalidAuthzid)))
            }
            address = named
        }
        if case .vouchedFor = facts.tls?.peer {
            return .ask(.verdict(on: .transport(authorizationIdentity: address?.description)))
        }
        let certified = certified(knowing: facts)
        if let address, !certified.contains(address) { return .answer(.verdict(.refused(.invalidAuthzid))) }
        guard let address = address ?? (certified.count == 1 ? certified.first : nil) else {
            return .answer(.verdict(.refused(.notAuthorized)))
        }
        return facts.content == .client
            ? .ask(.verdict(on: .transport(authorizationIdentity: address.description)))
            : .answer(.verdict(.accepted(username: address.domainpart)))
    }

    /// Whether an identity can be that of the peer (RFC 6120 §6.3.8): of a client an account of the domain, of a server
    /// the domain that its header named.
    private func mayBeWanted(_ identity: JID, _ facts: StreamFacts) -> Bool {
        switch facts.content {
        case .client: identity.isBare && !identity.isDomain && identity.domain == domain(knowing: facts)
        case .server, .component: identity.isDomain && identity == (facts.initiator?.domain ?? identity)
        }
    }

    private func address(of username: String, _ facts: StreamFacts) -> JID? {
        switch facts.content {
        case .client: domain(knowing: facts).flatMap { try? $0.with(localpart: username) }
        case .server, .component: JID(username).flatMap { $0.isDomain ? $0 : nil }
        }
    }

    // MARK: Outcome

    /// As whom a client has authenticated (RFC 6120 §4.3.6): as the identity it wanted to act as, or else as that of its
    /// credentials.
    func client(of outcome: SASLOutcome, by mechanism: SASLMechanismName, knowing facts: StreamFacts) -> Client {
        guard outcome.isPeerVerified, let identity = outcome.identity else {
            return facts.content == .client ? .authenticated(nil) : .refused(.notAuthorized)
        }
        let named = identity.authorizationIdentity.map { JID($0) } ?? address(of: identity.username, facts)
        guard let address = named, mayBeWanted(address, facts) || facts.content != .client else {
            return .refused(.notAuthorized)
        }
        let certified = mechanism == .external ? certified(knowing: facts) : []
        return certified.isEmpty || certified.contains(address) ? .authenticated(address) : .refused(.notAuthorized)
    }
}
