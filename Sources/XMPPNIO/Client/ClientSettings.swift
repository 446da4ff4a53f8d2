#if NIO
    public import Logging
    public import NIOSSL
    public import XMPPAddress
    import XMPPCrypto
    public import XMPPEngine
    public import XMPPSASL
    public import XMPPTransports

    /// Whom a client or a component logs in as, and how it gets there.
    public struct ClientSettings: Sendable {
        /// Its address; with a resource, that one is asked for. Of a component or a client without an account, the domain.
        public let address: JID
        /// What it authenticates with: a password, and whatever else it has.
        public var account: SASLAccount
        /// Which mechanisms are agreed to: whatever `SASLPolicy` does, and `toleratesNoCommonBinding`.
        ///
        /// The TLS library gives one kind of channel binding, `tls-server-end-point`, which servers that people run often do
        /// not know (ejabberd 23.01, Prosody 0.12 with TLS 1.2): without that word there would be no way in. Turn it off for
        /// a server that announces the kind, so that nobody in between can take the announcement away; or keep
        /// `rememberedStrength`, which does the same from the second login on.
        public var sasl: SASLPolicy
        /// Where to connect to; nil to look that up (`resolver`).
        public var servers: [ConnectionCandidate]?
        /// Looks up where the servers of the domain are; nil for the domain itself at its registered port.
        public var resolver: (any ServiceResolving)? = SystemResolver()
        /// Whom to trust.
        public var trustRoots = TrustRoots.system
        /// The certificate to show a server that asks for one (EXTERNAL), the first of the chain its own, and its key.
        public var certificate: (chain: [NIOSSLCertificate], key: NIOSSLPrivateKey)?
        /// No older version of TLS is agreed to.
        public var minimumTLSVersion = TLSVersion.tlsv12
        /// No newer one is offered; nil for the newest.
        public var maximumTLSVersion: TLSVersion?
        /// How long a connection to one address may take.
        public var connectTimeout = Duration.seconds(10)
        /// Answers what the password does not: registration, what features of the host's own ask.
        public var answering: (any StreamAnswering)?
        /// Sees the bytes of the stream.
        public var tap: StreamTap?
        /// Is shown the chain of certificates of the server, before anything is made of it.
        public var inspectChain: (@Sendable ([NIOSSLCertificate]) -> Void)?
        /// Is told how it goes.
        public var logger = Logger(label: "xmpp.client", factory: { _ in SwiftLogNoOpLogHandler() })
        /// Changes the configuration of each stream before it begins.
        public var configure: @Sendable (inout StreamConfiguration) -> Void = { _ in }
        /// The secret of a component.
        let componentSecret: Secret?

        /// Settings for an account with a password.
        public init(_ address: JID, password: String) {
            self.init(address, account: SASLAccount(of: address, password: .known(Secret(password))))
        }

        /// Settings for an account with something else to show: a token, a certificate, keys derived before.
        public init(_ address: JID, account: SASLAccount) {
            self.address = address
            self.account = account
            sasl = Self.tolerant
            componentSecret = nil
        }

        /// Settings for a client without an account (ANONYMOUS).
        ///
        /// - Parameter domain: That of the server, which gives out an address.
        public init(anonymousAt domain: JID) {
            var account = SASLAccount(username: "", domain: domain.domainpart)
            account.isAnonymous = true
            self.init(domain, account: account)
            sasl.mechanisms = [.anonymous]
        }

        /// Settings for a component (XEP-0114). The protocol has no TLS: it is for links that are safe.
        ///
        /// - Parameter server: Where its server listens for components.
        public init(component domain: JID, secret: Secret, server: ConnectionCandidate) {
            address = domain
            account = SASLAccount(username: "", domain: domain.domainpart)
            sasl = Self.tolerant
            componentSecret = secret
            servers = [server]
        }

        func configuration(after end: StreamEnd?, redirects: Int) -> StreamConfiguration {
            var configuration: StreamConfiguration
            if let componentSecret {
                configuration = .component(address, secret: componentSecret, crypto: SwiftCryptoProvider.self)
            } else {
                configuration = .client(address, account: account, sasl: sasl, crypto: SwiftCryptoProvider.self)
                if account.isAnonymous { configuration.address = nil }
            }
            configure(&configuration)
            configuration.redirectCount &+= redirects
            return end.map { configuration.callingAgain(after: $0) } ?? configuration
        }

        private static var tolerant: SASLPolicy {
            var policy = SASLPolicy()
            policy.toleratesNoCommonBinding = true
            return policy
        }

        /// Answers for it.
        var host: any StreamAnswering {
            get throws {
                guard case .known(let password) = account.password else { return answering ?? NoAnswers() }
                return try PasswordHost(password, otherwise: answering)
            }
        }

        func tlsConfiguration(for moment: TLSMoment) -> TLSConfiguration {
            var configuration = TLSConfiguration.makeClientConfiguration()
            configuration.minimumTLSVersion = minimumTLSVersion
            configuration.maximumTLSVersion = maximumTLSVersion
            if moment == .direct {
                configuration.applicationProtocols =
                    [ServiceQuery.applicationProtocol(speaking: .client)].compactMap { $0 }
            }
            if let certificate {
                configuration.certificateChain = certificate.chain.map { .certificate($0) }
                configuration.privateKey = .privateKey(certificate.key)
            }
            // The callback looks at the chain, and the engine at the names.
            configuration.certificateVerification = .noHostnameVerification
            return configuration
        }
    }
#endif
