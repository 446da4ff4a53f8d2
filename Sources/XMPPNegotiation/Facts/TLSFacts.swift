public import XMPPSASL

/// What the host's TLS library knows of a channel once the handshake is complete.
public struct TLSFacts: Hashable, Sendable {
    /// What the host has found out about whose the peer's certificate is.
    public enum PeerIdentity: Hashable, Sendable {
        /// The peer showed no certificate.
        case none
        /// The peer showed this one; whose it is, is for the engine to decide (`DomainIdentity`).
        case presented(PresentedCertificate)
        /// The host knows the peer by other means, a pinned key for instance, and vouches for it.
        case vouchedFor
    }

    /// The protocol version, and, below 1.3, whether the session's secret depends on the whole handshake (RFC 7627).
    public var protection: SASLChannel.Protection
    /// Whose the peer's certificate is.
    public var peer: PeerIdentity
    /// Whether what comes next may be early data, which anybody can say again (RFC 8446 §2.3).
    public var isEarlyData: Bool
    /// What ties an exchange to this channel, as far as the host's library tells.
    public var bindings: [ChannelBinding]
    /// The protocol agreed on by ALPN: `xmpp-client` or `xmpp-server` in direct TLS (XEP-0368), nil where there is none.
    public var applicationProtocol: String?

    /// Facts of a channel.
    public init(
        _ protection: SASLChannel.Protection, peer: PeerIdentity = .none, bindings: [ChannelBinding] = [],
        isEarlyData: Bool = false, applicationProtocol: String? = nil
    ) {
        self.protection = protection
        self.peer = peer
        self.bindings = bindings
        self.isEarlyData = isEarlyData
        self.applicationProtocol = applicationProtocol
    }
}
