/// Memory of elements that are no longer needed, for those to come: one pool for each event loop.
///
/// An element given back with `recycle` serves one of its size without an allocation. So does, if it has no more than
/// 16 KiB, one of the last 64 told that its host has dropped without a word, in the order in which they were told: the
/// content of a dropped element may stay here until then. What something still refers to is left alone; the next element
/// is allocated then. An element never gets memory of more
/// than four times what it needs, or of more than 2 KiB where it needs less than 512 bytes: whoever keeps a presence
/// keeps no 64 KiB.
public struct ElementPool: ~Copyable {
    /// The piece given back last, which mostly serves the next element.
    private var last: ElementStorage?
    /// The other pieces by their size, each shelf for twice the size of the one before. Empty until there is a piece.
    private var shelves: [[ElementStorage]] = []

    /// The elements told lately that their host has not dropped, or not yet.
    private var lent = LentElements()
    /// How many of them in a row the host has kept for long.
    private var keptInARow: UInt32 = 0
    /// Whether it takes anything back by itself; not for the length of one element.
    private let takesBack: Bool

    /// An empty pool.
    public init() { self.init(takesBack: true) }

    init(takesBack: Bool) { self.takesBack = takesBack }

    /// How many allocations wait to be used again. Those of elements that the host dropped after it was told the next
    /// one do not count: the pool finds them when it needs them.
    public var idleCount: Int { shelves.reduce(last == nil ? 0 : 1) { $0 + $1.count } }

    /// Takes an element back. Memory of more than 64 KiB, or beyond the 16th piece of its size, is freed instead.
    ///
    /// - Complexity: O(1).
    public mutating func recycle(_ element: consuming Element) {
        let storage = element.takeStorage()
        lent.forget(storage)
        recycle(consume storage)
    }

    /// Frees all that waits to be used again. What the host has not dropped yet is not watched any more.
    public mutating func removeAll() { self = ElementPool(takesBack: takesBack) }

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
        if keptInARow < ElementPool.manyKept { return takesBack }
        keptInARow &+= 1
        return keptInARow & 7 == 0
    }

    /// Takes back the memory of an element that has been told, or keeps an eye on it while its host has it.
    @inline(__always)
    mutating func takeBack(_ storage: consuming ElementStorage) {
        if isKnownUniquelyReferenced(&storage) {
            keptInARow = 0
            recycle(storage)
        } else if storage.counts.units <= ElementPool.mostLentUnits, var kept = lent.add(storage) {
            if isKnownUniquelyReferenced(&kept) {
                keptInARow = 0
                shelve(kept)
            } else if keptInARow < ElementPool.manyKept {
                keptInARow &+= 1
            }
        }
    }

    /// Memory for so many nodes and bytes, used before or new.
    @inline(__always)
    mutating func storage(nodes: Int, bytes: Int) -> ElementStorage {
        let needed = ElementStorage.units(nodes: nodes, bytes: bytes)
        if let storage = last.take() {
            if ElementPool.suits(storage, needed) { return storage }
            last = storage
        }
        if lent.count > 0 || !shelves.isEmpty, let storage = reclaim(needed) { return storage }
        return .make(units: needed)
    }

    /// Whether so many units fit, and do not waste too much.
    @inline(__always)
    private static func suits(_ storage: borrowing ElementStorage, _ needed: Int) -> Bool {
        let units = storage.counts.units
        return units >= needed && units <= max(needed, ElementPool.leastUnits) &* 4
    }

    /// Memory that the host has dropped lately, or that lies on a shelf.
    @inline(never)
    private mutating func reclaim(_ needed: Int) -> ElementStorage? {
        for _ in 0..<ElementPool.mostLookedAt {
            guard let storage = lent.takeDropped() else { break }
            keptInARow = 0
            if ElementPool.suits(storage, needed) { return storage }
            shelve(storage)
        }
        return shelves.isEmpty ? nil : unshelve(needed)
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
    /// Larger elements are not worth keeping an eye on, as their memory would wait.
    private static let mostLentUnits = 1024
    private static let mostLookedAt = 4
    private static let mostUnits = 4096
    private static let mostOnShelf = 16
}
