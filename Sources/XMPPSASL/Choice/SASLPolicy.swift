/// What a client agrees to.
public struct SASLPolicy: Hashable, Sendable {
    /// Whether to bind the channel (RFC 5802 §6).
    public enum ChannelBindingUse: Hashable, Sendable, CaseIterable {
        /// Never: the client says that it cannot.
        case off
        /// Where both sides can.
        case preferred
        /// Or not at all.
        case required
    }

    /// Which mechanisms, the most wanted first. What is not in here is not used.
    public var mechanisms = SASLMechanism.current
    /// What a mechanism has to be worth at least. PLAIN is let in by default, but is only chosen where the server offers
    /// nothing better for the password (XEP-0474 §7).
    public var minimumStrength = SASLStrength.nothing
    /// Whether to bind the channel.
    public var channelBinding = ChannelBindingUse.preferred
    /// Whether a server has to confirm its offer (XEP-0474), as far as SCRAM is used. Where it does not know how to, the
    /// attempt ends. Besides SCRAM only what binds the channel by itself, or shows a certificate in it, is used then.
    public var requiresConfirmedOffer = false
    /// Whether to go on without channel binding where server and channel have no kind in common and the server does not
    /// confirm its offer: what somebody in between would make it look like (XEP-0474 §7). Servers of before XEP-0474 that
    /// announce kinds only which the host's TLS library cannot give need it, or `channelBinding` off. So do servers of before
    /// XEP-0440, which announce no kinds (ejabberd 23.01, Prosody 0.12 with TLS 1.2), where that library gives
    /// `tls-server-end-point` alone, as swift-nio-ssl does.
    public var toleratesNoCommonBinding = false
    /// How many rounds a server may ask for (RFC 5802 §5.1).
    public var iterations: ClosedRange<Int> = 4096...600_000
    /// Whether SCRAM, too, takes TLS with a server that has been verified. Whoever passes for the server gets a proof that
    /// passwords can be tried on, before he has proved anything.
    public var requiresVerifiedTLS = false
    /// What was used for this account before (`SASLChoice.Selection.strengthToRemember`): less is not used again.
    public var rememberedStrength: SASLStrength?

    /// The policy of whoever has no other.
    public init() {}
}
