import FuzzSupport
import Testing

@testable import XMLStream

/// Stopping behind the header and each first-level element, for what follows may be no XML of this stream.
@Suite struct PausingTests {
    /// Feeds a stream in chunks, going on after each event; the offsets of the events come back.
    private func pauses(_ bytes: [UInt8], chunk size: Int, rules: XMLTokenizer.Rules = .stream) throws -> [Int] {
        var stream = ElementStream(rules: rules)
        var scratch = StreamScratch()
        var pauses: [Int] = []
        var fed = 0
        while fed < bytes.count {
            let chunk = Array(bytes[fed..<min(fed + size, bytes.count)])
            let progress = try stream.receive(chunk.span, using: &scratch)
            fed += progress.consumedByteCount
            #expect(progress.event != nil || progress.consumedByteCount == chunk.count)
            #expect(Int(stream.byteOffset) == fed)
            if progress.event != nil, pauses.last != fed { pauses.append(fed) }
        }
        return pauses
    }

    @Test(
        "XMLIMPL-7-1, XMLIMPL-8-1: it stops right behind the header, each first-level element and the root, at any cut",
        arguments: [
            "<a>|<b/>| <c><d/></c>|<proceed/>|\n</a>|",
            "<?xml version='1.0'?><s:a xmlns:s='u' b='>'>|<b>></b>|<c></c>|</s:a>|",
            "<a>|&#32;<b x='/>'/>|<![CDATA[ ]]><c/>|</a>|", "<a/>|",
        ])
    func offsets(_ marked: String) throws {
        var expected: [Int] = []
        var bytes: [UInt8] = []
        for byte in marked.utf8 {
            if byte == 0x7C { expected.append(bytes.count) } else { bytes.append(byte) }
        }
        for size in 1...(bytes.count + 1) { #expect(try pauses(bytes, chunk: size) == expected, "chunks of \(size)") }
    }

    @Test(
        "S22, S31: nothing inside an element moves its end: not what looks like a tag in values, sections or references",
        arguments: [
            "<a>|<b x='&lt;/b>&lt;/a>'><![CDATA[</b></a><c>]]></b>|</a>|",
            "<a>|<b>&lt;/b>&lt;/a></b>|</a>|", "<a>|<b x='/>' y=\">\"/>|</a>|",
            "<a>|<b><![CDATA[]]]]></b>|<c><![CDATA[<c>]]></c>|</a>|",
            "<a>|<b><b><b/></b></b>|<b></b>|</a>|",
        ])
    func boundaries(_ marked: String) throws {
        try offsets(marked)
    }

    @Test("XMLIMPL-7-1: bytes behind a pause are not looked at, whatever they are") func bytesBehind() throws {
        var stream = ElementStream()
        var scratch = StreamScratch()
        _ = try stream.receive(Array("<a>".utf8).span, using: &scratch)
        let bytes = Array("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>".utf8) + [0x16, 0x03, 0x01, 0xFF, 0x00]
        let consumed = try stream.receive(bytes.span, using: &scratch).consumedByteCount
        #expect(consumed == bytes.count - 5)
        #expect(stream.byteOffset == 3 + Int64(consumed))
        stream.restart()
        let next = Array("<?xml version='1.0'?><a>".utf8)
        #expect(try stream.receive(next.span, using: &scratch).consumedByteCount == next.count)
    }
}
