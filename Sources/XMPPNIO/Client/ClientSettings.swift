#if NIO
    public import NIOSSL
    public import XMPPAddress
    public import XMPPEngine
    public import XMPPSASL
    public import XMPPTransports
    import XMPPCrypto

    /// Whom a client logs in as, and how it gets there.
    public struct ClientSettings: Sendable {
        /// Its address; with a resource, that one is asked for.
        public var address: JID
        /// Its password.
        public var password: String
        /// Which mechanisms are agreed to.
        public var sasl = SASLPolicy()
        /// Where to connect to, such as `ConnectionPlan.candidates`; nil for the domain itself.
        public var servers: [ConnectionCandidate]?
        /// Whom to trust, in place of the system's authorities.
        public var trustRoots = TrustRoots.system
        /// How long a connection to one address may take.
        public var connectTimeout = Duration.seconds(10)
        /// Changes the configuration of each stream before it begins.
        public var configure: @Sendable (inout StreamConfiguration) -> Void = { _ in }

        /// Whom a client trusts.
        public enum TrustRoots: Sendable {
            /// The system's authorities.
            case system
            /// These, and nobody else.
            case only([NIOSSLCertificate])
        }

        /// Settings for an account.
        public init(_ address: JID, password: String) {
            self.address = address
            self.password = password
        }

        var configuration: StreamConfiguration {
            let account = SASLAccount(of: address, password: .known(Secret(password)))
            var configuration = StreamConfiguration.client(
                address, account: account, sasl: sasl, crypto: SwiftCryptoProvider.self)
            configure(&configuration)
            return configuration
        }
    }
#endif
