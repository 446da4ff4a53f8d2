import CorpusFiles
import Testing
import XMLStream
import XMPPEngine
import XMPPNegotiation
import XMPPStanza
import XMPPTestKit

/// Our initiating side in real conversations, in the place of the recorded client. What it does differently is in
/// `captures/initiating-differences.tsv`.
@Suite struct InitiatingReplayTests {
    static func recordings() throws -> [Recording] { try Recording.driven() + Recording.brokenSessions() }

    /// In the recorded chunks, and all but the broken ones byte by byte too.
    static func runs() throws -> [ReplayRun] {
        try recordings().map { ReplayRun(recording: $0, chopping: .whole) }
            + Recording.driven().map { ReplayRun(recording: $0, chopping: .pieces(byteCount: 1)) }
    }

    @Test(arguments: try runs())
    func `our initiating side gets as far with a real server as the recorded client did`(
        _ run: ReplayRun
    ) throws {
        let recording = run.recording
        var replay = try InitiatingReplay(recording, chopping: run.chopping)
        replay.run()
        let driver = replay.driver
        #expect(replay.surprises == [] && driver.misuses == [])
        #expect((driver.established != nil) == recording.isEstablished, "\(driver.end.map { "\($0)" } ?? "open")")
        if recording.kind == .client, let established = driver.established {
            #expect(established.facts.address == recording.boundAddress)
            #expect(established.facts.isSecure == recording.isSecure)
        }
        if let mechanism = recording.mechanism {
            #expect(driver.stream.facts.authentication?.mechanism == "\(mechanism)")
        }
        if recording.mechanism?.description.hasPrefix("SCRAM-") == true {
            #expect(driver.stream.facts.authentication?.isPeerVerified == true)
        }
    }

    @Test(arguments: try recordings())
    func `our initiating side takes every stanza that a real server sent, and ends as the recorded client did`(
        _ recording: Recording
    ) throws {
        var replay = try InitiatingReplay(recording)
        replay.run()
        let driver = replay.driver
        let requests = replay.sent.iqs.count
        let stanzas = recording.receiving.elements.filter { AnyStanza.isStanza($0) }
        // An answer that answers nothing is no stanza to take: it has no id.
        let broken = recording.receiving.iqs.count { (try? $0.check()) == nil }
        if recording.isEstablished {
            #expect(driver.stanzas.count + Int(driver.stream.strayAnswerCount) == stanzas.count - requests - broken)
            let isOther = { (element: Element) in
                element.namespaceName == nil || element.namespace == "urn:xmpp:sm:3"
            }
            #expect(
                driver.notes.count { if case .nonza = $0 { true } else { false } }
                    == recording.receiving.elements.count(where: isOther))
        }
        switch (driver.end, recording.receiving.error) {
        case (.peerError(let ours)?, let theirs?): #expect(ours.condition == theirs.condition)
        case (.closed?, nil): #expect(recording.receiving.hasClosed)
        case (nil, nil): #expect(!recording.receiving.hasClosed)
        case (let end, let error): #expect(Bool(false), "\(String(describing: end)), \(String(describing: error))")
        }
    }

    @Test func `what our initiating side says to real servers is what their clients said, or the reason is listed`()
        throws
    {
        var found: [Difference] = []
        for recording in try Self.recordings() {
            var replay = try InitiatingReplay(recording)
            replay.run()
            found += Difference.between(replay.sent, recording.initiating, in: recording.name)
        }
        try Difference.check(found, against: "initiating-differences.tsv")
    }

    @Test func `no recording is left out without a reason`() throws {
        let rows = try Corpus.rows(of: "captures/not-driven.tsv")
        let skipped = try Recording.all().filter { !$0.isBroken }.compactMap { recording in
            recording.skipReason.map { [recording.name, $0] }
        }
        #expect(rows == skipped)
        // All there are: driven, broken, left out.
        #expect(try [Recording.driven().count, Recording.all().count(where: \.isBroken), rows.count] == [69, 105, 24])
        #expect(try Recording.brokenSessions().count == 24)
    }

    @Test func `our initiating side hears why a server ends a stream, however it says so`() throws {
        var found: [Difference] = []
        let ended = try Recording.all().filter { recording in
            recording.isBroken && recording.mechanism == nil && recording.receiving.error != nil
        }
        #expect(ended.count > 30)
        for recording in ended {
            var replay = try InitiatingReplay(recording)
            replay.run()
            if case .peerError(let error)? = replay.driver.end, error.condition == recording.receiving.error?.condition
            {
                continue
            }
            let end = replay.driver.end.map { "\($0)" } ?? "none"
            found.append(Difference(name: recording.name, what: "end: \(end)"))
        }
        try Difference.check(found, against: "initiating-ends.tsv")
    }
}
