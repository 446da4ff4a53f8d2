import XMLStream
public import XMPPEngine
public import XMPPNegotiation
public import XMPPStanza

/// A stream with a host, a clock and two pipes around it, all in memory: it carries out what the stream orders, and notes
/// what happened.
public struct StreamDriver<Host: StreamHost> {
    /// The stream.
    public var stream: XMPPStream
    /// What answers it.
    public var host: Host
    /// The timers that it has set.
    public var clock = HandWoundClock()
    /// What is cut how on its way in.
    public var chopping = Chopping.whole

    /// The orders that came, but those that the driver carries out by itself: writing, timers, answered questions.
    public private(set) var notes: [StreamAction] = []
    /// All that the stream has ever sent.
    public private(set) var sent: [UInt8] = []
    /// Questions that the host has left open.
    public private(set) var open: [(id: RequestID, question: HostQuestion)] = []
    /// Calls that the stream refused.
    public private(set) var misuses: [StreamMisuse] = []
    /// The order to negotiate TLS that is to be followed.
    public private(set) var pendingTLS: TLSRequest?
    /// Whether the stream has had its transport closed.
    public private(set) var hasClosedTransport = false
    /// Whether TLS protects the bytes.
    public private(set) var isSecure = false
    /// What writes down all that goes in and comes out; nil where nothing does (`startLog`).
    package var recorder: StreamRecorder?

    /// What has been sent and not fetched by the other side.
    private var outbound: [UInt8] = []
    private var inbound: [UInt8] = []
    private var passed = 0
    private var scratch = StreamScratchBox()

    /// A driver.
    public init(_ stream: XMPPStream, host: Host, chopping: Chopping = .whole) {
        self.stream = stream
        self.host = host
        self.chopping = chopping
    }
}

/// Scratch that a copyable value can hold.
private final class StreamScratchBox {
    var scratch = StreamScratch()
}

extension StreamDriver {
    // MARK: Calls

    /// Begins.
    public mutating func begin(on tls: TLSFacts? = nil) {
        isSecure = tls != nil
        recorder?.note(.begun(on: tls))
        note { (driver) throws(StreamMisuse) in try driver.stream.begin(on: tls) }
    }

    /// Hands bytes to the stream, cut as is wanted.
    public mutating func receive(_ bytes: [UInt8]) {
        inbound += bytes
        while !inbound.isEmpty, takeInbound() {}
    }

    /// Hands text to the stream, cut as is wanted.
    public mutating func receive(_ text: String) { receive(Array(text.utf8)) }

    /// Tells the stream of an event.
    public mutating func receive(_ event: StreamEvent) {
        recorder?.note(.happened(event))
        note { (driver) throws(StreamMisuse) in
            try driver.stream.receive(event, using: &driver.scratch.scratch)
        }
    }

    /// Calls the stream, and carries out what it orders then. A log ends here, since it cannot say what was called:
    /// `take` has all that there is to call.
    public mutating func call(_ body: (inout XMPPStream) throws(StreamMisuse) -> Void) {
        recorder?.stop(because: "What was called here is not known.")
        note { (driver) throws(StreamMisuse) in try body(&driver.stream) }
    }

    /// Does to the stream what an input says, and carries out what it orders then.
    public mutating func take(_ input: StreamInput) {
        switch input {
        case .begun(let tls): begin(on: tls)
        case .received(let bytes): receive(bytes)
        case .happened(let event): receive(event)
        case .sent, .requested, .declined, .closed:
            recorder?.note(input)
            note { (driver) throws(StreamMisuse) in
                try driver.stream.take(input, using: &driver.scratch.scratch)
            }
        }
    }

    /// Begins to write a log, before anything else: of a stream made by a recipe, or described in words.
    public mutating func startLog(_ setup: StreamLog.Setup) { recorder = StreamRecorder(setup) }

    /// The lines of the log since this was called last; none where none is written.
    public mutating func takeLog() -> [UInt8] { recorder?.takeText() ?? [] }

