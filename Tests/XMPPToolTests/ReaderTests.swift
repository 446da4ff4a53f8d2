import Testing
import XMLStream

@testable import xmpp

struct ReaderTests {
    /// What a reader finds in pieces that come one after the other.
    private func items(_ pieces: [ArraySlice<UInt8>]) -> [String] {
        var scratch = StreamScratch()
        var reader = StreamReader(limits: .unbounded)
        var items: [StreamReader.Item] = []
        for piece in pieces { items += reader.receive(Array(piece), using: &scratch) }
        return items.map { item in
            switch item.event {
            case .opened(let header): "\(header.attribute("id") ?? "-") \(item.range)"
            case .element(let element): "\(element.name) \(item.range)"
            case .closed: "closed \(item.range)"
            case .violated(let violation, let offset): "\(violation.condition) \(offset)"
            }
        }
    }

    static let captures: [(String, Int)] = [
        ("captures/prosody/full-session.s2c.xml", 3), ("captures/ejabberd/full-session.c2s.xml", 3),
        ("captures/s2s/prosody-ejabberd-dialback-01-out.receiver.xml", 1),
        ("captures/jabberd2/compress-tls.s2c.xml", 4),
    ]

    @Test(arguments: captures)
    func `streams that follow each other are told apart, however they are cut`(file: String, streams: Int) throws {
        let bytes = try Corpora.bytes(of: file)
        let whole = items([bytes[...]])
        let headers = String(decoding: bytes, as: UTF8.self).matches(of: try Regex("<stream:stream")).count
        #expect(headers >= streams)
        #expect(whole.count > 5)
        #expect(items(bytes.indices.map { bytes[$0..<$0 + 1] }) == whole)
        for cut in stride(from: 1, to: bytes.count, by: 7) { #expect(items([bytes[..<cut], bytes[cut...]]) == whole) }
    }

    static let streamStarts: [(String, [String])] = [
        (
            "<s:stream xmlns:s='jabber:client'> <a/><s:stream xmlns:s='jabber:server' id='2'><b/></s:stream>",
            ["- 0..<34", "a 35..<39", "2 39..<80", "b 80..<84", "closed 84..<95"]
        ),
        (
            "<stream/>\n<?xml version='1.0'?><stream id='2'><streams/><xml/>",
            ["- 0..<9", "closed 9..<9", "2 10..<46", "streams 46..<56", "xml 56..<62"]
        ),
        ("<stream></stream><stream></stream>", ["- 0..<8", "closed 8..<17", "- 17..<25", "closed 25..<34"]),
        ("<stream></stream><iq/>", ["- 0..<8", "closed 8..<17", "not-well-formed 18"]),
        ("<stream><a/>text<stream>", ["- 0..<8", "a 8..<12", "bad-format 12"]),
        ("<stream><a><stream/></a>", ["- 0..<8", "a 8..<24"]),
    ]

    @Test(arguments: streamStarts)
    func `a stream begins where a stream tag or declaration stands at depth one`(text: String, found: [String]) {
        let bytes = Array(text.utf8)
        #expect(items([bytes[...]]) == found)
        #expect(items(bytes.indices.map { bytes[$0..<$0 + 1] }) == found)
    }

    static let httpMessages: [(String, [HTTPMessages.Part])] = [
        (
            "POST / HTTP/1.1\r\nHost: a\r\ncontent-length: 3\r\n\r\nabcGET /x HTTP/1.1\r\n\r\n",
            [HTTPMessages.Part.head("POST / HTTP/1.1"), .body(Array("abc".utf8), offset: 47), .head("GET /x HTTP/1.1")]
        ),
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;x=y\r\nab\r\nA\r\n0123456789\r\n0\r\nT: v\r\n\r\n",
            [.head("HTTP/1.1 200 OK"), .body(Array("ab0123456789".utf8), offset: 47)]
        ),
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            [.head("HTTP/1.1 200 OK"), .fault("an HTTP chunk without its size")]
        ),
        (
            "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nab",
            [.head("HTTP/1.1 200 OK"), .fault("an HTTP message without its length")]
        ),
        ("<stream>\r\n\r\n", [.fault("no HTTP message")]),
    ]

    @Test(arguments: httpMessages)
    func `bodies are taken out of HTTP`(text: String, parts: [HTTPMessages.Part]) {
        var whole = HTTPMessages()
        #expect(whole.receive(Array(text.utf8)) == parts)
        var cut = HTTPMessages()
        #expect(text.utf8.flatMap { cut.receive([$0]) } == parts)
    }

    /// Input of a size, and the pieces that it comes in.
    static let httpShapes: [(String, Int, @Sendable (Int) -> String)] = [
        (
            "a long body", 16,
            { "POST / HTTP/1.1\r\nContent-Length: \($0 * 4)\r\n\r\n" + .init(repeating: "body", count: $0) }
        ),
        (
            "many chunks", .max,
            { "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + .init(repeating: "1\r\nx\r\n", count: $0) }
        ),
        ("many heads", .max, { .init(repeating: "GET / HTTP/1.1\r\n\r\n", count: $0) }),
        ("a head without end", 16, { "GET / HTTP/1.1\r\n" + .init(repeating: "a: b\r\n", count: $0) }),
    ]

    @Test(arguments: httpShapes.indices)
    func `no byte of HTTP is touched more than four times`(shape: Int) {
        let (_, piece, text) = ReaderTests.httpShapes[shape]
        let bytes = Array(text(4000).utf8)
        var messages = HTTPMessages()
        for start in stride(from: 0, to: bytes.count, by: min(piece, bytes.count)) {
            _ = messages.receive(Array(bytes[start...].prefix(piece)))
            #expect(messages.touchedByteCount <= 4 * (start + min(piece, bytes.count - start)))
        }
        #expect(messages.touchedByteCount >= bytes.count)
    }

    static let documents: [(String, String)] = [
        ("<?xml version='1.0'?>\n<a><b/></a>\n", "a"), ("<a/>", "a"), ("<a>text</a>", "a"),
        ("<a>", "not-well-formed 3"), ("<a/><b/>", "not-well-formed 5"), ("ping", "not-well-formed 0"),
        ("<a><!-- --></a>", "restricted-xml 5"),
    ]

    @Test(arguments: documents)
    func `a message is one document`(text: String, found: String) {
        var scratch = StreamScratch()
        let result: String
        do throws(XMLViolation) {
            result = try MessageReader(limits: .unbounded).read(Array(text.utf8), using: &scratch)?.name ?? "nothing"
        } catch {
            result = "\(error.condition) \(error.byteOffset)"
        }
        #expect(result == found)
    }

    @Test func `lines are whole, however they are cut`() {
        let text = Array("one\n\nthree\nfour".utf8)
        var lines = LineBuffer()
        let found = text.flatMap { lines.receive([$0]) } + lines.finish()
        #expect(found.map { String(decoding: $0, as: UTF8.self) } == ["one", "", "three", "four"])
        var whole = LineBuffer()
        #expect(whole.receive(text) + whole.finish() == found)
    }
}
