extension Token {
    /// What this token stands for.
    ///
    /// A consumer asks this of every token, and kinds follow no pattern: a switch here would be a jump that the
    /// processor guesses wrong, before the consumer's own.
    @inlinable @inline(__always)
    public var kind: Kind {
        let index = min(UInt8(truncatingIfNeeded: head & 15) &- 1, UInt8(6))
        // SAFETY: an enumeration without payloads is one byte, its seven cases count from zero, and the index is below
        // seven; a test asks for all sixteen values of the four bits.
        return unsafe unsafeBitCast(index, to: Kind.self)
    }
}
