/// An IPv6 address in brackets, perhaps with a zone (RFC 3986 §3.2.2, RFC 6874 §2).
///
/// Hexadecimal digits are lowered; nothing else is changed, so `[::1]` and `[0::1]` are two addresses: RFC 7622 compares
/// what it has prepared, and asks for no other mapping. A zone is kept as it is, the name of an interface being one. Literals of a
/// version to come (`[v7.x]`) are refused, since there is none.
enum IPv6Literal {
    static let opening: UInt8 = 0x5B
    private static let closing: UInt8 = 0x5D
    private static let colon: UInt8 = 0x3A
    private static let percent: UInt8 = 0x25

    enum Outcome {
        case literal([UInt8])
        /// The offset of the first byte at fault.
        case fault(at: Int)
    }

    /// Reads a literal, brackets and all.
    static func prepare(_ bytes: [UInt8]) -> Outcome {
        guard bytes.first == opening else { return .fault(at: 0) }
        var result: [UInt8] = [opening]
        var groups = 0
        var hasGap = false
        var index = 1
        // A gap may stand first; a single colon may not.
        if at(index, in: bytes) == colon {
            guard at(index &+ 1, in: bytes) == colon else { return .fault(at: index) }
            hasGap = true
            result += [colon, colon]
            index &+= 2
        }
        while let byte = at(index, in: bytes), byte != closing, byte != percent {
            if let end = endOfIPv4(in: bytes, from: index) {
                guard groups <= 6 else { return .fault(at: index) }
                result += bytes[index..<end]
                groups &+= 2
                index = end
                break
            }
            let start = index
            while let digit = at(index, in: bytes), AddressByte.hexadecimal.has(digit), index &- start < 4 {
                result.append(AddressByte.lowerCase(digit))
                index &+= 1
            }
            guard index > start, groups < 8 else { return .fault(at: index) }
            groups &+= 1
            guard at(index, in: bytes) == colon else { break }
            if at(index &+ 1, in: bytes) == colon {
                guard !hasGap else { return .fault(at: index) }
                hasGap = true
                result.append(colon)
                index &+= 1
            } else if at(index &+ 1, in: bytes) == closing || at(index &+ 1, in: bytes) == percent {
                return .fault(at: index)
            }
            result.append(colon)
            index &+= 1
        }
        guard hasGap ? groups < 8 : groups == 8 else { return .fault(at: index) }
        return zone(of: bytes, from: index, after: result)
    }

    /// `%25` and the name of an interface, or nothing; then the bracket and the end.
    private static func zone(of bytes: [UInt8], from start: Int, after address: [UInt8]) -> Outcome {
        var result = address
        var index = start
        if at(index, in: bytes) == percent {
            guard at(index &+ 1, in: bytes) == 0x32, at(index &+ 2, in: bytes) == 0x35 else { return .fault(at: index) }
            index &+= 3
            let first = index
            while let byte = at(index, in: bytes), isUnreserved(byte) { index &+= 1 }
            guard index > first else { return .fault(at: index) }
            result += bytes[start..<index]
        }
        guard at(index, in: bytes) == closing, index &+ 1 == bytes.count else {
            return .fault(at: at(index, in: bytes) == closing ? index &+ 1 : index)
        }
        result.append(closing)
        return .literal(result)
    }

    /// The end of four numbers up to 255 without leading zeros, or nil where there are none.
    private static func endOfIPv4(in bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        for number in 0..<4 {
            if number > 0 {
                guard at(index, in: bytes) == AddressByte.dot else { return nil }
                index &+= 1
            }
            let first = index
            var value = 0
            while let digit = at(index, in: bytes), digit &- 0x30 < 10, index &- first < 3 {
                value = value &* 10 &+ Int(digit &- 0x30)
                index &+= 1
            }
            guard index > first, value <= 255, index &- first == 1 || bytes[first] != 0x30 else { return nil }
        }
        return index
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        AddressByte.alphanumeric.has(byte) || byte == AddressByte.hyphen || byte == AddressByte.dot || byte == 0x5F
            || byte == 0x7E
    }

    private static func at(_ index: Int, in bytes: [UInt8]) -> UInt8? { index < bytes.count ? bytes[index] : nil }
}
