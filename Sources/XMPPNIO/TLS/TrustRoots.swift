#if NIO
    public import NIOSSL
    import X509

    /// Whom an entity trusts to say whose a certificate is.
    public enum TrustRoots: Sendable {
        /// The system's authorities.
        case system
        /// These, and nobody else.
        case only([NIOSSLCertificate])

        /// The certificates of a file in PEM, and nobody else.
        public static func file(_ path: String) throws -> TrustRoots { .only(try NIOSSLCertificate.fromPEMFile(path)) }

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
