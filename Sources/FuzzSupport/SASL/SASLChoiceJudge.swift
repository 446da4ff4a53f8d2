import XMPPSASL

/// Says whether a choice is right, by the rules of RFC 5802 §6, XEP-0440, XEP-0474 and XEP-0484 once more.
struct SASLChoiceJudge {
    /// What is to be done about the channel.
    enum Channel: Equatable {
        /// The client cannot bind, or is not to.
        case unable
        /// The server offers nothing of the kind.
        case notOffered
        /// Both have this one.
        case common(ChannelBinding.Kind)
        /// Both have some, none in common.
        case noneInCommon
        /// What is announced contradicts itself.
        case contradiction(SASLChoice.Suspicion)
    }

    let scenario: SASLChoiceScenario
    let choice: SASLChoice
    let offer: SASLOffer
    let policy: SASLPolicy
    let state: Channel

    init(_ scenario: SASLChoiceScenario, _ choice: SASLChoice) {
        self.scenario = scenario
        self.choice = choice
        offer = scenario.offer
        policy = scenario.policy
        state = Self.channel(scenario)
    }

    /// What is wrong, in English, or nil.
    func finding() -> String? {
        let kinds = scenario.channel.bindings.map(\.kind)
        if kinds != scenario.kinds { return "the channel has \(kinds)" }
        let expected: SASLChoice.Suspicion? = if case .contradiction(let suspicion) = state { suspicion } else { nil }
        let found: SASLChoice.Suspicion? = if case .abort(let found) = choice.decision { found } else { nil }
        if found != expected { return "\(expected.map { "\($0)" } ?? "nothing") is suspect" }
        var chosen: SASLMechanism?
        if case .use(let selection) = choice.decision {
            chosen = selection.mechanism
            if let finding = finding(in: selection) ?? findingInExchange(selection) { return finding }
        }
        return findingInReasons(chosen)
    }

    private func finding(in selection: SASLChoice.Selection) -> String? {
        let chosen = selection.mechanism
        guard policy.mechanisms.contains(chosen), isOffered(chosen) else { return "nobody offers it, or wants it" }
        if scenario.failed.contains(chosen.name) { return "it has failed" }
        if chosen.strength < policy.minimumStrength { return "it is weaker than the minimum" }
        if let before = policy.rememberedStrength, chosen.strength < before { return "it is weaker than before" }
        let isBound = if case .bound = selection.binding { true } else { false }
        if policy.channelBinding == .required, !isBound, chosen.credential != .certificate { return "it is not bound" }
        if policy.channelBinding == .off, isBound { return "it is bound" }
        if let objection = objections(to: chosen).first { return "it is chosen although \(objection)" }
        if let other = strongerOnes(than: chosen).first { return "\(other.name) is stronger" }
        // Nothing but that it cannot say whom to act as makes up for showing the password where another is on offer.
        if chosen.strength == .plaintext, chosen.credential == .password {
            let others = policy.mechanisms.filter { other in
                other.strength > .plaintext && [.password, .derivedKey].contains(other.credential) && isOffered(other)
            }
            let isForced = others.allSatisfy {
                scenario.account.authorizationIdentity != nil && !$0.carriesAuthorizationIdentity
            }
            if !isForced { return "the password is shown, in spite of \(others.map(\.name))" }
        }
        if selection.binding != expectedBinding(of: chosen) { return "it treats the channel as \(selection.binding)" }
        let isSCRAM = SCRAMVariant(chosen.name) != nil
        if selection.requiresConfirmedOffer != (isSCRAM && isSuspect) { return "the offer has to be confirmed, or not" }
        let before = policy.rememberedStrength
        let strongest = [chosen.strength, before ?? chosen.strength].max()
        if selection.strengthToRemember != (chosen.credential == .hashedToken ? before : strongest) {
            return "\(String(describing: selection.strengthToRemember)) is to be remembered"
        }
        let protection = SCRAMDowngradeProtection(mechanisms: offer.mechanisms, bindings: offer.bindings)
        let isWhole = selection.downgradeProtection == protection && selection.iterations == policy.iterations
        return isWhole ? nil : "it forgets the offer or the rounds"
    }

    /// RFC 5802 §6: `p` where it binds; `y` where it could have, had there been a mechanism of ours for it; else `n`.
    private func expectedBinding(of mechanism: SASLMechanism) -> SCRAMClient.Binding {
        var kind: ChannelBinding.Kind?
        switch (mechanism.binding, state) {
        case (.only(let only), _): kind = only
        case (.any, .common(let common)): kind = common
        case (.none, .notOffered), (.none, .common): return .notOffered
        case (.none, _), (.any, _): return .unsupported
        }
        return kind.flatMap { SASLChoiceScenario.binding(of: $0) }.map { .bound($0) } ?? .unsupported
    }

    private static func channel(_ scenario: SASLChoiceScenario) -> Channel {
        let offer = scenario.offer
        guard scenario.policy.channelBinding != .off, let best = scenario.kinds.first,
            scenario.policy.mechanisms.contains(where: { $0.binding == .any })
        else { return .unable }
        let hasMechanism = offer.mechanisms.contains { name in
            name.utf8.count > 5 && name.utf8.suffix(5).elementsEqual("-PLUS".utf8)
        }
        guard hasMechanism else { return offer.bindings.isEmpty ? .notOffered : .contradiction(.noBindingMechanisms) }
        if offer.bindings.isEmpty {
            if offer.profile == .sasl2 { return .contradiction(.noBindingKinds) }
            let isTolerated = scenario.policy.toleratesNoCommonBinding
            return best == .tlsServerEndPoint && isTolerated ? .noneInCommon : .common(best)
        }
        let common = scenario.kinds.first { kind in
            offer.bindings.contains { $0.utf8.elementsEqual(kind.prefix.utf8) }
        }
        return common.map { .common($0) } ?? .noneInCommon
    }
}

extension SASLChoiceJudge {
    /// What was chosen is what then runs, with the flag that was decided.
    private func findingInExchange(_ selection: SASLChoice.Selection) -> String? {
        let name = selection.mechanism.name
        guard let made = try? selection.exchange(for: scenario.account), var client = made as (any SASLExchange)? else {
            return name.description.hasPrefix("X-") && name != .xOAuth2 ? nil : "no client comes of it"
        }
        if client.mechanism != name { return "a client of \(client.mechanism) comes of it" }
        guard SCRAMVariant(name) != nil else { return nil }
        var action = client.receive(.begun(nil), using: ToyCryptoProvider.self)
        if case .ask(.randomBytes(let count)) = action {
            let bytes = Secret([UInt8](repeating: 1, count: count))
            action = client.receive(.answered(.randomBytes(bytes)), using: ToyCryptoProvider.self)
        }
        guard case .send(let message?) = action, let header = NaiveReading.header(message.exposed) else {
            return "the client begins with \(action)"
        }
        let flag =
            switch selection.binding {
            case .bound(let binding): "p=\(binding.kind)"
            case .notOffered: "y"
            case .unsupported: "n"
            }
        let said = String(decoding: header.prefix { $0 != 0x2C }, as: UTF8.self)
        return said == flag ? nil : "the client says \(said), not \(flag)"
    }
}
