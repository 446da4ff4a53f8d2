/// The attributes of a message, `x=value` parted by commas, in their order (RFC 5802 §5.1).
package struct SCRAMAttributes {
    private var rest: ArraySlice<UInt8>
    private var isAtEnd: Bool

    package init(_ message: ArraySlice<UInt8>) {
        rest = message
        isAtEnd = false
    }

    /// The letter of the next attribute, if there is one more.
    package var letter: UInt8? { isAtEnd ? nil : rest.first }

    /// Where the next attribute begins.
    package var index: Int { rest.startIndex }

    /// The value of the next attribute, which must be this one; nil otherwise, or where it is malformed.
    package mutating func value(of letter: Character) -> ArraySlice<UInt8>? {
        guard let expected = letter.asciiValue, self.letter == expected else { return nil }
        return next()?.value
    }

    /// The next attribute; nil where there is none or it is malformed.
    package mutating func next() -> (letter: UInt8, value: ArraySlice<UInt8>)? {
        guard !isAtEnd, let letter = rest.first else { return nil }
        let isAlphabetic = (0x41...0x5A).contains(letter) || (0x61...0x7A).contains(letter)
        guard isAlphabetic, rest.dropFirst().first == 0x3D else { return nil }
        let end = rest.firstIndex(of: 0x2C) ?? rest.endIndex
        let value = rest[(rest.startIndex + 2)..<end]
        // A value has one byte at least, and no NUL.
        guard !value.isEmpty, !value.contains(0) else { return nil }
        isAtEnd = end == rest.endIndex
        rest = isAtEnd ? rest[end...] : rest[(end + 1)...]
        return (letter, value)
    }

    /// Whether all has been read. A comma at the end begins an attribute that is not there.
    package var isComplete: Bool { isAtEnd }

    /// Whether this is a nonce: printable ASCII without commas (RFC 5802 §7).
    package static func isNonce(_ value: ArraySlice<UInt8>) -> Bool {
        !value.isEmpty && value.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x2C }
    }

    /// A positive number without leading zeros, of nine digits at most.
    package static func positiveNumber(_ value: ArraySlice<UInt8>) -> Int? {
        guard (1...9).contains(value.count), value.first != 0x30 else { return nil }
        var number = 0
        for digit in value {
            guard (0x30...0x39).contains(digit) else { return nil }
            number = number * 10 + Int(digit - 0x30)
        }
        return number
    }
}
