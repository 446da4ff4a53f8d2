/// What an ASCII byte may be in an address.
enum AddressByte {
    static let at: UInt8 = 0x40
    static let slash: UInt8 = 0x2F
    static let dot: UInt8 = 0x2E
    static let hyphen: UInt8 = 0x2D
    static let backslash: UInt8 = 0x5C
    static let space: UInt8 = 0x20

    /// What a localpart may hold: IdentifierClass (RFC 8264 §4.2) without the eight characters of RFC 7622 §3.3.1.
    static var localpart: ByteSet { ByteSet(low: 0xABFF_7F3A_0000_0000, high: 0x7FFF_FFFF_FFFF_FFFE) }
    /// What a localpart may not hold although its profile allows it: `"` `&` `'` `/` `:` `<` `>` `@`.
    static var excluded: ByteSet { ByteSet(low: 0x5400_80C4_0000_0000, high: 0x0000_0000_0000_0001) }
    static var alphanumeric: ByteSet { ByteSet(low: 0x03FF_0000_0000_0000, high: 0x07FF_FFFE_07FF_FFFE) }
    static var upperCase: ByteSet { ByteSet(low: 0, high: 0x0000_0000_07FF_FFFE) }
    static var hexadecimal: ByteSet { ByteSet(low: 0x03FF_0000_0000_0000, high: 0x0000_007E_0000_007E) }

    /// Whether it is an ASCII character other than a control.
    @inline(__always)
    static func isPrintable(_ byte: UInt8) -> Bool { byte &- 0x20 < 0x5F }

    @inline(__always)
    static func lowerCase(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}

/// A set of ASCII characters, a bit each.
struct ByteSet {
    /// U+0000 to U+003F.
    let low: UInt64
    /// U+0040 to U+007F.
    let high: UInt64

    /// 1 where the set has this byte, which is below 0x80.
    @inline(__always)
    func bit(of byte: UInt8) -> UInt64 {
        ((byte < 0x40 ? low : high) &>> UInt64(byte & 0x3F)) & 1
    }

    /// Whether the set has this byte, whatever it is.
    @inline(__always)
    func has(_ byte: UInt8) -> Bool { byte < 0x80 && bit(of: byte) == 1 }
}
