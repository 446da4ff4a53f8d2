#if Tool
    import ArgumentParser
    import Foundation

    /// One layer over one file, for comparison with other parsers and for profilers.
    struct RunLayer: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "run",
            abstract: "Run one layer over one file and print one line an iteration.",
            discussion: """
                Prints, tab-separated: nanoseconds (monotonic), stanzas, elements, attributes, text bytes, allocations \
                of that iteration. Nothing else goes to standard output. Where the timed pass only looks at stanzas, the \
                other counts are those of a pass before the first iteration.
                """)

        @Option(help: "tokens, elements, recycled, writing, verbatim, client, server, sending, expat or expat-tree.")
        var layer: Layer

        @Option(help: "An XML stream from its header to its footer.")
        var file: String

        @Option(help: "Bytes fed at a time; 0 = all at once.")
        var chunk = 0

        @Option(help: "How often to go over the file.")
        var iterations = 1

        @Flag(
            help: """
                For profilers: leave that first pass out and its counts 0; writers have all elements parsed beforehand \
                and write them in one go.
                """)
        var onlyTimed = false

        func validate() throws {
            guard chunk >= 0, iterations > 0 else { throw ValidationError("chunk and iterations must be positive") }
        }

        func run() throws {
            Notes.warnAboutDebugBuild()
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
            let contender = try Contenders.make(layer)
            try contender.prepare(bytes)
            let step = chunk == 0 ? bytes.count : chunk
            let counts = onlyTimed ? Counts() : try contender.verify(bytes, chunk: step)
            for _ in 0..<iterations {
                var stopwatch = Stopwatch(isWallClock: true)
                var timed = Counts()
                if onlyTimed {
                    try stopwatch.time { timed = try contender.run(bytes, chunk: step) }
                } else {
                    timed = try contender.time(bytes, chunk: step, with: &stopwatch)
                }
                print(
                    stopwatch.nanoseconds, timed.stanzas, counts.elements, counts.attributes, counts.textBytes,
                    stopwatch.allocations, separator: "\t")
            }
        }
    }

    extension Layer: ExpressibleByArgument {}
#endif
