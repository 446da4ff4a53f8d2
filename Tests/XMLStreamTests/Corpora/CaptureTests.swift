import CorpusFiles
import FuzzSupport
import Foundation
import Testing
import XMLStream

/// What real servers and clients sent.
@Suite struct CaptureTests {
    @Test(
        "XMLIMPL-16-1, XML-4.3.3-2: recorded streams give the same events, however they are cut, and expat's",
        arguments: try Capture.all())
    func recordedStream(_ capture: Capture) throws {
        let documents = try capture.documents()
        try #require(!documents.isEmpty)
        let read = documents.reduce(0) { $0 + $1.count }
        let size = try Corpus.bytes(of: capture.path).count
        if read < size { print("\(capture.path): \(size - read) bytes are no XML (\(capture.foreign)) and left out") }
        for (number, bytes) in documents.enumerated() {
            let sweep = CutSweep(bytes, rules: capture.rules)
            #expect(TokenizerOutcome.of(bytes, chunk: 1, rules: capture.rules).agrees(with: sweep.whole))
            let found = sweep.finding(most: bytes.count > 4096 ? 500 : .max, seed: UInt64(bytes.count))
            #expect(found == nil, "document \(number)")
            #expect(ExpatComparison.finding(sweep.whole, of: bytes, rules: capture.rules) == nil, "document \(number)")
            if capture.isBroken { continue }
            // A stream that is restarted, or whose connection breaks, ends without its end tag.
            let violation = sweep.whole.violation
            #expect(violation == nil || violation?.byteOffset == Int64(bytes.count), "document \(number)")
        }
    }
}

/// The bytes of one direction of one recorded conversation.
struct Capture: Sendable, CustomTestStringConvertible {
    let path: String

    var testDescription: String { path }
    private var name: Substring { path.split(separator: "/").last ?? "" }

    static func all() throws -> [Capture] {
        try Corpus.files(in: "captures", endingWith: ".xml").map(Capture.init)
    }

    /// Whether a fault may be in these bytes: in what was sent to provoke one, and in the answers of jabberd2, which ends
    /// its stream and then sends the features that it had ready.
    var isBroken: Bool { name.hasPrefix("err-") && (name.contains(".c2s.") || path.contains("/jabberd2/")) }

    private var isHTTP: Bool { name.hasPrefix("bosh") }
    private var isWebSocket: Bool { name.hasPrefix("websocket") }

    /// Over HTTP and WebSocket each message is a document whose root may have text in it.
    var rules: XMLTokenizer.Rules { isHTTP || isWebSocket ? .document : .stream }

    /// What a file may hold beside XML.
    var foreign: String { isHTTP ? "heads of HTTP messages" : "line ends and pings of WebSocket" }

    /// The XML documents in the file.
    func documents() throws -> [[UInt8]] {
        let bytes = try Corpus.bytes(of: path)
        if isHTTP { return HTTPBodies(in: bytes).bodies }
        // A line each; a ping, which is no XML, has its word as its line.
        if isWebSocket { return bytes.split(separator: 0x0A).filter { $0 != Array("ping".utf8)[...] }.map(Array.init) }
        return streams(in: bytes)
    }

    /// Divides the bytes before each XML declaration and each stream tag that has none right before it.
    private func streams(in bytes: [UInt8]) -> [[UInt8]] {
        var starts = [0]
        var declarationEnd: Int?
        for index in bytes.indices where bytes[index] == 0x3C {
            let rest = bytes[index...]
            if rest.starts(with: "<?xml".utf8) {
                starts.append(index)
                declarationEnd = rest.firstIndex(of: 0x3E)
            } else if rest.starts(with: "<stream:stream".utf8) {
                let between = declarationEnd.map { bytes[..<index].dropFirst($0 + 1) }
                if between?.allSatisfy({ $0 <= 0x20 }) != true { starts.append(index) }
                declarationEnd = nil
            }
        }
        return zip(starts, starts.dropFirst() + [bytes.count]).map { Array(bytes[$0..<$1]) }.filter { !$0.isEmpty }
    }
}

/// The bodies of HTTP messages that follow each other.
private struct HTTPBodies {
    var bodies: [[UInt8]] = []

    init(in bytes: [UInt8]) {
        var rest = bytes[...]
        while let head = rest.firstRange(of: Array("\r\n\r\n".utf8)) {
            let lines = String(decoding: rest[..<head.lowerBound], as: UTF8.self).split(separator: "\r\n")
            let length =
                lines.lazy.map { $0.lowercased() }.first { $0.hasPrefix("content-length:") }
                .flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) } ?? 0
            rest = rest[head.upperBound...]
            if length > 0 { bodies.append(Array(rest.prefix(length))) }
            rest = rest.dropFirst(length)
        }
    }
}
