import CBench

/// Measures closures.
enum Clock {
    /// Nanoseconds of CPU time of this thread: what others do on the machine counts little.
    static func cpuNanoseconds<Failure>(_ body: () throws(Failure) -> Void) throws(Failure) -> UInt64 {
        let start = cbench_cpu_nanoseconds()
        try body()
        return cbench_cpu_nanoseconds() - start
    }

    /// Nanoseconds of monotonic time.
    static func wallNanoseconds<Failure>(_ body: () throws(Failure) -> Void) throws(Failure) -> UInt64 {
        let start = cbench_wall_nanoseconds()
        try body()
        return cbench_wall_nanoseconds() - start
    }
}
