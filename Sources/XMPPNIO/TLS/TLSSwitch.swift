#if NIO
    import NIOCore
    import XMPPAddress
    import XMPPNegotiation

    /// How TLS is put into a pipeline, and what it knows of the channel once the handshake is complete.
    protocol TLSSwitch {
        /// The handler to put at the front of the pipeline.
        ///
        /// - Parameter domain: The stream's; nil where it is not known, as at a server behind direct TLS.
        func handler(for domain: JID?) throws -> any ChannelHandler
        /// The facts; nil where the handler is not this switch's.
        func facts(of pipeline: ChannelPipeline, applicationProtocol: String?) -> TLSFacts?
    }
#endif
