#if NIO
    import NIOCore
    import NIOSSL
    import X509
    import XMPPAddress
    import XMPPNegotiation
    import XMPPSASL
    import XMPPTransports

    /// TLS at the side that is connected to: it shows the certificate of the domain that the stream is for.
    final class ServerTLS: TLSSwitch {
        private let identities: ServerIdentities
        private var shown: ServerIdentities.Identity?

        init(_ identities: ServerIdentities) { self.identities = identities }

        func handler(for domain: JID?) throws -> any ChannelHandler {
            let identity = identities.identity(of: domain?.domainpart)
            shown = identity
            return NIOSSLServerHandler(context: identity.context)
        }

        func facts(of pipeline: ChannelPipeline, applicationProtocol: String?) -> TLSFacts? {
            guard let version = try? pipeline.syncOperations.nioSSL_tlsVersion() else { return nil }
            return TLSFacts(
                .init(version), bindings: shown?.binding.map { [$0] } ?? [], applicationProtocol: applicationProtocol)
        }
    }

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

        /// Adds a certificate for a domain.
        public mutating func add(chain: [NIOSSLCertificate], key: NIOSSLPrivateKey, for domain: String) throws {
            others[domain] = try Self.identity(chain, key)
        }

        func identity(of domain: String?) -> Identity { domain.flatMap { others[$0] } ?? usual }

        private static func identity(_ chain: [NIOSSLCertificate], _ key: NIOSSLPrivateKey) throws -> Identity {
            var configuration = TLSConfiguration.makeServerConfiguration(
                certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
            configuration.minimumTLSVersion = .tlsv12
            configuration.applicationProtocols = [ServiceQuery.applicationProtocol(speaking: .client)].compactMap { $0 }
            let leaf = try chain.first.map { try Certificate(derEncoded: $0.toDERBytes()) }
            return Identity(context: try NIOSSLContext(configuration: configuration), binding: leaf?.serverEndPoint)
        }
    }
#endif
