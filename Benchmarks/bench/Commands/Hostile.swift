#if Tool
    import ArgumentParser

    /// Shows that hostile input costs linear time and bounded memory.
    struct Hostile: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Feed hostile input: time must grow linearly, memory must stay bounded.",
            discussion: """
                Each shape is fed whole and one byte at a time, at an eighth, a quarter, half and all of its largest \
                size, without limits: doubling the size may cost \(HostileGrowth.bound) times, best of five. Then \
                with the default limits: no more may be allocated than \(HostileMemory.bound.decimals(0)) times the \
                stanza's. Exits 1 when a bound is missed.
                """)

        @Option(help: "Only what contains TEXT in layer/shape. Repeatable: all must match.")
        var filter: [String] = []

        @Option(help: "The layers to feed.")
        var layer: [Layer] = [.tokens, .elements, .recycled]

        func run() throws {
            Notes.warnAboutDebugBuild()
            var report = Report(rounds: 5)
            let run = HostileRun(layers: layer, filters: filter)
            (report.hostile, report.hostileMemory) = try run.measure(progress: Notes.progress)
            guard !report.hostile.isEmpty else { throw ValidationError("nothing matches the filter") }
            print(HostileRun.table(report.hostile, report.hostileMemory))
            for line in report.missedBounds { Notes.warn("missed: \(line)") }
            if !report.missedBounds.isEmpty { throw ExitCode.failure }
        }
    }
#endif
