/// Bytes on their way out: a growable run with value semantics that is written at the end and drained at the start.
///
/// As with `Stack`, `makeUnique` comes once before a run of changes.
@safe
@usableFromInline
package struct OutputBuffer: @unchecked Sendable {
    private var storage: ByteStorage?
    private var base: UnsafeMutablePointer<UInt8>
    private var capacity = 0
    /// Where the bytes not yet drained begin, and where they end.
    @usableFromInline
    private(set) var start = 0
    @usableFromInline
    private(set) var end = 0

    init() { unsafe base = UnsafeMutablePointer(bitPattern: 16).unsafelyUnwrapped }

    /// Bytes not yet drained.
    @inlinable @inline(__always)
    var count: Int { end &- start }

    /// A window on the bytes not yet drained; valid until the buffer changes.
    var window: ByteWindow {
        // SAFETY: the bytes between `start` and `end` are initialised and lie in the storage.
        unsafe ByteWindow(base: UnsafePointer(base + start), count: count)
    }

    /// Makes sure that changes show in this value only.
    @inline(__always)
    mutating func makeUnique() {
        if storage != nil, !isKnownUniquelyReferenced(&storage) { move(toHold: count) }
    }

    /// Appends one byte.
    @inline(__always)
    mutating func append(_ byte: UInt8) {
        if end == capacity { move(toHold: count &+ 1) }
        // SAFETY: there is room behind `end`.
        unsafe base[end] = byte
        end &+= 1
    }

    /// Appends the bytes of a window, which is not one on this buffer.
    @inline(__always)
    mutating func append(_ window: ByteWindow) {
        let length = window.count
        if end &+ length > capacity { move(toHold: count &+ length) }
        let target = unsafe UnsafeMutableRawPointer(base + end)
        let source = unsafe UnsafeRawPointer(window.base)
        // SAFETY: there is room for `length` bytes behind `end`. Short runs, which nearly all are, are moved in pieces
        // that overlap, each of which lies within both.
        if length > 64 {
            unsafe target.copyMemory(from: source, byteCount: length)
        } else if length >= 16 {
            unsafe OutputBuffer.move(SIMD16<UInt8>.self, from: source, to: target, length)
            if length > 32 {
                unsafe OutputBuffer.move(
                    SIMD16<UInt8>.self, from: source + 16, to: target + 16, length &- 32)
            }
        } else if length >= 8 {
            unsafe OutputBuffer.move(UInt64.self, from: source, to: target, length)
        } else if length >= 4 {
            unsafe OutputBuffer.move(UInt32.self, from: source, to: target, length)
        } else {
            for index in 0..<length { unsafe base[end &+ index] = window.base[index] }
        }
        end &+= length
    }

    /// Moves the first and the last value of the type that fit into `length` bytes; they may overlap.
    @inline(__always)
    @unsafe
    private static func move<Piece: BitwiseCopyable>(
        _ piece: Piece.Type, from source: UnsafeRawPointer, to target: UnsafeMutableRawPointer, _ length: Int
    ) {
        let last = length &- MemoryLayout<Piece>.size
        // SAFETY: the caller has checked that `length` bytes hold at least one piece, and exist at both places.
        let head = unsafe source.loadUnaligned(as: Piece.self)
        let tail = unsafe source.loadUnaligned(fromByteOffset: last, as: Piece.self)
        unsafe target.storeBytes(of: head, as: Piece.self)
        unsafe target.storeBytes(of: tail, toByteOffset: last, as: Piece.self)
    }

    /// Appends ASCII text.
    @inline(__always)
    mutating func append(_ text: StaticString) {
        // SAFETY: a static string with a pointer representation lives for ever; all of ours are longer than one scalar.
        guard text.hasPointerRepresentation else { return }
        append(unsafe ByteWindow(base: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Forgets the first `length` bytes.
    mutating func removeFirst(_ length: Int) {
        start &+= Swift.max(0, Swift.min(length, count))
        guard start == end else { return }
        (start, end) = (0, 0)
        if capacity > OutputBuffer.keptBytes { self = OutputBuffer() }
    }

    /// Gives memory back where nothing waits: what was needed once is not kept by a stream that writes little since, and an
    /// idle one keeps nothing.
    ///
    /// - Parameter length: How many bytes were drained last.
    mutating func giveBackIdleMemory(after length: Int) {
        guard start == end, capacity > 0 else { return }
        if capacity <= OutputBuffer.busyBytes || length < capacity / 8 { self = OutputBuffer() }
    }

    /// Forgets all bytes behind the first `length`.
    mutating func truncate(to length: Int) { end = Swift.min(end, start &+ Swift.max(0, length)) }

    @inline(never)
    private mutating func move(toHold needed: Int) {
        let size = Swift.max(OutputBuffer.leastBytes, needed, count &* 2)
        let fresh = ByteStorage.make(capacity: size)
        let target = unsafe fresh.withUnsafeMutablePointerToElements { unsafe $0 }
        // SAFETY: both hold at least `count` bytes, and they are different allocations.
        unsafe target.update(from: base + start, count: count)
        storage = fresh
        // SAFETY: the storage is kept alive by this value, which is the only one to change it.
        unsafe base = target
        capacity = size
        (start, end) = (0, count)
    }

    private static let keptBytes = 64 << 10
    /// What has had no more room than this is given back whenever all is drained.
    private static let busyBytes = 1 << 10
    private static let leastBytes = 256
}

extension String {
    /// Lends the text's UTF-8 as a window for the length of the call; copies it only where it is not in one piece.
    @inline(__always)
    package func withWindow<Result>(_ body: (ByteWindow) -> Result) -> Result {
        let result = unsafe utf8.withContiguousStorageIfAvailable { buffer in
            guard let base = buffer.baseAddress else { return body(.empty) }
            // SAFETY: the text is borrowed during the call, and the window is as long as the buffer.
            return unsafe body(ByteWindow(base: base, count: buffer.count))
        }
        return result ?? Array(utf8).withWindow(body)
    }
}
