/// What is to be done about the channel, of what the server announces and the channel has (XEP-0440 §3, as XEP-0474 §7
/// changes it).
enum BindingDecision: Hashable, Sendable {
    /// Policy has turned it off: `n`.
    case off
    /// The channel has none: `n`.
    case unsupported
    /// The server announces neither mechanisms nor kinds: `y`.
    case notOffered
    /// Both have this one.
    case bound(ChannelBinding)
    /// Both have some, but none in common: `n`, and whether the server has to confirm that it is so.
    case noneInCommon(requiresConfirmedOffer: Bool)
    /// Somebody has changed what was announced.
    case abort(SASLChoice.Suspicion)

    init(offer: SASLOffer, policy: SASLPolicy, channel: SASLChannel) {
        guard policy.channelBinding != .off else {
            self = .off
            return
        }
        // Who has no mechanism that could bind cannot, either.
        guard let best = channel.bindings.first, policy.mechanisms.contains(where: { $0.binding == .any }) else {
            self = .unsupported
            return
        }
        switch (offer.offersBinding, offer.bindings.isEmpty) {
        case (false, true): self = .notOffered
        case (false, false): self = .abort(.noBindingMechanisms)
        case (true, true):
            // In SASL2 the list has to be there. Servers of before XEP-0440 do what RFC 9266 and RFC 5802 say: the kind
            // that the version of TLS has. Where the host's library cannot give that, there is none in common: Prosody 0.12
            // and ejabberd 23 refuse another kind, and `y` behind it. Whoever takes kinds out of an offer makes it look
            // the same, so that policy has to tolerate it; otherwise what there is is tried.
            if offer.profile == .sasl2 {
                self = .abort(.noBindingKinds)
            } else if best.kind == .tlsServerEndPoint, policy.toleratesNoCommonBinding {
                self = .noneInCommon(requiresConfirmedOffer: false)
            } else {
                self = .bound(best)
            }
        case (true, false):
            if let common = channel.bindings.first(where: { offer.bindings.contains($0.kind.prefix) }) {
                self = .bound(common)
            } else {
                self = .noneInCommon(requiresConfirmedOffer: !policy.toleratesNoCommonBinding)
            }
        }
    }

    var requiresConfirmedOffer: Bool {
        switch self {
        case .noneInCommon(let requiresConfirmedOffer): requiresConfirmedOffer
        case .off, .unsupported, .notOffered, .bound, .abort: false
        }
    }

    /// How a mechanism treats the channel.
    func use(of mechanism: SASLMechanism, in channel: SASLChannel) -> SCRAMClient.Binding {
        switch mechanism.binding {
        case .only(let kind):
            return channel.bindings.first { $0.kind == kind }.map { .bound($0) } ?? .unsupported
        case .none, .any: break
        }
        switch self {
        case .off, .unsupported, .noneInCommon, .abort: return .unsupported
        case .notOffered: return .notOffered
        // RFC 5802 §6: who can bind and has seen no mechanism that he could use for it says so, whatever else ends in
        // -PLUS: a server that did offer one then knows that somebody took it away.
        case .bound(let binding): return mechanism.binding == .none ? .notOffered : .bound(binding)
        }
    }

    /// Why a mechanism cannot be used; nil where it can.
    func reason(against mechanism: SASLMechanism, in channel: SASLChannel) -> SASLChoice.Reason? {
        switch mechanism.binding {
        case .none: return nil
        case .only(let kind):
            if self == .off { return .bindingIsOff }
            return channel.bindings.contains { $0.kind == kind } ? nil : .channelHasNoBinding
        case .any: break
        }
        return switch self {
        case .off: .bindingIsOff
        case .unsupported: .channelHasNoBinding
        case .noneInCommon: .noCommonBinding
        // It binds, so that the server does offer that.
        case .notOffered: .noCommonBinding
        case .bound: nil
        case .abort: .aborted
        }
    }
}
