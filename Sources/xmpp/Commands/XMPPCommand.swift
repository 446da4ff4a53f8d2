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
                """,
            subcommands: [InspectCommand.self, EventsCommand.self])
    }
#else
    @main
    struct XMPPCommand {
        static func main() {
            print("xmpp was built without the trait Tool, which fetches its argument parser")
        }
    }
#endif
