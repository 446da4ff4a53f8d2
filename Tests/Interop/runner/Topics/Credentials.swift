#if NIO && Tool
    import NIOSSL
    import XMPPAddress
    import XMPPEngine
    import XMPPNIO
    import XMPPNegotiation
    import XMPPSASL
    import XMPPTransports

    /// Logins without a password: nobody in particular, a token, a certificate; and one of before SASL.
    enum Credentials {
        static func cases(of server: Server) -> [InteropCase] {
            [
                server.test("mechanism", "ANONYMOUS") { place in
                    var settings = ClientSettings(anonymousAt: try JID(server.anonymousDomain).required("address"))
                    settings.trustRoots = .only(try place.certificates("ca.crt"))
                    settings.servers = [try server.candidate(at: place)]
                    settings.tap = place.tap("anonymous")
                    return try await XMPPClient(settings).run { session in
                        let address = try session.established.facts.address.required("address")
                        try expect(address.domainpart == server.anonymousDomain, "got \(address)")
                        return "an address of the server's choice"
                    }
                },
                server.test("mechanism", "EXTERNAL, a client certificate") { place in
                    let settings = try certified(at: server, place)
                    return try await XMPPClient(settings).run { session in
                        let facts = session.established.facts
                        try expect(facts.authentication?.mechanism == "EXTERNAL", "\(facts.authentication as Any)")
                        try expect(facts.address?.bare == settings.address, "got \(facts.address as Any)")
                        return "logged in as \(settings.address)"
                    }
                },
                server.test("mechanism", "X-OAUTH2, a token") { place in
                    guard server.name == "ejabberd" else { throw Skipped("it does not offer it") }
                    let user = "\(server.users.0)@\(server.domain)"
                    let folder = place.root.appending(path: server.name).path
                    let token = try await place.script("servers/ejabberd.sh", ["token", folder, user])
                    var settings = try server.settings(at: place)
                    settings.account.password = .none
                    settings.account.bearerToken = Secret(token.filter { !$0.isWhitespace })
                    return try await XMPPClient(settings).run { session in
                        let used = session.established.facts.authentication?.mechanism
                        try expect(used == "X-OAUTH2", "used \(used ?? "none")")
                        return "logged in"
                    }
                },
                server.test("mechanism", "jabber:iq:auth, of before SASL (XEP-0078)") { place in
                    var settings = try server.settings(resource: "old", at: place)
                    let (user, resource) = (server.users.0, "old")
                    let account = try LegacyAuthenticationFeature.Account(
                        username: user, password: Secret("\(user)-pw"), resource: resource)
                    settings.configure = { configuration in
                        configuration.features = [StartTLSFeature(), LegacyFirst(account)]
                    }
                    return try await XMPPClient(settings).run { session in
                        let facts = session.established.facts
                        try expect(facts.address?.resourcepart == resource, "got \(facts.address as Any)")
                        return "logged in by \(facts.authentication?.mechanism ?? "nothing")"
                    }
                },
            ]
        }

        /// Where it asks for a certificate, and whose is shown.
        private static func certified(at server: Server, _ place: Place) throws -> ClientSettings {
            let (account, file): (String, String)
            var candidate = try server.candidate(at: place)
            switch server.name {
            case "prosody": (account, file) = ("alice@ext.one.test", "alice-ext.client")
            case "ejabberd":
                (account, file) = ("carol@two.test", "carol.client")
                candidate = ConnectionCandidate(
                    host: "127.0.0.1", port: try place.port("EJABBERD_C2S_CERT"), tls: .startTLS)
            default: throw Skipped("it offers EXTERNAL, and asks for no certificate")
            }
            let address = try JID(account).required("address")
            var settings = ClientSettings(address, account: SASLAccount(of: address))
            settings.account.hasCertificate = true
            settings.certificate = (
                try place.certificates("\(file).fullchain.crt"), try place.key("\(file).key")
            )
            settings.trustRoots = .only(try place.certificates("ca.crt"))
            settings.servers = [candidate]
            settings.tap = place.tap(account)
            return settings
        }
    }
#endif
