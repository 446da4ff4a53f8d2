/// What can be done to bytes without asking whether they are all ASCII.
enum ASCIIText {
    /// The bytes with the letters A to Z in lower case, and all others as they are.
    ///
    /// - Complexity: O(*n*)
    static func lowercase(_ bytes: [UInt8]) -> [UInt8] {
        bytes.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    }
}
