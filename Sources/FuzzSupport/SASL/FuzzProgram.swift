/// A program that bytes stand for; behind its end there are zeros.
package struct FuzzProgram {
    private var rest: ArraySlice<UInt8>

    package init(_ bytes: [UInt8]) { rest = bytes[...] }

    /// Whether all has been read.
    package var isAtEnd: Bool { rest.isEmpty }

    /// The next byte.
    package mutating func next() -> UInt8 { rest.popFirst() ?? 0 }

    /// A number from zero up to `bound`, itself not included.
    package mutating func next(below bound: Int) -> Int { bound > 0 ? Int(next()) % bound : 0 }

    /// As many bytes as the next one says, as far as there are so many.
    package mutating func nextBytes() -> [UInt8] {
        let count = Int(next())
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
    }

    /// Such bytes as text, repaired where they are no UTF-8.
    package mutating func nextText() -> String { String(decoding: nextBytes().prefix(48), as: UTF8.self) }

    /// All that is left.
    package mutating func nextRest() -> [UInt8] {
        defer { rest = [] }
        return Array(rest)
    }

    /// Leaves out what is left.
    package mutating func end() { rest = [] }

    /// Bytes with something changed.
    package mutating func altered(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        let kind = next(below: 6)
        let place = next(below: bytes.count + 1)
        switch kind {
        case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(next(below: 8))
        case 1: bytes.removeLast(bytes.count - place)
        case 2: bytes.insert(contentsOf: nextBytes(), at: place)
        case 3: bytes.removeSubrange(place..<min(bytes.count, place + 1 + next(below: 16)))
        case 4:
            let inserted = nextBytes()
            bytes.replaceSubrange(place..<min(bytes.count, place + inserted.count), with: inserted)
        default: bytes += nextBytes()
        }
        return bytes
    }
}
