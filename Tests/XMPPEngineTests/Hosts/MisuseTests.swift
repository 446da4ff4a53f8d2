import Testing
import XMLStream
import XMPPEngine
import XMPPNegotiation
import XMPPSASL
import XMPPStanza
import XMPPTestKit

/// What a host calls out of order is refused, and the stream is the same as before, in every field.
@Suite struct MisuseTests {
    struct Row: CustomTestStringConvertible, Sendable {
        let name: String
        let code: StreamMisuse.Code
        let make: @Sendable () throws -> ReadyStream.Driver
        let call: @Sendable (inout ReadyStream.Driver) throws -> Void
        var testDescription: String { name }

        init(
            _ name: String, _ code: StreamMisuse.Code, _ make: @escaping @Sendable () throws -> ReadyStream.Driver,
            _ call: @escaping @Sendable (inout ReadyStream.Driver) throws -> Void
        ) {
            self.name = name
            self.code = code
            self.make = make
            self.call = call
        }
    }

    // MARK: Streams

    private static let unbegun: @Sendable () throws -> ReadyStream.Driver = { try ReadyStream.client.pair().initiating }
    private static let begun: @Sendable () throws -> ReadyStream.Driver = {
        var driver = try ReadyStream.client.pair().initiating
        driver.begin()
        return driver
    }
    private static let ready: @Sendable () throws -> ReadyStream.Driver = { try ReadyStream.client.driver() }
    private static let closing: @Sendable () throws -> ReadyStream.Driver = {
        var driver = try ReadyStream.client.driver()
        driver.call { (stream) throws(StreamMisuse) in try stream.close() }
        return driver
    }
    private static let over: @Sendable () throws -> ReadyStream.Driver = {
        var driver = try ReadyStream.client.driver()
        driver.receive("</stream:stream>")
        return driver
    }
    private static let asked: @Sendable () throws -> ReadyStream.Driver = {
        var driver = try ReadyStream.client.driver()
        driver.receive("<iq type='get' id='1'><x xmlns='y'/></iq>")
        return driver
    }
    /// A server whose host has not answered its first question, which is for random bytes.
    private static let waiting: @Sendable () throws -> ReadyStream.Driver = {
        var driver = try ReadyStream.client.pair(receiving: { $0.limits.heldBytes = 4 }).receiving
        driver.host.leavesOpen = { _ in true }
        driver.begin()
        return driver
    }
    private static let switching: @Sendable () throws -> ReadyStream.Driver = {
        var driver = try ReadyStream.client.pair().receiving
        driver.begin()
        driver.receive(
            "<stream:stream to='example.com' version='1.0' xmlns='jabber:client' "
                + "xmlns:stream='http://etherx.jabber.org/streams'><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>")
        return driver
    }
    /// A client whose host has been asked about a certificate.
    private static let judging: @Sendable () throws -> ReadyStream.Driver = {
        var pair = try ReadyStream.client.pair(initiating: { $0.policy.asksAboutRefusedCertificates = true })
        pair.initiating.host.tls = TLSFacts(.tls13, peer: .presented(PresentedCertificate(trust: .unknownIssuer)))
        pair.initiating.host.leavesOpen = { if case .certificate = $0 { true } else { false } }
        pair.run()
        return pair.initiating
    }
    /// A client whose peer takes little.
    private static let limited: @Sendable () throws -> ReadyStream.Driver = {
        var pair = try ReadyStream.client.pair(receiving: {
            $0.features.append(StreamLimitsFeature(after: PeerLimits(maximumStanzaBytes: 10_000)))
        })
        pair.run()
        return pair.initiating
    }

    /// A client in which no stanza can wait.
    private static let crammed: @Sendable () throws -> ReadyStream.Driver = {
        var driver = try ReadyStream.client.pair(initiating: { $0.limits.queuedStanzas = 0 }).initiating
        driver.begin()
        return driver
    }
    /// A client that has used up its random bytes.
    private static let spent: @Sendable () throws -> ReadyStream.Driver = {
        var driver = try ReadyStream.client.driver()
        driver.host.leavesOpen = { _ in true }
        for _ in 0..<4 { _ = try driver.ask() }
        return driver
    }

    // MARK: Calls

