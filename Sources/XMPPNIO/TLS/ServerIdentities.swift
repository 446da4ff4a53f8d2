#if NIO
    public import NIOSSL
    import UnicodeProfiles
    import X509
    import XMPPSASL
    import XMPPTransports

    /// The certificates that a server shows, by the domains that they are for.
    public struct ServerIdentities: Sendable {
        struct Identity: Sendable {
            let context: NIOSSLContext
            /// What ties a login to a channel for which this one was shown.
            let binding: ChannelBinding?
        }

        private let usual: Identity
        private var others: [String: Identity] = [:]

        /// The certificate that is shown to whoever asks for no domain, or for one that has none of its own.
        ///
        /// - Parameters:
        ///   - chain: The certificate, and those between it and an authority.
        ///   - key: Its private key.
        /// - Throws: Whatever the TLS library has against them.
        public init(chain: [NIOSSLCertificate], key: NIOSSLPrivateKey) throws {
            usual = try Self.identity(chain, key)
        }

        /// The certificate of files in PEM.
        ///
        /// - Parameters:
        ///   - certificateFile: The path of the certificate, and of those between it and an authority behind it.
        ///   - keyFile: The path of its private key.
        /// - Throws: Where they cannot be read, and whatever the TLS library has against them.
        public init(certificateFile: String, keyFile: String) throws {
            try self.init(
                chain: NIOSSLCertificate.fromPEMFile(certificateFile),
                key: NIOSSLPrivateKey(file: keyFile, format: .pem))
        }

        /// Adds a certificate for a domain, in whatever script.
        public mutating func add(chain: [NIOSSLCertificate], key: NIOSSLPrivateKey, for domain: String) throws {
            others[Self.name(of: domain)] = try Self.identity(chain, key)
        }

        /// Whether it depends on the domain which one is shown.
        var isPlural: Bool { !others.isEmpty }

        /// - Parameter domain: A domainpart, or what SNI names.
        func identity(of domain: String?) -> Identity {
            guard isPlural, let domain else { return usual }
            return others[Self.name(of: domain)] ?? usual
        }

        /// The one form of all that mean the same name: SNI has it in ASCII, addresses in the script of its language.
        private static func name(of domain: String) -> String {
            ((try? IDNA.asciiForm(domain)) ?? domain).lowercased()
        }

        private static func identity(_ chain: [NIOSSLCertificate], _ key: NIOSSLPrivateKey) throws -> Identity {
            var configuration = TLSConfiguration.makeServerConfiguration(
                certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
            configuration.minimumTLSVersion = .tlsv12
            // Whoever offers it means direct TLS; whoever offers none of it, STARTTLS among them, is told of none.
            configuration.applicationProtocols = [ServiceQuery.applicationProtocol(speaking: .client)].compactMap { $0 }
            let leaf = chain.first.flatMap(Certificate.init(reading:))
            return Identity(context: try NIOSSLContext(configuration: configuration), binding: leaf?.serverEndPoint)
        }
    }
#endif
