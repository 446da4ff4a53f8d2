#if Tool && NIO
    import NIOCore
    import XMLStream
    import XMPPAddress
    import XMPPNIO
    import XMPPSASL
    import XMPPStanza
    import XMPPTransports

    /// Who takes part in the demonstration, with passwords for this run.
    struct DemoCast: Sendable {
        /// A client.
        enum Role: String, Sendable {
            case juliet = "juliet@example.com/balcony"
            case romeo = "romeo@example.com/garden"
        }

        typealias News = SessionNews.AsyncIterator

        private let authority: ThrowawayAuthority
        private let domain: JID
        private let addresses: [Role: JID]
        private let password: String

        init(authority: ThrowawayAuthority) throws {
            self.authority = authority
            domain = try JID(wire: "example.com")
            addresses = [.juliet: try JID(wire: Role.juliet.rawValue), .romeo: try JID(wire: Role.romeo.rawValue)]
            var generator = SystemRandomNumberGenerator()
            password = String(UInt64.random(in: .min ... .max, using: &generator), radix: 36)
        }

        /// Somebody's full address.
        func address(_ role: Role) -> JID { addresses[role] ?? domain }

        func server() throws -> DevelopmentServer {
            var settings = ServeSettings(domain: domain)
            settings.throwsEarlyBytesAway = false
            let users = try ["juliet", "romeo"].map { try UserList.User(name: $0, password: password, at: domain) }
            return try DevelopmentServer(
                settings, accounts: Accounts(users, at: domain),
                identities: authority.identities(for: domain.domainpart))
        }

        func settings(
            for role: Role, at place: DevelopmentServer.Endpoint, _ recorder: WireRecorder
        ) throws -> ClientSettings {
            var settings = ClientSettings(address(role), password: password)
            settings.servers = [
                ConnectionCandidate(host: place.host, port: UInt16(clamping: place.port), tls: place.tls)
            ]
            settings.trustRoots = .only([try authority.root])
            settings.tap = recorder.tap
            return settings
        }

        static func ping() throws -> IQ {
            let ping = try ElementBuilder(.ping, in: .ping).finish()
            return try IQ(.get, id: "p1") { $0.element(ping) }
        }

        /// The next stanza of a kind; others are passed over.
        @discardableResult
        static func next(_ news: inout News, where isWanted: (AnyStanza) -> Bool) async throws -> AnyStanza {
            while let event = try await news.next() {
                if case .stanza(let stanza) = event, isWanted(stanza) { return stanza }
            }
            throw Demo.Surprise(description: "the stream has ended")
        }
    }

    extension AnyStanza {
        var isMessage: Bool { if case .message = self { true } else { false } }
    }
#endif