    private static let receive: @Sendable (inout ReadyStream.Driver) throws -> Void = { driver in
        driver.call { (stream) throws(StreamMisuse) in
            var scratch = StreamScratch()
            try Array("<a/> x".utf8).withRawSpan { (bytes) throws(StreamMisuse) in
                try stream.receive(bytes, using: &scratch)
            }
        }
    }
    private static let send: @Sendable (inout ReadyStream.Driver) throws -> Void = { try send(Fixtures.message(), &$0) }
    private static let request: @Sendable (inout ReadyStream.Driver) throws -> Void = { driver in
        let ping = try Fixtures.ping()
        driver.call { (stream) throws(StreamMisuse) in _ = try stream.request(ping) }
    }
    private static let close: @Sendable (inout ReadyStream.Driver) throws -> Void = { driver in
        driver.call { (stream) throws(StreamMisuse) in try stream.close() }
    }
    private static let abort: @Sendable (inout ReadyStream.Driver) throws -> Void = { driver in
        driver.call { (stream) throws(StreamMisuse) in try stream.close(with: StreamError(.conflict)) }
    }
    private static let refusing: @Sendable () throws -> ReadyStream.Driver = {
        var pair = try ReadyStream.client.pair()
        let stream = XMPPStream(
            try StreamSetup(try ClientAndServer().client), reader: TCPFrameReader(limits: .beforeAuthentication),
            writer: RefusingWriter())
        pair.initiating = StreamDriver(stream, host: pair.initiating.host)
        pair.run()
        try #require(pair.initiating.stream.isReady, "\(pair.initiating.notes)")
        return pair.initiating
    }
    private static let begin: @Sendable (inout ReadyStream.Driver) throws -> Void = { $0.begin() }
    private static let answer: @Sendable (inout ReadyStream.Driver) throws -> Void = { driver in
        let answer = try IQ(.result, id: "1")
        driver.call { (stream) throws(StreamMisuse) in try stream.send(answer) }
    }
    private static let decline: @Sendable (inout ReadyStream.Driver) throws -> Void = { driver in
        let request = try Fixtures.ping()
        driver.call { (stream) throws(StreamMisuse) in try stream.decline(request) }
    }

    private static func send(_ message: Message, _ driver: inout ReadyStream.Driver) {
        driver.call { (stream) throws(StreamMisuse) in try stream.send(message) }
    }
    private static func event(_ event: StreamEvent) -> @Sendable (inout ReadyStream.Driver) throws -> Void {
        { $0.receive(event) }
    }

    static let rows: [Row] = early + late + wrong

    private static let early = [
        Row("bytes before it begins", .notBegun, unbegun, receive),
        Row("a stanza before it begins", .notBegun, unbegun, send),
        Row("a request before it begins", .notBegun, unbegun, request),
        Row("an answer before it begins", .notBegun, unbegun, answer),
        Row("declining before it begins", .notBegun, unbegun, decline),
        Row("an error before it begins", .notBegun, unbegun, abort),
        Row("a timer before it begins", .notBegun, unbegun, event(.timerFired(.negotiation))),
        Row("beginning twice", .alreadyBegun, begun, begin),
        Row("beginning what is ready", .alreadyBegun, ready, begin),
        Row("a request before it is ready", .notReady, begun, request),
        Row("an answer before it is ready", .notReady, begun, answer),
        Row("declining before it is ready", .notReady, begun, decline),
    ]

    private static let late = [
        Row("beginning what is over", .over, over, begin),
        Row("bytes behind the end", .over, over, receive),
        Row("a stanza behind the end", .over, over, send),
        Row("a request behind the end", .over, over, request),
        Row("an answer behind the end", .over, over, answer),
        Row("declining behind the end", .over, over, decline),
        Row("closing behind the end", .over, over, close),
        Row("an error behind the end", .over, over, abort),
        Row("an event behind the end", .over, over, event(.transportClosed)),
        Row("an answer to the engine behind the end", .over, over, event(.answered(RequestID(1), .unavailable))),
        Row("a stanza behind the own end tag", .over, closing, send),
        Row("a request behind the own end tag", .over, closing, request),
        Row("closing twice", .over, closing, close),
        Row("an error behind the own end tag", .over, closing, abort),
        Row("an answer that nobody asked for", .answeredBefore, ready, answer),
        Row("declining what nobody asked", .answeredBefore, ready, decline),
        Row("an answer to another request", .answeredBefore, asked) { driver in
            let answer = try IQ(.result, id: "2")
            driver.call { (stream) throws(StreamMisuse) in try stream.send(answer) }
        },
        Row("an answer that came before", .unknownRequest, ready, event(.answered(RequestID(1), .unavailable))),
        Row("an answer that nobody will want", .unknownRequest, ready, event(.answered(RequestID(99), .unavailable))),
        Row("a timer that was not set", .unknownTimer, ready, event(.timerFired(.silence))),
        Row("a request's timer that was not set", .unknownTimer, ready) { driver in
            let (id, handle) = try driver.ask()
            driver.receive("<iq type='result' id='\(id)'/>")
            let before = driver.stream
            driver.receive(.timerFired(.request(handle)))
            #expect(driver.stream == before)
        },
    ]

