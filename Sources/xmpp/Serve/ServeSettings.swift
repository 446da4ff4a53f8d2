#if Tool && NIO
    import XMPPAddress
    import XMPPCrypto
    import XMPPEngine
    import XMPPNegotiation
    import XMPPSASL

    /// What a development server agrees to.
    struct ServeSettings {
        var domain: JID
        var allowsPlaintext = false
        var admitsAnonymous = false
        var opensAccounts = false
        var takesDigestMD5 = false
        var bindsChannel = true
        var iterations = 4096
        var sharesPresence = true
        /// Whether what stands behind <starttls/> in the clear is thrown away unread; otherwise it ends the stream. Real
        /// clients end their lines there (go-sendxmpp).
        var throwsEarlyBytesAway = true

        init(domain: JID) { self.domain = domain }

        /// The mechanisms, the most wanted first. PLAIN is on offer under TLS alone.
        var mechanisms: [SASLMechanism] {
            var mechanisms = SASLMechanism.current.filter { mechanism in
                guard let variant = SCRAMVariant(mechanism.name) else { return false }
                return bindsChannel || !variant.bindsChannel
            }
            if takesDigestMD5 { mechanisms.append(.digestMD5) }
            mechanisms.append(.plain)
            if admitsAnonymous { mechanisms.append(.anonymous) }
            return mechanisms
        }

        /// What each of its streams is to be.
        var configuration: StreamConfiguration {
            var generator = SystemRandomNumberGenerator()
            let secret = (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
            var exchange = SASLServerPolicy.Configuration(domain: domain.description, decoySecret: Secret(secret))
            exchange.decoyIterations = iterations
            let sasl = SASLReceivingConfiguration(SASLServerPolicy(mechanisms: mechanisms), exchange)
            var configuration = StreamConfiguration.server(
                of: [domain], sasl: sasl, crypto: SwiftCryptoProvider.self)
            if throwsEarlyBytesAway { configuration.injectedBytes = .handedBack }
            if allowsPlaintext {
                configuration.policy.requiresTLS = false
                configuration.features = configuration.features.map { feature in
                    feature is StartTLSFeature ? StartTLSFeature(isRequired: false) : feature
                }
            }
            if opensAccounts {
                var registration = RegistrationFeature(isServed: true)
                registration.isAllowedInClear = allowsPlaintext
                configuration.features.append(registration)
            }
            return configuration
        }
    }
#endif
