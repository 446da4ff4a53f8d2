#if Tool && NIO
    import NIOCore
    import XMPPEngine
    import XMPPNIO
    import XMPPTransports

    /// The server of `xmpp serve` and of `xmpp demo`: accounts in memory, a router, and a place or several to listen at.
    struct DevelopmentServer: Sendable {
        /// Where it listens.
        struct Endpoint: Hashable, Sendable {
            var host = "127.0.0.1"
            /// Zero is any.
            var port: Int
            var tls = TLSMoment.startTLS

            /// As people write it.
            var name: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
        }

        let router: StanzaRouter<RoutedSession>
        private let server: XMPPServer

        init(
            _ settings: ServeSettings, accounts: Accounts, identities: ServerIdentities,
            bounds: ServerSettings = ServerSettings()
        ) throws {
            server = XMPPServer(
                try StreamSetup(settings.configuration), identities: identities, host: accounts, settings: bounds)
            var service = DomainService(domain: settings.domain) { accounts.addresses }
            service.registersAccounts = settings.opensAccounts
            service.sharesPresence = settings.sharesPresence
            router = StanzaRouter(service, sharesPresence: settings.sharesPresence)
        }

        /// Listens at all places until `stop` returns, then closes all streams with `system-shutdown`.
        ///
        /// - Parameter listening: Told of each place once it listens there, with the port that it has.
        /// - Throws: What keeps it from listening.
        func run(
            at endpoints: [Endpoint], until stop: @escaping @Sendable () async -> Void,
            listening: @escaping @Sendable (Endpoint) -> Void
        ) async throws {
            let sessions = ServedSessions(router: router)
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                for endpoint in endpoints {
                    tasks.addTask {
                        try await server.run(
                            host: endpoint.host, port: endpoint.port, tls: endpoint.tls,
                            listening: { address in
                                var found = endpoint
                                found.port = address.port ?? endpoint.port
                                listening(found)
                            }, router: sessions)
                    }
                }
                tasks.addTask { await stop() }
                // The first that returns is the stop, or a place where it cannot listen. The others close their streams.
                defer { tasks.cancelAll() }
                try await tasks.next()
            }
        }
    }
#endif