    private static let wrong = [
        Row("bytes while TLS is negotiated", .awaitingTransport, switching, receive),
        Row("TLS that was not ordered", .unaskedTransport, ready, event(.secured(TLSFacts(.tls13)))),
        Row("compression that was not ordered", .unaskedTransport, ready, event(.compressed)),
        Row("compression in place of TLS", .unaskedTransport, switching, event(.compressed)),
        Row("an answer of another kind", .wrongAnswer, waiting) { driver in
            let question = try #require(driver.open.first)
            driver.receive(.answered(question.id, .certificate(isAccepted: true)))
        },
        Row("random bytes, but too few", .wrongAnswer, waiting) { driver in
            let question = try #require(driver.open.first)
            driver.receive(.answered(question.id, .randomBytes(Secret([1, 2, 3]))))
        },
        Row("an answer of another kind to a feature", .wrongAnswer, judging) { driver in
            let question = try #require(driver.open.first)
            driver.receive(.answered(question.id, .custom(nil)))
        },
        Row("more bytes than can wait", .full, waiting, receive),
        Row("more stanzas than can wait", .full, crammed, send),
        Row(
            "more requests than can wait", .full, { try ReadyStream.client.driver { $0.limits.openRequests = 0 } },
            request),
        Row("a request while random bytes are on their way", .awaitingRandomBytes, spent, request),
        Row("a request that is not tracked", .untrackedRequest, ready) { driver in
            let ping = try Fixtures.ping()
            driver.call { (stream) throws(StreamMisuse) in try stream.send(ping) }
        },
        Row("a request that is none", .noRequest, ready) { driver in
            let result = try IQ(.result, id: "1")
            driver.call { (stream) throws(StreamMisuse) in _ = try stream.request(result) }
        },
        Row("declining what is no request", .noRequest, ready) { driver in
            let result = try IQ(.result, id: "1")
            driver.call { (stream) throws(StreamMisuse) in try stream.decline(result) }
        },
        Row("a component's stanza without addresses", .addressing, { try ReadyStream.component.driver() }, send),
        Row("a component's stanza of another domain", .addressing, { try ReadyStream.component.driver() }) {
            send(try Fixtures.message(from: "juliet@example.com"), &$0)
        },
        Row("a stanza that its host's framing cannot write", .unwritable, refusing) {
            send(try Fixtures.message(to: "\(RefusingWriter.word)@example.net"), &$0)
        },
        Row("a request that its host's framing cannot write", .unwritable, refusing) { driver in
            let ping = try Fixtures.ping(to: "\(RefusingWriter.word)@example.net")
            driver.call { (stream) throws(StreamMisuse) in _ = try stream.request(ping) }
        },
        Row("a stanza that is too large", .tooLarge, limited) { send(try Fixtures.message(10_000), &$0) },
        Row("a request that is too large", .tooLarge, limited) { driver in
            let large = try Element(xml: "<x xmlns='y'>\(String(repeating: "x", count: 10_000))</x>")
            let iq = try IQ(.get, id: "1") { $0.element(large) }
            driver.call { (stream) throws(StreamMisuse) in _ = try stream.request(iq) }
        },
    ]

    @Test("XEP0114-3-10, S26: a call out of order is refused, and changes nothing", arguments: rows)
    func misuse(_ row: Row) throws {
        var driver = try row.make()
        #expect(driver.misuses == [])
        let before = driver.stream
        let sent = driver.sent
        try row.call(&driver)
        #expect(driver.misuse == [row.code])
        #expect(row.name == "a request's timer that was not set" || driver.stream == before)
        #expect(row.name == "a request's timer that was not set" || driver.sent == sent)
    }

    @Test func `an error that cannot be written is refused, and the stream goes on`() throws {
        var stream = try ReadyStream.serverOfClient.driver().stream
        let before = stream
        let error = StreamError(.policyViolation, text: LocalizedText("\u{1}", language: "en"))
        let misuse = #expect(throws: StreamMisuse.self) { try stream.close(with: error) }
        #expect(misuse?.code == .unwritable && stream == before)
        try stream.close(with: StreamError(.policyViolation, text: "enough"))
        #expect(stream.isOver)
    }
}
