#if NIO && Tool
    import ArgumentParser
    import XMPPAddress

    /// Which server, and who logs in to it.
    struct FleetOptions: ParsableArguments {
        @Option(help: "Where the server listens, HOST:PORT. Repeatable: clients take them in turn.")
        var server: [Endpoint]

        @Option(help: "The domain of the accounts.")
        var domain: String

        @Option(help: "The accounts: PREFIX/COUNT, for PREFIX0, PREFIX1 and so on.")
        var users: Accounts

        @Option(help: "A file of certificates in PEM: who may have issued the server's.")
        var ca: String

        @Option(help: "The hash of SCRAM: 1 or 256.")
        var scram = 256

        @Option(help: "How many log in at the same time.")
        var logins = 32

        @Option(help: "The server's process, to be measured with its children.")
        var serverPid: Int?

        @Option(help: "What the server is called in the report.")
        var label = "server"

        @Option(help: "A file that the figures are added to, as one line with tabs.")
        var row: String?

        /// Addresses of the clients, in order.
        func addresses(_ count: Int) throws -> [JID] {
            guard count <= users.count else { throw ValidationError("\(count) clients, \(users.count) accounts") }
            return try (0..<count).map { number in
                let text = "\(users.prefix)\(number)@\(domain)/soak"
                guard let address = JID(text) else { throw ValidationError("\(text) is no address") }
                return address
            }
        }
    }

    /// A host and a port.
    struct Endpoint: ExpressibleByArgument {
        let host: String
        let port: Int

        init?(argument: String) {
            guard let colon = argument.lastIndex(of: ":"), let port = UInt16(argument[argument.index(after: colon)...])
            else { return nil }
            host = String(argument[..<colon])
            self.port = Int(port)
        }
    }

    /// Accounts whose names are numbered.
    struct Accounts: ExpressibleByArgument {
        let prefix: String
        let count: Int

        init?(argument: String) {
            guard let slash = argument.lastIndex(of: "/"), let count = Int(argument[argument.index(after: slash)...]),
                count > 0
            else { return nil }
            prefix = String(argument[..<slash])
            self.count = count
        }
    }
#endif
