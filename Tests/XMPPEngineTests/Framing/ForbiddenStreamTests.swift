import CorpusFiles
import FuzzSupport
import Testing
import XMLStream
import XMPPAddress
import XMPPEngine
import XMPPNegotiation
import XMPPTestKit

/// The rows of level `stream` in `Corpora/forbidden`, read by a server whose client needs no login.
@Suite struct ForbiddenStreamTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let file: String
        let conditions: [String]
        let offset: Int64
        let reason: String

        var testDescription: String { file }

        static let all: [Case] = ((try? Corpus.rows(of: "forbidden/manifest.tsv")) ?? []).filter { $0[5] == "stream" }
            .map {
                Case(
                    file: $0[0], conditions: $0[1].split(separator: "|").map(String.init),
                    offset: Int64($0[2]) ?? 0, reason: $0[6])
            }
    }

    @Test func `the manifest has rows of that level`() { #expect(Case.all.count >= 20) }

    @Test(
        "RFC6120-4.8.1-2, RFC6120-4.8.3-1, RFC6120-4.9-1: a stream that may not be so ends with a listed condition",
        arguments: Case.all, [Chopping.whole, .pieces(byteCount: 1)])
    func forbidden(row: Case, chopping: Chopping) throws {
        let peer = try #require(JID("juliet@example.com/balcony"))
        var configuration = StreamConfiguration(
            role: .receiving, content: .client, policy: NegotiationPolicy(goal: .bound, requiresTLS: false),
            crypto: ToyCryptoProvider.self)
        configuration.servedDomains = [peer.domain]
        var driver = StreamDriver(
            XMPPStream(try StreamSetup(configuration), ofKnownPeer: peer), host: ClientAndServer.host(seed: 1),
            chopping: chopping)
        driver.begin()
        let bytes = try Corpus.bytes(of: "forbidden/\(row.file)")
        driver.receive(bytes)
        if case .violation(let violation) = driver.end {
            #expect(row.conditions.contains("\(violation.condition)"), "\(violation); \(row.reason)")
            // A header without a content namespace is no fault: the first stanza may state it.
            let isLater = ["content-ns-empty.xml", "content-ns-missing.xml"].contains(row.file)
            let bound = Self.bound(of: row.offset + (isLater ? 1 : 0), in: bytes)
            // Text that may not be is noticed at its first byte; the row names where it ends.
            let isExact = !row.file.hasSuffix("-under-root.xml")
            let offset = try #require(violation.byteOffset)
            #expect(isExact ? offset == bound : offset <= bound, "\(violation)")
            // What stands behind the fault is not delivered.
            #expect(driver.stanzas.isEmpty)
            #expect(String(decoding: driver.sent, as: UTF8.self).contains("<\(violation.condition) "))
        } else {
            #expect(row.conditions.contains("none"), "\(String(describing: driver.end)); \(row.reason)")
        }
    }

    /// Where the header or element ends in whose tag a fault shows: elements are judged once they are complete.
    private static func bound(of offset: Int64, in bytes: [UInt8]) -> Int64 {
        var stream = ElementStream(limits: .unbounded)
        var scratch = StreamScratch()
        for byte in bytes {
            let progress = try? [byte].withRawSpan { (span) throws(XMLViolation) in
                try stream.receive(span, using: &scratch)
            }
            guard let progress else { return offset + 1 }
            if progress.event != nil, stream.byteOffset >= offset { return stream.byteOffset }
        }
        return offset + 1
    }
}
