import Testing
import XMLStream

@testable import xmpp

struct EventTests {
    static let tricky = (try? Corpora.files(in: "wellformed-tricky", endingWith: ".xml")) ?? []

    @Test func `there are tricky files`() { #expect(EventTests.tricky.count > 50) }

    @Test(arguments: tricky)
    func `events are those of the corpus, whatever the chunks`(file: String) throws {
        let bytes = try Corpora.bytes(of: file)
        let expected = try Corpora.bytes(of: file.replacing(".xml", with: ".events"))
        for chunk in [0, 1, 3, 64, 16384] {
            var written: [UInt8] = []
            let refusal = EventRun(chunkByteCount: chunk).run(bytes) { written += $0 }
            #expect(refusal?.line == nil, "chunks of \(chunk)")
            #expect(String(decoding: written, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
        }
    }

    static let violations: [(String, String, Int)] = [
        ("forbidden/comment-before-root.xml", "ERROR\trestricted-xml\t24", 0),
        ("forbidden/comment-between-stanzas.xml", "ERROR\trestricted-xml\t140", 1),
        ("malformed/tag-mismatch.xml", "ERROR\tnot-well-formed\t147", 3),
        ("malformed/tag-mismatch-root-prefix.xml", "ERROR\tnot-well-formed\t146", 1),
    ]

    @Test(arguments: violations)
    func `a violation is told with the bytes fed by then`(file: String, line: String, events: Int) throws {
        var written: [UInt8] = []
        let refusal = EventRun(chunkByteCount: 1).run(try Corpora.bytes(of: file)) { written += $0 }
        #expect(refusal?.line == line)
        #expect(written.count { $0 == 0x0A } == events)
    }

    static let levels: [(String, XMLTokenizer.Rules, Int, String?)] = [
        ("<a>text</a>", XMLTokenizer.Rules.stream, 0, "ERROR\tbad-format\t11"),
        ("<a>text</a>", .document, 0, nil),
        ("<a><b>", .stream, 4, "ERROR\tnot-well-formed\t6"),
        ("", .document, 1, "ERROR\tnot-well-formed\t0"),
    ]

    @Test(arguments: levels)
    func `level and end of file count`(text: String, rules: XMLTokenizer.Rules, chunk: Int, line: String?) {
        let refusal = EventRun(rules: rules, chunkByteCount: chunk).run(Array(text.utf8)) { _ in }
        #expect(refusal?.line == line)
    }

    static let streams = ((try? Corpora.bytes(of: "forbidden/manifest.tsv")) ?? []).split(separator: 0x0A)
        .map { String(decoding: $0, as: UTF8.self).split(separator: "\t").map(String.init) }
        .filter { $0.count == 7 && $0[5] == "stream" }

    @Test func `there are streams that may not be so`() { #expect(EventTests.streams.count >= 20) }

    @Test(arguments: streams)
    func `a stream that may not be so ends with a listed condition, and nothing behind it is told`(row: [String]) throws
    {
        let bytes = try Corpora.bytes(of: "forbidden/\(row[0])")
        let conditions = row[1].split(separator: "|").map(String.init)
        for chunk in [0, 1, 7] {
            var written: [UInt8] = []
            let refusal = StreamRun(chunkByteCount: chunk).run(bytes) { written += $0 }
            let condition = refusal.map { "\($0.condition)" } ?? "none"
            #expect(conditions.contains(condition), "\(condition); \(row[6])")
            if let refusal {
                #expect(!String(decoding: written, as: UTF8.self).contains("after"))
                if chunk == 1 { #expect(refusal.fedByteCount >= (Int(row[3]) ?? 0)) }
                if chunk == 0 { #expect(refusal.fedByteCount == bytes.count) }
            }
        }
    }

    @Test func `a stream that is all right has the events of its XML`() throws {
        let header =
            "<stream:stream from='a@b.example' to='b.example' version='1.0' xmlns='jabber:client' "
            + "xmlns:stream='http://etherx.jabber.org/streams'>"
        let bytes = Array("\(header)<message from='a@b.example/here'><body>x</body></message></stream:stream>".utf8)
        var told: [UInt8] = []
        var expected: [UInt8] = []
        #expect(StreamRun().run(bytes) { told += $0 }?.line == nil)
        #expect(EventRun().run(bytes) { expected += $0 }?.line == nil)
        #expect(told == expected && !told.isEmpty)
    }

    @Test func `XML that ends too early is a fault of a stream as well`() {
        let header = "<stream:stream to='a' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>"
        let bytes = Array(header.utf8)
        #expect(StreamRun().run(bytes) { _ in }?.line == "ERROR\tnot-well-formed\t\(bytes.count)")
    }

    @Test func `a long stream is written in parts, each of whole lines`() {
        let stanza = "<a b='\(String(repeating: "x", count: 1000))'>\(String(repeating: "y", count: 3000))</a>"
        let text = "<s>" + String(repeating: stanza, count: 1000) + "</s>"
        var parts: [[UInt8]] = []
        let refusal = EventRun(chunkByteCount: 1000).run(Array(text.utf8)) { parts.append($0) }
        #expect(refusal?.line == nil)
        #expect(parts.count > 5)
        #expect(parts.allSatisfy { $0.isEmpty || $0.last == 0x0A })
        #expect(parts.joined().count { $0 == 0x0A } == 3002)
    }
}
