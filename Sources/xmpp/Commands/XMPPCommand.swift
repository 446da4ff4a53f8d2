#if Tool
    import ArgumentParser

    /// The front door of `xmpp`.
    @main
    struct XMPPCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "xmpp",
            abstract: "Speaks XMPP, and reads it: what was said in a stream, and where it breaks the rules.",
            discussion: """
                EXAMPLES
                  xmpp demo                             see a server and two clients talk
                  xmpp probe example.net                see what a server offers
                  xmpp send --as a@b.example --to c@d.example hello
                                                        send a message
                  xmpp serve --users users              run a server for tests
                  xmpp inspect session.jsonl            show a conversation by stanzas
                  xmpp inspect --summary *.xml          only count what is in files
                  xmpp events stream.xml                print a stream's events
                  xmpp events --chunk 1 - < stream.xml  the same, fed byte by byte
                  xmpp replay login.log                 run a logged stream again
                  xmpp diagram sasl-initiating          draw a machine of the protocol
                """,
            subcommands: network + [InspectCommand.self, EventsCommand.self, ReplayCommand.self, DiagramCommand.self])

        #if NIO
            /// Those that open connections.
            private static let network: [any ParsableCommand.Type] = [
                DemoCommand.self, ProbeCommand.self, SendCommand.self, ServeCommand.self,
            ]
        #else
            private static let network: [any ParsableCommand.Type] = []
        #endif
    }
#else
    import Foundation

    @main
    struct XMPPCommand {
        /// Ends with the status of a service that is not there (EX_UNAVAILABLE).
        static func main() {
            let complaint = "xmpp: built without the trait Tool, which fetches its argument parser\n"
            FileHandle.standardError.write(Data(complaint.utf8))
            exit(69)
        }
    }
#endif
