import Testing
import XMPPAddress
import XMPPNegotiation
import XMPPSASL
import XMPPStanza

@testable import XMPPEngine

/// Any bytes at all give a stream or an error.
struct SnapshotDamageTests {
    @Test(arguments: StreamRole.allCases)
    func `a snapshot that has been cut gives an error`(role: StreamRole) throws {
        let setup = try Conversation.setup(role)
        for snapshot in try Self.snapshots(role) {
            for length in 0..<snapshot.count {
                #expect(throws: SnapshotViolation.self) {
                    try XMPPStream(restoring: Array(snapshot[..<length]), setup: setup)
                }
            }
            #expect { try XMPPStream(restoring: snapshot + [0], setup: setup) } throws: {
                ($0 as? SnapshotViolation)?.code == .malformed
            }
        }
    }

    @Test(arguments: StreamRole.allCases)
    func `a snapshot with a byte changed gives an error or a stream that runs`(role: StreamRole) throws {
        let setup = try Conversation.setup(role)
        var outcomes = (errors: 0, streams: 0)
        let masks: [UInt8] = [1, 2, 3, 4, 8, 16, 32, 64, 127, 128, 255]
        for (number, snapshot) in try Self.snapshots(role).enumerated() {
            for index in snapshot.indices {
                var changed = snapshot
                // Each snapshot is changed in another way, as most of its bytes are in the next one too.
                changed[index] ^= masks[(number + index) % masks.count]
                if Self.runs(changed, setup) { outcomes.streams += 1 } else { outcomes.errors += 1 }
            }
        }
        #expect(outcomes.errors > 500 && outcomes.streams > 500, "\(outcomes)")
    }

    @Test(arguments: StreamRole.allCases)
    func `bytes at random, behind a good beginning, give an error or a stream that runs`(role: StreamRole) throws {
        let setup = try Conversation.setup(role)
        var generator = Generator(state: 0x5EED)
        var errors = 0
        let snapshots = try Self.snapshots(role)
        for round in 0..<2000 {
            let snapshot = snapshots[round % snapshots.count]
            let kept = Int(generator.next() % UInt64(snapshot.count))
            let added = (0..<Int(generator.next() % 64)).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
            if !Self.runs(Array(snapshot[..<kept]) + added, setup) { errors += 1 }
        }
        #expect(errors > 1900)
    }

    struct Refusal: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let code: SnapshotViolation.Code
        var change: @Sendable (inout [UInt8]) -> Void = { _ in }
        var configure: @Sendable (inout StreamConfiguration) -> Void = { _ in }
    }

    static let refusals = [
        Refusal(testDescription: "another format", code: .unknownFormat, change: { $0[0] = 1 }),
        Refusal(testDescription: "nothing", code: .malformed, change: { $0 = [] }),
        Refusal(
            testDescription: "too many bytes", code: .tooLarge,
            change: { $0 += [UInt8](repeating: 0, count: XMPPStream.maximumSnapshotBytes) }),
        Refusal(testDescription: "another role", code: .otherSetup, configure: { $0.role = .receiving }),
        Refusal(testDescription: "another namespace", code: .otherSetup, configure: { $0.content = .server }),
        Refusal(testDescription: "another domain", code: .otherSetup, configure: { $0.domain = JID("example.net") }),
        Refusal(testDescription: "a feature is missing", code: .unknownFeature, configure: { $0.features = [] }),
        Refusal(
            testDescription: "a feature cannot restore its machine", code: .unknownFeature,
            configure: { $0.features = [PassFeature(isStorable: false), NameFeature()] }),
    ]

    @Test(arguments: refusals)
    func `a snapshot that does not fit is refused, and says why`(refusal: Refusal) throws {
        let setup = try Conversation.setup(.initiating)
        var host = ScriptedHost(XMPPStream(setup))
        for input in try Conversation().client.prefix(2) { host.take(input) }
        var snapshot = try host.stream.snapshot()
        #expect(throws: Never.self) { try XMPPStream(restoring: snapshot, setup: setup) }
        refusal.change(&snapshot)
        var configuration = setup.configuration
        refusal.configure(&configuration)
        let other = try StreamSetup(configuration)
        #expect { try XMPPStream(restoring: snapshot, setup: other) } throws: {
            ($0 as? SnapshotViolation)?.code == refusal.code
        }
    }

    @Test("S07: no snapshot makes a stream ready that is not authenticated, or authenticated in the clear")
    func policyHolds() throws {
        let setup = try Conversation.setup(.initiating)
        var host = ScriptedHost(XMPPStream(setup))
        for input in try Conversation().client {
            host.take(input)
            if host.stream.isReady { break }
        }
        #expect(host.stream.isReady)
        let changes: [(inout StreamFacts) -> Void] = [
            { $0.authentication = nil }, { $0.tls = nil }, { $0.address = nil },
        ]
        for change in changes {
            var stream = host.stream
            change(&stream.core.side.facts)
            let snapshot = try stream.snapshot()
            #expect(throws: SnapshotViolation.self) { try XMPPStream(restoring: snapshot, setup: setup) }
        }
    }

    /// Whether there is a stream; it is made to run then.
    private static func runs(_ snapshot: [UInt8], _ setup: StreamSetup) -> Bool {
        guard let stream = try? XMPPStream(restoring: snapshot, setup: setup) else { return false }
        var host = ScriptedHost(stream)
        host.drain()
        host.take(
            .bytes(Array("<message/><iq type='get' id='a'><x xmlns='y'/></iq><pass xmlns='urn:test:pass'/>".utf8)))
        for (timer, _) in host.stream.core.timers.all where timer != .negotiation { host.take(.timer(timer)) }
        host.take(.request("<iq type='get' id='a'><x xmlns='y'/></iq>"))
        host.take(.close)
        host.take(.bytes(Array("</stream:stream>".utf8)))
        host.take(.end)
        #expect(host.stream.isOver)
        return true
    }

    /// Snapshots at all quiescent points of a conversation.
    private static func snapshots(_ role: StreamRole) throws -> [[UInt8]] {
        var host = ScriptedHost(XMPPStream(try Conversation.setup(role)))
        var snapshots: [[UInt8]] = []
        for input in try Conversation().inputs(of: role) {
            host.take(input)
            if let snapshot = try? host.stream.snapshot(), !snapshots.contains(snapshot) { snapshots.append(snapshot) }
        }
        try #require(snapshots.count > 8)
        return snapshots
    }

    /// A linear congruential generator: the same numbers each time.
    private struct Generator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33
        }
    }
}
