#if Tool
    import ArgumentParser
    import Foundation

    /// The default command: everything.
    struct Measure: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Measure every layer, workload and chunk size (the default).")

        @Flag(help: "Less than a minute: smaller streams, fewer rounds, no whole-stream column, no hostile input.")
        var quick = false

        @Option(
            help: """
                Only what contains TEXT in workload/chunk/layer, as in c2s/16384/tokens, or in the name of an operation. \
                Repeatable: all must.
                """)
        var filter: [String] = []

        @Option(help: "Rounds; each times every layer once.")
        var rounds: Int?

        @Option(help: "Size of each generated stream.")
        var mib: Int?

        @Option(help: ArgumentHelp("Write everything as JSON.", valueName: "file"))
        var json: String?

        @Option(help: ArgumentHelp("Draw a chart of the ratios.", valueName: "file"))
        var svg: String?

        @Flag(name: .customLong("guard"), help: "A quick run that fails when it misses a row of the floors.")
        var isGuard = false

        @Option(help: ArgumentHelp("The table that --guard goes by.", valueName: "file"))
        var floors = "Benchmarks/floors.tsv"

        @Flag(
            inversion: .prefixedNo,
            help: "Also feed hostile input (see `bench hostile`). Off with --quick, --guard and --filter.")
        var hostile: Bool?

        func validate() throws {
            guard rounds ?? 1 > 0, mib ?? 1 > 0 else { throw ValidationError("rounds and MiB must be positive") }
        }

        func run() throws {
            Notes.warnAboutDebugBuild()
            var plan = quick || isGuard ? Plan.quick : Plan()
            plan.filters = filter
            if let rounds { plan.rounds = rounds }
            if let mib { plan.bytes = mib << 20 }
            let held = isGuard ? try Floors(file: floors) : nil
            print(Notes.preamble(plan))
            var report = try Suite(plan: plan).run { print($0) }
            guard !report.streams.isEmpty || !report.operations.isEmpty || !report.engineMemory.isEmpty else {
                throw ValidationError("nothing matches the filter")
            }
            if !report.streams.isEmpty { print(report.summary(chunks: plan.chunks)) }
            if !report.writers.isEmpty { print(report.writerTable) }
            if !report.engine.isEmpty { print(report.engineTable) }
            if !report.idle.isEmpty { print(report.idleTable) }
            var missed = try held.map { try misses(of: $0, by: report, plan) } ?? []
            if hostile ?? !(quick || isGuard || !filter.isEmpty) {
                (report.hostile, report.hostileMemory) = try HostileRun().measure(progress: Notes.progress)
                print(HostileRun.table(report.hostile, report.hostileMemory))
                missed += report.missedBounds
            }
            try json.map { try report.writeJSON(to: $0) }
            try svg.map {
                try RatioChart(report, chunks: plan.chunks).svg.write(toFile: $0, atomically: true, encoding: .utf8)
            }
            for line in missed { Notes.warn("missed: \(line)") }
            if !missed.isEmpty { throw ExitCode.failure }
        }

        /// What the report misses, and misses again whenever it is measured once more by itself: other work of the machine
        /// takes a while from one row or another, and a row is missed for good only where our code is slow.
        private func misses(of floors: Floors, by report: Report, _ plan: Plan) throws -> [String] {
            var missed = floors.missed(by: report)
            for _ in 0..<2 where !missed.isEmpty {
                for miss in missed { Notes.warn("missed, and measured again: \(miss.line)") }
                var again = plan
                again.places = missed.reduce(into: []) { $0.formUnion($1.places) }
                let names = Set(missed.map(\.name))
                let report = try Suite(plan: again).run { print($0) }
                missed = floors.missed(by: report).filter { names.contains($0.name) }
            }
            return missed.map(\.line)
        }
    }
#endif
