#if NIO && Tool
    import NIOSSL
    import XMPPAddress
    import XMPPNIO
    import XMPPTransports

    /// A server of somebody else's: where it is, and who has an account.
    struct Server: Sendable {
        /// The name of its script, and of its ports.
        let name: String
        let domain: String
        /// Two accounts; the password of each is its name and `-pw`.
        let users: (String, String)
        /// What it is known to offer under TLS, of what we speak.
        let mechanisms: [String]
        /// What it offers beside, with a binding of the channel.
        let boundMechanisms: [String]
        /// The domain that takes anybody.
        let anonymousDomain: String
        var hasDirectTLS = true
        /// Whether it binds a resource in the stream in which the account was opened.
        var bindsAfterRegistration = true
        /// How long it is left alone before a case: jabberd2 answers with internal-server-error, now and then, who connects while
        /// it takes leave of another on the same descriptor.
        var rest = Duration.zero
        /// Whether the strict policy finds no way in: it does not go on without a binding that the server seems to know.
        var refusesStrictPolicy = false
        /// Why it cannot be had as a component's server.
        var obstacleToComponents: String?

        static let prosody = Server(
            name: "prosody", domain: "one.test", users: ("alice", "bob"),
            mechanisms: ["SCRAM-SHA-256", "SCRAM-SHA-1", "PLAIN"],
            boundMechanisms: ["SCRAM-SHA-256-PLUS", "SCRAM-SHA-1-PLUS"], anonymousDomain: "anon.one.test")
        static let ejabberd = Server(
            name: "ejabberd", domain: "two.test", users: ("alice", "bob"),
            mechanisms: ["SCRAM-SHA-512", "SCRAM-SHA-256", "SCRAM-SHA-1", "DIGEST-MD5", "PLAIN"],
            boundMechanisms: ["SCRAM-SHA-512-PLUS", "SCRAM-SHA-256-PLUS", "SCRAM-SHA-1-PLUS"],
            anonymousDomain: "anon.two.test", refusesStrictPolicy: true)
        static let jabberd2 = Server(
            name: "jabberd2", domain: "three.test", users: ("erin", "frank"),
            mechanisms: ["SCRAM-SHA-1", "DIGEST-MD5", "PLAIN"], boundMechanisms: [],
            anonymousDomain: "three.test", hasDirectTLS: false, bindsAfterRegistration: false, rest: .milliseconds(250),
            obstacleToComponents: "its router sends components stanzas in jabber:client, which XEP-0114 does not allow")
        static let all = [prosody, ejabberd, jabberd2]

        /// Where it takes clients.
        func candidate(_ moment: TLSMoment = .startTLS, at place: Place) throws -> ConnectionCandidate {
            let port = "\(name.uppercased())_C2S\(moment == .direct ? "_TLS" : "")"
            return ConnectionCandidate(host: "127.0.0.1", port: try place.port(port), tls: moment)
        }

        /// What a client of the first or another user needs.
        func settings(
            _ user: String? = nil, resource: String? = nil, password: String? = nil, tls moment: TLSMoment = .startTLS,
            at place: Place
        ) throws -> ClientSettings {
            let user = user ?? users.0
            let address = try JID(localpart: user, domainpart: domain, resourcepart: resource)
            var settings = ClientSettings(address, password: password ?? "\(user)-pw")
            settings.trustRoots = .only(try place.certificates("ca.crt"))
            settings.servers = [try candidate(moment, at: place)]
            settings.tap = place.tap(user)
            return settings
        }

        /// A case against it.
        func test(
            _ topic: String, _ name: String, limit: Duration = .seconds(20),
            attempt: @escaping @Sendable (Place) async throws -> String
        ) -> InteropCase {
            InteropCase(self.name, topic, name, limit: limit) { [rest] place in
                try await Task.sleep(for: rest)
                return try await attempt(place)
            }
        }
    }
#endif
