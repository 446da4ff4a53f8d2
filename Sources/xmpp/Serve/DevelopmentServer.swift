#if Tool && NIO
    import NIOCore
    import XMPPEngine
    import XMPPNIO
    import XMPPStanza
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

        let accounts: Accounts
        let router: StanzaRouter<StreamedSession>
        private let server: XMPPServer

        init(_ settings: ServeSettings, accounts: Accounts, identities: ServerIdentities) throws {
            self.accounts = accounts
            server = XMPPServer(try StreamSetup(settings.configuration), identities: identities, host: accounts)
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
            try await withThrowingTaskGroup(of: Bool.self) { tasks in
                for endpoint in endpoints {
                    tasks.addTask { [router] in
                        try await server.run(
                            host: endpoint.host, port: endpoint.port, tls: endpoint.tls,
                            listening: { address in
                                var found = endpoint
                                found.port = address.port ?? endpoint.port
                                listening(found)
                            }
                        ) { session in
                            try await StreamedSession.run(session, through: router)
                        }
                        return false
                    }
                }
                tasks.addTask {
                    await stop()
                    return true
                }
                defer { tasks.cancelAll() }
                while let isStop = try await tasks.next() {
                    if isStop { break }
                }
                await closeAll()
            }
        }

        /// Closes all streams, and gives them a moment to go.
        private func closeAll() async {
            router.closeAll(with: StreamError(.systemShutdown))
            for _ in 0..<100 where router.count > 0 { try? await Task.sleep(for: .milliseconds(50)) }
        }
    }
#endif
