#if NIO
    public import NIOSSL
    import X509

    /// Whom an entity trusts to say whose a certificate is.
    public enum TrustRoots: Sendable {
        /// The system's authorities.
        case system
        /// These, and nobody else.
        case only([NIOSSLCertificate])

        var store: CertificateStore {
            get throws {
                switch self {
                case .system: .systemTrustRoots
                case .only(let certificates):
                    CertificateStore(try certificates.map { try Certificate(derEncoded: $0.toDERBytes()) })
                }
            }
        }
    }
#endif
