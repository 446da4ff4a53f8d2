extension ElementStream {
    /// Whether nothing of a header or first-level element has come that is not complete, and no event is owed.
    package var isBetweenElements: Bool { pending.isEmpty && owed == nil && tokenizer.strayOffset < 0 }

    /// Whether both have read as many bytes, stand in the same place of a stream, and keep the same bytes of what is not
    /// complete. What the root declared is not compared: that is in the header, which whoever asks has.
    package func standsWhere(_ other: ElementStream) -> Bool {
        byteOffset == other.byteOffset && tokenizer.violation == other.tokenizer.violation
            && tokenizer.depth == other.tokenizer.depth && isClosed == other.isClosed && limits == other.limits
            && (owed == nil) == (other.owed == nil)
            && pending.bytes.window.slice(from: pending.start, length: .max)
                .equals(other.pending.bytes.window.slice(from: other.pending.start, length: .max))
    }
}
