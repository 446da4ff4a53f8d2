import Testing
import XMPPSASL

/// Every policy of a client against every policy of a server, from the offer to the end, and somebody who takes parts of
/// the offer away.
@Suite struct PolicyDuelTests {
    /// What a channel tells one side.
    enum Telling: CaseIterable, Sendable {
        case nothing, endPoint, exporter, both

        /// - Parameter isStrangers: Whether it is another channel: somebody with the server's certificate sits between.
        func channel(isStrangers: Bool = false) -> SASLChannel {
            let known = isStrangers ? Duellist.strangers : Duellist.bindings
            let kinds: [ChannelBinding.Kind] =
                switch self {
                case .nothing: []
                case .endPoint: [.tlsServerEndPoint]
                case .exporter: [.tlsExporter]
                case .both: [.tlsExporter, .tlsServerEndPoint]
                }
            return SASLChannel(
                .tls13, isServerVerified: true, bindings: known.filter { kinds.contains($0.kind) })
        }
    }

    private static let servers: [SASLServerPolicy] = [false, true].flatMap { requiresChannelBinding in
        [[], [.plain], [.plain] + SASLMechanism.historic].map { others in
            var policy = SASLServerPolicy()
            policy.mechanisms += others
            policy.requiresChannelBinding = requiresChannelBinding
            return policy
        }
    }

    private static let clients: [SASLPolicy] = SASLPolicy.ChannelBindingUse.allCases.flatMap { use in
        [false, true].flatMap { requiresConfirmedOffer in
            [nil, SASLStrength.proof, .channelBound].flatMap { remembered in
                [SASLMechanism.current, SASLMechanism.current + SASLMechanism.historic].map { mechanisms in
                    var policy = SASLPolicy()
                    policy.mechanisms = mechanisms
                    policy.channelBinding = use
                    policy.requiresConfirmedOffer = requiresConfirmedOffer
                    policy.rememberedStrength = remembered
                    return policy
                }
            }
        }
    }

    private static let account = SASLAccount(
        username: Duellist.username, domain: "example.com", password: .known(Secret(Duellist.password)))

    /// How a login goes whose client has seen this offer.
    ///
    /// - Returns: Nil if the client does not begin.
    private func login(
        _ policy: SASLPolicy, seeing seen: SASLOffer, on channel: SASLChannel, at server: SASLServerPolicy,
        offering offer: SASLOffer, on serverChannel: SASLChannel
    ) throws -> (selection: SASLChoice.Selection, ending: Duel.Ending)? {
        let choice = SASLChoice(from: seen, policy: policy, channel: channel, account: Self.account)
        guard let selection = choice.selection else { return nil }
        let client = try #require(try selection.exchange(for: Self.account))
        let name = selection.mechanism.name
        guard case .success(let taken) = server.mechanism(named: name.description, from: offer, on: serverChannel)
        else { return (selection, Duel.Ending()) }
        let configuration = SASLServerPolicy.Configuration(domain: "example.com", decoySecret: Duellist.decoy)
        let other = try #require(server.exchange(for: taken, from: offer, on: serverChannel, configuration))
        var duel = Duel(client: client, server: other)
        return (selection, try duel.run())
    }

