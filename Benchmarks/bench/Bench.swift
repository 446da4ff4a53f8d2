#if Tool
    import ArgumentParser

    /// The front door of `swift run -c release bench`.
    @main
    struct Bench: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "bench",
            abstract: "Measures the XML layers against libexpat, and the engine against them, interleaved.",
            discussion: """
                Without a subcommand: generates six kinds of XMPP traffic and prints, for every layer and chunk size, \
                how many times faster than libexpat in namespace mode it is, with time and allocations a stanza. \
                Takes a few minutes; --quick takes less than one.
                """,
            subcommands: [Measure.self, RunLayer.self, Generate.self, Hostile.self],
            defaultSubcommand: Measure.self)
    }
#else
    import Foundation

    @main
    struct Bench {
        /// Ends with the status of a service that is not there (EX_UNAVAILABLE).
        static func main() {
            let complaint = "bench: built without the trait Tool, which fetches its argument parser\n"
            FileHandle.standardError.write(Data(complaint.utf8))
            exit(69)
        }
    }
#endif
