/// The bytes that the plain state of a machine is stored as: a tag, and a few fields behind it.
struct MachineBytes {
    private var bytes: ArraySlice<UInt8>

    /// Reads what was stored.
    init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

    /// The next byte; nil at the end.
    mutating func byte() -> UInt8? { bytes.popFirst() }

    /// The next text, of at most 255 bytes; nil where there is none.
    mutating func text() -> String? {
        guard let count = byte(), bytes.count >= Int(count) else { return nil }
        let text = String(validating: bytes.prefix(Int(count)), as: UTF8.self)
        bytes = bytes.dropFirst(Int(count))
        return text
    }

    /// Whether nothing is left.
    var isAtEnd: Bool { bytes.isEmpty }

    /// A text as bytes; nil where it is too long.
    static func text(_ text: String) -> [UInt8]? {
        guard let count = UInt8(exactly: text.utf8.count) else { return nil }
        return [count] + text.utf8
    }
}
