#if Tool && NIO
    import ArgumentParser
    import Foundation
    import XMPPAddress
    import XMPPNIO
    import XMPPStanza

    /// `xmpp send`.
    struct SendCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "send",
            abstract: "Sends a message.",
            discussion: """
                Logs in, sends one message, and waits until the server has surely taken it: until it has answered a \
                ping that was sent behind it. An error that comes back by then is told; whether somebody has read the \
                message is not known.

                The password is the first line of --password-file, or in the environment as XMPP_PASSWORD; it cannot be \
                given on the command line, which others can read. It is sent to nobody but a server whose certificate \
                is the domain's.

                EXIT STATUS
                  0   the server has taken it
                  1   it came back
                  2   it could not be handed over: no connection, no TLS, no login
                  64  wrong usage
                  66  a file cannot be read, or there is no password

                EXAMPLES
                  export XMPP_PASSWORD=…
                  xmpp send --as romeo@example.net --to juliet@example.com 'Art thou not Romeo?'
                  uptime | xmpp send --as host@example.net --to admin@example.net --subject uptime
                  xmpp send --as romeo@localhost --host 127.0.0.1 --ca ca.pem --password-file pw --to juliet@localhost hi
                """)

        @Option(name: .customLong("as"), help: "Who sends it; with a resource, that one is asked for.")
        var sender: AddressArgument

        @Option(name: .customLong("to"), help: "Whom it is for.")
        var recipient: AddressArgument

        @OptionGroup(title: "Server")
        var server: ServerOptions

        @Option(help: "The file whose first line is the password.", completion: .file())
        var passwordFile: String?

        @Option(help: "A subject.")
        var subject: String?

        @Option(help: ArgumentHelp("How long it may take.", valueName: "seconds"))
        var timeout = 60

        @Argument(help: "The text; without it, standard input is sent.")
        var text: String?

        func validate() throws {
            if sender.jid.localpart == nil { throw ValidationError("--as takes the address of an account.") }
            if !(1...3600).contains(timeout) { throw ValidationError("--timeout takes 1 to 3600 seconds.") }
            if passwordFile == "-", text == nil {
                throw ValidationError("The password and the text cannot both come from standard input.")
            }
        }

        func run() async throws {
            let errors = FileHandle.standardError
            let settings: ClientSettings
            let message: Message
            do {
                let password = try PasswordSource(file: passwordFile).password { try errors.put(complaint: $0) }
                settings = try server.settings(for: sender.jid, password: password)
                message = try Delivery.message(to: recipient.jid, subject: subject, text: text ?? Self.input())
            } catch {
                try errors.put(complaint: "\(error)")
                throw ExitCode.unreadable
            }
            do {
                let answer = try await Delivery(settings: settings, seconds: timeout).deliver(message)
                guard let answer else { return }
                try errors.put(complaint: "\(recipient.jid) was not reached: \(answer.words)")
            } catch {
                try errors.put(complaint: "cannot send as \(sender.jid): \(error)")
                throw ExitCode.unavailable
            }
            throw ExitCode.violation
        }

        /// Standard input, without the end of its last line.
        private static func input() throws -> String {
            let text = try TextFile.read("-")
            return text.hasSuffix("\n") ? String(text.dropLast()) : text
        }
    }
#endif
