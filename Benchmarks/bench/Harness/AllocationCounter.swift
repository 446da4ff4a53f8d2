import CBench

/// Counts allocations of this thread (glibc builds without a sanitizer only; see `isAvailable`).
enum AllocationCounter {
    static var isAvailable: Bool { cbench_counts_allocations() }

    /// Allocations by this thread so far.
    static var total: UInt64 { cbench_allocations() }

    /// What `body` had allocated and not freed when it returned, and the most it had at any time, in bytes.
    static func liveBytes<Failure>(_ body: () throws(Failure) -> Void) throws(Failure) -> (kept: Int, peak: Int) {
        cbench_follow_live_bytes()
        defer { cbench_ignore_live_bytes() }
        try body()
        return (Int(cbench_live_bytes()), Int(cbench_peak_live_bytes()))
    }
}
