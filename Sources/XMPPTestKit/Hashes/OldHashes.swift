/// SHA-1 (FIPS 180-4 §6.1).
enum SHA1 {
    static func digest(_ bytes: [UInt8]) -> [UInt8] {
        let padded = MessageBlocks.padded(bytes, blockByteCount: 64, lengthByteCount: 8)
        var state: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0]
        for block in stride(from: 0, to: padded.count, by: 64) {
            var schedule: [UInt32] = (0..<16).map { MessageBlocks.word(padded, at: block + $0 * 4) }
            for index in 16..<80 {
                let mixed =
                    schedule[index - 3] ^ schedule[index - 8] ^ schedule[index - 14] ^ schedule[index - 16]
                schedule.append(mixed.turned(left: 1))
            }
            var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
            for index in 0..<80 {
                let (mixed, constant): (UInt32, UInt32) =
                    switch index {
                    case 0..<20: ((b & c) ^ (~b & d), 0x5a82_7999)
                    case 20..<40: (b ^ c ^ d, 0x6ed9_eba1)
                    case 40..<60: ((b & c) ^ (b & d) ^ (c & d), 0x8f1b_bcdc)
                    default: (b ^ c ^ d, 0xca62_c1d6)
                    }
                let next = a.turned(left: 5) &+ mixed &+ e &+ constant &+ schedule[index]
                (a, b, c, d, e) = (next, a, b.turned(left: 30), c, d)
            }
            state = zip(state, [a, b, c, d, e]).map { $0 &+ $1 }
        }
        return state.flatMap { MessageBlocks.bytes(of: $0) }
    }
}

/// MD5 (RFC 1321): its words and its length begin with the lowest byte.
enum MD5 {
    static func digest(_ bytes: [UInt8]) -> [UInt8] {
        var padded = MessageBlocks.padded(bytes, blockByteCount: 64, lengthByteCount: 8)
        padded.replaceSubrange((padded.count - 8)..., with: padded.suffix(8).reversed())
        var state: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476]
        for block in stride(from: 0, to: padded.count, by: 64) {
            let words: [UInt32] = (0..<16).map { place in
                let word: UInt32 = MessageBlocks.word(padded, at: block + place * 4)
                return word.byteSwapped
            }
            var (a, b, c, d) = (state[0], state[1], state[2], state[3])
            for index in 0..<64 {
                let (mixed, place): (UInt32, Int) =
                    switch index / 16 {
                    case 0: ((b & c) | (~b & d), index)
                    case 1: ((d & b) | (~d & c), 5 * index + 1)
                    case 2: (b ^ c ^ d, 3 * index + 5)
                    default: (c ^ (b | ~d), 7 * index)
                    }
                let sum = a &+ mixed &+ rounds[index] &+ words[place % 16]
                (a, b, c, d) = (d, b &+ sum.turned(left: turns[index / 16][index % 4]), b, c)
            }
            state = zip(state, [a, b, c, d]).map { $0 &+ $1 }
        }
        return state.flatMap { MessageBlocks.bytes(of: $0.byteSwapped) }
    }

    private static let turns = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]]

    /// The sines of 1 to 64, as RFC 1321 §3.4 has them.
    private static let rounds: [UInt32] = [
        0xd76a_a478, 0xe8c7_b756, 0x2420_70db, 0xc1bd_ceee, 0xf57c_0faf, 0x4787_c62a, 0xa830_4613, 0xfd46_9501,
        0x6980_98d8, 0x8b44_f7af, 0xffff_5bb1, 0x895c_d7be, 0x6b90_1122, 0xfd98_7193, 0xa679_438e, 0x49b4_0821,
        0xf61e_2562, 0xc040_b340, 0x265e_5a51, 0xe9b6_c7aa, 0xd62f_105d, 0x0244_1453, 0xd8a1_e681, 0xe7d3_fbc8,
        0x21e1_cde6, 0xc337_07d6, 0xf4d5_0d87, 0x455a_14ed, 0xa9e3_e905, 0xfcef_a3f8, 0x676f_02d9, 0x8d2a_4c8a,
        0xfffa_3942, 0x8771_f681, 0x6d9d_6122, 0xfde5_380c, 0xa4be_ea44, 0x4bde_cfa9, 0xf6bb_4b60, 0xbebf_bc70,
        0x289b_7ec6, 0xeaa1_27fa, 0xd4ef_3085, 0x0488_1d05, 0xd9d4_d039, 0xe6db_99e5, 0x1fa2_7cf8, 0xc4ac_5665,
        0xf429_2244, 0x432a_ff97, 0xab94_23a7, 0xfc93_a039, 0x655b_59c3, 0x8f0c_cc92, 0xffef_f47d, 0x8584_5dd1,
        0x6fa8_7e4f, 0xfe2c_e6e0, 0xa301_4314, 0x4e08_11a1, 0xf753_7e82, 0xbd3a_f235, 0x2ad7_d2bb, 0xeb86_d391,
    ]
}

/// What all of these hashes cut and join in the same way.
enum MessageBlocks {
    /// The message with a one bit, zeros, and its length in bits, in whole blocks.
    static func padded(_ bytes: [UInt8], blockByteCount: Int, lengthByteCount: Int) -> [UInt8] {
        var padded = bytes + [0x80]
        while padded.count % blockByteCount != blockByteCount - lengthByteCount { padded.append(0) }
        padded += [UInt8](repeating: 0, count: lengthByteCount - 8)
        return padded + self.bytes(of: UInt64(truncatingIfNeeded: bytes.count) &* 8)
    }

    /// The word at an index, highest byte first.
    static func word<Word: FixedWidthInteger>(_ bytes: [UInt8], at index: Int) -> Word {
        bytes[index..<index + Word.bitWidth / 8].reduce(0) { $0 << 8 | Word($1) }
    }

    /// The bytes of a word, highest first.
    static func bytes(of word: some FixedWidthInteger) -> [UInt8] {
        stride(from: word.bitWidth - 8, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> $0) }
    }
}

extension FixedWidthInteger where Self: UnsignedInteger {
    func turned(left count: Int) -> Self { self << Self(count) | self >> Self(Self.bitWidth - count) }
    func turned(right count: Int) -> Self { turned(left: Self.bitWidth - count) }
}
