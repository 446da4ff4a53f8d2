import CorpusFiles
import FuzzSupport
import Testing
import XMPPAddress
import XMPPEngine
import XMPPNegotiation
import XMPPSASL
import XMPPTestKit

/// A transcript of `Tests/Corpora/conversations`, which can be played again and again.
struct WrittenConversation: CustomTestStringConvertible, Sendable {
    let name: String
    let transcript: Transcript

    /// All of them.
    static let all =
        (try? Corpus.files(in: "conversations", endingWith: ".txt").map { try WrittenConversation($0) }) ?? []

    init(_ path: String) throws {
        name = path.split(separator: "/").dropFirst().joined(separator: "/").replacing(".txt", with: "")
        do {
            transcript = try Transcript(String(decoding: try Corpus.bytes(of: path), as: UTF8.self))
        } catch let fault as Transcript.Fault {
            Issue.record("\(path): \(fault)")
            throw fault
        }
    }

    /// The one of that name.
    init(named name: String) throws { try self.init("conversations/\(name).txt") }

    var testDescription: String { name }

    /// Whether it holds in the other framing as well. What is about the bytes of TCP or its header does not.
    var isOverMessages: Bool { !transcript.setting.contains("tcp") }

    /// Plays it over TCP.
    func play(_ chopping: Chopping = .whole) throws {
        var player = try player(chopping)
        try player.play(transcript)
    }

    /// Plays it over TCP, cut at each place once.
    func playAtEveryCut() throws {
        var player = try player(.whole)
        try player.playAtEveryCut(transcript)
    }

    private func player(_ chopping: Chopping) throws -> TranscriptPlayer<AccountHost, TCPTranscriptFraming> {
        let setting = try ConversationSetting(transcript.setting)
        return TranscriptPlayer(
            XMPPStream(try StreamSetup(setting.configuration)), host: setting.host, framing: TCPTranscriptFraming(),
            chopping: chopping)
    }

    /// Plays it over messages.
    func playOverMessages() throws {
        let setting = try ConversationSetting(transcript.setting)
        let stream = XMPPStream(
            try StreamSetup(setting.configuration), reader: MessageFrameReader(), writer: MessageFrameWriter())
        var player = TranscriptPlayer(stream, host: setting.host, framing: MessageTranscriptFraming())
        try player.play(transcript, countingBytes: false)
    }
}
