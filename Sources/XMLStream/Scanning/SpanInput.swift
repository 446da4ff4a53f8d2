extension XMLTokenizer {
    /// `receive` for a span of bytes, such as `array.span`.
    @discardableResult
    public mutating func receive(
        _ chunk: Span<UInt8>, tape: inout TokenTape, _ body: (borrowing TokenBatch) -> Void
    ) throws(XMLViolation) -> Int {
        // SAFETY: bytes have no padding that could be left uninitialised.
        try receive(unsafe chunk.bytes, tape: &tape, body)
    }
}

extension ElementStream {
    /// `receive` for a span of bytes, such as `array.span`.
    public mutating func receive(
        _ bytes: Span<UInt8>, using scratch: inout StreamScratch
    ) throws(XMLViolation) -> Progress {
        // SAFETY: bytes have no padding that could be left uninitialised.
        try receive(unsafe bytes.bytes, using: &scratch)
    }

    /// `receiveAll` for a span of bytes, such as `array.span`.
    public mutating func receiveAll(
        _ bytes: Span<UInt8>, using scratch: inout StreamScratch, _ body: (consuming Event) -> Void
    ) throws(XMLViolation) {
        // SAFETY: bytes have no padding that could be left uninitialised.
        try receiveAll(unsafe bytes.bytes, using: &scratch, body)
    }
}
