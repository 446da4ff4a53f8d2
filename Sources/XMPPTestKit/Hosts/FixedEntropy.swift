/// Bytes that look random and are the same in each run: for tests only.
public struct FixedEntropy: Hashable, Sendable {
    private var state: UInt64

    /// A series of its own for each seed.
    public init(seed: UInt64) { state = seed }

    /// The next bytes.
    ///
    /// - Complexity: O(*n*)
    public mutating func bytes(_ count: Int) -> [UInt8] {
        (0..<max(0, count)).map { _ in
            // A linear congruential generator (Knuth's MMIX): its upper bits are what is taken.
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state &>> 56)
        }
    }
}
