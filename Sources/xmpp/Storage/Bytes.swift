extension [UInt8] {
    /// Lends the bytes in `range`, as far as there are any.
    func withBytes<Result, Failure: Error>(
        _ range: Range<Int>, _ body: (RawSpan) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        // SAFETY: bytes are initialised and have no padding, and the span cannot leave this call.
        let bytes = unsafe span.bytes
        return try body(bytes.extracting(range.clamped(to: 0..<count)))
    }

    /// A copy of the bytes that were lent.
    init(copying bytes: RawSpan) {
        // SAFETY: the buffer is valid inside the closure, and the array copies it.
        self = unsafe bytes.withUnsafeBytes { unsafe [UInt8]($0) }
    }
}
