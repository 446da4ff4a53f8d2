import XMPPAddress

extension [UInt8] {
    /// A copy of the bytes that were lent.
    init(copying bytes: RawSpan) {
        // SAFETY: the buffer is valid inside the closure, and the array copies it.
        self = unsafe bytes.withUnsafeBytes { unsafe [UInt8]($0) }
    }
}

extension JID {
    /// Whether the address knows its own bytes.
    var isSpelledAsItIs: Bool {
        // SAFETY: bytes have no padding that could be left uninitialised.
        withBytes { isSpelled(unsafe $0.bytes) }
    }
}
