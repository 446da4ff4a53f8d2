#if NIO && Tool
    /// How often which time was measured, in buckets each at most a thirty-second wider than the one before.
    struct Latencies: Sendable {
        private var counts = [Int](repeating: 0, count: 64 * 32)
        private(set) var count = 0
        private(set) var largest: UInt64 = 0

        mutating func record(nanoseconds: UInt64) {
            let value = max(nanoseconds / 1000, 1)
            let exponent = 63 - value.leadingZeroBitCount
            counts[exponent * 32 + Int((value << 5) >> UInt64(exponent)) % 32] += 1
            count += 1
            largest = max(largest, nanoseconds)
        }

        /// The time in milliseconds that such a share of all was below.
        func percentile(_ share: Double) -> Double {
            var left = Int((Double(count) * share).rounded(.up))
            for (index, number) in counts.enumerated() where number > 0 {
                left -= number
                guard left <= 0 else { continue }
                return Double((UInt64(32 + index % 32 + 1) << UInt64(index / 32)) >> 5) / 1000
            }
            return 0
        }

        mutating func add(_ other: Latencies) {
            for (index, number) in other.counts.enumerated() { counts[index] += number }
            count += other.count
            largest = max(largest, other.largest)
        }

        /// For people: the middle, the slowest hundredth and thousandth, and the slowest.
        var text: String {
            let parts = [percentile(0.5), percentile(0.99), percentile(0.999), Double(largest) / 1e6]
            return parts.map { $0.decimals($0 < 10 ? 2 : 0) }.joined(separator: "/") + " ms"
        }
    }
#endif
