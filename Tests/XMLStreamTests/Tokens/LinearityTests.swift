import Foundation
import FuzzSupport
import Testing
import XMLStream

/// Work grows with the bytes, not with their square: four times the input may take less than eight times as long, where
/// the square would take sixteen. Time is this thread's own, the best of some rounds.
@Suite struct LinearityTests {
    struct Shape: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let chunk: Int
        let input: @Sendable (Int) -> String

        static let all = [
            Shape(testDescription: "attributes", chunk: .max) { n in
                "<a><b \((0..<n).map { "x\($0)=''" }.joined(separator: " "))/></a>"
            },
            Shape(testDescription: "attributes with prefixes", chunk: .max) { n in
                "<a xmlns:p='u'><b \((0..<n).map { "p:x\($0)=''" }.joined(separator: " "))/></a>"
            },
            Shape(testDescription: "attributes that share their first bytes", chunk: .max) { n in
                "<a><b \((0..<n).map { "xxxxxxxx\($0)xxxxxxxx=''" }.joined(separator: " "))/></a>"
            },
            Shape(testDescription: "declarations", chunk: .max) { n in
                "<a><b \((0..<n).map { "xmlns:x\($0)='u'" }.joined(separator: " "))/></a>"
            },
            Shape(testDescription: "depth", chunk: .max) { n in
                "<a>" + String(repeating: "<b xmlns='u'>", count: n) + String(repeating: "</b>", count: n) + "</a>"
            },
            Shape(testDescription: "prefixed names inside many default namespaces", chunk: .max) { n in
                "<a xmlns:p='v'>" + String(repeating: "<b xmlns='u'>", count: n)
                    + String(repeating: "<p:c/>", count: n) + String(repeating: "</b>", count: n) + "</a>"
            },
            Shape(testDescription: "a long name, a byte at a time", chunk: 1) { n in
                "<\(String(repeating: "n", count: n * 4))/>"
            },
            Shape(testDescription: "a long value, a byte at a time", chunk: 1) { n in
                "<a b='\(String(repeating: "v&amp;", count: n))'/>"
            },
            Shape(testDescription: "white space in a tag, a byte at a time", chunk: 1) { n in
                "<a\(String(repeating: " ", count: n * 4))/>"
            },
            Shape(testDescription: "attributes, a byte at a time", chunk: 1) { n in
                "<a><b \((0..<n).map { "x\($0)=''" }.joined(separator: " "))/></a>"
            },
            Shape(testDescription: "leading zeros, a byte at a time", chunk: 1) { n in
                "<a><b>&#\(String(repeating: "0", count: n * 4))65;</b></a>"
            },
            Shape(testDescription: "references", chunk: .max) { n in
                "<a><b>\(String(repeating: "&amp;", count: n * 2))</b></a>"
            },
            Shape(testDescription: "siblings that declare, in small pieces", chunk: 7) { n in
                "<a><b>\((0..<n).map { "<c xmlns='u:\($0)'/>" }.joined())</b></a>"
            },
            Shape(testDescription: "white space between first-level elements", chunk: 7) { n in
                "<a>\(String(repeating: " ", count: n * 4))</a>"
            },
        ]
    }

    @Test("S28, XMLIMPL-6-1, XMLIMPL-14-1: work is linear in the input", arguments: Shape.all) func linear(
        _ shape: Shape
    ) {
        let (small, large) = (Array(shape.input(500).utf8), Array(shape.input(2000).utf8))
        var (least, most) = (Double.infinity, Double.infinity)
        for _ in 0..<5 {
            least = min(least, time(small, shape.chunk))
            most = min(most, time(large, shape.chunk))
        }
        #expect(most / least < 8, "\(most * 1000) ms and \(least * 1000) ms")
    }

    private func time(_ bytes: [UInt8], _ chunk: Int) -> Double {
        let start = threadTime()
        #expect(TokenizerOutcome.of(bytes, chunk: min(chunk, bytes.count)).violation == nil)
        return threadTime() - start
    }

    /// Seconds that this thread has run.
    private func threadTime() -> Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
