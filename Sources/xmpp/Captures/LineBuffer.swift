/// Cuts bytes that come in pieces into lines.
struct LineBuffer {
    private var rest: [UInt8] = []

    /// Takes the next bytes and returns the lines that they complete, without their line feeds.
    mutating func receive(_ bytes: [UInt8]) -> [[UInt8]] {
        guard let last = bytes.lastIndex(of: 0x0A) else {
            rest += bytes
            return []
        }
        let complete = rest + bytes[..<last]
        rest = Array(bytes[(last + 1)...])
        return complete.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
    }

    /// The last line, where no line feed ended it.
    mutating func finish() -> [[UInt8]] {
        defer { rest = [] }
        return rest.isEmpty ? [] : [rest]
    }
}
