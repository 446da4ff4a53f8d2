/// How the time of one layer grows with the size of one hostile shape.
struct HostileGrowth: Codable {
    /// The most that doubling the size may cost: twice, and something for the machine's caches and moods.
    static let bound = 2.6

    let shape: String
    let layer: Layer
    /// Bytes fed at a time; 0 = all at once.
    let chunk: Int
    let unit: String
    /// Each twice the one before.
    let sizes: [Int]
    /// CPU time of one pass at each size, in nanoseconds, best of five.
    let nanoseconds: [Double]

    /// T(n) / T(n/2), at its worst.
    var worst: Double {
        zip(nanoseconds.dropFirst(), nanoseconds).map { $0 / $1 }.max() ?? 0
    }

    var isLinear: Bool { worst <= Self.bound }

    /// Measures one layer on one shape at an eighth, a quarter, half and all of its largest size.
    static func measure(_ shape: HostileShape, layer: Layer) throws -> HostileGrowth {
        let sizes = [8, 4, 2, 1].map { shape.largest / $0 }
        let contender = Contenders.make(layer)
        let nanoseconds = try sizes.map { size in
            try bestOfFive(contender, shape.document(size: size), chunk: shape.chunk)
        }
        return HostileGrowth(
            shape: shape.name, layer: layer, chunk: shape.chunk, unit: shape.unit, sizes: sizes,
            nanoseconds: nanoseconds)
    }

    /// Every round repeats the pass until it has taken a millisecond or so: short passes cannot be timed one by one.
    private static func bestOfFive(_ contender: any Contender, _ document: [UInt8], chunk: Int) throws -> Double {
        let step = chunk == 0 ? document.count : chunk
        let warm = try Clock.cpuNanoseconds { _ = try contender.run(document, chunk: step) }
        let repetitions = Int(max(1, 1_000_000 / max(1, warm)))
        var best = Double.infinity
        for _ in 0..<5 {
            let taken = try Clock.cpuNanoseconds {
                for _ in 0..<repetitions { _ = try contender.run(document, chunk: step) }
            }
            best = min(best, Double(taken) / Double(repetitions))
        }
        return best
    }
}
