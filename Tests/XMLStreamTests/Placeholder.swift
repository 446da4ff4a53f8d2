import Testing
import Foundation
import FuzzSupport
@testable import XMLStream

@Test(arguments: ["xeps/0004", "wellformed-tricky/text-long", "xeps/0238"]) func speed(_ f: String) throws {
    let b = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "/work/shared/corpus/\(f).xml")))
    for c in [0, 1, 64] {
        let t = ContinuousClock().measure {
            for _ in 0..<20 { #expect(TokenizerOutcome.of(b, chunk: c == 0 ? b.count : c).violation == nil) }
        }
        print(f, "chunk", c, Double(b.count * 20) / (t / .seconds(1)) / 1e6, "MB/s")
    }
}
