#if Tool && NIO
    import ArgumentParser
    import Foundation

    /// `xmpp demo`.
    struct DemoCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "demo",
            abstract: "Shows a server and two clients talk, step by step, and how fast.",
            discussion: """
                A server and two clients in this process, over real TCP and TLS on the loopback interface, with a \
                throw-away certificate. Shown is all that goes over one client's stream, both ways, with what each step \
                is for: STARTTLS, SCRAM bound to the TLS channel, resource binding, presence, messages, a ping. Then two \
                peers that break the rules are turned away, and a burst of messages is counted and timed.

                EXIT STATUS
                  0   all went as it has to
                  1   something did not: a message was lost, came out of order, or a broken peer was let in
                  64  wrong usage

                EXAMPLES
                  xmpp demo
                  xmpp demo --color always | less -R
                  xmpp demo --messages 200000
                """)

        @Option(help: "How many messages the burst has.")
        var messages = 20_000

        @Flag(help: "Print credentials as they are; they were made for this run.")
        var showSecrets = false

        @Option(
            name: [.long, .customLong("colour")],
            help: "Whether to use colours; auto does on a terminal, unless NO_COLOR is set.")
        var color = InspectCommand.Colour.auto

        func validate() throws {
            if !(1...10_000_000).contains(messages) {
                throw ValidationError("A burst has 1 to 10000000 messages.")
            }
        }

        func run() async throws {
            let demo = Demo(
                messageCount: messages, isColoured: color.isWanted, showsSecrets: showSecrets,
                write: { try FileHandle.standardOutput.put($0) })
            let outcome: Demo.Outcome
            do {
                outcome = try await demo.run()
            } catch let error as ExitCode {
                throw error
            } catch {
                try FileHandle.standardError.put(complaint: "the demonstration failed: \(error)")
                throw ExitCode.violation
            }
            if !outcome.isRight(of: messages) { throw ExitCode.violation }
        }
    }
#endif
