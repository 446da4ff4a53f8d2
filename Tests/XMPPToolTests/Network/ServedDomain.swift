#if Tool && NIO
    import Testing
    import XMPPAddress
    import XMPPNIO
    import XMPPTransports

    @testable import xmpp

    /// A development server of example.com on loopback, with Romeo and Juliet.
    enum ServedDomain {
        /// Runs a server for as long as `body` takes.
        static func withServer<Result: Sendable>(
            _ arguments: [String], tls moment: TLSMoment = .startTLS,
            _ body: @escaping @Sendable (ConnectionCandidate, TrustRoots) async throws -> Result
        ) async throws -> Result {
            let settings = try ServeCommand.parse(["--domain", "example.com"] + arguments).settings()
            let users = try UserList("romeo:r0m30\njuliet:jul1et", at: settings.domain).users
            let authority = try ThrowawayAuthority()
            let accounts = Accounts(
                users, at: settings.domain, opensAccounts: settings.opensAccounts,
                admitsAnonymous: settings.admitsAnonymous)
            let server = try DevelopmentServer(
                settings, accounts: accounts, identities: authority.identities(for: "example.com"))
            let places = AsyncStream.makeStream(of: DevelopmentServer.Endpoint.self)
            let stop = AsyncStream.makeStream(of: Void.self)
            return try await withThrowingTaskGroup(of: Void.self) { tasks in
                tasks.addTask {
                    try await server.run(
                        at: [.init(port: 0, tls: moment)], until: { for await _ in stop.stream {} },
                        listening: { places.continuation.yield($0) })
                }
                defer { tasks.cancelAll() }
                var found: ConnectionCandidate?
                for await place in places.stream {
                    found = ConnectionCandidate(host: place.host, port: UInt16(clamping: place.port), tls: moment)
                    break
                }
                let root = try authority.root
                return try await body(try #require(found), .only([root]))
            }
        }

        static func settings(
            _ name: String, _ password: String, at place: ConnectionCandidate, trusting roots: TrustRoots
        ) throws -> ClientSettings {
            var settings = ClientSettings(try #require(JID("\(name)@example.com")), password: password)
            settings.servers = [place]
            settings.trustRoots = roots
            return settings
        }
    }
#endif
