/// Memory of elements that are no longer needed, for those to come: one pool for each event loop.
///
/// An element given back with `recycle` serves one of its size without an allocation. One that something else still
/// refers to is left alone; the next element is allocated then. An element never gets memory of more than four times
/// what it needs, or of more than 2 KiB where it needs less than 512 bytes: whoever keeps a presence keeps no 64 KiB.
public struct ElementPool: ~Copyable {
    /// The piece given back last, which mostly serves the next element.
    private var last: ElementStorage?
    /// The other pieces by their size, each shelf for twice the size of the one before. Empty until there is a piece.
    private var shelves: [[ElementStorage]] = []

    /// How many of the last elements told their host has kept.
    private var keptInARow: UInt32 = 0

    /// An empty pool.
    public init() {}

    /// How many allocations wait to be used again.
    public var idleCount: Int { shelves.reduce(last == nil ? 0 : 1) { $0 + $1.count } }

    /// Takes an element back. Memory of more than 64 KiB, or beyond the 16th piece of its size, is freed instead.
    ///
    /// - Complexity: O(1).
    public mutating func recycle(_ element: consuming Element) {
        recycle(element.takeStorage())
    }

    @inline(__always)
    mutating func recycle(_ storage: consuming ElementStorage) {
        guard isKnownUniquelyReferenced(&storage), storage.counts.units <= ElementPool.mostUnits else { return }
        if let before = last.take() { shelve(before) }
        last = storage
    }

    /// Whether to see if the host drops the element told next. Where it has kept many in a row, looking is dearer than
    /// what is found, so that only every eighth is looked at.
    @inline(__always)
    mutating func mayGetBack() -> Bool {
        if keptInARow < ElementPool.manyKept { return true }
        keptInARow &+= 1
        return keptInARow & 7 == 0
    }

    /// Takes back the memory of an element that has been told, unless its host has kept it.
    @inline(__always)
    mutating func takeBack(_ storage: consuming ElementStorage) {
        if isKnownUniquelyReferenced(&storage) {
            keptInARow = 0
            recycle(storage)
        } else if keptInARow < ElementPool.manyKept {
            keptInARow &+= 1
        }
    }

    /// Memory for so many nodes and bytes, used before or new.
    @inline(__always)
    mutating func storage(nodes: Int, bytes: Int) -> ElementStorage {
        let needed = ElementStorage.units(nodes: nodes, bytes: bytes)
        if let storage = last.take() {
            let units = storage.counts.units
            if units >= needed, units <= max(needed, ElementPool.leastUnits) &* 4 { return storage }
            last = storage
            if let other = unshelve(needed) { return other }
        }
        return .make(units: needed)
    }

    // MARK: Shelves

    @inline(never)
    private mutating func shelve(_ storage: consuming ElementStorage) {
        if shelves.isEmpty { shelves = Array(repeating: [], count: ElementPool.shelf(of: ElementPool.mostUnits) + 1) }
        let shelf = ElementPool.shelf(of: storage.counts.units)
        // The newest piece is of the size that is wanted now.
        if shelves[shelf].count == ElementPool.mostOnShelf { shelves[shelf].removeLast() }
        shelves[shelf].append(storage)
    }

    /// A piece from the shelf of its size if it holds as many units, or from the next one, where all do.
    @inline(never)
    private mutating func unshelve(_ needed: Int) -> ElementStorage? {
        let shelf = ElementPool.shelf(of: needed)
        guard shelf < shelves.count else { return nil }
        if let top = shelves[shelf].last, top.counts.units >= needed { return shelves[shelf].popLast() }
        return shelf + 1 < shelves.count ? shelves[shelf + 1].popLast() : nil
    }

    private static func shelf(of units: Int) -> Int {
        Int.bitWidth &- max(units, leastUnits).leadingZeroBitCount &- leastUnits.trailingZeroBitCount &- 1
    }

    /// Of sixteen bytes. Smaller elements share a shelf.
    private static let leastUnits = 32
    private static let manyKept: UInt32 = 16
    private static let mostUnits = 4096
    private static let mostOnShelf = 16
}
