/// A stack of plain values with value semantics.
///
/// It differs from an array in one thing: `makeUnique` is called once, before a run of changes, instead of being
/// implied by each of them. The tokenizer does so when it receives a chunk, and nobody can copy it until it returns.
@safe
struct Stack<Element: BitwiseCopyable>: @unchecked Sendable {
    private var storage: StackStorage<Element>?
    private var base: UnsafeMutablePointer<Element>
    private var capacityWord: UInt32 = 0
    private var countWord: UInt32 = 0

    init() { unsafe base = UnsafeMutablePointer(bitPattern: 16).unsafelyUnwrapped }

    /// How many values there are: fewer than four billion, as an idle stream should be small.
    @inline(__always)
    private(set) var count: Int {
        get { Int(countWord) }
        set { countWord = UInt32(truncatingIfNeeded: newValue) }
    }

    @inline(__always)
    private var capacity: Int { Int(capacityWord) }

    @inline(__always)
    var isEmpty: Bool { countWord == 0 }

    /// Makes sure that changes show in this value only.
    @inline(__always)
    mutating func makeUnique() {
        if storage != nil, !isKnownUniquelyReferenced(&storage) { move(to: capacity) }
    }

    /// Adds a value on top. `makeUnique` has been called.
    @inline(__always)
    mutating func push(_ element: Element) {
        if count == capacity { grow() }
        // SAFETY: `move` has made room, so `count` lies below `capacity`.
        unsafe (base + count).initialize(to: element)
        count &+= 1
    }

    /// Makes room for `capacity` values in all. `makeUnique` has been called.
    mutating func reserve(_ capacity: Int) { if capacity > self.capacity { move(to: capacity) } }

    /// Adds the values of another stack. `makeUnique` has been called.
    ///
    /// - Complexity: O(*n*) in the values added, amortised.
    mutating func append(contentsOf other: Stack) {
        reserve(count &+ other.count)
        // SAFETY: there is room for so many behind `count`; the two are different allocations.
        unsafe (base + count).update(from: other.base, count: other.count)
        count &+= other.count
    }

    /// Forgets the first `length` values. `makeUnique` has been called.
    ///
    /// - Complexity: O(*n*) in the values that stay.
    mutating func removeFirst(_ length: Int) {
        let length = Swift.max(0, Swift.min(length, count))
        guard length > 0 else { return }
        // SAFETY: both ranges lie in the initialised part, and `update` allows them to overlap.
        unsafe base.update(from: base + length, count: count &- length)
        count &-= length
    }

    /// Takes the topmost value off. `makeUnique` has been called.
    @inline(__always)
    mutating func pop() { count = Swift.max(0, count &- 1) }

    /// The topmost value.
    @inline(__always)
    var last: Element? { count > 0 ? self[count &- 1] : nil }

    /// The value at `index`, which must be below `count`; debug builds check.
    @inline(__always)
    subscript(index: Int) -> Element {
        get {
            let index = clamped(index)
            // SAFETY: the index has been clamped to what is initialised; a stack that holds nothing has no callers.
            return unsafe base[index]
        }
        set {
            let index = clamped(index)
            // SAFETY: as above.
            unsafe base[index] = newValue
        }
    }

    /// Where the values are: `room` of them, of which `count` are initialised. `makeUnique` has been called.
    @inline(__always)
    @unsafe
    var bottom: UnsafeMutablePointer<Element> { unsafe base }

    /// How many values there is memory for.
    @inline(__always)
    var room: Int { capacity }

    /// Takes up what has been pushed and popped at `bottom`: all below `top` are initialised.
    @inline(__always)
    @unsafe
    mutating func advance(to top: UnsafeMutablePointer<Element>) { count = unsafe top - base }

    /// Lends the values.
    @inline(__always)
    @unsafe
    func withBase<Result>(_ body: (UnsafePointer<Element>, Int) -> Result) -> Result {
        // SAFETY: `count` values are initialised, and the storage lives as long as this value.
        unsafe body(UnsafePointer(base), count)
    }

    /// Gives memory back where it is for more than `most` values and for four times those there are.
    ///
    /// - Complexity: O(*n*) in the values that there are.
    mutating func shrink(keeping most: Int) {
        guard capacity > most, capacity &>> 2 > count else { return }
        move(to: Swift.max(4, count))
    }

    /// Forgets everything; gives the memory back where it is for more than `keeping` values.
    @inline(__always)
    mutating func clear(keeping most: Int) {
        count = 0
        if capacity > most { self = Stack() }
    }

    /// Forgets all but the first `length` values.
    mutating func truncate(to length: Int) { count = Swift.min(count, Swift.max(0, length)) }

    @inline(__always)
    private func clamped(_ index: Int) -> Int {
        assert(index >= 0 && index < count)
        return index < 0 ? 0 : index < count ? index : Swift.max(0, count &- 1)
    }

    /// Makes room for more: half as much again, or a quarter where there is much, since a peer decides how much is left
    /// unused.
    @inline(never)
    private mutating func grow() {
        move(to: Swift.max(4, capacity &+ (capacity &>> (capacity < StackStorage<Element>.muchRoom ? 1 : 2))))
    }

    @inline(never)
    private mutating func move(to newCapacity: Int) {
        let fresh = StackStorage<Element>.make(capacity: newCapacity)
        let start = unsafe fresh.withUnsafeMutablePointerToElements { unsafe $0 }
        // SAFETY: both hold at least `count` values, and they are different allocations.
        unsafe start.update(from: base, count: count)
        storage = fresh
        // SAFETY: the storage is kept alive by this value, which is the only one to change it.
        unsafe base = start
        capacityWord = UInt32(clamping: newCapacity)
    }
}

/// The memory of a `Stack`.
final class StackStorage<Element: BitwiseCopyable>: ManagedBuffer<Void, Element> {
    static func make(capacity: Int) -> StackStorage<Element> {
        let buffer = StackStorage<Element>.create(minimumCapacity: capacity) { _ in () }
        return unsafe unsafeDowncast(buffer, to: StackStorage<Element>.self)
    }

    /// So many values are much.
    static var muchRoom: Int { 4096 }
}
