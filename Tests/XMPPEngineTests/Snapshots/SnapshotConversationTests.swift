import Testing
import XMPPNegotiation
import XMPPStanza

@testable import XMPPEngine

/// A stream that was put away and restored goes on as if nothing had been.
struct SnapshotConversationTests {
    /// How the bytes of each chunk come.
    enum Chunks: CaseIterable { case whole, single, cut }

    struct Row: CustomTestStringConvertible {
        let role: StreamRole
        let chunks: Chunks
        var testDescription: String { "\(role), \(chunks)" }

        static let all = StreamRole.allCases.flatMap { role in Chunks.allCases.map { Row(role: role, chunks: $0) } }
    }

    @Test(arguments: Row.all)
    func `a restored stream does what the old one does, from every quiescent point on`(row: Row) throws {
        let inputs = try Conversation().inputs(of: row.role)
        var walk = try Walk(row.role)
        for (index, input) in inputs.enumerated() {
            let rest = Array(inputs[(index + 1)...])
            guard case .bytes(let bytes) = input else {
                walk.host.take(input)
                try walk.compare(rest)
                continue
            }
            switch row.chunks {
            case .whole: walk.host.take(input)
            case .single:
                for (position, byte) in bytes.enumerated() {
                    walk.host.take(.bytes([byte]))
                    if position + 1 < bytes.count {
                        try walk.compare([.bytes(Array(bytes[(position + 1)...]))] + rest)
                    }
                }
            case .cut:
                for position in bytes.indices.dropFirst() {
                    var branch = walk
                    branch.host.take(.bytes(Array(bytes[..<position])))
                    try branch.compare([.bytes(Array(bytes[position...]))] + rest)
                    walk.snapshots = branch.snapshots
                    walk.states = branch.states
                }
                walk.host.take(input)
            }
            try walk.compare(rest)
        }
        #expect(walk.host.stream.isOver)
        #expect(walk.snapshots >= (row.role == .initiating ? 19 : 15))
        var states: Set = ["opening", "ready"]
        switch row.role {
        case .initiating:
            states.formUnion(["negotiating pass (Machine)", "negotiating name (Machine)", "closing"])
            if row.chunks != .whole { states.insert("awaitingFeatures") }
        case .receiving: states.insert("offering")
        }
        #expect(walk.states == states)
    }

    /// One side of a conversation on its way.
    private struct Walk {
        let setup: StreamSetup
        var host: ScriptedHost
        var snapshots = 0
        var states: Set<String> = []

        init(_ role: StreamRole) throws {
            setup = try Conversation.setup(role)
            host = ScriptedHost(XMPPStream(setup))
        }

        /// Restores the stream if it is quiescent, and lets both go on.
        mutating func compare(_ rest: [HostInput]) throws {
            guard let snapshot = try? host.stream.snapshot() else { return }
            snapshots += 1
            states.insert(host.stream.stateName)
            let restored = try XMPPStream(restoring: snapshot, setup: setup)
            #expect(restored.stored == host.stream.stored)
            #expect(restored.core.writer.isEqual(to: host.stream.core.writer))

            var old = host
            var new = host.with(restored)
            old.log = []
            new.log = []
            new.drain()
            let timers = host.stream.core.timers.all.map { ScriptedHost.Entry.action(.setTimer($0.timer, $0.duration)) }
            #expect(new.log == timers)
            new.log = []
            var again = new.stream
            again.core.questions = host.stream.core.questions
            #expect(try again.snapshot() == snapshot)
            for input in rest {
                old.take(input)
                new.take(input)
            }
            #expect(old.log == new.log)
            #expect(old.stream.stored == new.stream.stored)
            for bytes in Walk.hostile { compare(host, restored, [.bytes(Array(bytes.utf8)), .end]) }
            compare(host, restored, [.close, .timer(.closing)])
            compare(host, restored, [.end])
        }

        private func compare(_ host: ScriptedHost, _ restored: XMPPStream, _ rest: [HostInput]) {
            var old = host
            var new = host.with(restored)
            new.drain()
            old.log = []
            new.log = []
            for input in rest {
                old.take(input)
                new.take(input)
            }
            #expect(old.log == new.log && old.log.contains(.action(.closeTransport)))
        }

        /// What a peer may send anywhere, and what it may not. Each has an outcome, with its place in the stream.
        static let hostile = [
            "</stream:stream>", "</b:stream>", "<x", "&", "\u{1}", "<stream:x/>", "<message/>",
            "<pass xmlns='urn:test:pass'/>",
            "<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' "
                + "to='example.net' from='romeo@example.com' version='1.0'>",
            String(repeating: " ", count: 8192 + 1), String(repeating: " ", count: (64 << 10) + 1),
        ]
    }
}
