/// Text as scalar values that remember where they came from.
struct ScalarText {
    var scalars: [MappedScalar]

    init(_ scalars: [MappedScalar]) { self.scalars = scalars }

    /// Takes UTF-8 apart (RFC 3629: no surrogates, nothing longer than it needs to be, nothing above U+10FFFF).
    ///
    /// - Throws: `ProfileViolation` at the first byte of a sequence that is none.
    /// - Complexity: O(*n*)
    init(_ utf8: [UInt8]) throws(ProfileViolation) {
        scalars = []
        scalars.reserveCapacity(utf8.count)
        var index = 0
        while index < utf8.count {
            let start = index
            let lead = utf8[index]
            index += 1
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
                guard utf8.count - index >= count else { throw ProfileViolation(.invalidUTF8, at: start) }
                value &= 0x3F >> UInt32(count)
                for _ in 0..<count {
                    let next = utf8[index]
                    guard next & 0xC0 == 0x80 else { throw ProfileViolation(.invalidUTF8, at: start) }
                    value = value << 6 | UInt32(next & 0x3F)
                    index += 1
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
    var utf8: [UInt8] { ScalarText.utf8(of: scalars) }

    /// Scalars as UTF-8.
    static func utf8(of scalars: some Collection<MappedScalar>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(scalars.count)
        for scalar in scalars {
            let value = scalar.value
            switch value {
            case ..<0x80: bytes.append(UInt8(truncatingIfNeeded: value))
            case ..<0x800:
                bytes.append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
                bytes.append(tail(value))
            case ..<0x10000:
                bytes.append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
                bytes.append(tail(value >> 6))
                bytes.append(tail(value))
            default:
                bytes.append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
                bytes.append(tail(value >> 12))
                bytes.append(tail(value >> 6))
                bytes.append(tail(value))
            }
        }
        return bytes
    }

    private static func tail(_ bits: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | bits & 0x3F) }
}

extension ScalarText: Equatable {
    /// Whether both are the same text, wherever their scalars came from.
    static func == (first: ScalarText, second: ScalarText) -> Bool {
        first.scalars.elementsEqual(second.scalars) { $0.value == $1.value }
    }
}
