/// The same grammars once more, read as plainly as can be, without a thought of speed.
enum NaiveReading {
    /// Base64 by its bits: six a digit, and what padding leaves over is zero.
    static func base64(_ text: [UInt8]) -> [UInt8]? {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text = text
        guard text.count.isMultiple(of: 4) else { return nil }
        var pads = 0
        while pads < 2, text.last == UInt8(ascii: "=") {
            text.removeLast()
            pads += 1
        }
        var bits: [UInt8] = []
        for character in text {
            guard let value = digits.firstIndex(of: character) else { return nil }
            for place in [32, 16, 8, 4, 2, 1] { bits.append(value & place == 0 ? 0 : 1) }
        }
        let left = bits.suffix(pads * 2)
        if left.contains(1) { return nil }
        bits.removeLast(left.count)
        guard bits.count.isMultiple(of: 8) else { return nil }
        return stride(from: 0, to: bits.count, by: 8).map { start in
            bits[start..<start + 8].reduce(0) { $0 << 1 | $1 }
        }
    }

    /// Whether these are so many characters of an alphabet.
    static func consists(_ bytes: [UInt8], of alphabet: String, _ counts: ClosedRange<Int>) -> Bool {
        counts.contains(bytes.count) && bytes.allSatisfy { alphabet.utf8.contains($0) }
    }

    /// A name with its escapes resolved (RFC 5802 §5.1).
    static func name(_ bytes: [UInt8]) -> [UInt8]? {
        if bytes.isEmpty || bytes.contains(0) || bytes.contains(0x2C) { return nil }
        guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
        let parts = bytes.split(separator: 0x3D, omittingEmptySubsequences: false)
        var name = Array(parts.first ?? [])
        for part in parts.dropFirst() {
            if part.starts(with: "2C".utf8) {
                name.append(0x2C)
            } else if part.starts(with: "3D".utf8) {
                name.append(0x3D)
            } else {
                return nil
            }
            name += part.dropFirst(2)
        }
        return String(validating: name, as: UTF8.self) == nil ? nil : name
    }

    /// The bytes of the header of RFC 5801 §4 that a message begins with.
    static func header(_ message: [UInt8]) -> [UInt8]? {
        let parts = message.split(separator: 0x2C, maxSplits: 2, omittingEmptySubsequences: false).map { Array($0) }
        guard parts.count == 3 else { return nil }
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-"
        let isFlag =
            parts[0] == Array("n".utf8) || parts[0] == Array("y".utf8)
            || parts[0].starts(with: "p=".utf8) && consists(Array(parts[0].dropFirst(2)), of: letters, 1...255)
        let isIdentity =
            parts[1].isEmpty || parts[1].starts(with: "a=".utf8) && name(Array(parts[1].dropFirst(2))) != nil
        return isFlag && isIdentity ? parts[0] + [0x2C] + parts[1] + [0x2C] : nil
    }

    /// The attributes of a message of SCRAM; nil where one of them is malformed.
    static func attributes(_ message: [UInt8]) -> [(letter: Character, value: [UInt8])]? {
        var attributes: [(letter: Character, value: [UInt8])] = []
        for part in message.split(separator: 0x2C, omittingEmptySubsequences: false).map({ Array($0) }) {
            guard part.count >= 3, part[1] == 0x3D, !part.contains(0) else { return nil }
            let letter = Character(Unicode.Scalar(part[0]))
            guard letter.isASCII, letter.isLetter else { return nil }
            attributes.append((letter, Array(part[2...])))
        }
        return attributes
    }

    /// Whether a nonce has the characters of one.
    static func isNonce(_ bytes: [UInt8]) -> Bool {
        !bytes.isEmpty && bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x2C }
    }

    /// A number of one to nine digits, the first of which is no zero.
    static func number(_ bytes: [UInt8]) -> Int? {
        guard consists(bytes, of: "0123456789", 1...9), bytes.first != 0x30 else { return nil }
        return Int(String(decoding: bytes, as: UTF8.self))
    }
}
