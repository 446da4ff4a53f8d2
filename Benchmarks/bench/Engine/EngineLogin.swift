#if Crypto
    import XMLStream
    import XMPPAddress
    import XMPPCrypto
    import XMPPEngine
    import XMPPNegotiation
    import XMPPSASL

    /// A client that logs in at a server, back to back in memory: STARTTLS, SCRAM-SHA-256-PLUS, a resource.
    struct EngineLogin {
        /// A login came to nothing: what it measures would mean nothing.
        struct Failed: Error, CustomStringConvertible {
            let ends: [StreamEnd?]
            var description: String { "the login came to nothing: \(ends)" }
        }

        private let client: (setup: StreamSetup, host: EngineHost)
        private let server: (setup: StreamSetup, host: EngineHost)

        init() throws {
            let address = try JID(wire: TrafficWriter.ownAddress)
            let binding = [ChannelBinding(.tlsExporter, data: [UInt8](repeating: 7, count: 32))].compactMap { $0 }
            var policy = SASLPolicy()
            policy.mechanisms = SASLMechanism.current.filter { $0.name.description == "SCRAM-SHA-256-PLUS" }
            var client = StreamConfiguration.client(
                address, account: SASLAccount(of: address, password: .derivedKeysOnly), sasl: policy,
                crypto: SwiftCryptoProvider.self)
            // What nobody asked for is delivered too, so that all of the traffic is.
            client.tracksRequests = false
            client.deliversNonzas = true
            var server = StreamConfiguration.server(
                of: [address.domain],
                sasl: SASLReceivingConfiguration(
                    SASLServerPolicy(mechanisms: policy.mechanisms),
                    SASLServerPolicy.Configuration(domain: address.domainpart, decoySecret: Secret("decoys"))),
                crypto: SwiftCryptoProvider.self)
            server.deliversNonzas = true
            let certificate = PresentedCertificate(trust: .trusted, dnsNames: [address.domainpart])
            self.client = (
                try StreamSetup(client),
                EngineHost(tls: TLSFacts(.tls13, peer: .presented(certificate), bindings: binding), seed: 1)
            )
            self.server = (try StreamSetup(server), EngineHost(tls: TLSFacts(.tls13, bindings: binding), seed: 101))
        }

        /// Logs in once.
        ///
        /// - Parameter carried: Counts the bytes that went to and fro.
        func run(
            _ scratch: inout StreamScratch, carried: inout Int
        ) throws -> (client: EngineEndpoint, server: EngineEndpoint) {
            var client = EngineEndpoint(XMPPStream(client.setup), client.host)
            var server = EngineEndpoint(XMPPStream(server.setup), server.host)
            try server.begin(&scratch)
            try client.begin(&scratch)
            var bytes: [UInt8] = []
            while true {
                client.takeSent(&bytes)
                let there = bytes.count
                if there > 0 { try server.receive(bytes, &scratch) }
                server.takeSent(&bytes)
                if !bytes.isEmpty { try client.receive(bytes, &scratch) }
                carried += there + bytes.count
                guard there == 0, bytes.isEmpty else { continue }
                guard client.awaitsTLS, server.awaitsTLS else { break }
                try server.completeTLS(&scratch)
                try client.completeTLS(&scratch)
            }
            guard client.isEstablished, server.isEstablished else { throw Failed(ends: [client.end, server.end]) }
            return (client, server)
        }
    }
#endif
