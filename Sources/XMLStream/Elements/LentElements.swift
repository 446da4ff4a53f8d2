/// The memory of elements that were told lately and are still in their host's hands, oldest first.
///
/// A host mostly drops an element soon after it has been told, when it is done with the chunk or its queue has moved
/// on. Then nobody refers to the memory but this, and it serves the next element.
struct LentElements {
    private var pieces: [ElementStorage?] = []
    private var first = 0
    private(set) var count = 0

    /// Adds a piece.
    ///
    /// - Returns: The oldest, where it has to make room.
    @inline(__always)
    mutating func add(_ storage: consuming ElementStorage) -> ElementStorage? {
        if pieces.isEmpty { pieces = Array(repeating: nil, count: LentElements.most) }
        var oldest: ElementStorage?
        if count == LentElements.most {
            oldest = pieces[first].take()
            first = (first &+ 1) & (LentElements.most &- 1)
            count &-= 1
        }
        pieces[(first &+ count) & (LentElements.most &- 1)] = storage
        count &+= 1
        return oldest
    }

    /// Takes the oldest piece out if its host has dropped it.
    @inline(__always)
    mutating func takeDropped() -> ElementStorage? {
        guard count > 0, isKnownUniquelyReferenced(&pieces[first]) else { return nil }
        defer {
            first = (first &+ 1) & (LentElements.most &- 1)
            count &-= 1
        }
        return pieces[first].take()
    }

    /// Forgets a piece that its host gives back, if it is the one told last.
    mutating func forget(_ storage: borrowing ElementStorage) {
        guard count > 0 else { return }
        let last = (first &+ count &- 1) & (LentElements.most &- 1)
        if pieces[last] === copy storage {
            pieces[last] = nil
            count &-= 1
        }
    }

    /// A power of two.
    private static let most = 64
}
