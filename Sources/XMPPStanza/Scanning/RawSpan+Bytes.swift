/// Reading bytes that somebody else lends.
extension RawSpan {
    /// The byte at `index`; zero where there is none.
    @inline(__always)
    package func byte(at index: Int) -> UInt8 {
        guard index >= 0, index < byteCount else { return 0 }
        // SAFETY: the index was just compared with the number of bytes, and any byte is a `UInt8`.
        return unsafe unsafeLoad(fromByteOffset: index, as: UInt8.self)
    }

    /// Whether these are the bytes of `text`.
    @inline(__always)
    package func equals(_ text: String) -> Bool {
        guard byteCount == text.utf8.count else { return false }
        var index = 0
        for byte in text.utf8 {
            if self.byte(at: index) != byte { return false }
            index &+= 1
        }
        return true
    }

    /// Whether these are the given bytes.
    @inline(__always)
    package func equals(_ bytes: [UInt8]) -> Bool {
        guard byteCount == bytes.count else { return false }
        for index in bytes.indices where byte(at: index) != bytes[index] { return false }
        return true
    }
}

extension RawSpan {
    /// A copy of the bytes.
    package var array: [UInt8] { (0..<byteCount).map { byte(at: $0) } }
}

extension String {
    /// Whether there is a byte with which a character begins that XML forbids: a control, or U+FFFE or U+FFFF, whose first
    /// byte is 0xEF. Where there is none, nothing is forbidden.
    ///
    /// - Complexity: O(*n*), many bytes at a time.
    var mayHoldForbiddenCharacters: Bool {
        // SAFETY: the text is borrowed during the call.
        let found = unsafe utf8.withContiguousStorageIfAvailable { unsafe $0.span.hasControlOrEF }
        return found ?? true
    }
}

extension Span<UInt8> {
    fileprivate var hasControlOrEF: Bool {
        var found: UInt8 = 0
        // No branch inside, so that many bytes are looked at together.
        for index in indices { found |= self[index] < 0x20 || self[index] == 0xEF ? 1 : 0 }
        return found != 0
    }
}

extension [UInt8] {
    /// Lends the bytes.
    package func withRawSpan<Result, Failure: Error>(
        _ body: (RawSpan) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        // SAFETY: bytes have no padding that could be left uninitialised.
        unsafe try body(span.bytes)
    }
}
