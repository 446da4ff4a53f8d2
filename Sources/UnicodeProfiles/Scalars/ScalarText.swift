/// Text as scalar values that remember where they came from.
struct ScalarText {
    var scalars: [MappedScalar]

    init(_ scalars: [MappedScalar]) { self.scalars = scalars }

    /// Takes UTF-8 apart (RFC 3629: no surrogates, nothing longer than it needs to be, nothing above U+10FFFF).
    ///
    /// - Throws: `ProfileViolation` at the first byte of a sequence that is none.
    /// - Complexity: O(*n*)
    init(_ utf8: ArraySlice<UInt8>) throws(ProfileViolation) {
        scalars = []
        scalars.reserveCapacity(utf8.count)
        var index = utf8.startIndex
        while index < utf8.endIndex {
            let start = index &- utf8.startIndex
            let lead = utf8[index]
            index &+= 1
            var value = UInt32(lead)
            if lead >= 0x80 {
                // How many bytes follow, and the least value that needs so many.
                let (count, least): (Int, UInt32) =
                    switch lead {
                    case 0xC2...0xDF: (1, 0x80)
                    case 0xE0...0xEF: (2, 0x800)
                    case 0xF0...0xF4: (3, 0x10000)
                    default: throw ProfileViolation(.invalidUTF8, at: start)
                    }
                guard utf8.endIndex &- index >= count else { throw ProfileViolation(.invalidUTF8, at: start) }
                value &= 0x3F >> UInt32(count)
                for _ in 0..<count {
                    let next = utf8[index]
                    guard next & 0xC0 == 0x80 else { throw ProfileViolation(.invalidUTF8, at: start) }
                    value = value << 6 | UInt32(next & 0x3F)
                    index &+= 1
                }
                guard value >= least, value <= 0x10FFFF, value & 0x1F_F800 != 0xD800 else {
                    throw ProfileViolation(.invalidUTF8, at: start)
                }
            }
            scalars.append(MappedScalar(value, offset: UInt32(clamping: start)))
        }
    }

    /// The text as UTF-8.
    ///
    /// - Complexity: O(*n*)
    var utf8: [UInt8] {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return bytes
    }

    /// Appends the text as UTF-8.
    ///
    /// - Complexity: O(*n*)
    func append(to bytes: inout [UInt8]) {
        let added = scalars.reduce(0) { $0 &+ ScalarText.width(of: $1.value) }
        // Not less than what appending would ask for, so that many short texts do not grow it each time.
        if bytes.capacity &- bytes.count < added {
            bytes.reserveCapacity(max(bytes.count &+ added, bytes.capacity &* 2))
        }
        for scalar in scalars {
            let value = scalar.value
            switch value {
            case ..<0x80: bytes.append(UInt8(truncatingIfNeeded: value))
            case ..<0x800:
                bytes.append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
                bytes.append(ScalarText.tail(value))
            case ..<0x10000:
                bytes.append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
                bytes.append(ScalarText.tail(value >> 6))
                bytes.append(ScalarText.tail(value))
            default:
                bytes.append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
                bytes.append(ScalarText.tail(value >> 12))
                bytes.append(ScalarText.tail(value >> 6))
                bytes.append(ScalarText.tail(value))
            }
        }
    }

    /// Bytes of a scalar in UTF-8.
    private static func width(of value: UInt32) -> Int {
        value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4
    }

    private static func tail(_ bits: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | bits & 0x3F) }
}
