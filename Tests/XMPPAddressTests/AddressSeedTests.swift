import Foundation
import FuzzSupport
import Testing

/// What the fuzzer of addresses starts from, and what fuzzers have found.
@Suite struct AddressSeedTests {
    @Test("S23: the seeds and regressions of the fuzzers have no finding", arguments: ["fuzz/address", "regressions"])
    func seeds(_ folder: String) throws {
        let corpora = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Corpora/\(folder)")
        let names = try FileManager.default.contentsOfDirectory(atPath: corpora.path(percentEncoded: false))
        #expect(names.count > 5)
        for name in names {
            #expect(fuzzAddress([UInt8](try Data(contentsOf: corpora.appending(path: name)))) == nil, "\(name)")
        }
    }
}
