/// Attribute values as an application sees them (XML 1.0 §3.3.3): references resolved, white space normalised.
enum ValueDecoding {
    /// The final bytes of a value that the tokenizer has accepted.
    ///
    /// - Complexity: O(*n*).
    static func bytes(of raw: ByteWindow) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(raw.count)
        var index = 0
        while index < raw.count {
            let byte = raw[index]
            switch byte {
            case 0x26:
                index = appendReference(raw, at: index, to: &result)
            case 0x0D:
                result.append(0x20)
                index &+= raw[index &+ 1] == 0x0A ? 2 : 1
            case 0x09, 0x0A:
                result.append(0x20)
                index &+= 1
            default:
                result.append(byte)
                index &+= 1
            }
        }
        return result
    }

    /// Resolves the reference at `start`; the tokenizer has seen that it is legal.
    private static func appendReference(_ raw: ByteWindow, at start: Int, to result: inout [UInt8]) -> Int {
        var end = start &+ 1
        while end < raw.count, raw[end] != 0x3B { end &+= 1 }
        var value: UInt32 = 0
        if raw[start &+ 1] == 0x23 {
            let isHexadecimal = raw[start &+ 2] == 0x78
            for index in (start &+ (isHexadecimal ? 3 : 2))..<max(end, start &+ 3) {
                let digit = UInt32(raw[index] & 0xF) &+ (raw[index] >= 0x41 ? 9 : 0)
                value = value &* (isHexadecimal ? 16 : 10) &+ digit
            }
        } else {
            switch raw[start &+ 1] {
            case 0x6C: value = 0x3C
            case 0x67: value = 0x3E
            case 0x71: value = 0x22
            default: value = raw[start &+ 2] == 0x6D ? 0x26 : 0x27
            }
        }
        if let scalar = Unicode.Scalar(value) {
            result.append(contentsOf: Unicode.UTF8.encode(scalar).map(Array.init) ?? [])
        }
        return end &+ 1
    }
}
