#if NIO
    import UnicodeProfiles
    public import XMPPStanza
    public import XMPPTransports

    extension ConnectionPlan {
        /// The plan for a domain, of what a resolver finds: both services are looked up at the same time (RFC 6120 §3.2.1,
        /// XEP-0368 §2).
        ///
        /// - Parameters:
        ///   - domain: The domainpart of the address to connect to.
        ///   - content: Of the stream. For a component, whose server has to be configured, there are no candidates.
        ///   - preferred: The moment whose servers come first, whatever their priorities; nil to leave it to the domain.
        ///   - resolver: It is not asked about a domain that is an address. Nil to ask nobody: the domain itself is tried.
        public init(
            to domain: String, speaking content: ContentNamespace = .client, preferring preferred: TLSMoment? = nil,
            by resolver: (any ServiceResolving)?
        ) async {
            // DNS has names of other scripts in ASCII; one that has no such form is not found there.
            let name = domain.utf8.first == 0x5B ? domain : (try? IDNA.asciiForm(domain)) ?? domain
            let queries = resolver == nil ? [] : ServiceQuery.all(for: name, speaking: content)
            async let startTLS = resolver.lookUp(queries.first { $0.tls == .startTLS })
            async let direct = resolver.lookUp(queries.first { $0.tls == .direct })
            let (found, foundDirect) = (await startTLS, await direct)
            var generator = SystemRandomNumberGenerator()
            self.init(
                to: name, speaking: content, startTLS: found, direct: foundDirect, preferring: preferred,
                using: &generator)
        }
    }

    extension (any ServiceResolving)? {
        fileprivate func lookUp(_ query: ServiceQuery?) async -> ServiceLookup {
            guard let self, let query else { return .absent }
            return await self.lookUp(query)
        }
    }
#endif
