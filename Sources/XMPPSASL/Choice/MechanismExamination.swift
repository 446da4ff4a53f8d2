/// Looks at the mechanisms on offer, one by one and then together.
struct MechanismExamination {
    /// What there is to say of one mechanism by itself.
    enum Verdict: Hashable {
        /// It will not do.
        case refused(SASLChoice.Reason)
        /// It would do in a channel that could be bound as the server wants it.
        case unbound(SASLChoice.Reason, SASLMechanism)
        /// It would do, had it not failed.
        case failed(SASLMechanism)
        /// It will do.
        case possible(SASLMechanism)
    }

    let policy: SASLPolicy
    let channel: SASLChannel
    let account: SASLAccount
    let profile: SASLOffer.Profile
    let failed: Set<SASLMechanismName>
    let binding: BindingDecision

    /// Judges one name. It is compared by the letter: another case is another name (RFC 4422 §3.1).
    func verdict(on name: String, isForTokens: Bool) -> Verdict {
        guard let name = SASLMechanismName(name), let mechanism = policy.mechanisms.first(where: { $0.name == name }),
            isForTokens == (mechanism.credential == .hashedToken), !isForTokens || profile == .sasl2
        else { return .refused(.notWanted) }
        if let reason = reason(against: mechanism) { return .refused(reason) }
        if let reason = binding.reason(against: mechanism, in: channel) { return .unbound(reason, mechanism) }
        return failed.contains(name) ? .failed(mechanism) : .possible(mechanism)
    }

    private func reason(against mechanism: SASLMechanism) -> SASLChoice.Reason? {
        if !account.credentials.contains(mechanism.credential) { return .lacks(mechanism.credential) }
        if mechanism.credential == .hashedToken, account.token?.mechanism != mechanism.name {
            return .tokenIsForAnother
        }
        if account.authorizationIdentity != nil, !mechanism.carriesAuthorizationIdentity { return .cannotActAs }
        if channel.isEarlyData, mechanism.credential != .hashedToken { return .earlyData }
        let requiresVerifiedTLS = mechanism.requiresVerifiedTLS || policy.requiresVerifiedTLS
        if requiresVerifiedTLS, mechanism.strength != .nothing, !channel.isServerVerified { return .unprotected }
        // A certificate is shown in this very channel: it is bound as it is.
        let bindsChannel = mechanism.binding != .none || mechanism.credential == .certificate
        if policy.channelBinding == .required, !bindsChannel { return .doesNotBind }
        let isSuspect = policy.requiresConfirmedOffer || binding.requiresConfirmedOffer
        let isImmune = SCRAMVariant(mechanism.name) != nil || bindsChannel
        if isSuspect, !isImmune { return .cannotConfirm }
        if mechanism.strength < .proof, hasBindingFailed { return .bindingFailed }
        if mechanism.strength < policy.minimumStrength { return .tooWeak(policy.minimumStrength) }
        if let remembered = policy.rememberedStrength, mechanism.strength < remembered {
            return .weakerThanBefore(remembered)
        }
        return nil
    }

    /// Whether a mechanism that binds the channel has failed: that may have been somebody in between, who must not get
    /// anything in the open then. Tokens fail by themselves, as their time is over, and something else follows
    /// (XEP-0484 §4.1).
    private var hasBindingFailed: Bool {
        policy.mechanisms.contains {
            $0.strength == .channelBound && $0.credential != .hashedToken && failed.contains($0.name)
        }
    }

    /// The first in policy's order of those that have no stronger one beside them.
    func choose(among verdicts: [Verdict]) -> SASLMechanism? {
        let possible = verdicts.compactMap { verdict in
            if case .possible(let mechanism) = verdict { mechanism } else { nil }
        }
        return policy.mechanisms.first { mechanism in
            possible.contains(mechanism) && stronger(than: mechanism, among: verdicts) == nil
        }
    }

    /// Why a mechanism is not used; nil for the one that is.
    func reason(
        _ verdict: Verdict, chosen: SASLMechanism?, among verdicts: [Verdict]
    ) -> SASLChoice.Reason? {
        switch verdict {
        case .refused(let reason), .unbound(let reason, _): return reason
        case .failed: return .failedBefore
        case .possible(let mechanism):
            if mechanism == chosen { return nil }
            if let stronger = stronger(than: mechanism, among: verdicts) { return .strongerIsOffered(stronger.name) }
            return chosen.map { .lessWanted(than: $0.name) }
        }
    }

    /// A mechanism on offer that is worth more for the same secret. That it has failed does not make it worth less:
    /// whoever can make SCRAM fail must not get to see the password. Nor is the password shown to a server that knows
    /// SCRAM, if only with a binding that the channel has not.
    private func stronger(than mechanism: SASLMechanism, among verdicts: [Verdict]) -> SASLMechanism? {
        verdicts.lazy.compactMap { verdict -> SASLMechanism? in
            switch verdict {
            case .refused: nil
            case .unbound(_, let other): mechanism.strength < .proof ? other : nil
            case .failed(let other), .possible(let other): other
            }
        }.first { other in
            other.strength > mechanism.strength && Self.secret(of: other) == Self.secret(of: mechanism)
        }
    }

    /// A password and what is derived from it are one secret.
    private static func secret(of mechanism: SASLMechanism) -> SASLMechanism.Credential {
        switch mechanism.credential {
        case .password, .derivedKey: .password
        case .nothing, .certificate, .bearerToken, .hashedToken: mechanism.credential
        }
    }
}
