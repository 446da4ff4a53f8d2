import Testing
import XMLStream
import XMPPEngine
import XMPPNegotiation
import XMPPStanza
import XMPPTestKit

/// Our receiving side in real conversations, in the place of the recorded server. What it does differently is in
/// `captures/receiving-differences.tsv`.
@Suite struct ReceivingReplayTests {
    static func recordings() throws -> [Recording] { try Recording.driven() + Recording.brokenSessions() }

    /// In the recorded chunks, and all but the broken ones byte by byte too.
    static func runs() throws -> [ReplayRun] {
        try recordings().map { ReplayRun(recording: $0, chopping: .whole) }
            + Recording.driven().map { ReplayRun(recording: $0, chopping: .pieces(byteCount: 1)) }
    }

    @Test(arguments: try runs())
    func `a real client gets as far with our receiving side as with the recorded server`(
        _ run: ReplayRun
    ) throws {
        let recording = run.recording
        var replay = try ReceivingReplay(recording, chopping: run.chopping)
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
    }

    @Test(arguments: try Recording.driven())
    func `our receiving side takes every stanza that a real client sent, and ends as the recorded server did`(
        _ recording: Recording
    ) throws {
        var replay = try ReceivingReplay(recording)
        replay.run()
        let driver = replay.driver
        if recording.isEstablished {
            let stanzas = recording.initiating.elements.filter { AnyStanza.isStanza($0) }
            let negotiated = recording.initiating.iqs.count { iq in
                ["urn:ietf:params:xml:ns:xmpp-bind", "jabber:iq:auth"].contains(iq.payload?.namespace)
            }
            // A component's message in another's name is the end, and no stanza to take.
            let refused = if case .violation = driver.end { 1 } else { 0 }
            #expect(driver.stanzas.count == stanzas.count - negotiated - refused)
        }
        switch (driver.end, recording.receiving.error, recording.initiating.error) {
        case (.violation(let ours)?, let theirs?, nil): #expect(ours.condition == theirs.condition)
        case (.aborted(let ours)?, let theirs?, nil): #expect(ours.condition == theirs.condition)
        case (.peerError(let ours)?, nil, let theirs?): #expect(ours.condition == theirs.condition)
        case (.closed?, nil, nil): #expect(recording.initiating.hasClosed)
        case (nil, nil, nil): #expect(!recording.initiating.hasClosed)
        case (let end, _, _): #expect(Bool(false), "\(String(describing: end))")
        }
    }

    @Test func `what our receiving side says in SASL is what the recorded server said, or the reason is listed`() throws
    {
        var found: [Difference] = []
        for recording in try Self.recordings() {
            var replay = try ReceivingReplay(recording)
            replay.run()
            let (ours, theirs) = (Self.sasl(replay.sent), Self.sasl(recording.receiving))
            if ours.map(\.name) != theirs.map(\.name) {
                found.append(Difference(name: recording.name, what: "elements of SASL"))
            } else {
                found += zip(ours, theirs).filter { $0 != $1 }.map { ours, _ in
                    Difference(name: recording.name, what: "element: \(ours.name)")
                }
            }
        }
        try Difference.check(found, against: "receiving-differences.tsv")
    }

    private static func sasl(_ side: RecordedSide) -> [Element] {
        side.elements.filter {
            $0.namespace == "urn:ietf:params:xml:ns:xmpp-sasl" && ["challenge", "success", "failure"].contains($0.name)
        }
    }
}
