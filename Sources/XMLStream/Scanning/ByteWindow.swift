/// A window on bytes that somebody else keeps alive: a chunk being parsed, or bytes carried over from earlier ones.
///
/// This is the fence around raw memory: every read is checked, and a read past the end yields zeros instead of
/// trapping. Zero is a legal byte nowhere in XML, so a scanner meets the end as it meets any other illegal byte and
/// asks only then which of the two it was.
@safe
package struct ByteWindow {
    /// The first byte.
    @usableFromInline
    let base: UnsafePointer<UInt8>
    /// How many bytes may be read.
    private(set) var count: Int
    /// How many bytes may be read in fact: those from `count` on are zeros that the owner has put there.
    private(set) var readable: Int

    /// Wraps `count` bytes at `base`, which must stay readable while the window is in use.
    @inline(__always)
    @unsafe
    init(base: UnsafePointer<UInt8>, count: Int) {
        unsafe self.init(base: base, count: count, padding: 0)
    }

    /// Wraps `count` bytes at `base` and as many zeros behind them as `padding` says.
    @inline(__always)
    @unsafe
    init(base: UnsafePointer<UInt8>, count: Int, padding: Int) {
        unsafe self.base = base
        self.count = count
        readable = count &+ padding
    }

    /// A window on nothing.
    static var empty: ByteWindow {
        // SAFETY: the address is never read, since no index lies below a count of zero.
        unsafe ByteWindow(base: UnsafePointer(bitPattern: 1).unsafelyUnwrapped, count: 0)
    }

    /// The byte at `index`, or zero where there is none.
    @inline(__always)
    subscript(index: Int) -> UInt8 {
        // SAFETY: the unsigned comparison refuses negative indices and those past the end.
        UInt(bitPattern: index) < UInt(bitPattern: count) ? unsafe base[index] : 0
    }

    /// Eight bytes from `index` on as a little-endian word; bytes past the end read as zero.
    @inline(__always)
    func word(at index: Int) -> UInt64 {
        // SAFETY: `index` is not negative and eight readable bytes follow.
        if index >= 0, index <= readable &- 8 { return unsafe load(index) }
        return edgeWord(at: index)
    }

    @inline(never)
    private func edgeWord(at index: Int) -> UInt64 {
        guard index >= 0, index < count else { return 0 }
        // SAFETY: the window has eight bytes, and the last eight are read.
        if count >= 8 { return unsafe load(count &- 8) &>> UInt64((index &- (count &- 8)) &* 8) }
        var word: UInt64 = 0
        for position in index..<count { word |= UInt64(self[position]) &<< UInt64((position &- index) &* 8) }
        return word
    }

    /// Eight bytes from `index` on. The caller has checked that they exist.
    @inline(__always)
    @unsafe
    private func load(_ index: Int) -> UInt64 {
        // SAFETY: both callers have compared `index` with what may be read.
        unsafe UInt64(littleEndian: UnsafeRawPointer(base).loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }

    /// Sixteen bytes from `index` on, or nil where fewer are left.
    @inline(__always)
    func block(at index: Int) -> SIMD16<UInt8>? {
        guard index >= 0, index <= readable &- 16 else { return nil }
        // SAFETY: sixteen readable bytes follow `index`.
        return unsafe UnsafeRawPointer(base).loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
    }

    /// The same bytes, but at most `limit` of them, and no padding.
    @inline(__always)
    func prefix(_ limit: Int) -> ByteWindow {
        // SAFETY: the new window lies within this one.
        unsafe ByteWindow(base: base, count: Swift.max(0, Swift.min(count, limit)))
    }

    /// `length` bytes from `start` on, clamped to what there is.
    @inline(__always)
    func slice(from start: Int, length: Int) -> ByteWindow {
        let start = Swift.max(0, Swift.min(start, count))
        // SAFETY: start and length are clamped to this window.
        return unsafe ByteWindow(base: base + start, count: Swift.max(0, Swift.min(length, count &- start)))
    }

    /// All bytes but the first `length`.
    @inline(__always)
    func dropFirst(_ length: Int) -> ByteWindow { slice(from: length, length: count) }

    /// Whether these bytes equal those of `other`.
    ///
    /// - Complexity: O(*n*), a word at a time.
    @inline(__always)
    func equals(_ other: ByteWindow) -> Bool {
        guard count == other.count else { return false }
        if count <= 8 { return word(at: 0) == other.word(at: 0) }
        var index = 0
        while index < count &- 8 {
            if word(at: index) != other.word(at: index) { return false }
            index &+= 8
        }
        return word(at: count &- 8) == other.word(at: count &- 8)
    }

    /// Lends the bytes as a span.
    @inline(__always)
    func withSpan<Result>(_ body: (RawSpan) -> Result) -> Result {
        // SAFETY: the span cannot outlive the call, and the window's owner keeps the bytes alive during it.
        let buffer = unsafe UnsafeRawBufferPointer(start: base, count: count)
        return unsafe body(buffer.bytes)
    }

    /// A copy of the bytes.
    var array: [UInt8] {
        // SAFETY: `count` bytes are readable at `base`.
        unsafe Array(UnsafeBufferPointer(start: base, count: count))
    }

    /// The bytes as text; ill-formed parts, which the tokenizer lets none of through, would be replaced.
    var text: String {
        // SAFETY: `count` bytes are readable at `base`.
        unsafe String(decoding: UnsafeBufferPointer(start: base, count: count), as: UTF8.self)
    }
}

extension RawSpan {
    /// Lends the span as a window for the length of the call.
    @inline(__always)
    func withWindow<Result>(_ body: (ByteWindow) -> Result) -> Result {
        unsafe withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return body(.empty) }
            // SAFETY: the span keeps the bytes alive during the call.
            return unsafe body(ByteWindow(base: base.assumingMemoryBound(to: UInt8.self), count: buffer.count))
        }
    }
}

extension Array<UInt8> {
    /// Lends the bytes as a window for the length of the call.
    @inline(__always)
    func withWindow<Result>(_ body: (ByteWindow) -> Result) -> Result {
        unsafe span.bytes.withWindow(body)
    }
}
