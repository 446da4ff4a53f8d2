/// Whether a certificate is that of a domain, and by what, or why not. It prints as a sentence.
public enum IdentityVerdict: Hashable, Sendable, CustomStringConvertible {
    /// Which of its names says so.
    public enum Evidence: Hashable, Sendable {
        /// A DNS-ID, word for word.
        case dnsName(String)
        /// A DNS-ID whose left-most label is `*`.
        case wildcard(String)
        /// An SRV-ID.
        case serviceName(String)
        /// An XMPP address.
        case xmppAddress(String)
        /// An address of the Internet protocol.
        case ipAddress(String)
        /// None: the host vouches for it.
        case host
    }

    /// Why it is not.
    public enum Refusal: Hashable, Sendable {
        /// The chain is not to be believed.
        case untrusted(PresentedCertificate.Trust)
        /// It names others, or nobody.
        case otherNames
        /// The domain is none that a certificate could name.
        case unusableDomain
        /// There is no certificate.
        case noCertificate
    }

    /// It is.
    case verified(by: Evidence)
    /// It is not.
    case refused(Refusal)

    /// Whether it is.
    public var isVerified: Bool {
        switch self {
        case .verified: true
        case .refused: false
        }
    }

    public var description: String {
        switch self {
        case .verified(.dnsName(let name)): "verified by the DNS name \(name)"
        case .verified(.wildcard(let name)): "verified by the wildcard \(name)"
        case .verified(.serviceName(let name)): "verified by the service name \(name)"
        case .verified(.xmppAddress(let name)): "verified by the XMPP address \(name)"
        case .verified(.ipAddress(let name)): "verified by the IP address \(name)"
        case .verified(.host): "verified by the host"
        case .refused(.untrusted(.unknownIssuer)): "refused: its issuer is not known"
        case .refused(.untrusted(.outOfDate)): "refused: it is out of date"
        case .refused(.untrusted(.revoked)): "refused: it has been revoked"
        case .refused(.untrusted(.invalid)), .refused(.untrusted(.trusted)): "refused: it is not valid"
        case .refused(.otherNames): "refused: it is not the domain's"
        case .refused(.noCertificate): "refused: there is none"
        case .refused(.unusableDomain): "refused: no certificate could name the domain"
        }
    }
}
