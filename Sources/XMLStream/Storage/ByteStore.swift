/// A growable run of bytes with value semantics whose window can be read while its owner is being changed.
///
/// An array would do, but for one thing: the tokenizer reads carried bytes while it changes the rest of itself, and a
/// window on an array is valid inside a closure only.
@safe
struct ByteStore: @unchecked Sendable {
    private var storage: ByteStorage?
    private var countWord: UInt32 = 0
    private var capacityWord: UInt32 = 0

    init() {}

    /// How many bytes there are: fewer than 4 GiB, as an idle stream should be small.
    @inline(__always)
    private(set) var count: Int {
        get { Int(countWord) }
        set { countWord = UInt32(truncatingIfNeeded: newValue) }
    }

    /// How many bytes fit without a new allocation.
    @inline(__always)
    private(set) var capacity: Int {
        get { Int(capacityWord) }
        set { capacityWord = UInt32(clamping: newValue) }
    }

    /// A window on the bytes. It is valid until this store changes or goes away.
    @inline(__always)
    var window: ByteWindow {
        guard let storage else { return .empty }
        return unsafe storage.withUnsafeMutablePointerToElements { elements in
            // SAFETY: `count` bytes are initialised; every user drops the window before it changes the store.
            unsafe ByteWindow(base: UnsafePointer(elements), count: count)
        }
    }

    /// A window on `length` bytes from `start` on, clamped to what there is.
    @inline(__always)
    func window(from start: Int, length: Int) -> ByteWindow { window.slice(from: start, length: length) }

    /// Appends the bytes of `window`, and zeros behind them that do not count.
    ///
    /// - Returns: A window on all bytes, padded with those zeros; valid until this store changes or goes away.
    mutating func appendPadded(_ window: ByteWindow) -> ByteWindow {
        let start = count
        let end = start &+ window.count
        reserve(end &+ ByteStore.padding)
        count = end
        guard let elements = unsafe storage?.withUnsafeMutablePointerToElements({ unsafe $0 }) else { return .empty }
        // SAFETY: `reserve` has made room for both behind `start`, and this value keeps the memory. No caller appends a
        // store's own window.
        unsafe (elements + start).update(from: window.base, count: window.count)
        unsafe (elements + end).update(repeating: 0, count: ByteStore.padding)
        return unsafe ByteWindow(base: UnsafePointer(elements), count: end, padding: ByteStore.padding)
    }

    /// Enough for the plain way to read to the last byte.
    private static let padding = 64

    /// Appends the bytes of `window`.
    ///
    /// - Complexity: O(*n*) in the bytes appended, amortised.
    mutating func append(_ window: ByteWindow) {
        guard window.count > 0 else { return }
        reserve(count &+ window.count)
        unsafe storage?.withUnsafeMutablePointerToElements { elements in
            // SAFETY: `reserve` has made room behind `count`. No caller appends a store's window to that store.
            unsafe (elements + count).update(from: window.base, count: window.count)
        }
        count &+= window.count
    }

    /// Appends one byte.
    @inline(__always)
    mutating func append(_ byte: UInt8) {
        reserve(count &+ 1)
        // SAFETY: `reserve` has made room behind `count`.
        unsafe storage?.withUnsafeMutablePointerToElements { unsafe $0[count] = byte }
        count &+= 1
    }

    /// Forgets all bytes behind the first `length`.
    @inline(__always)
    mutating func truncate(to length: Int) { count = max(0, min(count, length)) }

    /// Forgets the bytes before `start`.
    ///
    /// - Complexity: O(*n*) in the bytes that stay.
    mutating func removeFirst(_ start: Int) {
        let start = max(0, min(start, count))
        guard start > 0 else { return }
        reserve(count)
        unsafe storage?.withUnsafeMutablePointerToElements { elements in
            // SAFETY: both ranges lie in the initialised part, and `update` allows them to overlap.
            unsafe elements.update(from: elements + start, count: count &- start)
        }
        count &-= start
    }

    /// Gives memory back where it is more than `most` bytes and four times what is in use.
    ///
    /// - Complexity: O(*n*) in the bytes that there are.
    mutating func shrink(keeping most: Int) {
        guard capacity > most, capacity &>> 2 > count else { return }
        var fresh = ByteStore()
        fresh.append(window)
        self = fresh
    }

    /// Forgets everything; gives the memory back where it is more than `keeping` bytes.
    @inline(__always)
    mutating func clear(keeping capacity: Int) {
        count = 0
        if self.capacity > capacity {
            storage = nil
            self.capacity = 0
        }
    }

    /// Makes sure that `capacity` bytes fit and that nobody else sees them change.
    @inline(__always)
    private mutating func reserve(_ needed: Int) {
        if needed <= capacity, isKnownUniquelyReferenced(&storage) { return }
        grow(to: needed)
    }

    @inline(never)
    private mutating func grow(to needed: Int) {
        let more = capacity &>> (capacity < ByteStorage.muchRoom ? 1 : 2)
        let size = needed <= capacity ? capacity : max(16, needed, capacity &+ more)
        let fresh = ByteStorage.make(capacity: size)
        if let storage {
            unsafe storage.withUnsafeMutablePointerToElements { old in
                unsafe fresh.withUnsafeMutablePointerToElements { new in
                    // SAFETY: both hold at least `count` bytes, and they are different allocations.
                    unsafe new.update(from: old, count: count)
                }
            }
        }
        storage = fresh
        capacity = size
    }
}

/// The memory of a `ByteStore`; its header is the capacity in bytes.
///
/// It is changed only while one store alone refers to it, which makes the store sendable.
final class ByteStorage: ManagedBuffer<Int, UInt8> {
    static func make(capacity: Int) -> ByteStorage {
        let buffer = ByteStorage.create(minimumCapacity: capacity) { _ in capacity }
        unsafe buffer.withUnsafeMutablePointerToElements { elements in
            // SAFETY: `capacity` bytes were just allocated.
            unsafe elements.initialize(repeating: 0, count: capacity)
        }
        return unsafe unsafeDowncast(buffer, to: ByteStorage.self)
    }

    /// From so many bytes on room grows by a quarter at a time, since a peer decides how much is left unused.
    static let muchRoom = 64 << 10
}