    @Test(
        "S13, S14, S15, XEP0440-3-3, XEP0440-3-4, XEP0474-7-2: whatever the policies, a login that begins ends well, and one over a stranger's channel only if nobody can tell",
        arguments: Telling.allCases, Telling.allCases)
    func policies(_ told: Telling, _ serverTold: Telling) throws {
        var begun = 0
        for server in Self.servers {
            for profile in [SASLOffer.Profile.sasl, .sasl2] {
                let serverChannel = serverTold.channel()
                let offer = server.offer(profile, on: serverChannel)
                for policy in Self.clients {
                    let honest = try login(
                        policy, seeing: offer, on: told.channel(), at: server, offering: offer, on: serverChannel)
                    if let honest {
                        begun += 1
                        #expect(honest.ending.isGood, "\(honest.selection)")
                        let strength = honest.selection.mechanism.strength
                        if let remembered = policy.rememberedStrength { #expect(strength >= remembered) }
                        if policy.channelBinding == .required { #expect(strength == .channelBound) }
                    }
                    // Somebody between, who passes everything on.
                    let passedOn = try login(
                        policy, seeing: offer, on: told.channel(isStrangers: true), at: server, offering: offer,
                        on: serverChannel)
                    if let passedOn, passedOn.selection.mechanism.strength == .channelBound {
                        #expect(!passedOn.ending.isGood, "\(passedOn.selection)")
                    }
                }
            }
        }
        #expect(begun > 0)
    }

    @Test(
        "S15, XEP0474-6.2-1, RFC5802-6-6: with any part of the offer taken away, nobody who proves himself is fooled",
        arguments: Telling.allCases)
    func stripping(_ told: Telling) throws {
        let server = SASLServerPolicy(mechanisms: SASLServerPolicy().mechanisms + [.plain])
        let channel = told.channel()
        let offer = server.offer(.sasl2, on: channel)
        // A name that nobody knows may make it look as if there were binding.
        for mechanisms in Self.subsets(of: offer.mechanisms + ["BOGUS-PLUS"]) {
            for bindings in Self.subsets(of: offer.bindings) + [["x-dummy"], ["tls-server-end-point"]] {
                let seen = SASLOffer(.sasl2, mechanisms: mechanisms, bindings: bindings)
                if seen == offer { continue }
                for policy in Self.clients {
                    guard
                        let login = try login(
                            policy, seeing: seen, on: channel, at: server, offering: offer, on: channel)
                    else { continue }
                    // What gives the password away cannot tell; it is used only where nothing else was left, and never
                    // by whoever knows better.
                    if login.selection.mechanism.strength < .proof {
                        #expect(
                            mechanisms.filter { $0 != "BOGUS-PLUS" } == ["PLAIN"] && policy.rememberedStrength == nil,
                            "\(mechanisms)")
                        #expect(!policy.requiresConfirmedOffer && policy.channelBinding != .required)
                    } else {
                        #expect(!login.ending.isGood, "\(login.selection) of \(mechanisms), \(bindings)")
                    }
                }
            }
        }
    }

    @Test(
        "S14, RFC5802-6-3, RFC5802-6-6: a server that confirms nothing notices all the same that its mechanisms with binding were taken away",
        arguments: [SASLOffer.Profile.sasl, .sasl2], [Telling.endPoint, .exporter, .both])
    func unconfirmed(_ profile: SASLOffer.Profile, _ told: Telling) throws {
        let server = SASLServerPolicy()
        let channel = told.channel()
        let offer = server.offer(profile, on: channel)
        let unbound = offer.mechanisms.filter { !$0.hasSuffix("-PLUS") }
        var begun = 0
        for mechanisms in [unbound, unbound + ["BOGUS-PLUS"], unbound + ["SCRAM-SHA3-512-PLUS"]] {
            for bindings in [[], offer.bindings, ["x-dummy"], ["tls-server-end-point"], ["tls-exporter"]] {
                let seen = SASLOffer(profile, mechanisms: mechanisms, bindings: bindings)
                let choice = SASLChoice(
                    from: seen, policy: SASLPolicy(), channel: channel, account: Self.account)
                guard let selection = choice.selection, let variant = SCRAMVariant(selection.mechanism.name) else {
                    continue
                }
                begun += 1
                var configuration = SCRAMServer.Configuration(
                    variant, offer: offer, channel: channel, decoySecret: Duellist.decoy)
                configuration.downgradeProtection = nil
                let client = try #require(try selection.exchange(for: Self.account))
                var duel = Duel(client: client, server: SCRAMServer(configuration))
                #expect(try !duel.run().isGood, "\(selection) of \(mechanisms), \(bindings)")
            }
        }
        #expect(begun > 0)
    }

    private static func subsets(of names: [String]) -> [[String]] {
        (0..<(1 << names.count)).map { mask in
            names.enumerated().filter { mask & (1 << $0.offset) != 0 }.map(\.element)
        }
    }
}
