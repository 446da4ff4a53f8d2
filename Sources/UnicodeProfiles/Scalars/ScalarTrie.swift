/// A table over all scalar values in three stages, of which equal blocks are stored once.
///
/// 4096 scalars share an entry of the first stage, 128 or fewer one of the second; each stage gives the number of a
/// block in the next.
enum ScalarTrie {
    /// The entry for a scalar value.
    ///
    /// - Complexity: O(1)
    @inline(__always)
    static func entry<Value: FixedWidthInteger>(
        _ scalar: UInt32, _ planes: [UInt8], _ blocks: [UInt16], _ values: [Value], blockBits: UInt32
    ) -> Value {
        let first = Int(scalar >> 12)
        guard first < planes.count else { return 0 }
        let width = 1 << (12 &- blockBits)
        let second = Int(planes[first]) &* Int(width) &+ Int(scalar >> blockBits & (UInt32(width) &- 1))
        let third = Int(blocks[second]) << Int(blockBits) &+ Int(scalar & (1 << blockBits &- 1))
        return values[third]
    }
}
