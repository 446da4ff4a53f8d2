import Testing
import XMLStream
import XMPPEngine
import XMPPNegotiation
import XMPPStanza
import XMPPTestKit

/// Bounds on what a peer may send, before and after it has authenticated (S08 of the threat list).
@Suite struct LimitsTests {
    /// What is sent once the stream stands somewhere.
    struct Row: CustomTestStringConvertible, Sendable {
        let name: String
        let isReady: Bool
        let element: String
        let isTaken: Bool
        var testDescription: String { name }
    }

    private static func text(_ count: Int) -> String { String(repeating: "x", count: count) }
    private static func many(_ count: Int) -> String { String(repeating: "<x/>", count: count) }
    private static func late(_ content: String) -> String { "<message>\(content)</message>" }
    private static func nested(_ depth: Int) -> String {
        String(repeating: "<x>", count: depth) + String(repeating: "</x>", count: depth)
    }

    /// A feature answers this with a failure, so that the stream goes on.
    private static func early(_ content: String) -> String {
        "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='NONE'>\(content)</auth>"
    }

    static let rows: [Row] = [
        Row(name: "early, 7 KiB", isReady: false, element: early(text(7 << 10)), isTaken: true),
        Row(name: "early, 9 KiB", isReady: false, element: early(text(9 << 10)), isTaken: false),
        Row(
            name: "early, 33 elements", isReady: false, element: early(many(33)),
            isTaken: false),
        Row(name: "early, 17 deep", isReady: false, element: early(nested(17)), isTaken: false),
        Row(name: "early, a tag of 9 KiB without end", isReady: false, element: "<a" + text(9 << 10), isTaken: false),
        Row(
            name: "early, an attribute of 9 KiB without end", isReady: false, element: "<a b='\(text(9 << 10))",
            isTaken: false),
        Row(
            name: "early, white space without end", isReady: false, element: String(repeating: " ", count: 9 << 10),
            isTaken: false),
        Row(name: "ready, 100 KiB", isReady: true, element: late("<body>\(text(100 << 10))</body>"), isTaken: true),
        Row(name: "ready, 1000 elements", isReady: true, element: late(many(1000)), isTaken: true),
        Row(name: "ready, 300 KiB", isReady: true, element: late("<body>\(text(300 << 10))</body>"), isTaken: false),
        Row(name: "ready, 129 deep", isReady: true, element: late(nested(129)), isTaken: false),
        Row(name: "ready, 5001 elements", isReady: true, element: late(many(5001)), isTaken: false),
    ]

