#if NIO
    import NIOConcurrencyHelpers
    public import NIOCore
    public import NIOSSL
    import UnicodeProfiles
    import X509
    public import XMPPAddress
    import XMPPCrypto
    public import XMPPNegotiation
    import XMPPSASL
    import XMPPTransports

    /// TLS at the side that connects.
    ///
    /// The chain is looked at in the callback of the handshake, which ends well whatever comes of it: the engine compares the
    /// names with the stream's domain, and ends the stream with its reason before anything of the account is sent.
    public final class ClientTLS: TLSSwitch {
        private let context: NIOSSLContext
        private let trust: ChainTrust
        private let found = NIOLockedValueBox<(certificate: Certificate, presented: PresentedCertificate)?>(nil)

        private let inspect: (@Sendable ([NIOSSLCertificate]) -> Void)?

        /// TLS for one channel.
        ///
        /// - Parameters:
        ///   - context: What to negotiate, with `certificateVerification` other than `.none`.
        ///   - trust: Whom to believe.
        ///   - inspect: Is shown the chain that the server shows, before anything is made of it.
        public convenience init(
            _ context: NIOSSLContext, trust: TrustRoots, inspect: (@Sendable ([NIOSSLCertificate]) -> Void)? = nil
        ) throws {
            self.init(context, trust: ChainTrust(roots: try trust.store), inspect: inspect)
        }

        init(
            _ context: NIOSSLContext, trust: ChainTrust, inspect: (@Sendable ([NIOSSLCertificate]) -> Void)?
        ) {
            self.context = context
            self.trust = trust
            self.inspect = inspect
        }

        public func install(for domain: JID?, in pipeline: ChannelPipeline) throws {
            // An address has no place in SNI, and a name is in ASCII there (RFC 6066 §3).
            let name = domain.map(\.domainpart).flatMap { $0.isIPAddress ? nil : try? IDNA.asciiForm($0) }
            let (trust, found, inspect) = (trust, found, inspect)
            let handler = try NIOSSLClientHandler(context: context, serverHostname: name) { chain, promise in
                inspect?(chain)
                promise.completeWithTask {
                    let presented = await trust.presented(chain)
                    found.withLockedValue { $0 = presented }
                    return presented == nil ? .failed : .certificateVerified
                }
            }
            try pipeline.syncOperations.addHandler(handler, position: .first)
        }

        public func facts(of pipeline: ChannelPipeline, applicationProtocol: String?) -> TLSFacts? {
            guard let version = try? pipeline.syncOperations.nioSSL_tlsVersion() else { return nil }
            guard let (certificate, presented) = found.withLockedValue({ $0 }) else { return nil }
            return TLSFacts(
                .init(version), peer: .presented(presented), bindings: certificate.serverEndPoint.map { [$0] } ?? [],
                applicationProtocol: applicationProtocol)
        }
    }

    extension SASLChannel.Protection {
        /// What the library tells of a version: nothing of an extended master secret, so that there is none to rely on.
        init(_ version: TLSVersion) {
            switch version {
            case .tlsv13: self = .tls13
            case .tlsv1, .tlsv11, .tlsv12: self = .tls12(hasExtendedMasterSecret: false)
            }
        }
    }
#endif
