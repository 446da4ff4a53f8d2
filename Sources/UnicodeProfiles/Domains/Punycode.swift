/// Unicode in letters, digits and hyphens (RFC 3492), without the prefix `xn--`.
package enum Punycode {
    /// The longest text that is taken either way, in bytes or scalars; beyond it none fits a label.
    package static let mostUnits = 63

    /// The scalar values that an encoding stands for.
    ///
    /// - Returns: Nil if it stands for nothing: a byte that is no digit, a value that is no scalar value or does not
    ///   fit 32 bits, an end amid a number, more than `mostUnits` bytes.
    /// - Complexity: O(*n*²) for the *n* ≤ 63 bytes.
    package static func decode(_ encoded: some BidirectionalCollection<UInt8>) -> [UInt32]? {
        guard encoded.count <= mostUnits else { return nil }
        var output: [UInt32] = []
        var digits = encoded[...]
        if let delimiter = encoded.lastIndex(of: delimiter) {
            for byte in encoded[..<delimiter] {
                guard byte < 0x80 else { return nil }
                output.append(UInt32(byte))
            }
            // There is a delimiter only behind something (RFC 3492 §3.1).
            guard !output.isEmpty else { return nil }
            digits = encoded[encoded.index(after: delimiter)...]
        }
        var state = State()
        var index: UInt32 = 0
        while !digits.isEmpty {
            guard let delta = state.number(&digits) else { return nil }
            let count = UInt32(truncatingIfNeeded: output.count &+ 1)
            let (place, isTooFar) = index.addingReportingOverflow(delta)
            let (value, isTooLarge) = state.value.addingReportingOverflow(place / count)
            guard !isTooFar, !isTooLarge, value <= 0x10FFFF, value & 0x1F_F800 != 0xD800 else { return nil }
            state.value = value
            state.adapt(to: delta, count: count)
            index = place % count
            output.insert(value, at: Int(index))
            index &+= 1
        }
        return output
    }

    /// The encoding of scalar values.
    ///
    /// - Returns: Nil for more than `mostUnits` of them.
    /// - Complexity: O(*n*²) for the *n* ≤ 63 scalars.
    package static func encode(_ scalars: [UInt32]) -> [UInt8]? {
        var output: [UInt8] = []
        return encode(scalars, into: &output) ? output : nil
    }

    /// Appends the encoding of scalar values.
    ///
    /// - Returns: False for more than `mostUnits` of them, and for what is no scalar value.
    /// - Complexity: O(*n*²) for the *n* ≤ 63 scalars.
    static func encode(_ scalars: some Collection<UInt32>, into output: inout [UInt8]) -> Bool {
        guard scalars.count <= mostUnits else { return false }
        let start = output.count
        for scalar in scalars where scalar < 0x80 { output.append(UInt8(truncatingIfNeeded: scalar)) }
        var done = UInt32(truncatingIfNeeded: output.count &- start)
        if done > 0 { output.append(delimiter) }
        var state = State()
        // No more than 0x10FFFF times 64, and so no overflow.
        var delta: UInt32 = 0
        while let next = scalars.lazy.filter({ $0 >= state.value }).min() {
            guard next <= 0x10FFFF else { return false }
            delta &+= (next &- state.value) &* (done &+ 1)
            state.value = next
            for scalar in scalars {
                if scalar < next { delta &+= 1 }
                guard scalar == next else { continue }
                state.append(delta, to: &output)
                done &+= 1
                state.adapt(to: delta, count: done)
                delta = 0
            }
            delta &+= 1
            state.value &+= 1
        }
        return true
    }

    private static let delimiter = UInt8(ascii: "-")

    /// What both directions keep in step: the next value, and how digits weigh (RFC 3492 §5, §6.1).
    private struct State {
        var value: UInt32 = 0x80
        private var bias: UInt32 = 72
        private var isFirst = true

        /// The least digit that ends a number, for the digit at `position`, which counts from 36 in steps of 36.
        private func threshold(_ position: UInt32) -> UInt32 {
            position <= bias ? 1 : min(position &- bias, 26)
        }

        mutating func adapt(to delta: UInt32, count: UInt32) {
            var rest = isFirst ? delta / 700 : delta / 2
            isFirst = false
            rest &+= rest / count
            var position: UInt32 = 0
            while rest > 35 * 26 / 2 {
                rest /= 35
                position &+= 36
            }
            bias = position &+ 36 &* rest / (rest &+ 38)
        }

        /// The next number, in digits of growing weight; nil if there is none or it does not fit.
        func number<Digits: Collection<UInt8>>(_ digits: inout Digits) -> UInt32? where Digits.SubSequence == Digits {
            var number: UInt32 = 0
            var weight: UInt32 = 1
            var position: UInt32 = 36
            while let digit = digits.popFirst().flatMap(State.digit) {
                let (part, isTooLarge) = digit.multipliedReportingOverflow(by: weight)
                let (sum, overflows) = number.addingReportingOverflow(part)
                guard !isTooLarge, !overflows else { return nil }
                number = sum
                let threshold = threshold(position)
                if digit < threshold { return number }
                let (next, isTooHeavy) = weight.multipliedReportingOverflow(by: 36 &- threshold)
                guard !isTooHeavy else { return nil }
                weight = next
                position &+= 36
            }
            return nil
        }

        func append(_ number: UInt32, to output: inout [UInt8]) {
            var rest = number
            var position: UInt32 = 36
            while true {
                let threshold = threshold(position)
                if rest < threshold { break }
                let base = 36 &- threshold
                output.append(State.letter(threshold &+ (rest &- threshold) % base))
                rest = (rest &- threshold) / base
                position &+= 36
            }
            output.append(State.letter(rest))
        }

        private static func letter(_ digit: UInt32) -> UInt8 {
            UInt8(truncatingIfNeeded: digit < 26 ? 0x61 &+ digit : 0x30 &+ digit &- 26)
        }

        private static func digit(_ byte: UInt8) -> UInt32? {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte &- 0x61)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte &- 0x41)
            case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte &- 0x30) &+ 26
            default: nil
            }
        }
    }
}
