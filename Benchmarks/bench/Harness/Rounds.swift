/// Measures several layers over one stream, interleaved: every round times each of them once, so that a restless
/// machine disturbs all alike.
struct Rounds {
    let layers: [Layer]
    let rounds: Int

    /// - Parameter chunk: Bytes fed at a time; 0 = all at once.
    /// - Returns: One comparison a layer, in the order of `layers`; the first layer is the yardstick.
    /// - Throws: `CountsDiffer` before anything is timed, or what a contender throws.
    func measure(_ traffic: Traffic, of workload: Workload, chunk: Int) throws -> [Comparison] {
        let step = chunk == 0 ? traffic.bytes.count : chunk
        let contenders = try layers.map { try Contenders.make($0) }
        let expected = try contenders[0].verify(traffic.bytes, chunk: step)
        for contender in contenders {
            try contender.prepare(traffic.bytes)
            let counts = try contender.verify(traffic.bytes, chunk: step)
            guard counts == expected else {
                throw CountsDiffer(
                    workload: workload, chunk: chunk, layer: contender.layer, counts: counts, expected: expected)
            }
        }
        var measured = layers.map {
            Measurement(
                workload: workload.rawValue, chunk: chunk, layer: $0, bytes: traffic.bytes.count,
                stanzas: traffic.stanzas)
        }
        for _ in 0..<rounds {
            for (index, contender) in contenders.enumerated() {
                var stopwatch = Stopwatch()
                let counts = try contender.time(traffic.bytes, chunk: step, with: &stopwatch)
                guard counts.stanzas == expected.stanzas else {
                    throw CountsDiffer(
                        workload: workload, chunk: chunk, layer: contender.layer, counts: counts,
                        expected: expected)
                }
                measured[index].nanoseconds.append(stopwatch.nanoseconds)
                measured[index].allocations = min(measured[index].allocations, stopwatch.allocations)
            }
        }
        return measured.map { Comparison($0, yardstick: measured[0]) }
    }
}

/// A contender saw something else than libexpat: what it measures would mean nothing.
struct CountsDiffer: Error, CustomStringConvertible {
    let workload: Workload
    let chunk: Int
    let layer: Layer
    let counts: Counts
    let expected: Counts

    var description: String {
        """
        the counts differ on \(workload) at chunk \(chunk):
          \(layer.rawValue): \(counts)
          expat: \(expected)
        """
    }
}
