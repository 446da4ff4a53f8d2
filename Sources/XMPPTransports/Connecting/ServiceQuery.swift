public import XMPPStanza

/// A question to DNS: where a service of a domain is.
public struct ServiceQuery: Hashable, Sendable {
    /// The name to ask for records of the type SRV, with the dot behind it.
    public let name: String
    /// When TLS comes at the servers that it names.
    public let tls: TLSMoment

    /// The questions to ask before connecting to a domain (RFC 6120 §3.2.1, XEP-0368 §2); none for an address, and none for
    /// a component, whose server is configured (XEP-0114).
    ///
    /// - Parameter domain: The domainpart of the address to connect to, in ASCII where it goes to DNS.
    public static func all(for domain: String, speaking content: ContentNamespace) -> [ServiceQuery] {
        let kind: String
        switch content {
        case .client: kind = "client"
        case .server: kind = "server"
        case .component: return []
        }
        if domain.isIPAddress { return [] }
        return [
            ServiceQuery(name: "_xmpp-\(kind)._tcp.\(domain).", tls: .startTLS),
            ServiceQuery(name: "_xmpps-\(kind)._tcp.\(domain).", tls: .direct),
        ]
    }

    /// What to offer by ALPN where TLS comes at once (XEP-0368 §2); nil for a component.
    public static func applicationProtocol(speaking content: ContentNamespace) -> String? {
        switch content {
        case .client: "xmpp-client"
        case .server: "xmpp-server"
        case .component: nil
        }
    }
}

extension String {
    /// Whether a domainpart is an address: IPv6 in brackets, or IPv4.
    package var isIPAddress: Bool {
        if utf8.first == 0x5B { return true }
        let parts = utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy { part in
                (1...3).contains(part.count) && part.allSatisfy { (0x30...0x39).contains($0) }
            }
    }

    /// An address of a domainpart as a socket takes it: IPv6 without its brackets.
    var withoutBrackets: String {
        utf8.first == 0x5B && utf8.last == 0x5D ? String(dropFirst().dropLast()) : self
    }
}
