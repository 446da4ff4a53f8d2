/// Carries a plan out and gathers its report, printing as it goes.
struct Suite {
    let plan: Plan

    /// - Parameter print: Takes each table when it is ready.
    func run(print: (String) -> Void) throws -> Report {
        var report = Report(rounds: plan.rounds)
        for workload in plan.workloads {
            let wanted = plan.chunks.filter { !plan.layers(for: workload, chunk: $0).isEmpty }
            guard !wanted.isEmpty else { continue }
            let traffic = workload.traffic(bytes: plan.bytes)
            let stream = Report.Stream(workload, traffic)
            report.streams.append(stream)
            print(stream.line)
            var comparisons: [Comparison] = []
            for chunk in wanted {
                let rounds = Rounds(layers: plan.layers(for: workload, chunk: chunk), rounds: plan.rounds)
                let part = plan.traffic(traffic, chunk: chunk)
                comparisons += try rounds.measure(part, of: workload, chunk: chunk)
            }
            print(Report.table(of: comparisons))
            report.comparisons += comparisons
            report.idle += try idle(traffic, of: workload)
        }
        report.operations = try operations()
        if !report.operations.isEmpty { print(OperationRounds.table(of: report.operations)) }
        if plan.places == nil, plan.filters.allSatisfy({ "engine/memory".contains($0) }) {
            report.engineMemory = try EngineMemory.measure(streams: plan.idleStreams)
            if !report.engineMemory.isEmpty { print(EngineMemory.table(of: report.engineMemory)) }
        }
        return report
    }

    /// What is timed by itself, as far as the plan wants it.
    private func operations() throws -> [OperationMeasurement] {
        let all = try AddressOperations.all() + StanzaOperations.all() + SASLOperations.all() + EngineOperations.all()
        let wanted = all.filter { plan.has(operation: $0.name) }
        return try OperationRounds(rounds: plan.rounds).measure(wanted)
    }

    /// What each parser holds between two stanzas, after 256 KiB fed as they would come from a network.
    private func idle(_ traffic: Traffic, of workload: Workload) throws -> [Report.Idle] {
        guard AllocationCounter.isAvailable else { return [] }
        let opened = traffic.opened(bytes: 256 << 10)
        var wanted = plan.chunks.flatMap { plan.layers(for: workload, chunk: $0) }
        // Recycling is the same parser; what it keeps is the host's pool.
        wanted = Layer.allCases.filter { wanted.contains($0) && $0 != .recycled && !$0.isEngine }
        return try wanted.compactMap { layer in
            let bytes = try Contenders.make(layer).idleBytes(opened, chunk: 1460)
            return bytes.map { Report.Idle(workload: workload.rawValue, layer: layer, bytes: $0) }
        }
    }
}

extension Report.Stream {
    init(_ workload: Workload, _ traffic: Traffic) {
        self.init(
            workload: workload.rawValue, bytes: traffic.bytes.count, stanzas: traffic.stanzas,
            meanStanzaBytes: traffic.meanStanzaBytes, checksum: String(traffic.checksum, radix: 16))
    }

    var line: String {
        "\(workload): \(bytes) bytes, \(stanzas) stanzas, mean \(meanStanzaBytes.decimals(1)) bytes, checksum \(checksum)"
    }
}
