/// The passes of one layer over one workload at one chunk size.
struct Measurement: Codable {
    let workload: String
    /// Bytes fed at a time; 0 = all at once.
    let chunk: Int
    let layer: Layer
    /// Length of the stream that was fed.
    let bytes: Int
    let stanzas: Int
    /// CPU time of each pass.
    var nanoseconds: [UInt64] = []
    /// The least any pass allocated.
    var allocations = UInt64.max

    var best: Double { Double(nanoseconds.min() ?? 0) }

    var median: Double {
        let sorted = nanoseconds.sorted()
        guard !sorted.isEmpty else { return 0 }
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? Double(sorted[middle]) : Double(sorted[middle - 1] + sorted[middle]) / 2
    }

    /// (slowest − fastest) / median, in percent: how restless the machine was.
    var spread: Double { 100 * (Double(nanoseconds.max() ?? 0) - best) / median }

    var megabytesPerSecond: Double { Double(bytes) / best * 1000 }
    var nanosecondsPerStanza: Double { best / Double(stanzas) }
    var allocationsPerStanza: Double { Double(allocations) / Double(stanzas) }
}

/// A measurement beside the yardstick's at the same chunk size, in the same rounds.
struct Comparison: Codable {
    let measurement: Measurement
    /// Best over best: how many times faster than libexpat in namespace mode.
    let ratio: Double
    /// Median over median.
    let medianRatio: Double

    init(_ measurement: Measurement, yardstick: Measurement) {
        self.measurement = measurement
        ratio = yardstick.best / measurement.best * Double(measurement.bytes) / Double(yardstick.bytes)
        medianRatio = yardstick.median / measurement.median * Double(measurement.bytes) / Double(yardstick.bytes)
    }
}
