#if Tool
    import ArgumentParser

    /// The front door of `xmpp`.
    @main
    struct XMPPCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "xmpp",
            abstract: "Reads XMPP streams: what they mean, what was said in them, and where they break the rules.",
            discussion: """
                EXAMPLES
                  xmpp inspect session.jsonl            show a conversation by stanzas
                  xmpp inspect --summary *.xml          only count what is in files
                  xmpp events stream.xml                print a stream's events
                  xmpp events --chunk 1 - < stream.xml  the same, fed byte by byte
                  xmpp replay login.log                 run a logged stream again
                  xmpp diagram sasl-initiating          draw a machine of the protocol
                """,
            subcommands: [InspectCommand.self, EventsCommand.self, ReplayCommand.self, DiagramCommand.self])
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
