/// Something small that is timed by itself, many times over: there is no yardstick beside it.
struct Operation {
    /// What `--filter` looks for, as in `addresses/parse/short`.
    let name: String
    /// How many times a pass does it: fewer for what takes long.
    var times = 1 << 16
    /// How many rounds time it at most.
    var mostRounds = Int.max
    /// Does it so many times.
    ///
    /// - Returns: A sum over the results, so that nothing is optimised away; the same for the same number.
    let run: (_ times: Int) throws -> Int
}

/// The passes of one operation.
struct OperationMeasurement: Codable {
    let name: String
    let times: Int
    /// CPU time of each pass.
    var nanoseconds: [UInt64] = []
    /// The least any pass allocated.
    var allocations = UInt64.max

    private var sorted: [Double] { nanoseconds.map { Double($0) / Double(times) }.sorted() }

    /// Nanoseconds of the best pass, once.
    var best: Double { sorted.first ?? 0 }
    var median: Double { sorted.isEmpty ? 0 : sorted[sorted.count / 2] }
    var allocationsOnce: Double { Double(allocations) / Double(times) }
    /// (slowest − fastest) / median, in percent: how restless the machine was.
    var spread: Double { 100 * ((sorted.last ?? 0) - best) / median }
}

/// Measures operations, interleaved: every round times each of them once.
struct OperationRounds {
    let rounds: Int

    func measure(_ operations: [Operation]) throws -> [OperationMeasurement] {
        // The first pass warms up and says what every other one has to sum up to.
        let sums = try operations.map { try $0.run($0.times) }
        var measured = operations.map { OperationMeasurement(name: $0.name, times: $0.times) }
        for round in 0..<rounds {
            for (index, operation) in operations.enumerated() where round < operation.mostRounds {
                let before = AllocationCounter.total
                var sum = 0
                let nanoseconds = try Clock.cpuNanoseconds { sum = try operation.run(operation.times) }
                let allocations = AllocationCounter.total - before
                guard sum == sums[index] else { throw SumsDiffer(name: operation.name) }
                measured[index].nanoseconds.append(nanoseconds)
                measured[index].allocations = min(measured[index].allocations, allocations)
            }
        }
        return measured
    }

    static func table(of measurements: [OperationMeasurement]) -> String {
        var table = TextTable(["operation", "ns", "ns (median)", "allocations", "spread"])
        for measurement in measurements {
            table.append([
                measurement.name, measurement.best.decimals(1), measurement.median.decimals(1),
                AllocationCounter.isAvailable ? measurement.allocationsOnce.decimals(2) : "–",
                measurement.spread.decimals(0) + " %",
            ])
        }
        return table.text
    }
}

/// An operation came to another result the second time: what it measures would mean nothing.
struct SumsDiffer: Error, CustomStringConvertible {
    let name: String
    var description: String { "\(name) does not come to the same result each time" }
}
