#if NIO && Tool
    import ArgumentParser
    import NIOCore
    import NIOPosix

    /// Messages go from one client of each pair to the other, and back.
    struct PairsCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "pairs",
            abstract: "Let pairs of clients exchange numbered messages; count losses, order, time, CPU and memory.",
            discussion: """
                The first of a pair sends, the other sends the same back. With --rate so many messages a second are \
                delivered in all; without it each pair has as many under way as --window says, as fast as it goes. \
                Exits 1 where a message was lost or came out of order, or a client was thrown off.
                """)

        @OptionGroup var fleet: FleetOptions

        @Option(help: "How many pairs.")
        var pairs = 100

        @Option(help: "For how long messages are sent, in seconds.")
        var seconds = 30

        @Option(help: "Of that, how much is not measured, in seconds.")
        var warmUp = 3

        @Option(help: "Messages delivered in a second, by all pairs; 0 for as fast as it goes.")
        var rate = 0

        @Option(help: "Without a rate, how many messages of a pair are under way.")
        var window = 1

        @Option(help: "Seconds between two lines of progress.")
        var progress = 5

        func validate() throws {
            guard pairs > 0, seconds > warmUp, warmUp >= 0, rate >= 0, window > 0, progress > 0 else {
                throw ValidationError("a number is out of range")
            }
        }

        func run() async throws {
            let plan = TrafficPlan(
                pairs: pairs, seconds: seconds, warmUp: warmUp, rate: rate, window: window, progress: progress)
            try await SoakRun.run(fleet, clients: 2 * pairs, plan)
        }
    }

    /// Clients log in and say nothing.
    struct IdleCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "idle",
            abstract: "Let clients log in and say nothing; tell what memory each costs the server.")

        @OptionGroup var fleet: FleetOptions

        @Option(help: "How many clients.")
        var sessions = 1000

        @Option(help: "For how long they stay, in seconds.")
        var seconds = 10

        func validate() throws {
            guard sessions > 0, seconds > 0 else { throw ValidationError("a number is out of range") }
        }

        func run() async throws {
            let plan = TrafficPlan(pairs: 0, seconds: seconds, warmUp: 0, rate: 0, window: 0, progress: 5)
            try await SoakRun.run(fleet, clients: sessions, plan)
        }
    }
#endif
