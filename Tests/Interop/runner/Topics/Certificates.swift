#if NIO && Tool
    import XMPPEngine
    import XMPPNIO
    import XMPPNegotiation
    import XMPPTransports

    /// Certificates that are not to be believed: refused before anything of the account is sent, each for its reason.
    enum Certificates {
        /// A Prosody that shows such a certificate, and why it is refused.
        private struct Bad {
            let name: String
            let port: String
            let refusal: IdentityVerdict.Refusal
        }

        private static let bad = [
            Bad(name: "out of date", port: "PROSODY_EXPIRED_C2S", refusal: .untrusted(.outOfDate)),
            Bad(name: "for another host", port: "PROSODY_WRONG_HOST_C2S", refusal: .otherNames),
            Bad(name: "signed by itself", port: "PROSODY_SELF_SIGNED_C2S", refusal: .untrusted(.unknownIssuer)),
        ]

        static func cases(of server: Server) -> [InteropCase] {
            let foreign = server.test("certificate", "of an authority that the client does not know") { place in
                var settings = try server.settings(at: place)
                settings.trustRoots = .only(try place.certificates("self-signed.one.test.crt"))
                return try await refusal(of: settings, .untrusted(.unknownIssuer))
            }
            guard server.name == "prosody" else { return [foreign] }
            return [foreign]
                + bad.flatMap { bad in
                    TLSMoment.allCases.map { moment in
                        let how = moment == .direct ? ", direct TLS" : ""
                        return server.test("certificate", "\(bad.name)\(how)") { place in
                            var settings = try server.settings(at: place)
                            let port = try place.port(bad.port + (moment == .direct ? "_TLS" : ""))
                            settings.servers = [ConnectionCandidate(host: "127.0.0.1", port: port, tls: moment)]
                            return try await refusal(of: settings, bad.refusal)
                        }
                    }
                }
        }

        private static func refusal(
            of settings: ClientSettings, _ reason: IdentityVerdict.Refusal
        ) async throws -> String {
            let end = try await Refusals.end(of: settings)
            try expect(end == .negotiation(.certificate(.refused(reason))), "ended otherwise: \(end)")
            return "\(end)"
        }
    }
#endif
