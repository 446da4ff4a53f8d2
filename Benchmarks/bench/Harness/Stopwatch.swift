/// Sums up what the timed parts of a pass cost; what happens between them does not count.
struct Stopwatch {
    /// Nanoseconds of all parts.
    private(set) var nanoseconds: UInt64 = 0
    /// Allocations of this thread in all parts.
    private(set) var allocations: UInt64 = 0
    /// Whether time is wall clock rather than CPU time of the thread.
    private let isWallClock: Bool

    /// - Parameter isWallClock: False for CPU time of this thread: what others do on the machine counts little.
    init(isWallClock: Bool = false) { self.isWallClock = isWallClock }

    /// Times one part.
    mutating func time<Failure>(_ part: () throws(Failure) -> Void) throws(Failure) {
        let before = AllocationCounter.total
        nanoseconds +=
            isWallClock ? try Clock.wallNanoseconds(part) : try Clock.cpuNanoseconds(part)
        allocations += AllocationCounter.total - before
    }
}
