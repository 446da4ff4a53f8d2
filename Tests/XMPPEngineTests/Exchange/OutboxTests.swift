import Testing
import XMPPEngine
import XMPPNegotiation
import XMPPStanza
import XMPPTestKit

/// What is sent before the stream is ready, and the limits that a peer has named (XEP-0478).
@Suite struct OutboxTests {
    @Test func `what waits for the stream to be ready goes out in order, before what comes later`() throws {
        var pair = try ReadyStream.client.pair()
        pair.receiving.begin()
        pair.initiating.begin()
        let waiting = try (1...3).map { try Fixtures.message(id: "\($0)") }
        var handles: Set<StanzaHandle> = []
        for message in waiting {
            pair.initiating.call { (stream) throws(StreamMisuse) in handles.insert(try stream.send(message)) }
        }
        pair.settle()
        let last = try Fixtures.message(id: "4")
        pair.initiating.call { (stream) throws(StreamMisuse) in handles.insert(try stream.send(last)) }
        pair.settle()
        #expect(pair.receiving.stanzas.map { $0.stanza.id } == ["1", "2", "3", "4"])
        #expect(handles.count == 4 && pair.initiating.misuses == [])
    }

    @Test func `no more waits than is allowed, by count and by bytes`() throws {
        var pair = try ReadyStream.client.pair(initiating: {
            $0.limits.queuedStanzas = 2
            $0.limits.queuedBytes = 5000
        })
        pair.initiating.begin()
        for size in [2000, 4000, 2, 2] {
            let message = try Fixtures.message(size)
            pair.initiating.call { (stream) throws(StreamMisuse) in try stream.send(message) }
        }
        #expect(pair.initiating.misuse == [.full, .full])
    }

    @Test func `what waited when the stream ends is told to be unsent`() throws {
        var pair = try ReadyStream.client.pair()
        pair.initiating.begin()
        var handles: [StanzaHandle] = []
        for _ in 1...2 {
            let message = try Fixtures.message()
            pair.initiating.call { (stream) throws(StreamMisuse) in handles.append(try stream.send(message)) }
        }
        pair.initiating.receive(.transportClosed)
        #expect(pair.initiating.notes.contains(.unsent(handles)))
        #expect(pair.initiating.end == .transportClosed)
    }

    /// A client's stream, and what its server takes.
    private func pair(_ limits: PeerLimits, keepalive: Duration? = nil) throws -> ReadyStream.Pair {
        try ReadyStream.client.pair(
            initiating: { $0.deadlines.keepalive = keepalive },
            receiving: { $0.features.append(StreamLimitsFeature(after: limits)) })
    }

    @Test func `what is larger than the peer takes is refused, or told to be unsent where it has waited`() throws {
        var pair = try pair(PeerLimits(maximumStanzaBytes: 10_000))
        pair.initiating.begin()
        pair.receiving.begin()
        let (large, small) = (try Fixtures.message(10_000), try Fixtures.message(9000))
        pair.initiating.call { (stream) throws(StreamMisuse) in try stream.send(large) }
        pair.initiating.call { (stream) throws(StreamMisuse) in try stream.send(small) }
        pair.settle()
        let unsent = pair.initiating.notes.compactMap {
            if case .unsent(let handles) = $0 { handles.count } else { nil }
        }
        #expect(unsent == [1])
        #expect(pair.receiving.stanzas.count == 1)
        let before = pair.initiating.stream
        pair.initiating.call { (stream) throws(StreamMisuse) in try stream.send(large) }
        #expect(pair.initiating.misuse == [.tooLarge] && pair.initiating.stream == before)
        pair.initiating.call { (stream) throws(StreamMisuse) in try stream.send(small) }
        pair.settle()
        #expect(pair.receiving.stanzas.count == 2 && pair.receiving.end == nil)
    }

    struct Idle: Sendable { let wanted: Int?, borne: Int?, most: Int? }

    @Test(
        "white space comes before the peer hangs up, and no later than the host wants",
        arguments: [
            Idle(wanted: nil, borne: nil, most: nil), Idle(wanted: 300, borne: nil, most: 300),
            Idle(wanted: nil, borne: 600, most: 450), Idle(wanted: 300, borne: 600, most: 300),
            Idle(wanted: 300, borne: 100, most: 75), Idle(wanted: 300, borne: 1, most: 1),
            Idle(wanted: nil, borne: 4_294_967_295, most: 3_221_225_472),
        ])
    func keepalive(_ row: Idle) throws {
        var pair = try pair(PeerLimits(idleSeconds: row.borne), keepalive: row.wanted.map { .seconds($0) })
        pair.run()
        var driver = pair.initiating
        _ = driver.takeSent()
        guard let most = row.most else {
            driver.wind(by: .seconds(100_000))
            #expect(driver.takeSent() == [])
            return
        }
        // However the traffic falls, there is no longer silence: a message, then nothing.
        for delay in [0, most / 4, most / 2 + 1] {
            driver.wind(by: .seconds(delay))
            let message = try Fixtures.message()
            driver.call { (stream) throws(StreamMisuse) in try stream.send(message) }
            _ = driver.takeSent()
            driver.wind(by: .seconds(most))
            #expect(driver.takeSentText() == " ", "\(delay)")
        }
        // White space is not sent more often than that, either.
        driver.wind(by: .seconds(10 * most))
        #expect((9...14).contains(driver.takeSent().count))
        #expect(pair.receiving.end == nil)
    }
}
