#if NIO
    public import XMPPTransports

    /// Looks up where services are. `SystemResolver` asks DNS; a host may have another way.
    public protocol ServiceResolving: Sendable {
        /// What is known of the service: `failed` where there is no answer in reasonable time.
        func lookUp(_ query: ServiceQuery) async -> ServiceLookup
    }
#endif
