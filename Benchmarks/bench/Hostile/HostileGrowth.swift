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
        let contender = try Contenders.make(layer)
        let documents = sizes.map { shape.document(size: $0) }
        let nanoseconds = try bestOfFive(contender, documents, chunk: shape.chunk)
        return HostileGrowth(
            shape: shape.name, layer: layer, chunk: shape.chunk, unit: shape.unit, sizes: sizes,
            nanoseconds: nanoseconds)
    }

    /// Every round takes each document once, so that a restless machine disturbs all sizes alike, and repeats the pass
    /// for some milliseconds: short ones cannot be timed one by one.
    private static func bestOfFive(
        _ contender: any Contender, _ documents: [[UInt8]], chunk: Int
    ) throws -> [Double] {
        func pass(_ document: [UInt8], times: Int) throws -> Double {
            let taken = try Clock.cpuNanoseconds {
                for _ in 0..<times { _ = try contender.run(document, chunk: chunk == 0 ? document.count : chunk) }
            }
            return Double(taken) / Double(times)
        }
        let repetitions = try documents.map { Int(max(1, 3_000_000 / max(1, try pass($0, times: 1)))) }
        var best = documents.map { _ in Double.infinity }
        for _ in 0..<5 {
            for index in documents.indices {
                best[index] = min(best[index], try pass(documents[index], times: repetitions[index]))
            }
        }
        return best
    }
}