    @Test(
        "S08: both sets of limits are in force, each in its time", arguments: rows,
        [Chopping.whole, .pieces(byteCount: 1000)])
    func limits(_ row: Row, chopping: Chopping) throws {
        var pair = try ReadyStream.client.pair(receiving: { $0.policy.requiresTLS = false })
        if row.isReady {
            pair.run()
        } else {
            pair.receiving.begin()
            pair.receiving.receive(
                "<stream:stream to='example.com' version='1.0' xmlns='jabber:client' "
                    + "xmlns:stream='http://etherx.jabber.org/streams'>")
        }
        var server = pair.receiving
        server.chopping = chopping
        server.receive(row.element)
        #expect(server.violation == (row.isTaken ? nil : .policyViolation), "\(server.notes)")
        #expect((server.end == nil) == row.isTaken)
        if row.isTaken, row.isReady { #expect(server.stanzas.count == 1) }
        // Nothing is read behind the end.
        if !row.isTaken { #expect(server.stanzas.isEmpty) }
    }

    @Test func `RFC6120-13.12-6: whatever is configured, stanzas of 10 000 bytes are taken`() throws {
        #expect(StreamLimits(for: .receiving).afterAuthentication.stanzaBytes == 262_144)
        var driver = try ReadyStream.serverOfClient.driver {
            $0.limits.afterAuthentication.stanzaBytes = 1
            var limits = XMLLimits()
            limits.stanzaBytes = 9999
            $0.limits.afterAuthentication = limits
        }
        let frame = "<message to='a@b'><body></body></message>"
        driver.receive(frame.replacing("<body>", with: "<body>" + Self.text(10_000 - frame.utf8.count)))
        #expect(driver.stanzas.count == 1)
        driver.receive(frame.replacing("<body>", with: "<body>" + Self.text(10_001 - frame.utf8.count)))
        #expect(driver.violation == .policyViolation)
    }

    @Test func `what comes while the host owes an answer waits, and no more than is allowed`() throws {
        var pair = try ReadyStream.client.pair(receiving: { $0.limits.heldBytes = 1000 })
        pair.receiving.host.leavesOpen = { if case .randomBytes = $0 { true } else { false } }
        pair.receiving.begin()
        let header =
            "<stream:stream to='example.com' version='1.0' xmlns='jabber:client' "
            + "xmlns:stream='http://etherx.jabber.org/streams'>"
        pair.receiving.receive(header)
        #expect(pair.receiving.stream.isPaused && pair.receiving.takeSent() == [])
        pair.receiving.receive(String(repeating: " ", count: 1000 - header.utf8.count))
        #expect(pair.receiving.misuses == [])
        pair.receiving.receive(" ")
        #expect(pair.receiving.misuse == [.full])
        let question = try #require(pair.receiving.open.first)
        pair.receiving.host.leavesOpen = { _ in false }
        let answer = pair.receiving.host.answer(question.question)
        pair.receiving.answer(question.id, try #require(answer))
        #expect(!pair.receiving.stream.isPaused)
        #expect(pair.receiving.takeSentText().contains("<stream:features"))
    }

    @Test func `a host that drains nothing can send no more than the limit, and goes on once it has drained`() throws {
        var stream = try ReadyStream.client.driver { $0.limits.undrainedBytes = 1000 }.stream
        let message = try Fixtures.message(id: "1")
        while stream.pendingByteCount < 1000 { _ = try stream.send(message) }
        let pending = stream.pendingByteCount
        let misuse = #expect(throws: StreamMisuse.self) { try stream.send(message) }
        #expect(misuse?.code == .full)
        #expect(stream.pendingByteCount == pending && stream.isReady)
        stream.drainOutput { _ in pending - 999 }
        _ = try stream.send(message)
    }

    /// What is answered by the engine, by a feature, and by a stage.
    @Test(
        "S08: a peer that asks and never reads ends the stream, once twice as many answers wait as the host may send",
        arguments: [
            "<iq type='get' id='1'/>",
            "<iq type='set' id='1'><session xmlns='urn:ietf:params:xml:ns:xmpp-session'/></iq>",
            "<iq type='set' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>",
            "<count xmlns='urn:example:a'/>",
        ])
    func unread(_ request: String) throws {
        let mark = MarkingFeature(mark: "a")
        var pair = try ReadyStream.client.pair(
            initiating: { $0.features.append(mark) },
            receiving: {
                $0.features.append(mark)
                $0.limits.undrainedBytes = 1000
            })
        pair.run()
        var stream = pair.receiving.stream
        try #require(stream.isReady)
        let bytes = Array(request.utf8)
        var scratch = StreamScratch()
        var end: StreamEnd?
        for _ in 0..<200 where !stream.isOver {
            try stream.receive(bytes.span, using: &scratch)
            while let action = stream.nextAction() { if case .ended(let way) = action { end = way } }
        }
        #expect(stream.isOver && stream.pendingByteCount < 2500)
        let violation: StreamViolation? = if case .violation(let violation) = end { violation } else { nil }
        #expect(violation?.condition == .resourceConstraint)
    }

    @Test func `a host without random bytes ends the stream`() throws {
        var pair = try ReadyStream.client.pair()
        pair.receiving.host.leavesOpen = { if case .randomBytes = $0 { true } else { false } }
        pair.receiving.begin()
        let question = try #require(pair.receiving.open.first)
        pair.receiving.answer(question.id, .unavailable)
        #expect(pair.receiving.end == .aborted(StreamError(.internalServerError)))
    }

    @Test(
        "S25, S26: numbers of a peer's are read without a trap",
        arguments: ["0", "-1", "99999999999999999999", "4294967296", "1e9", "", " 42 ", "4294967295"])
    func numbers(_ text: String) throws {
        var driver = try ReadyStream.client.pair(initiating: { $0.policy.requiresTLS = false }).initiating
        driver.begin()
        driver.receive(
            "<stream:stream from='example.com' version='1.0' xmlns='jabber:client' id='1' "
                + "xmlns:stream='http://etherx.jabber.org/streams'><stream:features>"
                + "<limits xmlns='urn:xmpp:stream-limits:0'><max-bytes>\(text)</max-bytes>"
                + "<idle-seconds>\(text)</idle-seconds></limits></stream:features>")
        let expected: Int? = text == " 42 " ? 42 : text == "4294967295" ? 4_294_967_295 : nil
        #expect(driver.stream.facts.peerLimits == PeerLimits(maximumStanzaBytes: expected, idleSeconds: expected))
    }
}
