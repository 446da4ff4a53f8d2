import UnicodeProfiles
public import XMPPAddress

/// Compares what a certificate presents with a domain (RFC 6120 §13.7.2.1, RFC 6125 §6).
///
/// The domain is that of the stream: what the initiating entity wrote into `to`, or, seen from the receiving entity of a
/// stream between servers, what the other wrote into `from`. It is never what a look-up in the DNS or a redirect gave.
public struct DomainIdentity: Hashable, Sendable {
    /// Which services may speak for the domain by an SRV-ID (RFC 6120 §13.7.1.2.1).
    public enum Service: String, Hashable, Sendable, CaseIterable {
        /// A server, seen from a client.
        case client = "_xmpp-client"
        /// A server, seen from a server.
        case server = "_xmpp-server"
    }

    private let domain: JID
    private let service: Service

    /// What is expected of a peer.
    public init(domain: JID, service: Service) {
        self.domain = domain.domain
        self.service = service
    }

    /// Whether a certificate is the domain's.
    ///
    /// A wildcard stands for exactly one label, is the whole left-most one, and stands before two others at least. Names
    /// are compared as A-labels, letters of ASCII in either case.
    ///
    /// - Complexity: O(*n*), for *n* bytes of names.
    public func verdict(on certificate: PresentedCertificate) -> IdentityVerdict {
        guard certificate.trust == .trusted else { return .refused(.untrusted(certificate.trust)) }
        if let literal { return verdict(on: certificate, literal: literal) }
        guard let ascii = try? IDNA.asciiForm(domain.domainpart) else { return .refused(.unusableDomain) }
        let reference = Self.folded(ascii)
        for name in certificate.dnsNames where Self.folded(name) == reference { return .verified(by: .dnsName(name)) }
        for name in certificate.serviceNames
        where Self.folded(name) == Self.folded(service.rawValue) + [0x2E] + reference {
            return .verified(by: .serviceName(name))
        }
        for name in certificate.dnsNames where Self.isWildcard(name, for: reference) {
            return .verified(by: .wildcard(name))
        }
        for name in certificate.xmppAddresses {
            if let address = JID(name), address == domain { return .verified(by: .xmppAddress(name)) }
        }
        return .refused(.otherNames)
    }

    /// The address of a domain that is one, without brackets.
    private var literal: String? {
        let name = domain.domainpart
        if name.hasPrefix("["), name.hasSuffix("]") { return String(name.dropFirst().dropLast()) }
        let parts = name.utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
        let isNumbers = parts.allSatisfy {
            !$0.isEmpty && $0.count <= 3 && $0.allSatisfy { (0x30...0x39).contains($0) }
        }
        return parts.count == 4 && isNumbers ? name : nil
    }

    private func verdict(on certificate: PresentedCertificate, literal: String) -> IdentityVerdict {
        for name in certificate.ipAddresses where Self.folded(name) == Self.folded(literal) {
            return .verified(by: .ipAddress(name))
        }
        for name in certificate.xmppAddresses {
            if let address = JID(name), address == domain { return .verified(by: .xmppAddress(name)) }
        }
        return .refused(.otherNames)
    }

    /// Letters of ASCII as small ones; one dot at the end goes.
    private static func folded(_ name: String) -> [UInt8] {
        var bytes = name.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        if bytes.last == 0x2E { bytes.removeLast() }
        return bytes
    }

    private static func isWildcard(_ name: String, for reference: [UInt8]) -> Bool {
        let pattern = folded(name)
        guard pattern.starts(with: [0x2A, 0x2E]), let dot = reference.firstIndex(of: 0x2E), dot > 0 else {
            return false
        }
        let rest = reference[dot...]
        return pattern.dropFirst().elementsEqual(rest) && rest.dropFirst().contains(0x2E)
    }
}
