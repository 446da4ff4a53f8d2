import Testing
import XMPPEngine
import XMPPTestKit

/// The format of transcripts, and that a player notices what is not as written.
@Suite struct TranscriptTests {
    @Test(arguments: [
        ("", 1), ("@ begin", 1), ("stream client\n> x", 2), ("stream client\n@ begin\n? x", 3),
        ("stream client\n@begin", 2), ("# comment\n\nstream\n<x", 4),
    ])
    func `a line that cannot be read is named`(text: String, line: Int) {
        #expect {
            _ = try Transcript(text)
        } throws: { ($0 as? Transcript.Fault)?.line == line }
    }

    @Test func `neighbouring lines of the peer are one, and a step has what comes out of it`() throws {
        let transcript = try Transcript("stream client tls=required\n< <a\n< />\n> b\n! closed\n@ lost\n")
        #expect(transcript.setting == ["client", "tls=required"])
        #expect(transcript.steps.map(\.input) == [.received("<a/>"), .happened("lost")])
        #expect(transcript.steps.map(\.outputs) == [[.sent("b"), .ended("closed")], []])
        #expect(transcript.steps.map(\.line) == [2, 6])
    }

    /// Conversations that are not as they should be, each with the line at which it shows.
    static let faults =
        [
            ("@ begin", 2, nil),
            ("@ begin\n> <other/>", 2, nil),
            ("@ close\n! closed", 2, ["! closed", "= closeTransport"]),
            ("@ close\n! closed\n= closeTransport\n@ begin", 5, ["= refused: the stream is over"]),
            ("@ close\n! transport-closed\n= closeTransport", 2, ["! closed", "= closeTransport"]),
            ("@ close\n= closeTransport\n! closed", 2, ["! closed", "= closeTransport"]),
            ("@ dance", 2, nil),
        ] as [(String, Int, [String]?)]

    @Test(arguments: faults)
    func `what is not as written is told with its line, and what came out in its place`(
        text: String, line: Int, actual: [String]?
    ) throws {
        let transcript = try Transcript("stream client\n" + text)
        let setting = try ConversationSetting(transcript.setting)
        var player = TranscriptPlayer(
            XMPPStream(try StreamSetup(setting.configuration)), host: setting.host, framing: TCPTranscriptFraming())
        #expect {
            try player.play(transcript)
        } throws: { error in
            guard let difference = error as? TranscriptDifference else { return false }
            return difference.line == line && (actual == nil || difference.actual == actual)
        }
    }

    @Test(arguments: [Chopping.whole, .pieces(byteCount: 1), .pieces(byteCount: 7)])
    func `what the peer says is counted, however it is cut`(chopping: Chopping) throws {
        let setting = try ConversationSetting(["server", "tls=none"])
        var player = TranscriptPlayer(
            XMPPStream(try StreamSetup(setting.configuration)), host: setting.host, framing: TCPTranscriptFraming(),
            chopping: chopping)
        try player.play(try Transcript("stream server\n@ begin\n"))
        #expect(player.receivedByteCount == 0)
        // Half a header, to which nothing is said.
        let lines = ["<stream:stream to='example", ".com'"]
        try player.play(try Transcript("stream server\n" + lines.map { "< \($0)\n" }.joined()))
        #expect(player.receivedByteCount == lines.joined().utf8.count)
        try player.play(try Transcript("stream server\n@ lost\n! transport-closed\n= closeTransport\n"))
        #expect(player.receivedByteCount == lines.joined().utf8.count)
    }

    @Test func `a name stands for one text, and two names never for the same`() throws {
        let header =
            "<stream:stream to='example.com' version='1.0' xmlns='jabber:client' "
            + "xmlns:stream='http://etherx.jabber.org/streams'>"
        let answer =
            "<?xml version='1.0'?><stream:stream xmlns='jabber:client' "
            + "xmlns:stream='http://etherx.jabber.org/streams' from='example.com' id='ID' version='1.0' xml:lang='en'>"
            + "<stream:features/>"
        func play(_ ids: [String]) throws {
            let setting = try ConversationSetting(["server", "tls=none"])
            var player = TranscriptPlayer(
                XMPPStream(try StreamSetup(setting.configuration)), host: setting.host,
                framing: TCPTranscriptFraming())
            let lines = ids.map { "< \(header)\n> \(answer.replacing("ID", with: $0))" }
            try player.play(try Transcript("stream server\n@ begin\n" + lines.joined(separator: "\n")))
        }
        try play(["{one}"])
        #expect(throws: TranscriptDifference.self) { try play(["none"]) }
    }
}
