#if NIO
    public import XMPPTransports

    /// Looks up where a service of a domain is.
    public protocol ServiceResolving: Sendable {
        /// Asks DNS, off the event loop.
        func lookUp(_ query: ServiceQuery) async -> ServiceLookup
    }
#endif
