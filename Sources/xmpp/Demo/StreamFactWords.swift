#if Tool
    import XMPPNegotiation
    import XMPPSASL

    /// What is known of a stream, in words.
    enum StreamFactWords {
        /// TLS: its version, whose the certificate is, what ties a login to it.
        static func tls(_ facts: TLSFacts) -> String {
            let peer =
                switch facts.peer {
                case .none: "no certificate"
                case .vouchedFor: "a peer that the host vouches for"
                case .presented(let certificate):
                    "a certificate for \(names(in: certificate)), \(trust(certificate.trust))"
                }
            let bindings = facts.bindings.map { "\($0.kind)" }.joined(separator: ", ")
            let tie = bindings.isEmpty ? "nothing to tie a login to it" : "a login can be tied to it by \(bindings)"
            return "\(version(facts)), \(peer); \(tie)"
        }

        /// The version.
        static func version(_ facts: TLSFacts) -> String {
            switch facts.protection {
            case .tls13: "TLS 1.3"
            case .tls12: "TLS 1.2"
            case .nothing: "none"
            }
        }

        /// All names in a certificate that say whose it is.
        static func names(in certificate: PresentedCertificate) -> String {
            let names =
                certificate.dnsNames + certificate.xmppAddresses + certificate.serviceNames + certificate.ipAddresses
            return names.isEmpty ? "no name" : names.joined(separator: ", ")
        }

        /// Whether a chain is believed, and why not.
        static func trust(_ trust: PresentedCertificate.Trust) -> String {
            switch trust {
            case .trusted: "signed by an authority that is trusted"
            case .unknownIssuer: "signed by nobody who is trusted"
            case .outOfDate: "out of date"
            case .revoked: "revoked"
            case .invalid: "not valid"
            }
        }
    }
#endif
