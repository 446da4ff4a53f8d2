import FuzzSupport
import Testing

@testable import XMLStream

@Suite struct ByteWindowTests {
    @Test("a read beyond a window is zero, at every length and alignment up to 64") func reads() {
        let bytes = (0..<192).map { UInt8(truncatingIfNeeded: $0 &* 37 | 1) }
        bytes.withWindow { whole in
            for alignment in 0..<64 {
                for length in 0...64 {
                    let window = whole.slice(from: alignment, length: length)
                    let expected = Array(bytes[alignment..<(alignment + length)])
                    #expect(window.count == length && window.array == expected)
                    for index in [
                        -9, -8, -1, 0, 1, length - 17, length - 16, length - 8, length - 7, length - 1, length,
                        length + 1, .max,
                    ] {
                        check(window, expected, at: index)
                    }
                }
            }
        }
    }

    private func check(_ window: ByteWindow, _ bytes: [UInt8], at index: Int) {
        func byte(_ index: Int) -> UInt8 { bytes.indices.contains(index) ? bytes[index] : 0 }
        let word = (0..<8).reduce(UInt64(0)) {
            $0 | UInt64(index < 0 || index > 1000 ? 0 : byte(index + $1)) << UInt64($1 * 8)
        }
        let block = index >= 0 && index <= bytes.count - 16 ? SIMD16(bytes[index..<(index + 16)]) : nil
        if window[index] != byte(index) || window.word(at: index) != word || window.block(at: index) != block {
            Issue.record("at \(index) of \(bytes.count)")
        }
    }

    @Test("two windows are equal where their bytes are, and no byte is overlooked") func equality() {
        var bytes = (0..<160).map { UInt8(truncatingIfNeeded: $0 &* 89) }
        for length in 0...64 {
            for alignment in [0, 1, 7, 8, 15] {
                bytes.replaceSubrange(80..<(80 + length), with: bytes[alignment..<(alignment + length)])
                #expect(areEqual(bytes, alignment, 80, length))
                for place in 80..<(80 + length) {
                    bytes[place] ^= 0x10
                    if areEqual(bytes, alignment, 80, length) {
                        Issue.record("\(length) bytes differ at \(place - 80)")
                    }
                    bytes[place] ^= 0x10
                }
                if length > 0 {
                    bytes.withWindow {
                        #expect(!$0.slice(from: 0, length: length).equals($0.slice(from: 0, length: length - 1)))
                    }
                }
            }
        }
    }

    private func areEqual(_ bytes: [UInt8], _ left: Int, _ right: Int, _ length: Int) -> Bool {
        bytes.withWindow { $0.slice(from: left, length: length).equals($0.slice(from: right, length: length)) }
    }

    @Test(
        "XML-4.3.3-1, S01: a code point is read as the standard library reads it, and a fault is found where it finds it"
    )
    func scalars() {
        // Every pair of first bytes, with third and fourth ones at the bounds that matter.
        for first in UInt8.min...UInt8.max {
            for second in stride(from: UInt8(0), through: 0xF0, by: 0x10).map({ $0 | first & 0xF }) + [
                0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0,
            ] {
                for third in [UInt8(0x7F), 0x80, 0xBE, 0xBF] {
                    for fourth in [UInt8(0x41), 0xBF] {
                        for count in 1...4 { checkScalar(Array([first, second, third, fourth].prefix(count))) }
                    }
                }
            }
        }
    }

    private func checkScalar(_ bytes: [UInt8]) {
        let read = bytes.withWindow { $0.scalar(at: 0) }
        var legal = 0
        // The longest beginning that some legal sequence has: what the standard library replaces as one.
        switch slowScalar(bytes, legal: &legal) {
        case .scalar(let value):
            if read.value != value || read.length != legal { Issue.record("\(bytes): \(read)") }
        case .cut:
            if read.length != 0 { Issue.record("\(bytes): \(read), not cut") }
        case .illegal:
            if read.length >= 0 || read.illegalIndex != legal {
                Issue.record("\(bytes): \(read), not a fault at \(legal)")
            }
        }
    }

    private enum SlowScalar { case scalar(UInt32), cut, illegal }

    /// Tries every continuation that the standard library might take.
    private func slowScalar(_ bytes: [UInt8], legal: inout Int) -> SlowScalar {
        for length in 1...bytes.count {
            let beginning = Array(bytes.prefix(length))
            var decoder = UTF8()
            var iterator = beginning.makeIterator()
            if case .scalarValue(let scalar) = decoder.decode(&iterator) {
                legal = UTF8.width(scalar)
                return .scalar(scalar.value)
            }
            if !ByteWindowTests.canGoOn(beginning) {
                legal = length - 1
                return .illegal
            }
        }
        return .cut
    }

    /// Whether some legal sequence begins with these bytes.
    private static func canGoOn(_ bytes: [UInt8]) -> Bool {
        let ends: [[UInt8]] = [
            [0x80], [0xBF], [0x80, 0x80], [0xBF, 0xBF], [0x80, 0x80, 0x80], [0x90, 0x80, 0x80], [0xA0, 0x80],
        ]
        return ends.contains { String(validating: bytes + $0, as: UTF8.self)?.unicodeScalars.count == 1 }
    }
}
