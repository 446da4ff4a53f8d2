public import XMPPAddress

/// Whom a client's certificate names, as its server may take it (RFC 6120 §13.7.2.2).
public enum ClientIdentity {
    /// The accounts of `domain` that a certificate proves.
    ///
    /// - Returns: Bare addresses of the server's own domain, each once, in the certificate's order. None where the chain
    ///   is not to be believed (a self-signed certificate proves nothing by itself), and none of foreign domains.
    /// - Complexity: O(*n*), for *n* addresses of few accounts.
    public static func addresses(in certificate: PresentedCertificate, at domain: JID) -> [JID] {
        guard certificate.trust == .trusted else { return [] }
        var addresses: [JID] = []
        for name in certificate.xmppAddresses {
            guard let address = JID(name), address.isBare, !address.isDomain, address.domain == domain.domain,
                !addresses.contains(address)
            else { continue }
            addresses.append(address)
        }
        return addresses
    }
}
