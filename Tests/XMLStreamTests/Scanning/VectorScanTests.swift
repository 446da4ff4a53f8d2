import FuzzSupport
import Testing

@testable import XMLStream

/// Each fenced scan beside a twin that looks at one byte after the other.
@Suite struct VectorScanTests {
    struct Scan: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// The bytes that it must stop at, and some that it must not.
        let marks: [UInt8]
        let others: [UInt8]
        let fast: @Sendable (ByteWindow, Int) -> Int
        let stopsAt: @Sendable (UInt8) -> Bool

        static let controls: [UInt8] = [0x00, 0x01, 0x09, 0x0A, 0x0D, 0x1F, 0x80, 0xC3, 0xFF]
        static let plain: [UInt8] = [0x20, 0x21, 0x25, 0x27, 0x3B, 0x3D, 0x3F, 0x40, 0x5C, 0x5E, 0x7E, 0x7F]

        static let all = [
            Scan(
                testDescription: "endOfPlainText", marks: [0x26, 0x3C, 0x3E] + controls, others: plain + [0x22, 0x5D],
                fast: { VectorScan.endOfPlainText(in: $0, from: $1) },
                stopsAt: { $0 < 0x20 || $0 >= 0x80 || $0 == 0x26 || $0 == 0x3C || $0 == 0x3E }),
            Scan(
                testDescription: "endOfPlainValue, apostrophe", marks: [0x27, 0x26, 0x3C] + controls,
                others: plain.filter { $0 != 0x27 } + [0x22, 0x3E],
                fast: { VectorScan.endOfPlainValue(in: $0, from: $1, quote: 0x27) },
                stopsAt: { $0 < 0x20 || $0 >= 0x80 || $0 == 0x26 || $0 == 0x3C || $0 == 0x27 }),
            Scan(
                testDescription: "endOfPlainValue, quotation mark", marks: [0x22, 0x26, 0x3C] + controls,
                others: plain + [0x3E],
                fast: { VectorScan.endOfPlainValue(in: $0, from: $1, quote: 0x22) },
                stopsAt: { $0 < 0x20 || $0 >= 0x80 || $0 == 0x26 || $0 == 0x3C || $0 == 0x22 }),
            Scan(
                testDescription: "endOfPlainSection", marks: [0x5D] + controls,
                others: plain + [0x26, 0x3C, 0x3E, 0x5B],
                fast: { VectorScan.endOfPlainSection(in: $0, from: $1) },
                stopsAt: { $0 < 0x20 || $0 >= 0x80 || $0 == 0x5D }),
            Scan(
                testDescription: "endOfUnescapedText", marks: [0x26, 0x3C, 0x3E, 0x0D],
                others: plain + [0x09, 0x0A, 0x22, 0x5D, 0x80, 0xC3, 0xFF],
                fast: { VectorScan.endOfUnescapedText(in: $0, from: $1) },
                stopsAt: { [0x26, 0x3C, 0x3E, 0x0D].contains($0) }),
            Scan(
                testDescription: "endOfUnescapedValue", marks: [0x26, 0x3C, 0x3E, 0x22, 0x27, 0x09, 0x0A, 0x0D, 0x1F],
                others: plain.filter { $0 != 0x27 } + [0x24, 0x28, 0x5D, 0x80, 0xA6, 0xBC, 0xC3, 0xFF],
                fast: { VectorScan.endOfUnescapedValue(in: $0, from: $1) },
                stopsAt: { $0 < 0x20 || [0x26, 0x3C, 0x3E, 0x22, 0x27].contains($0) }),
            Scan(
                testDescription: "first(of:)", marks: [0x3E, 0x3C, 0x27, 0x22],
                others: [0x00, 0x3D, 0x3F, 0x80, 0xFF, 0x20],
                fast: { VectorScan.first(of: (0x3E, 0x3C, 0x27, 0x22), in: $0, from: $1) },
                stopsAt: { [0x3E, 0x3C, 0x27, 0x22].contains($0) }),
        ]

        /// The slow twin.
        func slow(_ bytes: ArraySlice<UInt8>, from start: Int) -> Int {
            var index = start
            while index < bytes.count, !stopsAt(bytes[bytes.startIndex + index]) { index += 1 }
            return index
        }
    }

    @Test(
        "a scan stops where its twin does: every length and alignment up to 64, a mark in every place",
        arguments: Scan.all)
    func twins(_ scan: Scan) {
        var random = SeededGenerator(seed: 1)
        for alignment in 0..<64 {
            // Marks stand all around, so that a look beyond the window shows.
            var bytes = [UInt8](repeating: scan.marks[alignment % scan.marks.count], count: 192)
            for length in 0...64 {
                let range = (alignment + 1)..<(alignment + 1 + length)
                for index in range { bytes[index] = scan.others[random.next(below: scan.others.count)] }
                let start = random.next(below: length + 1)
                compare(scan, bytes, range, from: 0)
                compare(scan, bytes, range, from: start)
                guard length > 0 else { continue }
                let place = range.lowerBound + (alignment + length * 7) % length
                bytes[place] = scan.marks[random.next(below: scan.marks.count)]
                compare(scan, bytes, range, from: 0)
                compare(scan, bytes, range, from: start)
                compare(scan, bytes, range, from: place - range.lowerBound)
                bytes[place] = scan.marks[0]
            }
        }
    }

    @Test("a scan knows each of the 256 bytes in each lane", arguments: Scan.all) func everyByte(_ scan: Scan) {
        for length in [1, 15, 16, 17, 31, 33] {
            for place in 0..<length {
                var bytes = [UInt8](repeating: 0x40, count: length)
                for byte in UInt8.min...UInt8.max {
                    bytes[place] = byte
                    compare(scan, bytes, 0..<length, from: 0)
                }
            }
        }
    }

    private func compare(_ scan: Scan, _ bytes: [UInt8], _ range: Range<Int>, from start: Int) {
        let fast = bytes.withWindow { scan.fast($0.slice(from: range.lowerBound, length: range.count), start) }
        let slow = scan.slow(bytes[range], from: start)
        if fast != slow {
            Issue.record("\(scan.testDescription) of \(bytes[range]) from \(start): \(fast), not \(slow)")
        }
    }
}
