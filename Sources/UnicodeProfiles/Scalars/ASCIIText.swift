/// What can be done to bytes without asking whether they are all ASCII.
enum ASCIIText {
    /// The lower case of the letters A to Z, and any other byte as it is.
    @inline(__always)
    static func lowercase(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
