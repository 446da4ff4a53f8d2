import XMPPSASL

/// All that a choice is made of, by the bytes of an input.
struct SASLChoiceScenario {
    let offer: SASLOffer
    let policy: SASLPolicy
    let channel: SASLChannel
    let account: SASLAccount
    let failed: Set<SASLMechanismName>
    /// The kinds of binding that the channel has to have, the best first.
    let kinds: [ChannelBinding.Kind]
    /// Whether the server has been verified, so that something may be given away.
    let isProtected: Bool
    private let isPrinted: Bool

    init(_ input: [UInt8]) {
        var program = FuzzProgram(input)
        let flags = program.next()
        let protection: SASLChannel.Protection =
            [.nothing, .tls12(hasExtendedMasterSecret: false), .tls12(hasExtendedMasterSecret: true), .tls13][
                Int(flags >> 1 & 3)]
        let isVerified = flags & 0x08 != 0
        isPrinted = flags & 0x40 != 0
        let given = program.next()
        let all = Self.allKinds.enumerated().filter { given >> UInt8($0.offset) & 1 != 0 }.map(\.element)
        kinds = all.filter { Self.has(protection, $0) }
        isProtected = isVerified && protection != .nothing
        channel = SASLChannel(
            protection, isServerVerified: isVerified, isEarlyData: flags & 0x10 != 0,
            bindings: (flags & 0x20 != 0 ? all.reversed() : all).compactMap { Self.binding(of: $0) })
        var policy = SASLPolicy()
        policy.channelBinding = SASLPolicy.ChannelBindingUse.allCases[program.next(below: 3)]
        let insistence = program.next()
        policy.requiresConfirmedOffer = insistence & 0x01 != 0
        policy.toleratesNoCommonBinding = insistence & 0x02 != 0
        policy.requiresVerifiedTLS = insistence & 0x04 != 0
        policy.minimumStrength = SASLStrength.allCases[program.next(below: SASLStrength.allCases.count)]
        let remembered = program.next(below: SASLStrength.allCases.count + 1)
        policy.rememberedStrength = ([nil] + SASLStrength.allCases)[remembered]
        account = Self.account(&program, insistence)

        let lines = program.nextRest().prefix(2048).split(separator: 0x0A, omittingEmptySubsequences: false)
        let sections = lines.split(separator: [], omittingEmptySubsequences: false).map { section in
            section.prefix(24).map { String(decoding: $0, as: UTF8.self) }
        }
        func section(_ number: Int) -> [String] { number < sections.count ? sections[number] : [] }
        offer = SASLOffer(
            flags & 0x01 != 0 ? .sasl2 : .sasl, mechanisms: section(0), bindings: section(1),
            tokenMechanisms: section(2))
        failed = Set(section(3).compactMap { SASLMechanismName($0) })
        let known = SASLMechanism.current + SASLMechanism.historic + Self.own
        let wanted = section(4).compactMap { name in known.first { $0.name.description == name } }
        if !wanted.isEmpty {
            policy.mechanisms = wanted
        } else if flags & 0x80 != 0 {
            policy.mechanisms = known
        }
        self.policy = policy
    }

    /// Chooses, from another offer if one is given.
    func choice(from other: SASLOffer? = nil) -> SASLChoice {
        SASLChoice(from: other ?? offer, policy: policy, channel: channel, account: account, failed: failed)
    }

    private static func account(_ program: inout FuzzProgram, _ flags: UInt8) -> SASLAccount {
        let secret = Secret("\(SecretSearch.mark)-pencil")
        var account = SASLAccount(username: "user", domain: "example.org")
        account.password = [.none, .derivedKeysOnly, .known(secret)][program.next(below: 3)]
        account.hasCertificate = flags & 0x08 != 0
        if flags & 0x10 != 0 { account.bearerToken = secret }
        account.isAnonymous = flags & 0x20 != 0
        if flags & 0x40 != 0 { account.authorizationIdentity = "other@example.org" }
        let tokens = HashedTokenVariant.Hash.allCases.flatMap { hash in
            HashedTokenVariant.Binding.allCases.map { HashedTokenVariant(hash, binding: $0).name }
        }
        let which = program.next(below: tokens.count + 1)
        if which > 0 { account.token = FASTToken(secret, for: tokens[which - 1], expiry: 1) }
        return account
    }

