#if Tool && NIO
    import ArgumentParser
    import NIOSSL
    import XMPPAddress
    import XMPPNIO
    import XMPPTransports

    /// Which server to call, and whom to believe that it is the right one, as options.
    struct ServerOptions: ParsableArguments {
        @Option(
            help:
                "Where the server is; without it the domain is looked up. Its certificate is the domain's all the same."
        )
        var host: String?

        @Option(help: "Its port.")
        var port: Int?

        @Flag(name: .customLong("direct-tls"), help: "TLS from the first byte (XEP-0368).")
        var directTLS = false

        @Option(help: "Believe these authorities, in PEM, and no others.", completion: .file())
        var ca: String?

        func validate() throws {
            if let port, !(1...65535).contains(port) { throw ValidationError("There is no port \(port).") }
        }

        /// The server, where one is named.
        func candidate(for domain: JID) -> ConnectionCandidate? {
            if host == nil, port == nil, !directTLS { return nil }
            let usual: UInt16 = directTLS ? 5223 : 5222
            return ConnectionCandidate(
                host: host ?? domain.domainpart, port: port.map { UInt16(clamping: $0) } ?? usual,
                tls: directTLS ? .direct : .startTLS)
        }

        /// Whom to believe.
        ///
        /// - Throws: `ByteSource.Unreadable`, or what the TLS library has against the file.
        var trustRoots: TrustRoots {
            get throws {
                guard let ca else { return .system }
                return .only(try NIOSSLCertificate.fromPEMBytes(Array(TextFile.read(ca).utf8)))
            }
        }

        /// Settings for an account at that server.
        func settings(for address: JID, password: String) throws -> ClientSettings {
            var settings = ClientSettings(address, password: password)
            settings.servers = candidate(for: address.domain).map { [$0] }
            settings.trustRoots = try trustRoots
            return settings
        }
    }
#endif
