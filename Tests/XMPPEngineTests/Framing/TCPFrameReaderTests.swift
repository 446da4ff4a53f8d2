import Testing
import XMLStream
import XMPPEngine
import XMPPStanza

/// How far a reader of a TCP stream says that it came.
@Suite struct TCPFrameReaderTests {
    @Test(arguments: [
        (" ", 1, true, false), ("<message/>", 10, false, true), ("\n<message/>", 11, true, true),
        ("<message> </message>", 20, false, true), ("<message/> ", 10, false, true), ("<message", 8, false, false),
        ("", 0, false, false),
    ])
    func `white space counts where it stands between two elements, up to the frame that is told`(
        text: String, byteCount: Int, hasWhitespace: Bool, hasFrame: Bool
    ) throws {
        var reader = TCPFrameReader(limits: XMLLimits())
        let root = "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>"
        let opened = try receive(root, &reader)
        guard case .opened = opened.event else { return #expect(Bool(false), "no header") }
        let progress = try receive(text, &reader)
        #expect(progress.consumedByteCount == byteCount && progress.hasWhitespace == hasWhitespace)
        #expect((progress.event != nil) == hasFrame)
        #expect(reader.byteOffset == Int64(root.utf8.count + byteCount))
    }

    private func receive(_ text: String, _ reader: inout TCPFrameReader) throws -> FrameProgress {
        var scratch = StreamScratch()
        return try Array(text.utf8).withRawSpan { (bytes) throws(XMLViolation) in
            try reader.receive(bytes, using: &scratch)
        }
    }
}
