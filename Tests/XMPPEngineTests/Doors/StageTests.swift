import Testing
import XMLStream
import XMPPEngine
import XMPPNegotiation
import XMPPStanza
import XMPPTestKit

/// The stanza path's door: stages of a host's own, installed by features of its own.
@Suite struct StageTests {
    /// A client and its server, with two stages on each side: `a` outside, `b` inside.
    private func pair(most: Int = 100, peerTakes: Int? = nil) throws -> ReadyStream.Pair {
        let first = MarkingFeature(mark: "a", most: most)
        let features: [any StreamFeature] = [MarkingFeature(mark: "b", after: [first.key]), first]
        var pair = try ReadyStream.client.pair(
            initiating: {
                $0.features += features
                $0.tracksRequests = true
            },
            receiving: {
                $0.features += features
                if let peerTakes {
                    $0.features.append(StreamLimitsFeature(after: PeerLimits(maximumStanzaBytes: peerTakes)))
                }
            })
        pair.run()
        try #require(pair.initiating.stream.isReady && pair.receiving.stream.isReady, "\(pair.initiating.notes)")
        _ = pair.initiating.takeSent()
        _ = pair.receiving.takeSent()
        return pair
    }

    /// How many stanzas a stage says are handled, or sent: one of each is the binding of the resource.
    private func count(
        _ mark: String, _ driver: inout ReadyStream.Driver, isOfSent: Bool = false
    ) -> Int? {
        driver.receive("<count xmlns='urn:example:\(mark)'/>")
        let pattern = isOfSent ? #/sent=['"](\d+)['"]/# : #/handled=['"](\d+)['"]/#
        return driver.takeSentText().firstMatch(of: pattern).flatMap { Int($0.1) }
    }

    @Test func `what goes out passes the stage installed last first, what comes in the other way round`() throws {
        var pair = try pair()
        let message = try Fixtures.message(id: "m")
        pair.initiating.call { (stream) throws(StreamMisuse) in try stream.send(message) }
        pair.settle()
        #expect(pair.receiving.stanzas.map { $0.stanza.id } == ["mba"])
        pair.receiving.receive("<message id='a-swallow' to='x@y'/><message id='b-swallow' to='x@y'/>")
        #expect(pair.receiving.stanzas.count == 1)
        // The outer has let in what the inner has swallowed: for it, that is handled.
        #expect(count("a", &pair.receiving) == 3)
        #expect(count("b", &pair.receiving) == 2)
    }

    @Test func `a stanza counts as handled once the host has taken it, and not before`() throws {
        var stream = try pair().initiating.stream
        var scratch = StreamScratch()
        func say(_ text: String) throws {
            try Array(text.utf8).withRawSpan { (bytes) throws(StreamMisuse) in
                try stream.receive(bytes, using: &scratch)
            }
        }
        func counted() -> String {
            var text = ""
            stream.drainOutput { bytes in
                text = String(decoding: bytes.array, as: UTF8.self)
                return bytes.byteCount
            }
            return text.firstMatch(of: #/handled=['"](\d+)['"]/#).map { String($0.1) } ?? "none"
        }
        // Two stanzas with one between that the engine deals with by itself: an answer that nobody asked for.
        try say("<message id='1'/><iq type='result' id='2'/><message id='3'/>")
        for (taken, expected) in [(0, "1"), (1, "3"), (2, "4")] {
            if taken > 0 { #expect(stream.nextAction().map { "\($0)".hasPrefix("stanza") } == true) }
            try say("<count xmlns='urn:example:a'/>")
            #expect(counted() == expected, "after \(taken)")
        }
    }

    @Test func `what a stage keeps goes in when its timer fires`() throws {
        var pair = try pair()
        pair.initiating.receive("<message id='b-late'/><message id='other'/>")
        #expect(pair.initiating.stanzas.map { $0.stanza.id } == ["other"])
        #expect(count("a", &pair.initiating) == 3)
        #expect(count("b", &pair.initiating) == 2)
        pair.initiating.wind(by: .seconds(11))
        #expect(pair.initiating.stanzas.map { $0.stanza.id } == ["other", "b-late"])
        // The outer has been told of it before; the inner hears of it now.
        #expect(count("a", &pair.initiating) == 3)
        #expect(count("b", &pair.initiating) == 3)
    }

    @Test func `a stage that has its timer forgotten is not woken`() throws {
        var pair = try pair()
        pair.initiating.receive("<message id='b-late'/>")
        let timer = StreamTimer.stage(MarkingFeature(mark: "b").key)
        #expect(pair.initiating.clock.settings.map(\.timer) == [timer])
        pair.initiating.receive("<message id='a-never'/>")
        #expect(pair.initiating.clock.settings.map(\.timer) == [timer], "the timer of another stage")
        pair.initiating.receive("<message id='b-never'/>")
        #expect(pair.initiating.clock.settings == [])
        pair.initiating.wind(by: .seconds(11))
        #expect(pair.initiating.stanzas.map { $0.stanza.id } == ["a-never", "b-never"])
        // It is as if it had not been set.
        pair.initiating.receive(.timerFired(timer))
        #expect(pair.initiating.misuse == [.unknownTimer])
    }

    @Test func `of one stanza that became two the stages further out hear once`() throws {
        var pair = try pair()
        pair.initiating.receive("<message id='b-twice'/>")
        #expect(pair.initiating.stanzas.count == 2)
        #expect(count("a", &pair.initiating) == 2)
        #expect(count("b", &pair.initiating) == 3)
    }

    @Test func `answers to requests, and answers of the engine's own, pass the stages too`() throws {
        var pair = try pair()
        let ping = try Fixtures.ping()
        pair.initiating.call { (stream) throws(StreamMisuse) in _ = try stream.request(ping) }
        let sent = pair.initiating.takeSentText()
        let id = try #require(sent.firstMatch(of: #/id=['"]([0-9a-f]{32})['"]/#)?.1)
        pair.initiating.receive("<iq type='result' id='\(id)'/>")
        #expect(pair.initiating.answers.count == 1)
        #expect(count("a", &pair.initiating) == 2)
        pair.initiating.receive("<iq type='get' id='q'/>")
        #expect(pair.initiating.takeSentText().contains("bad-request"))
        // Three: the request for a resource was the first.
        #expect(count("b", &pair.initiating, isOfSent: true) == 3)
    }

    @Test("RFC6120-13.12-9: a stage can bound how much comes in, and ends the stream") func rate() throws {
        // One for the resource, three for what follows.
        var pair = try pair(most: 4)
        for id in 1...5 { pair.receiving.receive("<message id='\(id)' to='x@y'/>") }
        #expect(pair.receiving.stanzas.count == 3)
        #expect(pair.receiving.violation == .policyViolation)
    }

    @Test func `what the peer does not take is refused through stages too, and they know nothing of it`() throws {
        var pair = try pair(peerTakes: 10_000)
        let before = pair.initiating.stream
        // The first is too large by itself, the second with what the stages write on it.
        let message = try Fixtures.message(10_000)
        var plain = try ReadyStream.client.driver()
        let least = try Fixtures.message(1, id: "1")
        plain.call { (stream) throws(StreamMisuse) in try stream.send(least) }
        let almost = try Fixtures.message(10_001 - plain.takeSent().count, id: "1")
        for large in [message, almost] {
            pair.initiating.call { (stream) throws(StreamMisuse) in try stream.send(large) }
            #expect((pair.initiating.stream == before) == true)
        }
        #expect(pair.initiating.misuse == [.tooLarge, .tooLarge])
        #expect(pair.initiating.takeSent() == [])
    }
}
