import Testing
import XMLStream
import XMPPNegotiation
import XMPPSASL
import XMPPStanza
import XMPPTestKit

@testable import XMPPEngine

/// What is in a snapshot, and what is not.
struct SnapshotContentTests {
    @Test(arguments: StreamRole.allCases)
    func `no snapshot has random bytes, and none behind authentication has bindings of the channel`(
        role: StreamRole
    ) throws {
        let random = Array(ScriptedHost.randomBytes.exposed.prefix(16))
        let binding = [UInt8](repeating: 0x5C, count: 32)
        var host = ScriptedHost(XMPPStream(try Conversation.setup(role)))
        var counts = (before: 0, behind: 0)
        for input in try Conversation().inputs(of: role) {
            host.take(input)
            guard let snapshot = try? host.stream.snapshot() else { continue }
            #expect(snapshot.firstRange(of: random) == nil)
            let isAuthenticated = host.stream.facts.isAuthenticated
            #expect((snapshot.firstRange(of: binding) == nil) == isAuthenticated)
            if isAuthenticated { counts.behind += 1 } else { counts.before += 1 }
        }
        #expect(counts.before > 0 && counts.behind > 0)
    }

    @Test func `tokens are in a snapshot until the host has been told of them`() throws {
        let secret = [UInt8](repeating: 0x7E, count: 24)
        let tokens = FASTTokenSlots(
            current: FASTToken(Secret(secret), for: .scramSHA256, expiry: -1, count: .max),
            following: FASTToken(Secret([1]), for: .external, expiry: .max))
        let setup = try Conversation.setup(.receiving)
        var host = ScriptedHost(XMPPStream(setup))
        var counts = (before: 0, ready: 0)
        for input in try Conversation().server {
            host.take(input)
            guard host.stream.facts.isAuthenticated, !host.stream.isOver else { continue }
            var stream = host.stream
            stream.core.side.facts.take(
                .authenticated(
                    Authentication(
                        mechanism: "SCRAM-SHA-256", address: stream.facts.authentication?.address, isPeerVerified: true,
                        strengthToRemember: .channelBound, tokens: tokens)))
            let snapshot = try stream.snapshot()
            #expect((snapshot.firstRange(of: secret) == nil) == stream.isReady)
            let restored = try XMPPStream(restoring: snapshot, setup: setup).facts.authentication
            if stream.isReady {
                #expect(restored?.tokens == nil && restored?.strengthToRemember == .channelBound)
                counts.ready += 1
            } else {
                #expect(restored == stream.facts.authentication)
                counts.before += 1
            }
        }
        #expect(counts.before > 0 && counts.ready > 0)
    }

    @Test func `every kind of fact comes back as it was`() throws {
        let setup = try Conversation.setup(.receiving)
        var host = ScriptedHost(XMPPStream(setup))
        host.take(.begin(nil))
        let certificates = PresentedCertificate.Trust.allCases.map {
            PresentedCertificate(
                trust: $0, dnsNames: ["a", ""], serviceNames: ["b"], xmppAddresses: ["ä@c"], ipAddresses: ["::1"])
        }
        let peers: [TLSFacts.PeerIdentity] = [.none, .vouchedFor] + certificates.map { .presented($0) }
        let protections: [SASLChannel.Protection] = [
            .nothing, .tls12(hasExtendedMasterSecret: false), .tls12(hasExtendedMasterSecret: true), .tls13,
        ]
        for peer in peers {
            for protection in protections {
                var stream = host.stream
                stream.core.side.facts.take(.secure(TLSFacts(protection, peer: peer, isEarlyData: peer == .none)))
                stream.core.side.facts.take(.limits(PeerLimits(maximumStanzaBytes: -1, idleSeconds: .max)))
                stream.core.side.facts.take(.custom(name: "b", value: "ü"))
                stream.core.side.facts.take(.custom(name: "a", value: ""))
                let restored = try XMPPStream(restoring: try stream.snapshot(), setup: setup)
                #expect(restored.facts == stream.facts)
            }
        }
    }