    /// Answers a question that was left open.
    public mutating func answer(_ id: RequestID, _ answer: HostAnswer) {
        open.removeAll { $0.id == id }
        receive(.answered(id, answer))
    }

    /// Winds the clock, and has the timers fire that run out.
    public mutating func wind(by duration: Duration) {
        let end = clock.now + duration
        while let timer = clock.wind(by: end - clock.now) { receive(.timerFired(timer)) }
    }

    /// What the stream has sent since this was called last.
    public mutating func takeSent() -> [UInt8] {
        defer { outbound = [] }
        return outbound
    }

    /// What the stream has sent since this was called last, as text.
    public mutating func takeSentText() -> String { String(decoding: takeSent(), as: UTF8.self) }

    /// Completes the handshake that was ordered, as the host knows it.
    public mutating func completeTLS() {
        if let request = pendingTLS { completeTLS(with: host.handshake(as: request.role)) }
    }

    /// Completes the handshake that was ordered, with these facts; nil: it failed, and the transport is gone.
    public mutating func completeTLS(with facts: TLSFacts?) {
        guard pendingTLS != nil else { return }
        pendingTLS = nil
        guard let facts else { return receive(.transportClosed) }
        isSecure = true
        receive(.secured(facts))
    }

    /// How the stream ended; nil where it has not.
    public var end: StreamEnd? {
        for case .ended(let end) in notes { return end }
        return nil
    }

    /// The stanzas that came in.
    public var stanzas: [AnyStanza] {
        notes.compactMap { if case .stanza(let stanza) = $0 { stanza } else { nil } }
    }

    /// What the stream became once it was ready; nil where it is not.
    public var established: EstablishedStream? {
        for case .established(let stream) in notes { return stream }
        return nil
    }

    // MARK: Orders

    /// Takes the next piece of what has come in.
    ///
    /// - Returns: Whether the stream could take it.
    private mutating func takeInbound() -> Bool {
        guard pendingTLS == nil, !stream.isOver else {
            inbound = []
            return false
        }
        let length = chopping.length(of: inbound.count, passed: passed)
        let piece = Array(inbound.prefix(length))
        inbound.removeFirst(length)
        passed += length
        recorder?.note(.received(piece))
        note { (driver) throws(StreamMisuse) in
            try piece.withRawSpan { (bytes) throws(StreamMisuse) in
                try driver.stream.receive(bytes, using: &driver.scratch.scratch)
            }
        }
        return true
    }

    private mutating func note(_ body: (inout StreamDriver) throws(StreamMisuse) -> Void) {
        do throws(StreamMisuse) {
            try body(&self)
        } catch {
            misuses.append(error)
            recorder?.note(error)
        }
        carryOut()
    }

    /// Carries out what is ordered, until nothing is.
    private mutating func carryOut() {
        while let action = nextAction() {
            switch action {
            case .write(let byteCount): write(byteCount)
            case .setTimer(let timer, let duration): clock.set(timer, duration)
            case .cancelTimer(let timer): clock.cancel(timer)
            case .request(let id, let question):
                if let answer = host.answer(question) {
                    receive(.answered(id, answer))
                } else {
                    open.append((id, question))
                    notes.append(action)
                }
            case .startTLS(let request):
                pendingTLS = request
                notes.append(action)
            case .startCompression:
                notes.append(action)
                receive(.compressed)
            case .closeTransport:
                hasClosedTransport = true
                notes.append(action)
            case .established, .stanza, .nonza, .answered, .unanswered, .unsent, .ended: notes.append(action)
            }
        }
    }

    private mutating func nextAction() -> StreamAction? {
        let action = stream.nextAction()
        recorder?.note(action)
        return action
    }

    private mutating func write(_ byteCount: Int) {
        var bytes: [UInt8] = []
        stream.drainOutput { span in
            bytes = Array(span.array.prefix(byteCount))
            return bytes.count
        }
        recorder?.note(written: bytes)
        sent += bytes
        outbound += bytes
    }
}
