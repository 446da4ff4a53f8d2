import Testing
import XMPPTestKit

@testable import XMPPEngine

/// Every conversation goes on as written from every point at which its stream can be put away.
///
/// The numbers of snapshots grow with the conversations. They may not fall: a stream that cannot be put away passes.
@Suite struct SnapshotTranscriptTests {
    /// Where streams stand in conversations over either framing.
    private static let states: Set = [
        "opening", "awaitingFeatures", "offering", "negotiating starttls (awaitingProceed)",
        "negotiating bind (awaitingAddress)", "ready", "closing",
    ]

    @Test func `a restored stream goes on as written, from every quiescent point of every conversation`() throws {
        let tally = try Tally(of: WrittenConversation.all) { try $0.playFromEverySnapshot() }
        #expect(tally.conversations >= 158)
        #expect(tally.snapshots >= 1172)
        #expect(tally.states == Self.states.union(["negotiating handshake (awaitingAcknowledgement)"]))
    }

    @Test func `a restored stream goes on as written where each message is one element`() throws {
        let tally = try Tally(of: WrittenConversation.all.filter(\.isOverMessages)) {
            try $0.playFromEverySnapshotOverMessages()
        }
        #expect(tally.conversations >= 114)
        #expect(tally.snapshots >= 953)
        #expect(tally.states == Self.states)
    }

    /// How often a stream was put away, in how many conversations, and where it stood.
    private struct Tally {
        var snapshots = 0
        var conversations = 0
        var states: Set<String> = []

        init(of all: [WrittenConversation], _ play: (WrittenConversation) throws -> [String]) throws {
            for conversation in all {
                do {
                    let states = try play(conversation)
                    snapshots += states.count
                    conversations += states.isEmpty ? 0 : 1
                    self.states.formUnion(states)
                } catch {
                    Issue.record("\(conversation.name): \(error)")
                }
            }
        }
    }
}
