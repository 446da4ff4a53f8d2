import Foundation
import FuzzSupport
import Testing

/// What the fuzzers of texts start from, and what any fuzzer has found.
@Suite struct FuzzProfileTests {
    /// One of the functions that a fuzzer calls.
    struct Target: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let finding: @Sendable ([UInt8]) -> String?

        static let all = [
            Target(testDescription: "profiles", finding: fuzzProfiles),
            Target(testDescription: "saslprep", finding: fuzzSASLprep),
            Target(testDescription: "domains", finding: fuzzDomains),
            Target(testDescription: "normalization", finding: fuzzNormalization),
        ]
    }

    @Test(
        "RFC7622-IMPL-I2-1: the seeds of the fuzzers and what they have found has no finding",
        arguments: Target.all)
    func seeds(_ target: Target) throws {
        let corpora = UnicodeCorpus.folder.deletingLastPathComponent()
        for folder in [corpora.appending(path: "unicode/seeds"), corpora.appending(path: "regressions")] {
            let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            #expect(files.count > 5)
            for file in files {
                let bytes = [UInt8](try Data(contentsOf: file))
                #expect(target.finding(bytes) == nil, "\(file.lastPathComponent)")
                // Cut short, which mostly leaves no UTF-8, and twice.
                #expect(target.finding(Array(bytes.dropLast())) == nil, "\(file.lastPathComponent) cut")
                #expect(target.finding(bytes + bytes) == nil, "\(file.lastPathComponent) twice")
            }
        }
    }
}
