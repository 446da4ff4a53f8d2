extension JID {
    /// Takes over a plain address; the same string where there is nothing to change, unless it is a bridged one, whose
    /// bytes would have to be asked for each time.
    init(_ layout: PlainLayout, of text: String) {
        if layout.isPrepared, text.isContiguousUTF8 {
            self.init(
                prepared: text, localpartBytes: layout.localpartBytes, domainpartBytes: layout.domainpartBytes)
        } else {
            self = text.withBytes { JID(layout, of: $0) }
        }
    }

    /// Copies a plain address, lowers its letters and leaves a trailing dot out.
    @inline(__always)
    init(_ layout: PlainLayout, of bytes: Span<UInt8>) {
        let text = unsafe bytes.withUnsafeBytes { given in
            unsafe String(unsafeUninitializedCapacity: layout.preparedBytes) { copy in
                let bare = Swift.min(layout.bareBytes, copy.count)
                let dot = layout.hasTrailingDot ? 1 : 0
                guard given.count == layout.givenBytes, copy.count >= layout.preparedBytes,
                    bare &+ dot <= given.count
                else { return 0 }
                // SAFETY: the layout is that of these bytes: `bare`, the dot and the rest are all of them, and the
                // string was made as large as they are without the dot.
                let raw = UnsafeMutableRawBufferPointer(copy)
                if layout.isPrepared {
                    unsafe raw.copyMemory(from: given)
                } else {
                    for index in 0..<bare { unsafe copy[index] = AddressByte.lowerCase(given[index]) }
                    unsafe UnsafeMutableRawBufferPointer(rebasing: raw[bare...])
                        .copyMemory(from: UnsafeRawBufferPointer(rebasing: given[(bare &+ dot)...]))
                }
                return layout.preparedBytes
            }
        }
        self.init(prepared: text, localpartBytes: layout.localpartBytes, domainpartBytes: layout.domainpartBytes)
    }

    /// A plain address, or nil where the long way has to decide.
    @inline(__always)
    init?(plain bytes: Span<UInt8>) {
        guard let layout = PlainLayout(of: bytes) else { return nil }
        self.init(layout, of: bytes)
    }
}
