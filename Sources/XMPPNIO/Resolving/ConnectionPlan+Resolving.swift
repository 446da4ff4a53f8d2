#if NIO
    public import XMPPStanza
    public import XMPPTransports

    extension ConnectionPlan {
        /// The plan for a domain, of what a resolver finds: both services are asked for at the same time (RFC 6120 §3.2,
        /// XEP-0368).
        ///
        /// - Parameter resolver: Nil to ask nobody: the domain itself is tried.
        public init(to domain: String, speaking content: ContentNamespace, by resolver: (any ServiceResolving)?) async {
            var found: [TLSMoment: ServiceLookup] = [:]
            if let resolver {
                found = await withTaskGroup(of: (TLSMoment, ServiceLookup).self) { tasks in
                    for query in ServiceQuery.all(for: domain, speaking: content) {
                        tasks.addTask { (query.tls, await resolver.lookUp(query)) }
                    }
                    return await tasks.reduce(into: [:]) { $0[$1.0] = $1.1 }
                }
            }
            var generator = SystemRandomNumberGenerator()
            self.init(
                to: domain, speaking: content, startTLS: found[.startTLS] ?? .absent, direct: found[.direct] ?? .absent,
                using: &generator)
        }
    }
#endif
