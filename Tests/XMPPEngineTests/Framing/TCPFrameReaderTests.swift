import Testing
import XMLStream
import XMPPEngine
import XMPPStanza

/// How far a reader of a TCP stream says that it came.
@Suite struct TCPFrameReaderTests {
    @Test(arguments: [
        (" ", 1, false), ("<message/>", 10, true), ("\n<message/>", 11, true), ("<message> </message>", 20, true),
        ("<message/> ", 10, true), ("<message", 8, false), ("", 0, false),
    ])
    func `bytes are taken up to the frame that is told, white space before it too`(
        text: String, byteCount: Int, hasFrame: Bool
    ) throws {
        var reader = TCPFrameReader(limits: XMLLimits())
        let root = "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>"
        let opened = try receive(root, &reader)
        guard case .opened = opened.event else { return #expect(Bool(false), "no header") }
        let progress = try receive(text, &reader)
        #expect(progress.consumedByteCount == byteCount && (progress.event != nil) == hasFrame)
        #expect(reader.byteOffset == Int64(root.utf8.count + byteCount))
    }

    private func receive(_ text: String, _ reader: inout TCPFrameReader) throws -> FrameProgress {
        var scratch = StreamScratch()
        return try Array(text.utf8).withRawSpan { (bytes) throws(XMLViolation) in
            try reader.receive(bytes, using: &scratch)
        }
    }
}
