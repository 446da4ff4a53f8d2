#if NIO
    public import NIOCore
    import NIOSSL
    import NIOTLS
    public import XMPPAddress
    public import XMPPNegotiation
    import XMPPSASL

    /// TLS at the side that is connected to: it shows the certificate of the domain that the stream is for, or, where TLS comes
    /// first, of the one that the client names by SNI.
    public final class ServerTLS: TLSSwitch {
        private let identities: ServerIdentities
        private var shown: ServerIdentities.Identity?

        /// TLS for one channel.
        public init(_ identities: ServerIdentities) { self.identities = identities }

        public func install(for domain: JID?, in pipeline: ChannelPipeline) throws {
            guard domain == nil, identities.isPlural else {
                return try pipeline.syncOperations.addHandler(handler(showing: domain?.domainpart), position: .first)
            }
            let bound = NIOLoopBound((self, pipeline), eventLoop: pipeline.eventLoop)
            let reader = ByteToMessageHandler(
                SNIHandler { result in
                    let (tls, pipeline) = bound.value
                    return pipeline.eventLoop.makeCompletedFuture { try tls.show(result, in: pipeline) }
                })
            try pipeline.syncOperations.addHandler(reader, name: Self.readerName, position: .first)
        }

        /// Puts TLS behind the reader of the first message, which goes, and gives what it has read to TLS.
        private func show(_ result: SNIResult, in pipeline: ChannelPipeline) throws {
            let name: String?
            switch result {
            case .hostname(let host): name = host
            case .fallback: name = nil
            }
            let reader = try pipeline.syncOperations.context(name: Self.readerName)
            try pipeline.syncOperations.addHandler(handler(showing: name), position: .after(reader.handler))
            pipeline.syncOperations.removeHandler(context: reader, promise: nil)
        }

        private func handler(showing name: String?) -> NIOSSLServerHandler {
            let identity = identities.identity(of: name)
            shown = identity
            return NIOSSLServerHandler(context: identity.context)
        }

        public func facts(of pipeline: ChannelPipeline, applicationProtocol: String?) -> TLSFacts? {
            guard let version = try? pipeline.syncOperations.nioSSL_tlsVersion() else { return nil }
            return TLSFacts(
                .init(version), bindings: shown?.binding.map { [$0] } ?? [], applicationProtocol: applicationProtocol)
        }

        private static let readerName = "xmpp-server-name"
    }
#endif
