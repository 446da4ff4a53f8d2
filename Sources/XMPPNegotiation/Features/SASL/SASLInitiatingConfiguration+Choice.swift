import UnicodeProfiles
import XMPPAddress
import XMPPSASL

extension SASLInitiatingConfiguration {
    /// Which mechanism to use of those on offer, after some have failed.
    func choice(
        from offer: SASLOffer, knowing facts: StreamFacts, failed: Set<SASLMechanismName> = []
    ) -> SASLChoice {
        SASLChoice(from: offer, policy: policy, channel: facts.channel, account: account, failed: failed)
    }

    /// The exchange of what was chosen; nil where the account has not what it takes, or a name that cannot be said.
    func exchange(for selection: SASLChoice.Selection) -> AnySASLExchange? {
        if let own = exchanges.first(where: { $0.exchange.mechanism == selection.mechanism.name }) { return own }
        do throws(ProfileViolation) {
            return try selection.exchange(for: account).map(AnySASLExchange.init)
        } catch {
            return nil
        }
    }

    /// Whether the identity to act as, where there is one, is what it has to be: a client's a bare address, a server's a
    /// domain (RFC 6120 §6.3.8).
    func isIdentityUsable(knowing facts: StreamFacts) -> Bool {
        guard let text = account.authorizationIdentity else { return true }
        guard let identity = JID(text) else { return false }
        switch facts.content {
        case .client: return identity.isBare && !identity.isDomain
        case .server, .component: return identity.isDomain
        }
    }
}
