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

    /// Plays it over TCP, cut at each place once, but for steps at its beginning that an earlier conversation has too.
    func playAtEveryCut() throws {
        var player = try player(.whole)
        let earlier = Self.all.prefix { $0.name != name }
        let shared = earlier.map { transcript.sharedStepCount(with: $0.transcript) }.max() ?? 0
        try player.playAtEveryCut(transcript, behind: shared)
    }

    /// Plays it over TCP byte by byte, and from every point at which the stream can be put away once more.
    ///
    /// - Returns: The state of the stream at each.
    func playFromEverySnapshot() throws -> [String] {
        let setup = try StreamSetup(try ConversationSetting(transcript.setting).configuration)
        var player = try player(.pieces(byteCount: 1))
        return try player.playFromEverySnapshot(transcript) { (snapshot) throws(SnapshotViolation) in
            try XMPPStream(restoring: snapshot, setup: setup)
        }
    }

    private func player(_ chopping: Chopping) throws -> TranscriptPlayer<AccountHost, TCPTranscriptFraming> {
        let setting = try ConversationSetting(transcript.setting)
        return TranscriptPlayer(
            XMPPStream(try StreamSetup(setting.configuration)), host: setting.host, framing: TCPTranscriptFraming(),
            chopping: chopping)
    }

    /// Plays it over messages.
    func playOverMessages() throws {
        var player = try messagePlayer()
        try player.play(transcript, countingBytes: false)
    }

    /// Plays it over messages, and from every point at which the stream can be put away once more.
    ///
    /// - Returns: The state of the stream at each.
    func playFromEverySnapshotOverMessages() throws -> [String] {
        let setup = try StreamSetup(try ConversationSetting(transcript.setting).configuration)
        var player = try messagePlayer()
        return try player.playFromEverySnapshot(transcript, countingBytes: false) {
            (snapshot) throws(SnapshotViolation) in
            try XMPPStream(
                restoring: snapshot, setup: setup, reader: MessageFrameReader(), writer: MessageFrameWriter())
        }
    }

    private func messagePlayer() throws -> TranscriptPlayer<AccountHost, MessageTranscriptFraming> {
        let setting = try ConversationSetting(transcript.setting)
        let stream = XMPPStream(
            try StreamSetup(setting.configuration), reader: MessageFrameReader(), writer: MessageFrameWriter())
        return TranscriptPlayer(stream, host: setting.host, framing: MessageTranscriptFraming())
    }
}
