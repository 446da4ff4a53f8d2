/// What a certificate says of whose it is, as the host's TLS library has it, and whether it is to be believed.
///
/// The common name is no part of it: it is not checked (RFC 6125 §6.4.4, RFC 9525 §2).
public struct PresentedCertificate: Hashable, Sendable {
    /// What the host found out about the chain (RFC 6120 §13.7.2): signatures, path, dates, key usage, revocation.
    public enum Trust: Hashable, Sendable, CaseIterable {
        /// It leads to an authority that the host trusts, and nothing of it is revoked or out of date.
        case trusted
        /// It is its own issuer, or leads to an authority that the host does not know.
        case unknownIssuer
        /// It is not valid yet, or no longer.
        case outOfDate
        /// It has been revoked.
        case revoked
        /// A signature, a constraint or a usage is wrong.
        case invalid
    }

    /// Whether it is to be believed.
    public var trust: Trust
    /// The DNS-IDs: `dNSName` of the alternative names.
    public var dnsNames: [String]
    /// The SRV-IDs: `SRVName` of the alternative names (RFC 4985), as `_xmpp-client.example.com`.
    public var serviceNames: [String]
    /// The XMPP addresses: `XmppAddr` of the alternative names (RFC 6120 §13.7.1.4), in whichever of its three ways.
    public var xmppAddresses: [String]
    /// `iPAddress` of the alternative names, as text: for domains that are addresses.
    public var ipAddresses: [String]

    /// A certificate.
    public init(
        trust: Trust, dnsNames: [String] = [], serviceNames: [String] = [], xmppAddresses: [String] = [],
        ipAddresses: [String] = []
    ) {
        self.trust = trust
        self.dnsNames = dnsNames
        self.serviceNames = serviceNames
        self.xmppAddresses = xmppAddresses
        self.ipAddresses = ipAddresses
    }
}
