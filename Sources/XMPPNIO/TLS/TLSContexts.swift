#if NIO
    import NIOConcurrencyHelpers
    import NIOSSL
    import XMPPTransports

    /// What clients negotiate TLS with. Making one takes milliseconds, and nothing in it is of one client alone, but for a
    /// certificate of its own.
    enum TLSContexts {
        private struct Key: Hashable {
            let minimum: TLSVersion
            let maximum: TLSVersion?
            let moment: TLSMoment
        }

        /// As many as there are combinations of versions and moments.
        private static let known = NIOLockedValueBox<[Key: NIOSSLContext]>([:])

        static func context(for settings: ClientSettings, at moment: TLSMoment) throws -> NIOSSLContext {
            func made() throws -> NIOSSLContext {
                try NIOSSLContext(configuration: settings.tlsConfiguration(for: moment))
            }
            guard settings.certificate == nil else { return try made() }
            let key = Key(minimum: settings.minimumTLSVersion, maximum: settings.maximumTLSVersion, moment: moment)
            if let context = known.withLockedValue({ $0[key] }) { return context }
            let context = try made()
            known.withLockedValue { $0[key] = context }
            return context
        }
    }
#endif
