#if NIO
    import NIOConcurrencyHelpers
    import NIOCore
    import NIOSSL
    import X509
    import XMPPAddress
    import XMPPCrypto
    import XMPPNegotiation
    import XMPPSASL
    import XMPPTransports

    /// TLS at the side that connects.
    ///
    /// The chain is looked at in the callback of the handshake, which ends well whatever comes of it: the engine compares the
    /// names with the stream's domain, and ends the stream with its reason before anything of the account is sent.
    final class ClientTLS: TLSSwitch {
        private let context: NIOSSLContext
        private let trust: ChainTrust
        private let found = NIOLockedValueBox<(certificate: Certificate, presented: PresentedCertificate)?>(nil)

        init(_ context: NIOSSLContext, trust: ChainTrust) {
            self.context = context
            self.trust = trust
        }

        func handler(for domain: JID?) throws -> any ChannelHandler {
            // An address has no place in SNI (RFC 6066 §3).
            let name = domain.map(\.domainpart).flatMap { $0.isIPAddress ? nil : $0 }
            let (trust, found) = (trust, found)
            return try NIOSSLClientHandler(context: context, serverHostname: name) { chain, promise in
                promise.completeWithTask {
                    let presented = await trust.presented(chain)
                    found.withLockedValue { $0 = presented }
                    return presented == nil ? .failed : .certificateVerified
                }
            }
        }

        func facts(of pipeline: ChannelPipeline, applicationProtocol: String?) -> TLSFacts? {
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