    /// RFC 9266 §4, §4.2, RFC 7677 §4: what proves something in which TLS.
    private static func has(_ protection: SASLChannel.Protection, _ kind: ChannelBinding.Kind) -> Bool {
        switch protection {
        case .nothing: false
        case .tls12(hasExtendedMasterSecret: true): true
        case .tls12: ![.tlsExporter, .tlsUnique].contains(kind)
        case .tls13: kind != .tlsUnique
        }
    }

    /// The binding of a kind: other data for each.
    static func binding(of kind: ChannelBinding.Kind) -> ChannelBinding? {
        let place = UInt8(allKinds.firstIndex(of: kind) ?? 0)
        return ChannelBinding(kind, data: (0..<32).map { $0 &* 7 &+ place })
    }

    /// The best first: the hash of a certificate says least.
    private static let allKinds: [ChannelBinding.Kind] =
        [.tlsExporter, .tlsUnique] + [ChannelBinding.Kind("x-own")].compactMap { $0 } + [.tlsServerEndPoint]

    /// Mechanisms of a host's own: one in the middle, and two that bind, the name of one of which does not say so.
    private static let own: [SASLMechanism] = [("X-OWN", false), ("X-OWN-PLUS", true), ("X-BINDER", true)].compactMap {
        name, isBound in
        SASLMechanismName(name).map { name in
            SASLMechanism(
                name, strength: isBound ? .channelBound : .challengeResponse, credential: .derivedKey,
                requiresVerifiedTLS: !isBound, binding: isBound ? .any : .none, carriesAuthorizationIdentity: isBound)
        }
    }
}

extension SASLChoiceScenario {
    /// What is wrong with a choice that another order, or saying everything twice, makes another one.
    func findingInOrder(_ choice: SASLChoice) -> String? {
        let again = self.choice()
        if again != choice || again.hashValue != choice.hashValue { return "another choice the next time" }
        let reversed = self.choice(
            from: SASLOffer(
                offer.profile, mechanisms: offer.mechanisms.reversed(), bindings: offer.bindings.reversed(),
                tokenMechanisms: offer.tokenMechanisms.reversed()))
        let doubled = self.choice(
            from: SASLOffer(
                offer.profile, mechanisms: offer.mechanisms + offer.mechanisms,
                bindings: offer.bindings + offer.bindings,
                tokenMechanisms: offer.tokenMechanisms + offer.tokenMechanisms))
        if !isSame(reversed.decision, choice.decision) { return "another choice by the server's order" }
        return isSame(doubled.decision, choice.decision) ? nil : "another choice of what is said twice"
    }

    /// Whether two choices are the same but for the offer that they repeat.
    private func isSame(_ one: SASLChoice.Decision, _ other: SASLChoice.Decision) -> Bool {
        switch (one, other) {
        case (.use(let one), .use(let other)):
            one.mechanism == other.mechanism && one.binding == other.binding
                && one.requiresConfirmedOffer == other.requiresConfirmedOffer
                && one.strengthToRemember == other.strengthToRemember
        case (.nothing, .nothing): true
        case (.abort(let one), .abort(let other)): one == other
        case (.use, _), (.nothing, _), (.abort, _): false
        }
    }

    /// What is wrong with how a choice prints: a line a mechanism, whatever the server calls its own, and no secret.
    func findingInPrint(_ choice: SASLChoice) -> String? {
        let text = choice.description
        let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        let isPlain = lines.joined().allSatisfy { $0 >= 0x20 && $0 < 0x7F }
        guard isPlain, lines.count == choice.passedOver.count + 1, lines.allSatisfy({ !$0.isEmpty }) else {
            return "it prints as \(Array(text.utf8))"
        }
        let names = offer.mechanisms + offer.bindings + offer.tokenMechanisms
        guard isPrinted, !names.contains(where: { $0.contains(SecretSearch.mark) }) else { return nil }
        let data = channel.bindings.map(\.data.exposed)
        return SecretSearch.finding(in: (choice, account, policy, channel), secrets: data)
    }
}
