/// Finds the next byte that needs a thought, sixteen at a time.
///
/// Two things keep this fast, and both fail silently: the right-hand sides are spelled `SIMD16<UInt8>(repeating:)`, for
/// a scalar operand is some forty times slower, and the mask is reduced through 64-bit words, for `any` is a call.
enum VectorScan {
    /// The first byte at or after `start` that is `<`, `>`, `&`, a control or not ASCII; the end where there is none.
    @inline(__always)
    static func endOfPlainText(in window: ByteWindow, from start: Int) -> Int {
        scan(window, from: start) { block in
            // `<` and `>` differ in one bit only.
            let angles = (block | SIMD16<UInt8>(repeating: 2)) .== SIMD16<UInt8>(repeating: 0x3E)
            let others = block .== SIMD16<UInt8>(repeating: 0x26)
            return angles .| others .| isControlOrBeyondASCII(block)
        } byte: { byte in
            byte | 2 == 0x3E || byte == 0x26 || Int8(bitPattern: byte) < 0x20
        }
    }

    /// The first byte at or after `start` that is `quote`, `<`, `&`, a control or not ASCII; the end if there is none.
    @inline(__always)
    static func endOfPlainValue(in window: ByteWindow, from start: Int, quote: UInt8) -> Int {
        let quotes = SIMD16<UInt8>(repeating: quote)
        return scan(window, from: start) { block in
            let marks = (block .== quotes) .| (block .== SIMD16<UInt8>(repeating: 0x3C))
            return marks .| (block .== SIMD16<UInt8>(repeating: 0x26)) .| isControlOrBeyondASCII(block)
        } byte: { byte in
            byte == quote || byte == 0x3C || byte == 0x26 || Int8(bitPattern: byte) < 0x20
        }
    }

    /// The first byte at or after `start` that is `]`, a control or not ASCII; the end where there is none.
    @inline(__always)
    static func endOfPlainSection(in window: ByteWindow, from start: Int) -> Int {
        scan(window, from: start) { block in
            (block .== SIMD16<UInt8>(repeating: 0x5D)) .| isControlOrBeyondASCII(block)
        } byte: { byte in
            byte == 0x5D || Int8(bitPattern: byte) < 0x20
        }
    }

    /// The first byte at or after `start` that character data cannot hold as it is: `<`, `>`, `&` or CR.
    @inline(__always)
    static func endOfUnescapedText(in window: ByteWindow, from start: Int) -> Int {
        scan(window, from: start) { block in
            let angles = (block | SIMD16<UInt8>(repeating: 2)) .== SIMD16<UInt8>(repeating: 0x3E)
            let others = block .== SIMD16<UInt8>(repeating: 0x26)
            return angles .| others .| (block .== SIMD16<UInt8>(repeating: 0x0D))
        } byte: { byte in
            byte | 2 == 0x3E || byte == 0x26 || byte == 0x0D
        }
    }

    /// The first byte at or after `start` that a value in single quotes is not to hold as it is: `&`, `<`, `>`, a quote or
    /// a control.
    @inline(__always)
    static func endOfUnescapedValue(in window: ByteWindow, from start: Int) -> Int {
        scan(window, from: start) { block in
            let angles = (block | SIMD16<UInt8>(repeating: 2)) .== SIMD16<UInt8>(repeating: 0x3E)
            // `&` and the single quote differ in one bit only, too.
            let others = (block | SIMD16<UInt8>(repeating: 1)) .== SIMD16<UInt8>(repeating: 0x27)
            let quotes = block .== SIMD16<UInt8>(repeating: 0x22)
            return angles .| others .| quotes .| (block .< SIMD16<UInt8>(repeating: 0x20))
        } byte: { byte in
            byte | 2 == 0x3E || byte | 1 == 0x27 || byte == 0x22 || byte < 0x20
        }
    }

    /// The first `<` or `>` at or after `start`; the end, or an index behind it, where there is none.
    @inline(__always)
    static func firstAngle(in window: ByteWindow, from start: Int) -> Int {
        scan(window, from: start) { block in
            (block | SIMD16<UInt8>(repeating: 2)) .== SIMD16<UInt8>(repeating: 0x3E)
        } byte: { byte in
            byte | 2 == 0x3E
        }
    }

