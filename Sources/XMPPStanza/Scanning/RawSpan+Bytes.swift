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

extension [UInt8] {
    /// Lends the bytes.
    func withRawSpan<Result>(_ body: (RawSpan) -> Result) -> Result {
        // SAFETY: bytes have no padding that could be left uninitialised.
        unsafe body(span.bytes)
    }
}
