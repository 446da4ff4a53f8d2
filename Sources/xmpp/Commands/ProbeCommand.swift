#if Tool && NIO
    import ArgumentParser
    import Foundation
    import UnicodeProfiles
    import XMPPAddress
    import XMPPNIO
    import XMPPSASL
    import XMPPTransports

    /// `xmpp probe`.
    struct ProbeCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "probe",
            abstract: "Shows what a server offers, and what a client would make of it.",
            discussion: """
                Calls the server of a domain as a client does, and shows where it is, the features of each list, TLS with \
                its certificates and why they are believed or not, each mechanism and why it would be used or not, and \
                the plan with its reasons.

                Without --as nothing of an account is sent: the probe ends before the login, having said which mechanism a \
                client with a password would use. A certificate that is not to be believed is shown, and does not end \
                it. With --as it logs in, if all is well, and goes on to the end. The password is the first line \
                of --password-file, or in the environment as XMPP_PASSWORD.

                EXIT STATUS
                  0   a client would be content
                  1   a client would not go on: no TLS, another's certificate, no mechanism, no login
                  2   no server was reached
                  64  wrong usage
                  66  a file cannot be read, or there is no password

                EXAMPLES
                  xmpp probe example.net
                  xmpp probe example.net --direct-tls --wire
                  xmpp probe localhost --host 127.0.0.1 --ca ca.pem --as romeo@localhost --password-file pw
                """)

        @Argument(help: "The domain.")
        var domain: AddressArgument

        @OptionGroup(title: "Server")
        var server: ServerOptions

        @Option(name: .customLong("as"), help: "Log in with this account of the domain.")
        var account: AddressArgument?

        @Option(help: "The file whose first line is the password.", completion: .file())
        var passwordFile: String?

        @Flag(help: "Show all that goes over the stream, too.")
        var wire = false

        @Flag(help: "Print credentials as they are.")
        var showSecrets = false

        @Option(
            name: [.long, .customLong("colour")],
            help: "Whether to use colours; auto does on a terminal, unless NO_COLOR is set.")
        var color = InspectCommand.Colour.auto

        func validate() throws {
            if !domain.jid.isDomain { throw ValidationError("'\(domain.jid)' is no domain.") }
            if let account, account.jid.localpart == nil || account.jid.domain != domain.jid {
                throw ValidationError("--as takes the address of an account of \(domain.jid).")
            }
            if account == nil, passwordFile != nil { throw ValidationError("--password-file is for --as.") }
        }

        func run() async throws {
            let settings = try settings()
            var printer = ProbePrinter(of: domain.jid, isColoured: color.isWanted, showsSecrets: showSecrets)
            let (lookUps, plan) = await whereabouts(by: settings.resolver)
            printer.write(lookUps, plan)
            var status = ExitCode.unavailable
            for candidate in plan.candidates {
                var settings = settings
                settings.servers = [candidate]
                let findings = await Probe(settings: settings, logsIn: account != nil).run()
                printer.write(findings, at: candidate, showsWire: wire)
                try FileHandle.standardOutput.put(printer.transcript.page.take())
                if findings.obstacle != nil { continue }
                status = findings.isGood ? .success : .violation
                break
            }
            try FileHandle.standardOutput.put(printer.transcript.page.take())
            if status != .success { throw status }
        }

        /// Where to try: where the options say, or else what DNS says, with what it said.
        private func whereabouts(
            by resolver: (any ServiceResolving)?
        ) async -> ([(query: ServiceQuery, answer: ServiceLookup)], ConnectionPlan) {
            if let candidate = server.candidate(for: domain.jid) {
                return ([], ConnectionPlan(configured: [candidate]))
            }
            guard let resolver else {
                return ([], await ConnectionPlan(to: domain.jid.domainpart, speaking: .client, by: nil))
            }
            let name = (try? IDNA.asciiForm(domain.jid.domainpart)) ?? domain.jid.domainpart
            var lookUps: [(query: ServiceQuery, answer: ServiceLookup)] = []
            for query in ServiceQuery.all(for: name, speaking: .client) {
                lookUps.append((query, await resolver.lookUp(query)))
            }
            func found(_ moment: TLSMoment) -> ServiceLookup {
                lookUps.first { $0.query.tls == moment }?.answer ?? .absent
            }
            var generator = SystemRandomNumberGenerator()
            let plan = ConnectionPlan(
                to: name, speaking: .client, startTLS: found(.startTLS), direct: found(.direct),
                using: &generator)
            return (lookUps, plan)
        }

        private func settings() throws -> ClientSettings {
            let errors = FileHandle.standardError
            do {
                guard let account else {
                    // Nothing of it is ever sent: only so that it can be said what would be chosen for a password.
                    let nobody = try domain.jid.with(localpart: "probe")
                    return try server.settings(for: nobody, password: "none")
                }
                let password = try PasswordSource(file: passwordFile).password { try errors.put(complaint: $0) }
                return try server.settings(for: account.jid, password: password)
            } catch {
                try errors.put(complaint: "\(error)")
                throw ExitCode.unreadable
            }
        }
    }
#endif
