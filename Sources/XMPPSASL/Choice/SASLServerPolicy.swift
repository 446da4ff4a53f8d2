/// What a server offers, and what it takes.
public struct SASLServerPolicy: Hashable, Sendable {
    /// Which mechanisms the server can do, the most wanted first: those whose credentials it stores. PLAIN is for
    /// servers whose store takes no other (XEP-0474 §7).
    public var mechanisms: [SASLMechanism]
    /// What a mechanism has to be worth at least.
    public var minimumStrength = SASLStrength.nothing
    /// Whether only mechanisms are on offer that bind the channel, wherever it can be bound (RFC 5802 §6); besides them
    /// EXTERNAL, whose certificate is part of the channel, and ANONYMOUS, which proves nothing.
    public var requiresChannelBinding = false

    /// A policy for servers that store what SCRAM needs.
    public init(
        mechanisms: [SASLMechanism] = SASLMechanism.current.filter { $0.credential == .derivedKey }
    ) {
        self.mechanisms = mechanisms
    }

    /// What to offer in a channel. The hash of XEP-0474 is of this very value. In early data a client takes what it
    /// remembers of an earlier offer; of this one only the tokens are of use there.
    ///
    /// - Parameter hasClientCertificate: Whether the client has shown one, without which EXTERNAL is of no use.
    public func offer(
        _ profile: SASLOffer.Profile, on channel: SASLChannel, hasClientCertificate: Bool = false
    ) -> SASLOffer {
        let usable = mechanisms.filter { mechanism in
            reason(against: mechanism, on: channel) == nil
                && (mechanism.credential != .certificate || hasClientCertificate)
        }
        let tokens = usable.filter { $0.credential == .hashedToken }
        let others = usable.filter { $0.credential != .hashedToken }
        // Kinds without a mechanism that binds would look like an attack (XEP-0440 §3).
        let isBound = others.contains { $0.binding != .none }
        return SASLOffer(
            profile, mechanisms: others.map(\.name.description),
            bindings: isBound ? channel.bindings.map(\.kind.prefix) : [],
            tokenMechanisms: profile == .sasl2 ? tokens.map(\.name.description) : [])
    }

    /// The mechanism that a client asks for.
    ///
    /// Only what was offered is taken, by the letter; for the rest the condition says why (RFC 6120 §6.5), as far as it
    /// is no secret.
    ///
    /// - Parameter usesToken: Whether the client says that it uses a token (`fast` of XEP-0484 §3.4).
    public func mechanism(
        named text: String, from offer: SASLOffer, on channel: SASLChannel, usesToken: Bool = false
    ) -> Result<SASLMechanism, SASLFailure.Condition> {
        let offered = usesToken ? offer.tokenMechanisms : offer.mechanisms
        guard let name = SASLMechanismName(text), let mechanism = mechanisms.first(where: { $0.name == name }),
            (mechanism.credential == .hashedToken) == usesToken
        else { return .failure(.invalidMechanism) }
        if offered.contains(name.description) {
            // In early data anybody may be saying it again.
            return channel.isEarlyData && !usesToken ? .failure(.invalidMechanism) : .success(mechanism)
        }
        return .failure(reason(against: mechanism, on: channel) ?? .invalidMechanism)
    }

    private func reason(against mechanism: SASLMechanism, on channel: SASLChannel) -> SASLFailure.Condition? {
        if mechanism.strength < minimumStrength { return .mechanismTooWeak }
        if mechanism.requiresVerifiedTLS, channel.protection == .nothing { return .encryptionRequired }
        switch mechanism.binding {
        case .none:
            let isSecret = mechanism.credential != .certificate && mechanism.credential != .nothing
            return requiresChannelBinding && isSecret && !channel.bindings.isEmpty ? .mechanismTooWeak : nil
        case .any: return channel.bindings.isEmpty ? .invalidMechanism : nil
        case .only(let kind): return channel.bindings.contains { $0.kind == kind } ? nil : .invalidMechanism
        }
    }
}