    /// The last `<` or `>` at or after `start`; -1 where there is none.
    @inline(__always)
    static func lastAngle(in window: ByteWindow, from start: Int) -> Int {
        var end = window.count
        while end &- 16 >= start, let block = window.block(at: end &- 16) {
            let marks = marks(of: (block | SIMD16<UInt8>(repeating: 2)) .== SIMD16<UInt8>(repeating: 0x3E))
            // A byte of the marks is two lanes: its top bit tells of the second.
            let zeros = marks.leadingZeroBitCount
            if marks != 0 { return end &- 1 &- (zeros &>> 3 &* 2 &+ (zeros & 1)) }
            end &-= 16
        }
        while end > start {
            end &-= 1
            if window[end] | 2 == 0x3E { return end }
        }
        return -1
    }

    /// The first of four bytes at or after `start`; the end, or an index behind it, where there is none.
    @inline(__always)
    static func first(of bytes: (UInt8, UInt8, UInt8, UInt8), in window: ByteWindow, from start: Int) -> Int {
        scan(window, from: start) { block in
            let left =
                (block .== SIMD16<UInt8>(repeating: bytes.0)) .| (block .== SIMD16<UInt8>(repeating: bytes.1))
            let right =
                (block .== SIMD16<UInt8>(repeating: bytes.2)) .| (block .== SIMD16<UInt8>(repeating: bytes.3))
            return left .| right
        } byte: { byte in
            byte == bytes.0 || byte == bytes.1 || byte == bytes.2 || byte == bytes.3
        }
    }

    /// One signed comparison finds C0 controls and every byte of a multi-byte sequence.
    @inline(__always)
    static func isControlOrBeyondASCII(_ block: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
        SIMD16<Int8>(truncatingIfNeeded: block) .< SIMD16<Int8>(repeating: 0x20)
    }

    @inline(__always)
    private static func scan(
        _ window: ByteWindow, from start: Int,
        block matches: (SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>>, byte matchesByte: (UInt8) -> Bool
    ) -> Int {
        var index = start
        while let block = window.block(at: index) {
            // Whether there is a mark is asked of the word: which it is need not be known in the loop.
            let marks = marks(of: matches(block))
            if marks != 0 { return index &+ marks.trailingZeroBitCount &>> 2 }
            index &+= 16
        }
        // Fewer than sixteen are left: look at the last sixteen again, without those already seen.
        if index < window.count, let block = window.block(at: window.count &- 16) {
            let seen = index &- (window.count &- 16)
            let lane = firstLane(of: matches(block), after: seen)
            return lane < 16 ? window.count &- 16 &+ lane : window.count
        }
        while index < window.count {
            if matchesByte(window[index]) { return index }
            index &+= 1
        }
        return index
    }

    /// The lowest lane that is set, or sixteen.
    @inline(__always)
    static func firstLane(of mask: SIMDMask<SIMD16<Int8>>) -> Int {
        // No lane: 64 zero bits, four a lane.
        marks(of: mask).trailingZeroBitCount &>> 2
    }

    /// The lowest lane that is set and not among the first `seen`, which are fewer than sixteen; or sixteen.
    @inline(__always)
    private static func firstLane(of mask: SIMDMask<SIMD16<Int8>>, after seen: Int) -> Int {
        let lanes = SIMD16<UInt8>(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
        return firstLane(of: mask .& (lanes .>= SIMD16<UInt8>(repeating: UInt8(truncatingIfNeeded: seen))))
    }

    /// The mask as one word: its lowest bit that is set is among the four of the first lane that is.
    @inline(__always)
    static func marks(of mask: SIMDMask<SIMD16<Int8>>) -> UInt64 {
        // SAFETY: both types are sixteen plain bytes.
        let pairs = unsafe unsafeBitCast(mask, to: SIMD8<Int16>.self)
        // Saturated to eight bits, a pair whose first lane is set becomes odd, one whose second alone is set -128.
        let (low, high) = (SIMD8<Int16>(repeating: -128), SIMD8<Int16>(repeating: 127))
        let floored = pairs.replacing(with: low, where: pairs .< low)
        let clamped = SIMD8<Int8>(truncatingIfNeeded: floored.replacing(with: high, where: floored .> high))
        // SAFETY: both types are eight plain bytes.
        return unsafe UInt64(littleEndian: unsafeBitCast(clamped, to: UInt64.self))
    }
}
