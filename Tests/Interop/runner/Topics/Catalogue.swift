#if NIO && Tool
    /// All cases, in lanes that can run beside one another: one for each peer, as a server's users are the same in all of
    /// its cases.
    enum Catalogue {
        static func lanes(at place: Place) -> [[InteropCase]] {
            Server.all.map { server in
                Transport.cases(of: server) + Mechanisms.cases(of: server)
                    + Credentials.cases(of: server) + Certificates.cases(of: server)
                    + Binding.cases(of: server) + Exchange.cases(of: server) + Registration.cases(of: server)
                    + Components.cases(of: server) + Restart.cases(of: server)
            } + RealClients.all.map { RealClients.cases(of: $0) }
        }
    }
#endif
