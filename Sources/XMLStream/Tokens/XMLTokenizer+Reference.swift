/// A reference as read: the character it stands for and where it ends, or the fact that it is cut.
struct ReferenceReading {
    let value: UInt32
    /// The index behind the `;`, or -1 where the window ends first.
    let end: Int

    static let cut = ReferenceReading(value: 0, end: -1)
}

extension XMLTokenizer {
    /// Reports the character that the reference in character data at `start` stands for.
    ///
    /// - Returns: The index behind it, or -1 where the window ends first.
    @inline(never)
    mutating func appendReference(
        _ window: ByteWindow, at start: Int, tape: inout TokenTape
    ) throws(XMLViolation) -> Int {
        let reading = try reference(window, at: start, isResumable: true)
        if reading.end < 0 { return -1 }
        let isOuter = open.count <= 1 && rules == .stream
        if isOuter {
            let isSpace = reading.value < 0x80 && ByteClass.isSpace(UInt8(reading.value))
            if !isSpace || strayOffset >= 0 {
                let stray = strayOffset >= 0 ? strayOffset : base &+ Int64(start)
                throw XMLViolation(.init(.textBetweenStanzas), at: stray)
            }
        }
        tape.append(Token(.character, offset: Int(reading.value), first: 0, second: 0))
        return reading.end
    }

    /// Reads the reference at `start`, which holds `&` (XML 1.0 §4.1, §4.6).
    ///
    /// - Parameter isResumable: Whether digits read so far may be remembered for the next attempt.
    mutating func reference(
        _ window: ByteWindow, at start: Int, isResumable: Bool
    ) throws(XMLViolation) -> ReferenceReading {
        if window[start &+ 1] == 0x23 { return try numeric(window, at: start, isResumable: isResumable) }
        let word = window.word(at: start &+ 1)
        if word & 0xFFFF_FFFF == 0x3B70_6D61 { return ReferenceReading(value: 0x26, end: start &+ 5) }
        if word & 0xFF_FFFF == 0x3B746C { return ReferenceReading(value: 0x3C, end: start &+ 4) }
        if word & 0xFF_FFFF == 0x3B7467 { return ReferenceReading(value: 0x3E, end: start &+ 4) }
        if word & 0xFF_FFFF_FFFF == 0x3B_736F_7061 { return ReferenceReading(value: 0x27, end: start &+ 6) }
        if word & 0xFF_FFFF_FFFF == 0x3B_746F_7571 { return ReferenceReading(value: 0x22, end: start &+ 6) }

        // None of the five: find the byte at which it stops being the beginning of one.
        var legal = 0
        for name: UInt64 in [0x3B70_6D61, 0x3B746C, 0x3B7467, 0x3B_736F_7061, 0x3B_746F_7571] {
            legal = max(legal, (word ^ name).trailingZeroBitCount &>> 3)
        }
        return try refuseEntity(window, nameAt: start &+ 1, from: start &+ 1 &+ legal)
    }

    /// Refuses what is none of the five entities: as one that RFC 6120 §11.1 forbids if it is a whole reference, or a
    /// name too long to wait for; otherwise as a bare `&`.
    private func refuseEntity(
        _ window: ByteWindow, nameAt: Int, from start: Int
    ) throws(XMLViolation) -> ReferenceReading {
        var index = start
        while index < window.count {
            let byte = window[index]
            if byte >= 0x80 {
                let scalar = window.scalar(at: index)
                if scalar.length == 0 { return .cut }
                if scalar.length < 0 { throw fault(.illegalByte, at: index &+ scalar.illegalIndex) }
                let isName =
                    index == nameAt ? CharacterRules.isNameStart(scalar.value) : CharacterRules.isName(scalar.value)
                if !isName { throw fault(.reference, at: index) }
                index &+= scalar.length
            } else {
                if byte == 0x3B, index > nameAt { throw fault(.entityReference, at: index) }
                let isName = ByteClass.of(byte) & (index == nameAt ? ByteClass.nameStart : ByteClass.name) != 0
                if !isName { throw fault(.reference, at: index) }
                index &+= 1
            }
            if index &- nameAt >= XMLTokenizer.longestEntityName { throw fault(.entityReference, at: index &- 1) }
        }
        return .cut
    }

    /// Bytes of an entity's name after which it is refused without its `;`.
    private static let longestEntityName = 64

    /// Reads `&#…;` or `&#x…;`. Leading zeros may be many; the value never wraps.
    private mutating func numeric(
        _ window: ByteWindow, at start: Int, isResumable: Bool
    ) throws(XMLViolation) -> ReferenceReading {
        let isHexadecimal = window[start &+ 2] == 0x78
        let first = start &+ (isHexadecimal ? 3 : 2)
        var index = first
        var value: UInt32 = 0
        if isResumable, cut.digitsFrom > 0 {
            index = start &+ cut.digitsFrom
            value = cut.digits
        }
        while index < window.count {
            let byte = window[index]
            let digit: UInt32
            switch byte {
            case 0x30...0x39: digit = UInt32(byte &- 0x30)
            case 0x41...0x46 where isHexadecimal, 0x61...0x66 where isHexadecimal: digit = UInt32(byte & 0xF) &+ 9
            case 0x3B where index > first:
                cut.digitsFrom = 0
                if !CharacterRules.isCharacter(value) { throw fault(.referencedCharacter, at: index) }
                return ReferenceReading(value: value, end: index &+ 1)
            default: throw fault(.reference, at: index)
            }
            value = value &* (isHexadecimal ? 16 : 10) &+ digit
            if value > 0x10_FFFF { throw fault(.referencedCharacter, at: index) }
            index &+= 1
        }
        if isResumable {
            cut.digitsFrom = index > first ? index &- start : 0
            cut.digits = value
        }
        return .cut
    }
}
