/// How the engine compares with the layer below it that went over the same stream in the same rounds.
struct EngineComparison {
    let chunk: Int
    let layer: Layer
    let against: Layer
    /// How much longer it takes, best over best: 0.25 for a quarter.
    let surcharge: Double
    /// The same, median over median.
    let medianSurcharge: Double
    /// Nanoseconds a stanza, best.
    let nanoseconds: Double
    let allocations: Double
}

extension Report {
    /// The engine beside what it rests on, as far as both were measured.
    var engine: [EngineComparison] {
        let pairs: [(layer: Layer, against: Layer)] = [
            (.client, .elements), (.server, .elements), (.sending, .verbatim),
        ]
        return comparisons.compactMap { comparison in
            let measured = comparison.measurement
            guard let pair = pairs.first(where: { $0.layer == measured.layer }),
                let against = measurement(measured.workload, measured.chunk, pair.against)
            else { return nil }
            return EngineComparison(
                chunk: measured.chunk, layer: pair.layer, against: pair.against,
                surcharge: measured.best / against.best - 1, medianSurcharge: measured.median / against.median - 1,
                nanoseconds: measured.nanosecondsPerStanza, allocations: measured.allocationsPerStanza)
        }
    }

    var engineTable: String {
        var table = TextTable([
            "a stream that is ready, on top of", "chunk", "time", "(median)", "ns a stanza", "allocations a stanza",
        ])
        for row in engine {
            table.append([
                "\(row.layer.rawValue) on \(row.against.rawValue)",
                row.layer.writes ? "" : Plan.name(ofChunk: row.chunk), Self.percent(row.surcharge),
                Self.percent(row.medianSurcharge), row.nanoseconds.decimals(0),
                AllocationCounter.isAvailable ? row.allocations.decimals(3) : "–",
            ])
        }
        return table.text
    }

    private static func percent(_ share: Double) -> String { (share < 0 ? "" : "+") + (share * 100).decimals(0) + " %" }
}
