#if NIO && Tool
    import ArgumentParser

    /// The front door of `swift run -c release soak`.
    @main
    struct Soak: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "soak",
            abstract: "Logs thousands of clients in to a server, over TLS, and measures what that costs it.",
            discussion: """
                The accounts are there already: PREFIX0, PREFIX1 and so on, all with the password that the environment \
                has under SOAK_PASSWORD (`soak` where it has none). Docs/Soak.md has the method, Benchmarks/soak/run \
                starts the servers.
                """,
            subcommands: [PairsCommand.self, IdleCommand.self])
    }
#else
    import Foundation

    @main
    struct Soak {
        /// Ends with the status of a service that is not there (EX_UNAVAILABLE).
        static func main() {
            let complaint = "soak: built without the traits NIO and Tool, which fetch what it is made of\n"
            FileHandle.standardError.write(Data(complaint.utf8))
            exit(69)
        }
    }
#endif
