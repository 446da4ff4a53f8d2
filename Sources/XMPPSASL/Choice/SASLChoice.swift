/// Which mechanism a client uses, and why each other one that is on offer is not used. It prints as one line a
/// mechanism.
public struct SASLChoice: Hashable, Sendable, CustomStringConvertible {
    /// What comes of it.
    public enum Decision: Hashable, Sendable {
        /// This one.
        case use(Selection)
        /// None of those on offer will do.
        case nothing
        /// The offer contradicts itself, or lacks what has to be there: somebody may have changed it.
        case abort(Suspicion)
    }

    /// What is chosen.
    public struct Selection: Hashable, Sendable {
        /// The mechanism.
        public let mechanism: SASLMechanism
        /// How it treats the channel.
        public let binding: SCRAMClient.Binding
        /// How many rounds the server may ask for.
        public let iterations: ClosedRange<Int>
        /// What was offered (XEP-0474).
        public let downgradeProtection: SCRAMDowngradeProtection
        /// Whether the server has to confirm that, or the attempt ends.
        public let requiresConfirmedOffer: Bool
        /// What to remember for the next time, once the exchange has gone well. Tokens do not count: they come and go.
        public let strengthToRemember: SASLStrength?
    }

    /// Why an attempt ends before it begins.
    public enum Suspicion: String, Hashable, Sendable, CaseIterable {
        /// Mechanisms that bind the channel, but no kinds of binding (XEP-0440 §3); in SASL2 only.
        case noBindingKinds = "mechanisms with channel binding are offered, but no kinds of it"
        /// Kinds of binding, but no mechanism that binds (XEP-0440 §3).
        case noBindingMechanisms = "kinds of channel binding are offered, but no mechanism with it"
    }

    /// Why a mechanism is not used.
    public enum Reason: Hashable, Sendable, CustomStringConvertible {
        /// Policy does not name it.
        case notWanted
        /// It has failed before.
        case failedBefore
        /// It is worth less than policy asks for.
        case tooWeak(SASLStrength)
        /// It is worth less than what was used before.
        case weakerThanBefore(SASLStrength)
        /// The client lacks what it takes.
        case lacks(SASLMechanism.Credential)
        /// The token was given for another mechanism (XEP-0484 §3.4).
        case tokenIsForAnother
        /// It cannot say whom the account is to act as.
        case cannotActAs
        /// It takes TLS with a server that has been verified.
        case unprotected
        /// Early data can be said again by others: only a token with a count is of use (XEP-0484 §3.4).
        case earlyData
        /// Policy has turned channel binding off.
        case bindingIsOff
        /// The channel has no binding, or none of the kind that it takes.
        case channelHasNoBinding
        /// The server announces no kind of binding that the channel has.
        case noCommonBinding
        /// Somebody may have changed the offer, and it cannot tell.
        case cannotConfirm
        /// A mechanism that binds the channel has failed, and this one gives something away.
        case bindingFailed
        /// Policy requires channel binding.
        case doesNotBind
        /// Another that is on offer is worth more for the same secret, even if it has failed.
        case strongerIsOffered(SASLMechanismName)
        /// It would do, but another is more wanted.
        case lessWanted(than: SASLMechanismName)
        /// The attempt ends before any is used.
        case aborted
    }

    /// A mechanism that is not used.
    public struct PassedOver: Hashable, Sendable {
        /// Its name, as the server wrote it.
        public let name: String
        /// Why.
        public let reason: Reason
    }

    /// What comes of it.
    public let decision: Decision
    /// All others that are on offer, in the server's order.
    public let passedOver: [PassedOver]

    /// Chooses.
    ///
    /// - Parameters:
    ///   - offer: What the server offers.
    ///   - account: What the client has.
    ///   - failed: What has failed for this account in this stream.
    /// - Complexity: O(*n* · (*n* + *m*)), for *n* mechanisms on offer and *m* in policy.
    public init(
        from offer: SASLOffer, policy: SASLPolicy, channel: SASLChannel, account: SASLAccount,
        failed: Set<SASLMechanismName> = []
    ) {
        let binding = BindingDecision(offer: offer, policy: policy, channel: channel)
        let names = offer.mechanisms + offer.tokenMechanisms
        if case .abort(let suspicion) = binding {
            decision = .abort(suspicion)
            passedOver = names.map { PassedOver(name: $0, reason: .aborted) }
            return
        }
        let examination = MechanismExamination(
            policy: policy, channel: channel, account: account, profile: offer.profile, failed: failed,
            binding: binding)
        let verdicts = names.enumerated().map { index, name in
            examination.verdict(on: name, isForTokens: index >= offer.mechanisms.count)
        }
        let chosen = examination.choose(among: verdicts)
        passedOver = zip(names, verdicts).compactMap { name, verdict in
            examination.reason(verdict, chosen: chosen, among: verdicts).map { PassedOver(name: name, reason: $0) }
        }
        guard let chosen else {
            decision = .nothing
            return
        }
        let isToken = chosen.credential == .hashedToken
        let isConfirmable = SCRAMVariant(chosen.name) != nil
        let requiresConfirmedOffer = policy.requiresConfirmedOffer || binding.requiresConfirmedOffer
        decision = .use(
            Selection(
                mechanism: chosen, binding: binding.use(of: chosen, in: channel), iterations: policy.iterations,
                downgradeProtection: offer.downgradeProtection,
                requiresConfirmedOffer: requiresConfirmedOffer && isConfirmable,
                strengthToRemember: isToken
                    ? policy.rememberedStrength : max(chosen.strength, policy.rememberedStrength ?? chosen.strength)))
    }
}
