#if NIO
    public import NIOCore
    public import XMPPAddress
    public import XMPPNegotiation

    /// How TLS is put into the pipeline of one channel, and what it knows of the channel once the handshake is complete.
    public protocol TLSSwitch {
        /// Puts TLS at the front of the pipeline.
        ///
        /// - Parameter domain: The stream's; nil where it is not known, as at a server behind direct TLS.
        func install(for domain: JID?, in pipeline: ChannelPipeline) throws
        /// The facts; nil where the handler is not this switch's.
        func facts(of pipeline: ChannelPipeline, applicationProtocol: String?) -> TLSFacts?
    }
#endif
