/// All that one run of `bench` found out; `--json` writes it as it is.
struct Report: Codable {
    struct Stream: Codable {
        let workload: String
        let bytes: Int
        let stanzas: Int
        let meanStanzaBytes: Double
        /// FNV-1a, 64 bits, in hexadecimal.
        let checksum: String
    }

    struct Idle: Codable {
        let workload: String
        let layer: Layer
        let bytes: Int
    }

    /// False in a debug build, whose figures mean nothing.
    let optimized: Bool
    let rounds: Int
    var streams: [Stream] = []
    var comparisons: [Comparison] = []
    /// What a parser holds between two stanzas.
    var idle: [Idle] = []
    /// What has no yardstick.
    var operations: [OperationMeasurement] = []
    /// What streams of the engine hold.
    var engineMemory: [EngineMemory] = []
    var hostile: [HostileGrowth] = []
    var hostileMemory: [HostileMemory] = []

    init(rounds: Int) {
        self.rounds = rounds
        #if DEBUG
            optimized = false
        #else
            optimized = true
        #endif
    }
}

extension Report {
    /// One line for each bound on hostile input that was missed.
    var missedBounds: [String] {
        hostile.filter { !$0.isLinear }.map {
            "\($0.layer.rawValue), \($0.shape), chunk \(Plan.name(ofChunk: $0.chunk)): "
                + "doubling costs \($0.worst.decimals(2)) times"
        }
            + hostileMemory.filter { !$0.isBounded }.map {
                "\($0.layer.rawValue), \($0.shape), chunk \(Plan.name(ofChunk: $0.chunk)): "
                    + "\($0.peakBytes) bytes under a limit of \($0.limitBytes)"
            }
    }

    /// Every measurement of one workload.
    static func table(of comparisons: [Comparison]) -> String {
        var table = TextTable([
            "chunk  layer", "MB/s", "× expat-NS", "× (median)", "ns a stanza", "allocations a stanza", "spread",
        ])
        for comparison in comparisons {
            let measurement = comparison.measurement
            let chunk = Plan.name(ofChunk: measurement.chunk)
            table.append([
                chunk + String(repeating: " ", count: 7 - chunk.count) + measurement.layer.rawValue,
                measurement.megabytesPerSecond.decimals(0), comparison.ratio.decimals(2),
                comparison.medianRatio.decimals(2), measurement.nanosecondsPerStanza.decimals(0),
                AllocationCounter.isAvailable ? measurement.allocationsPerStanza.decimals(3) : "–",
                measurement.spread.decimals(0) + " %",
            ])
        }
        return table.text
    }

    /// Ratios only: a row a layer and workload, a column a chunk size.
    func summary(chunks: [Int]) -> String {
        var table = TextTable(["× expat-NS, best over best"] + chunks.map { Plan.name(ofChunk: $0) })
        for stream in streams {
            for layer in Layer.allCases where layer != .expat {
                let ratios = chunks.map { chunk in
                    comparisons.first {
                        $0.measurement.workload == stream.workload && $0.measurement.chunk == chunk
                            && $0.measurement.layer == layer
                    }?.ratio.decimals(2) ?? ""
                }
                if ratios.contains(where: { !$0.isEmpty }) {
                    table.append(["\(stream.workload) \(layer.rawValue)"] + ratios)
                }
            }
        }
        return table.text
    }

    var idleTable: String {
        var table = TextTable(["bytes held by an idle parser"] + streams.map(\.workload))
        for layer in Layer.allCases {
            let row = streams.map { stream in
                idle.first { $0.workload == stream.workload && $0.layer == layer }.map { String($0.bytes) } ?? ""
            }
            if row.contains(where: { !$0.isEmpty }) { table.append([layer.rawValue] + row) }
        }
        return table.text
    }
}