    @Test func `a timer goes on with what the host says is left, and begins anew where it says nothing`() throws {
        let setup = try Conversation.setup(.initiating)
        var host = ScriptedHost(XMPPStream(setup))
        for input in try Conversation().client {
            host.take(input)
            if host.stream.isReady { break }
        }
        let left: [StreamTimer: Duration] = [
            .keepalive: .milliseconds(1500), .silence: .seconds(-5), .closing: .seconds(1),
        ]
        let snapshot = try host.stream.snapshot(remaining: left)
        var restored = ScriptedHost(try XMPPStream(restoring: snapshot, setup: setup))
        restored.drain()
        let waits = restored.log.compactMap { entry -> [StreamTimer: Duration]? in
            if case .action(.setTimer(let timer, let wait)) = entry { [timer: wait] } else { nil }
        }
        #expect(
            waits == [
                [.keepalive: .milliseconds(1500)], [.silence: .zero], [.stage(NameFeature.key): .seconds(7)],
            ])
        #expect(try restored.stream.snapshot().count == host.stream.snapshot().count)
    }

    @Test func `a fork has no random bytes and asks for its own; one that never had any does not ask`() throws {
        let setup = try Conversation.setup(.receiving)
        var host = ScriptedHost(XMPPStream(setup))
        #expect(host.stream.fork() == host.stream)
        host.take(.begin(try Conversation.tls(.receiving)))
        var fork = host.stream.fork()
        #expect(fork != host.stream && fork.stored == host.stream.stored)
        #expect(fork.isPaused)
        guard case .request(let id, .randomBytes(let count)) = fork.nextAction() else {
            Issue.record("nothing was asked for")
            return
        }
        #expect(fork.nextAction() == nil && count == 64)
        var scratch = StreamScratch()
        try fork.receive(.answered(id, .randomBytes(ScriptedHost.randomBytes)), using: &scratch)
        #expect(!fork.isPaused && fork.nextAction() == nil)
    }

    @Test func `a fork asks anew for random bytes that have not come`() throws {
        var stream = XMPPStream(try Conversation.setup(.receiving))
        try stream.begin(on: try Conversation.tls(.receiving))
        var undrained = stream.fork()
        var questions: [RequestID] = []
        while let action = undrained.nextAction() {
            if case .request(let id, _) = action { questions.append(id) }
        }
        #expect(questions.count == 1)
        let question = try #require(questions.first)
        var scratch = StreamScratch()
        try undrained.receive(.answered(question, .randomBytes(ScriptedHost.randomBytes)), using: &scratch)
        #expect(!undrained.isPaused)
    }

    @Test(arguments: [0, 1, 127, 128, 16383, 16384, 1 << 63, .max] as [UInt64])
    func `numbers come back as they were`(number: UInt64) throws {
        var writer = SnapshotWriter()
        writer.write(number)
        var reader = try SnapshotReader(writer.bytes)
        #expect(try reader.number() == number)
        try reader.finish()
    }

    @Test(arguments: [
        [0x80], [0x80, 0], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 2],
        [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 1],
    ])
    func `a number that is cut, too large or written in a longer way is none`(bytes: [UInt8]) throws {
        var reader = try SnapshotReader(bytes)
        #expect(throws: SnapshotViolation.self) { try reader.number() }
    }

    @Test(arguments: [
        (Duration.seconds(-1), Duration.zero), (.zero, .zero), (.nanoseconds(1), .nanoseconds(1)),
        (.seconds(Int64.max), .seconds(1_000_000_000_000)),
    ])
    func `waits are kept within reason`(wait: Duration, kept: Duration) throws {
        var writer = SnapshotWriter()
        writer.write(wait)
        var reader = try SnapshotReader(writer.bytes)
        #expect(try reader.duration() == kept)
    }

    @Test("XEP0078-3.1-4: after a snapshot too, who has failed with SASL has no other way", arguments: [false, true])
    func failure(isRestored: Bool) throws {
        var both = try ClientAndServer()
        both.server.features.append(LegacyAuthenticationFeature(isServed: true))
        let setup = try StreamSetup(both.server)
        var driver = StreamDriver(XMPPStream(setup), host: ClientAndServer.host(seed: 2))
        driver.begin(on: TLSFacts(.tls13))
        driver.receive(
            "<stream:stream to='example.com' version='1.0' xmlns='jabber:client' "
                + "xmlns:stream='http://etherx.jabber.org/streams'>"
                + "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='NONE'>=</auth>")
        #expect(driver.takeSentText().contains("</failure>"))
        if isRestored {
            let snapshot = try driver.stream.snapshot()
            driver = StreamDriver(
                try XMPPStream(restoring: snapshot, setup: setup), host: ClientAndServer.host(seed: 3))
        }
        #expect(driver.stream.facts.hasFailedToAuthenticate)
        driver.receive("<iq type='get' id='a' to='example.com'><query xmlns='jabber:iq:auth'/></iq>")
        #expect(driver.violation == .policyViolation, "\(driver.takeSentText())")
    }
}
