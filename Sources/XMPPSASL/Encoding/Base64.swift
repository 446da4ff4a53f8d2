/// Base64 by the letter (RFC 4648 §4): the alphabet only, padded, and the bits that padding leaves over are zero.
///
/// RFC 6120 §6.4 and RFC 5802 ask for that: what two readers read differently, an attacker uses.
package enum Base64 {
    /// The text for `bytes`, as ASCII.
    ///
    /// - Complexity: O(*n*)
    package static func encode(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count &+ 2) / 3 &* 4)
        var index = 0
        while index < bytes.count {
            let left = bytes.count &- index
            let first = UInt32(bytes[index]) &<< 16
            let second = left > 1 ? UInt32(bytes[index &+ 1]) &<< 8 : 0
            let third = left > 2 ? UInt32(bytes[index &+ 2]) : 0
            let word = first | second | third
            text.append(digit(word &>> 18))
            text.append(digit(word &>> 12))
            text.append(left > 1 ? digit(word &>> 6) : padding)
            text.append(left > 2 ? digit(word) : padding)
            index &+= 3
        }
        return text
    }

    /// The bytes that `text` stands for; nil where it is not the text that `encode` makes of them.
    ///
    /// - Complexity: O(*n*)
    package static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
        let text = Array(text)
        guard text.count % 4 == 0 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 &* 3)
        for start in stride(from: 0, to: text.count, by: 4) {
            let isLast = start &+ 4 == text.count
            let pads = !isLast || text[start &+ 3] != padding ? 0 : text[start &+ 2] != padding ? 1 : 2
            var word: UInt32 = 0
            for offset in 0..<4 {
                word &<<= 6
                if offset >= 4 &- pads { continue }
                guard let value = value(of: text[start &+ offset]) else { return nil }
                word |= value
            }
            // The bits that no byte has must be zero.
            if pads == 1, word & 0xFF != 0 { return nil }
            if pads == 2, word & 0xFFFF != 0 { return nil }
            bytes.append(UInt8(truncatingIfNeeded: word &>> 16))
            if pads < 2 { bytes.append(UInt8(truncatingIfNeeded: word &>> 8)) }
            if pads < 1 { bytes.append(UInt8(truncatingIfNeeded: word)) }
        }
        return bytes
    }

    private static func digit(_ value: UInt32) -> UInt8 {
        let value = UInt8(truncatingIfNeeded: value & 63)
        return switch value {
        case 0..<26: 0x41 &+ value
        case 26..<52: 0x61 &+ value &- 26
        case 52..<62: 0x30 &+ value &- 52
        case 62: 0x2B
        default: 0x2F
        }
    }

    private static func value(of digit: UInt8) -> UInt32? {
        switch digit {
        case 0x41...0x5A: UInt32(digit &- 0x41)
        case 0x61...0x7A: UInt32(digit &- 0x61 &+ 26)
        case 0x30...0x39: UInt32(digit &- 0x30 &+ 52)
        case 0x2B: 62
        case 0x2F: 63
        default: nil
        }
    }

    private static let padding: UInt8 = 0x3D
}
