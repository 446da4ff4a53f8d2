#if Tool && NIO
    import ArgumentParser
    import Foundation
    import Logging
    import XMPPAddress
    import XMPPNIO
    import XMPPTransports

    /// `xmpp serve`.
    struct ServeCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "serve",
            abstract: "Runs a server for development and tests.",
            discussion: """
                A server of one domain, with all it knows in memory. IT IS FOR DEVELOPMENT AND TESTS: no other servers, \
                nothing stored, everybody on everybody's roster. It passes messages, presence and requests between \
                its users, and answers ping, service discovery, software version and the roster. Of two sessions with \
                the same resource the newer one stays.

                USERS stand in a file, a name, a colon and a password in each line; lines that begin with # are \
                remarks. Keep it to yourself (chmod 600).

                Without --certificate one is made that an authority of its own signs, for as long as the server runs; \
                --write-ca writes what clients have to trust.

                It prints a line `listening on HOST:PORT (STARTTLS)` for each place, and stops at SIGTERM or SIGINT, \
                or after --for: the streams are closed with system-shutdown.

                EXIT STATUS
                  0   it was stopped
                  2   it cannot listen, or has no certificate
                  64  wrong usage
                  66  a file cannot be read
                  74  a file cannot be written

                EXAMPLES
                  printf 'romeo:secret\\njuliet:r0m30\\n' > users
                  xmpp serve --users users --write-ca ca.pem
                  xmpp serve --users users --port 0 --direct-tls-port 0 --host 127.0.0.1,127.0.0.2
                  xmpp serve --anonymous --register --for 60 -v
                """)

        @Option(help: "The domain that is served.")
        var domain = "localhost"

        @Option(help: "The file with the users.", completion: .file())
        var users: String?

        @Option(help: "Where to listen: addresses, repeated or with commas between them.")
        var host: [String] = []

        @Option(help: "The port for STARTTLS; 0 is any.")
        var port = 5222

        @Option(help: "A port with TLS from the first byte (XEP-0368); 0 is any.")
        var directTLSPort: Int?

        @Option(help: "The certificate and those behind it, in PEM.", completion: .file())
        var certificate: String?

        @Option(help: "The key of the certificate, in PEM.", completion: .file())
        var key: String?

        @Option(
            name: .customLong("write-ca"), help: "Write the throw-away authority there, in PEM.", completion: .file())
        var authorityFile: String?

        @Flag(help: "Do not insist on TLS; passwords in the clear are refused all the same.")
        var allowPlaintext = false

        @Flag(help: "Let in whoever does not say who it is (SASL ANONYMOUS).")
        var anonymous = false

        @Flag(help: "Let clients open accounts (XEP-0077), until the server stops.")
        var register = false

        @Flag(name: .customLong("digest-md5"), help: "Offer DIGEST-MD5 to old clients, too.")
        var digestMD5 = false

        @Flag(help: "Offer no mechanism that binds the channel, for clients that know no tls-server-end-point.")
        var noChannelBinding = false

        @Flag(help: "Put nobody on anybody's roster: no presence goes around.")
        var noRoster = false

        @Option(help: "Rounds of the passwords' derivation.")
        var iterations = 4096

        @Option(name: .customLong("for"), help: ArgumentHelp("Stop after so long.", valueName: "seconds"))
        var seconds: Int?

        @Flag(name: .shortAndLong, help: "Say how streams go, and why they end.")
        var verbose = false

        @Flag(help: "Print what goes over all streams, in the clear, with the secrets in it.")
        var tap = false

        @Option(help: ArgumentHelp("Streams at the same time.", valueName: "count"))
        var maximumStreams = 100_000

        func validate() throws {
            _ = try servedDomain()
            for port in [port, directTLSPort ?? 0] where !(0...65535).contains(port) {
                throw ValidationError("There is no port \(port).")
            }
            if (certificate == nil) != (key == nil) {
                throw ValidationError("--certificate and --key belong together.")
            }
            if certificate != nil, authorityFile != nil {
                throw ValidationError("--write-ca is for the throw-away authority, which --certificate replaces.")
            }
            if !(4096...1_000_000).contains(iterations) {
                throw ValidationError("Rounds are 4096 at least and 1000000 at most.")
            }
            if let seconds, !(1...1_000_000_000).contains(seconds) {
                throw ValidationError("It cannot run for \(seconds) seconds.")
            }
            if maximumStreams < 1 { throw ValidationError("--maximum-streams takes a number from 1.") }
            if users == nil, !anonymous, !register {
                throw ValidationError("Nobody could log in: give --users, --anonymous or --register.")
            }
        }

        func run() async throws {
            let settings = try settings()
            let list = try readUsers(at: settings.domain)
            let accounts = Accounts(
                list, at: settings.domain, opensAccounts: register, admitsAnonymous: anonymous, iterations: iterations)
            do {
                let server = try DevelopmentServer(
                    settings, accounts: accounts, identities: try identities(), bounds: bounds)
                let seconds = seconds
                try await server.run(at: endpoints, until: { await StopSignal.wait(atMost: seconds) }) { endpoint in
                    let how = endpoint.tls == .direct ? "direct TLS" : "STARTTLS"
                    try? FileHandle.standardOutput.put(Array("listening on \(endpoint.name) (\(how))\n".utf8))
                }
            } catch let error as ExitCode {
                throw error
            } catch let error as ByteSource.Unreadable {
                try FileHandle.standardError.put(complaint: "\(error)")
                throw ExitCode.unreadable
            } catch {
                try FileHandle.standardError.put(complaint: "cannot serve: \(error)")
                throw ExitCode.unavailable
            }
        }

        // MARK: What was asked for

        func servedDomain() throws -> JID {
            guard let domain = JID(domain), domain.isDomain else {
                throw ValidationError("'\(domain)' is no domain.")
            }
            return domain
        }

        func settings() throws -> ServeSettings {
            var settings = ServeSettings(domain: try servedDomain())
            settings.allowsPlaintext = allowPlaintext
            settings.admitsAnonymous = anonymous
            settings.opensAccounts = register
            settings.takesDigestMD5 = digestMD5
            settings.bindsChannel = !noChannelBinding
            settings.sharesPresence = !noRoster
            settings.iterations = iterations
            return settings
        }

        private var bounds: ServerSettings {
            var bounds = ServerSettings()
            bounds.maximumStreams = maximumStreams
            if tap { bounds.tap = WirePrinter.tap }
            if verbose {
                bounds.logger = Logger(label: "xmpp", factory: { StreamLogHandler.standardError(label: $0) })
                bounds.logger.logLevel = .debug
            }
            return bounds
        }

        var endpoints: [DevelopmentServer.Endpoint] {
            let hosts = host.flatMap { $0.split(separator: ",").map(String.init) }
            return (hosts.isEmpty ? ["127.0.0.1"] : hosts).flatMap { host in
                [DevelopmentServer.Endpoint(host: host, port: port)]
                    + (directTLSPort.map { [DevelopmentServer.Endpoint(host: host, port: $0, tls: .direct)] } ?? [])
            }
        }

        private func readUsers(at domain: JID) throws -> [UserList.User] {
            guard let users else { return [] }
            do {
                let text = try TextFile.read(users)
                if TextFile.isReadByOthers(users) {
                    try FileHandle.standardError.put(
                        complaint: "\(users) holds passwords, and others can read it: chmod 600")
                }
                return try UserList(text, at: domain).users
            } catch let error as ByteSource.Unreadable {
                try FileHandle.standardError.put(complaint: "\(error)")
            } catch {
                try FileHandle.standardError.put(complaint: "cannot use \(users): \(error)")
            }
            throw ExitCode.unreadable
        }

        private func identities() throws -> ServerIdentities {
            if let certificate, let key { return try ServerIdentities(certificate: certificate, key: key) }
            let authority = try ThrowawayAuthority()
            if let authorityFile {
                do {
                    try Data(authority.pem.utf8).write(to: URL(filePath: authorityFile), options: .atomic)
                } catch {
                    try FileHandle.standardError.put(complaint: "cannot write \(authorityFile)")
                    throw ExitCode.unwritable
                }
            }
            return try authority.identities(for: domain)
        }
    }
#endif
