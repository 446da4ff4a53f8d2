/// The bytes of a string: lent, compared and hashed where they lie. This is the fence around raw memory.
extension String {
    /// Lends the UTF-8, copied only where the string has none of its own (a bridged one).
    @inline(__always)
    func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        // SAFETY: the span cannot outlive the call, during which the string keeps the buffer.
        if let result = unsafe utf8.withContiguousStorageIfAvailable({ unsafe body($0.span) }) { return result }
        return body(Array(utf8).span)
    }

    /// A copy of some of the bytes, as a string. What lies past the end is left out.
    func part(from start: Int, count: Int) -> String {
        withBytes { bytes in
            unsafe bytes.withUnsafeBufferPointer { buffer in
                let start = Swift.max(0, Swift.min(start, buffer.count))
                let end = start &+ Swift.max(0, Swift.min(count, buffer.count &- start))
                // SAFETY: both bounds are clamped to the buffer.
                return unsafe String(decoding: UnsafeBufferPointer(rebasing: buffer[start..<end]), as: UTF8.self)
            }
        }
    }

    /// Whether both have the same bytes.
    @inline(__always)
    func hasBytes(of other: String) -> Bool {
        withBytes { bytes in
            other.withBytes { otherBytes in
                bytes.count == otherBytes.count && bytes.starts(as: otherBytes, count: bytes.count)
            }
        }
    }

    /// Whether the first `count` bytes of both are the same.
    func hasBytes(of other: String, first count: Int) -> Bool {
        withBytes { bytes in other.withBytes { bytes.starts(as: $0, count: count) } }
    }

    /// Whether these are its bytes.
    func hasBytes(_ other: RawSpan) -> Bool {
        guard utf8.count == other.byteCount else { return false }
        return withBytes { bytes in other.withBytes { bytes.starts(as: $0, count: bytes.count) } }
    }

    /// Feeds the bytes and an end mark to a hasher.
    func hashBytes(into hasher: inout Hasher) {
        withBytes { bytes in
            // SAFETY: bytes have no padding that could be left uninitialised.
            unsafe bytes.withUnsafeBufferPointer { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        }
        hasher.combine(0xFF as UInt8)
    }
}

extension RawSpan {
    /// Lends the same bytes as bytes.
    @inline(__always)
    func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        unsafe withUnsafeBytes { buffer in
            // SAFETY: the span keeps the bytes alive during the call, and any byte is a `UInt8`.
            unsafe buffer.withMemoryRebound(to: UInt8.self) { unsafe body($0.span) }
        }
    }
}

extension Span<UInt8> {
    /// A copy.
    var array: [UInt8] {
        // SAFETY: the buffer is valid during the call.
        unsafe withUnsafeBufferPointer { unsafe Array($0) }
    }

    /// Whether the first `count` bytes of both are there and the same.
    ///
    /// - Complexity: O(*n*), a word at a time.
    @inline(__always)
    func starts(as other: Span<UInt8>, count: Int) -> Bool {
        count >= 0 && count <= self.count && count <= other.count
            && sharedBytes(from: 0, other, from: 0, most: count) == count
    }

    /// Below zero where the bytes of `range` come before those of `otherRange` in `other`, zero where they are equal.
    /// What lies past the end is left out.
    ///
    /// - Complexity: O(*n*), a word at a time.
    func order(in range: Range<Int>, to other: Span<UInt8>, in otherRange: Range<Int>) -> Int {
        let bounds = range.clamped(to: 0..<count)
        let otherBounds = otherRange.clamped(to: 0..<other.count)
        let most = Swift.min(bounds.count, otherBounds.count)
        let shared = sharedBytes(from: bounds.lowerBound, other, from: otherBounds.lowerBound, most: most)
        guard shared < most else { return bounds.count &- otherBounds.count }
        return self[bounds.lowerBound &+ shared] < other[otherBounds.lowerBound &+ shared] ? -1 : 1
    }

    /// How many bytes are the same from two places on, up to `most`, which both have.
    @inline(__always)
    private func sharedBytes(from start: Int, _ other: Span<UInt8>, from otherStart: Int, most: Int) -> Int {
        unsafe withUnsafeBytes { left in
            unsafe other.withUnsafeBytes { right in
                var index = 0
                // SAFETY: eight bytes follow `index` in both, or one: `most` is in both behind where each starts.
                while index <= most &- 8 {
                    let word = unsafe left.loadUnaligned(fromByteOffset: start &+ index, as: UInt64.self)
                    let otherWord = unsafe right.loadUnaligned(fromByteOffset: otherStart &+ index, as: UInt64.self)
                    let difference = (word ^ otherWord).littleEndian
                    if difference != 0 { return index &+ difference.trailingZeroBitCount / 8 }
                    index &+= 8
                }
                while index < most, unsafe left[start &+ index] == right[otherStart &+ index] { index &+= 1 }
                return index
            }
        }
    }
}
