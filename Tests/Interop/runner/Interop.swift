#if NIO && Tool
    import ArgumentParser
    import Foundation

    /// `interop`: our client against strangers' servers, and strangers' clients against ours. `Tests/Interop/run` starts
    /// the servers and calls it.
    @main
    struct Interop: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Runs the cases against the peers that Tests/Interop/run has started.",
            discussion: "The ports are those of Tests/Interop/servers/ports.sh, taken from the environment.")

        @Option(help: "The folder of this program's scripts: Tests/Interop.")
        var scripts: String

        @Option(help: "The folder that the servers were started in.")
        var root: String

        @Option(name: .customLong("version"), help: "A peer that is there and its version: prosody=0.12.3.")
        var versions: [String] = []

        @Option(name: .customLong("missing"), help: "A peer that is not there and why: prosody=not installed.")
        var missing: [String] = []

        @Option(help: "Run the cases whose peer, topic or name holds this text.")
        var only: String?

        @Option(help: "Write the table to this file, as Markdown.")
        var markdown: String?

        mutating func run() async throws {
            let place = try Place(
                scripts: URL(fileURLWithPath: scripts), root: URL(fileURLWithPath: root),
                versions: Self.pairs(versions), missing: Self.pairs(missing))
            let table = LiveTable(place: place)
            let lanes = Catalogue.lanes(at: place).map { lane in
                lane.filter { row in only.map { row.matches($0) } ?? true }
            }
            let rows = await Schedule(lanes, at: place).run { await table.add($0) }
            if let markdown {
                try MarkdownTable(rows, place).text.write(toFile: markdown, atomically: true, encoding: .utf8)
            }
            let counts = Counts(rows)
            LiveTable.say("\(counts)")
            if counts.failed > 0 { throw ExitCode.failure }
        }

        private static func pairs(_ texts: [String]) throws -> [String: String] {
            var pairs: [String: String] = [:]
            for text in texts {
                guard let sign = text.firstIndex(of: "=") else { throw ValidationError("\(text) is no NAME=TEXT") }
                pairs[String(text[..<sign])] = String(text[text.index(after: sign)...])
            }
            return pairs
        }
    }
#else
    @main
    struct Interop {
        static func main() { print("interop takes the traits NIO and Tool") }
    }
#endif
