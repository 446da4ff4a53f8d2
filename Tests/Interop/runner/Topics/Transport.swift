#if NIO && Tool
    import NIOSSL
    import XMPPEngine
    import XMPPNIO
    import XMPPNegotiation
    import XMPPTransports

    /// STARTTLS and direct TLS, and the versions of it.
    enum Transport {
        static func cases(of server: Server) -> [InteropCase] {
            TLSMoment.allCases.flatMap { moment in
                [TLSVersion.tlsv12, .tlsv13].map { version in
                    server.test("transport", "\(moment == .direct ? "direct TLS" : "STARTTLS"), \(version.name)") {
                        place in
                        if moment == .direct, !server.hasDirectTLS { throw Skipped("it has no port for direct TLS") }
                        var settings = try server.settings(tls: moment, at: place)
                        settings.minimumTLSVersion = version
                        settings.maximumTLSVersion = version
                        return try await XMPPClient(settings).run { session in
                            let facts = session.established.facts
                            let isTLS13 = facts.tls?.protection == .tls13
                            try expect(isTLS13 == (version == .tlsv13), "it came to another version")
                            let mechanism = try facts.authentication.required("authentication").mechanism
                            return "\(mechanism), ALPN \(facts.tls?.applicationProtocol ?? "none")"
                        }
                    }
                }
            }
        }
    }

    extension TLSVersion {
        fileprivate var name: String { self == .tlsv13 ? "TLS 1.3" : "TLS 1.2" }
    }
#endif
