/// Memory of elements that are no longer needed, for those to come: one pool for each event loop.
///
/// An element given back with `recycle` serves the next one without an allocation. One that something else still
/// refers to is left alone; the next element is allocated then.
public struct ElementPool: ~Copyable {
    private var idle: [ElementStorage] = []

    /// An empty pool.
    public init() {}

    /// How many allocations wait to be used again.
    public var idleCount: Int { idle.count }

    /// Takes an element back. Memory of more than 64 KiB, or beyond the 32nd piece, is freed instead.
    ///
    /// - Complexity: O(1).
    public mutating func recycle(_ element: consuming Element) {
        recycle(element.takeStorage())
    }

    @inline(__always)
    mutating func recycle(_ storage: consuming ElementStorage) {
        guard isKnownUniquelyReferenced(&storage), storage.counts.units <= ElementPool.mostUnits,
            idle.count < ElementPool.mostIdle
        else { return }
        idle.append(storage)
    }

    /// Memory for so many nodes and bytes, used before or new.
    @inline(__always)
    mutating func storage(nodes: Int, bytes: Int) -> ElementStorage {
        if let last = idle.popLast(), last.holds(nodes: nodes, bytes: bytes) { return last }
        return .make(nodes: nodes, bytes: bytes)
    }

    private static let mostIdle = 32
    private static let mostUnits = 4096
}
