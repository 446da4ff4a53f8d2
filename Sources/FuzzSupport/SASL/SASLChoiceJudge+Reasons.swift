import XMPPSASL

/// The reasons for what is not chosen.
extension SASLChoiceJudge {
    /// Each name on offer is chosen or has a reason, which is true.
    func findingInReasons(_ chosen: SASLMechanism?) -> String? {
        var rest = choice.passedOver[...]
        for (name, isToken) in offer.mechanisms.map({ ($0, false) }) + offer.tokenMechanisms.map({ ($0, true) }) {
            let isFor = chosen.map { ($0.credential == .hashedToken) == isToken && $0.name.description == name }
            if isFor == true { continue }
            guard let other = rest.popFirst(), other.name.utf8.elementsEqual(name.utf8) else {
                return "\(name) has no reason"
            }
            guard isTrue(other.reason, of: name, isToken, chosen) else {
                return "not \(name): \(other.reason), which is not so"
            }
        }
        return rest.isEmpty ? nil : "reasons for what is not on offer"
    }

    private func isTrue(
        _ reason: SASLChoice.Reason, of name: String, _ isToken: Bool, _ chosen: SASLMechanism?
    ) -> Bool {
        if case .abort = choice.decision { return reason == .aborted }
        let named = policy.mechanisms.first { $0.name.description.utf8.elementsEqual(name.utf8) }
        let isInPlace = !isToken || offer.profile == .sasl2
        guard let mechanism = named, isInPlace, (mechanism.credential == .hashedToken) == isToken else {
            return reason == .notWanted
        }
        switch reason {
        case .notWanted, .aborted: return false
        case .failedBefore: return scenario.failed.contains(mechanism.name) && objections(to: mechanism).isEmpty
        case .strongerIsOffered(let other):
            return objections(to: mechanism).isEmpty && strongerOnes(than: mechanism).contains { $0.name == other }
        case .lessWanted(let other):
            let first = policy.mechanisms.first { $0.name == other || $0 == mechanism }
            return objections(to: mechanism).isEmpty && chosen?.name == other && first == chosen
        case .tooWeak, .weakerThanBefore, .lacks, .tokenIsForAnother, .cannotActAs, .unprotected, .earlyData,
            .bindingIsOff, .channelHasNoBinding, .noCommonBinding, .cannotConfirm, .bindingFailed, .doesNotBind:
            return objections(to: mechanism).contains(reason)
        }
    }

    /// All that there is to say against a mechanism by itself, but that it has failed.
    func objections(to mechanism: SASLMechanism) -> [SASLChoice.Reason] {
        ownObjections(to: mechanism) + bindingObjections(to: mechanism)
    }

    private func ownObjections(to mechanism: SASLMechanism) -> [SASLChoice.Reason] {
        let account = scenario.account
        let strength = mechanism.strength
        let isToken = mechanism.credential == .hashedToken
        let isTied = mechanism.binding != .none || mechanism.credential == .certificate
        let isSCRAM = SCRAMVariant(mechanism.name) != nil
        let hasBindingFailed = policy.mechanisms.contains {
            $0.strength == .channelBound && $0.credential != .hashedToken && scenario.failed.contains($0.name)
        }
        let isGuarded = mechanism.requiresVerifiedTLS || (policy.requiresVerifiedTLS && strength != .nothing)
        let rows: [(Bool, SASLChoice.Reason)] = [
            (!has(mechanism.credential), .lacks(mechanism.credential)),
            (isToken && account.token?.mechanism != mechanism.name, .tokenIsForAnother),
            (account.authorizationIdentity != nil && !mechanism.carriesAuthorizationIdentity, .cannotActAs),
            (scenario.channel.isEarlyData && !isToken, .earlyData),
            (isGuarded && !scenario.isProtected, .unprotected),
            (policy.channelBinding == .required && !isTied, .doesNotBind),
            (isSuspect && !isTied && !isSCRAM, .cannotConfirm),
            (hasBindingFailed && strength < .proof, .bindingFailed),
            (strength < policy.minimumStrength, .tooWeak(policy.minimumStrength)),
            (
                policy.rememberedStrength.map { strength < $0 } ?? false,
                .weakerThanBefore(policy.rememberedStrength ?? strength)
            ),
        ]
        return rows.filter(\.0).map(\.1)
    }

    private func bindingObjections(to mechanism: SASLMechanism) -> [SASLChoice.Reason] {
        if mechanism.binding != .none, policy.channelBinding == .off { return [.bindingIsOff] }
        switch mechanism.binding {
        case .none: return []
        case .only(let kind): return scenario.kinds.contains(kind) ? [] : [.channelHasNoBinding]
        case .any: break
        }
        if scenario.kinds.isEmpty { return [.channelHasNoBinding] }
        return state == .noneInCommon || state == .notOffered ? [.noCommonBinding] : []
    }

    /// Those on offer that are worth more for the same secret. That the channel cannot be bound is an excuse only for
    /// what proves as much otherwise.
    func strongerOnes(than mechanism: SASLMechanism) -> [SASLMechanism] {
        policy.mechanisms.filter { other in
            let isExcused = mechanism.strength >= .proof && !bindingObjections(to: other).isEmpty
            return other.strength > mechanism.strength && secret(of: other) == secret(of: mechanism) && isOffered(other)
                && ownObjections(to: other).isEmpty && !isExcused
        }
    }

    // MARK: Terms

    /// Whether the offer may be somebody else's.
    var isSuspect: Bool {
        policy.requiresConfirmedOffer || (state == .noneInCommon && !policy.toleratesNoCommonBinding)
    }

    func isOffered(_ mechanism: SASLMechanism) -> Bool {
        let name = mechanism.name.description
        if mechanism.credential != .hashedToken { return offer.mechanisms.contains(name) }
        return offer.profile == .sasl2 && offer.tokenMechanisms.contains(name)
    }

    private func has(_ credential: SASLMechanism.Credential) -> Bool {
        let account = scenario.account
        return switch credential {
        case .nothing: account.isAnonymous
        case .password: if case .known = account.password { true } else { false }
        case .derivedKey: account.password != .none
        case .certificate: account.hasCertificate
        case .bearerToken: account.bearerToken != nil
        case .hashedToken: account.token != nil
        }
    }

    private func secret(of mechanism: SASLMechanism) -> SASLMechanism.Credential {
        mechanism.credential == .derivedKey ? .password : mechanism.credential
    }
}
