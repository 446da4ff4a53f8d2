import Testing

@testable import XMLStream

@Suite struct OutputBufferTests {
    @Test func `bytes of every length are appended as they are, wherever they lie`() {
        let source = (0..<400).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ 1) }
        for length in 0...200 {
            for alignment in [0, 1, 7, 33] {
                var buffer = OutputBuffer()
                var expected: [UInt8] = []
                // The buffer grows on the way.
                for round in 0..<8 {
                    source.withWindow { buffer.append($0.slice(from: alignment + round, length: length)) }
                    expected += source[(alignment + round)..<(alignment + round + length)]
                    buffer.append(0x2E)
                    expected.append(0x2E)
                }
                #expect(buffer.window.array == expected, "\(length) bytes")
            }
        }
    }

    @Test func `a text is lent as its UTF-8, empty, short or long`() {
        for text in ["", "a", "\u{FC}\u{1F600}", String(repeating: "long", count: 100)] {
            #expect(text.withWindow { $0.array } == Array(text.utf8))
        }
    }
}
