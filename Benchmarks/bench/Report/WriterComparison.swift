/// How a writer compares with another layer of this library that went over the same stream in the same rounds.
struct WriterComparison {
    let workload: String
    let layer: Layer
    let against: Layer
    /// Best over best: how many times faster.
    let ratio: Double
    /// Median over median.
    let medianRatio: Double

    /// What writers are held against, by the time for all stanzas of the same stream: reading them, and writing them
    /// anew.
    static let pairs: [(layer: Layer, against: Layer)] = [
        (.writing, .elements), (.verbatim, .writing),
    ]
}

extension Report {
    /// Writers beside what they are held against, as far as both were measured.
    var writers: [WriterComparison] {
        streams.flatMap { stream in
            WriterComparison.pairs.compactMap { pair in
                guard let layer = measurement(stream.workload, Plan.chunkOfWriters, pair.layer),
                    let against = measurement(stream.workload, Plan.chunkOfWriters, pair.against)
                else { return nil }
                return WriterComparison(
                    workload: stream.workload, layer: pair.layer, against: pair.against,
                    ratio: against.best / layer.best, medianRatio: against.median / layer.median)
            }
        }
    }

    /// The measurement at one place, or nil.
    func measurement(_ workload: String, _ chunk: Int, _ layer: Layer) -> Measurement? {
        comparisons.first {
            $0.measurement.workload == workload && $0.measurement.chunk == chunk && $0.measurement.layer == layer
        }?.measurement
    }

    /// A row a pair, a column a workload: best over best, and median over median in parentheses.
    var writerTable: String {
        let writers = writers
        var table = TextTable(["writing what was just parsed, best over best (median)"] + streams.map(\.workload))
        for pair in WriterComparison.pairs {
            let row = streams.map { stream in
                writers.first { $0.workload == stream.workload && $0.layer == pair.layer }.map {
                    "\($0.ratio.decimals(2)) (\($0.medianRatio.decimals(2)))"
                } ?? ""
            }
            if row.contains(where: { !$0.isEmpty }) {
                table.append(["\(pair.layer.rawValue) × \(pair.against.rawValue) at \(Plan.chunkOfWriters)"] + row)
            }
        }
        return table.text
    }
}
