public import XMLStream

extension XMPPStream {
    /// `receive` for a span of bytes, such as `array.span`.
    public mutating func receive(
        _ bytes: Span<UInt8>, using scratch: inout StreamScratch
    ) throws(StreamMisuse) {
        // SAFETY: bytes have no padding that could be left uninitialised.
        try receive(unsafe bytes.bytes, using: &scratch)
    }
}

extension LoggedStream {
    /// `receive` for a span of bytes, such as `array.span`.
    public mutating func receive(
        _ bytes: Span<UInt8>, using scratch: inout StreamScratch
    ) throws(StreamMisuse) {
        // SAFETY: bytes have no padding that could be left uninitialised.
        try receive(unsafe bytes.bytes, using: &scratch)
    }
}
