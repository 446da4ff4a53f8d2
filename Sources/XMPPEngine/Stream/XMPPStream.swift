public import XMLStream
public import XMPPNegotiation
public import XMPPStanza

/// One XMPP stream, from its first byte to its last, as a value: bytes and events in, orders and events out.
///
/// It does no input or output and has no clock and no random source. It never traps, whatever the peer sends and
/// whatever the host calls: what the peer does wrong ends the stream (`StreamEnd.violation`), what the host does wrong is
/// thrown (`StreamMisuse`) and changes nothing.
///
/// **The contract.** After `begin`, `init(restoring:)` and `fork`, and after each call of either `receive`, of `send`,
/// `request`, `decline` or `close`, call `nextAction` until it returns nil, and carry the orders out as they come: `write`
/// means to take so many bytes by `drainOutput` and send them. After `startTLS` or `startCompression` give it no more bytes
/// until the other side is switched too, and then call `receive` with `secured` or `compressed`. Answer each `request` once,
/// whenever the answer is there. After `ended` send what `write` says, close the transport where `closeTransport` says so,
/// and drop the stream.
///
/// ```swift
/// var stream = XMPPStream(setup)
/// var scratch = StreamScratch()
/// try stream.begin()
/// while let chunk = transport.read() {
///     try stream.receive(chunk.span.bytes, using: &scratch)
///     while let action = stream.nextAction() { … }
/// }
/// ```
public struct XMPPStream: Sendable {
    var reader: FrameInput
    var core: StreamCore
    /// Bytes that wait until the host has answered.
    var held: [UInt8] = []
    /// Where the transport delivers messages, how many bytes each of those has that wait.
    var heldMessages: [Int] = []

    /// A stream over TCP of which nothing has been sent.
    public init(_ setup: StreamSetup) {
        self.init(
            setup, reader: TCPFrameReader(limits: setup.configuration.limits.beforeAuthentication),
            writer: TCPFrameWriter())
    }

    /// A stream in another framing.
    public init(_ setup: StreamSetup, reader: any FrameReader, writer: any FrameWriter) {
        core = StreamCore(setup, writer: writer)
        self.reader = FrameInput(reader)
        self.reader.limits = setup.configuration.limits.beforeAuthentication
    }

    // MARK: Input

    /// Begins, once the transport is open: an initiating entity sends its header, a receiving one waits for it.
    ///
    /// - Parameter tls: TLS that came first, as in direct TLS (XEP-0368).
    /// - Throws: `StreamMisuse` where it has begun before (`alreadyBegun`), or was closed before it began (`over`).
    public mutating func begin(on tls: TLSFacts? = nil) throws(StreamMisuse) {
        try core.begin(on: tls)
        followReaderOrders()
    }

    /// Takes bytes that the peer has sent.
    ///
    /// Where the stream has to wait for the host, it keeps what follows, up to `StreamLimits.heldBytes`.
    ///
    /// - Parameter scratch: Memory shared by all streams of an event loop.
    /// - Throws: `StreamMisuse`: `notBegun`, `over`, `awaitingTransport` while TLS or compression is set up, and `full`
    ///   where too much waits; then none of the bytes were taken.
    /// - Complexity: O(*n*) in the bytes, whatever their division into chunks.
    public mutating func receive(
        _ bytes: RawSpan, using scratch: inout StreamScratch
    ) throws(StreamMisuse) {
        switch core.life {
        case .idle: throw StreamMisuse(.notBegun)
        case .over: throw StreamMisuse(.over)
        case .opening, .negotiating, .ready, .closing, .abandoning: break
        }
        if case .switching = core.transport { throw StreamMisuse(.awaitingTransport) }
        guard !isHolding, !core.isPaused else { return try hold(bytes) }
        core.hasReceived = true
        run(bytes, &scratch)
        core.orderSwitch(leftover: takeHeldIfSwitching())
    }

    /// Takes an event.
    ///
    /// - Throws: `StreamMisuse`: `notBegun` (but for `transportClosed`), `over`, and where nothing of the kind was asked for:
    ///   `unaskedTransport`, `unknownRequest`, `wrongAnswer`, `unknownTimer`.
    public mutating func receive(_ event: StreamEvent, using scratch: inout StreamScratch) throws(StreamMisuse) {
        try core.receive(event)
        followReaderOrders()
        goOn(&scratch)
    }

    // MARK: Wishes

    /// Sends a message, in order behind everything sent before; waits for the stream to be ready.
    ///
    /// - Throws: `StreamMisuse`: `notBegun`, `over`, `full`, `tooLarge`, `unwritable`, or, for a component, `addressing`.
    @discardableResult
    public mutating func send(_ message: Message) throws(StreamMisuse) -> StanzaHandle {
        try core.send(message.element)
    }

    /// Sends a presence; see the other `send`.
    @discardableResult
    public mutating func send(_ presence: Presence) throws(StreamMisuse) -> StanzaHandle {
        try core.send(presence.element)
    }

    /// Sends an iq. Where requests are tracked (`StreamConfiguration.tracksRequests`) it has to answer one of the peer's,
    /// which takes one answer, over a stream that is ready.
    ///
    /// - Throws: `StreamMisuse`, as the other `send`s, and where requests are tracked `untrackedRequest`, `notReady` and
    ///   `answeredBefore`.
    @discardableResult
    public mutating func send(_ iq: IQ) throws(StreamMisuse) -> StanzaHandle { try core.send(iq) }

    /// Sends a stanza of whichever kind, as the `send` for that kind does.
    @discardableResult
    public mutating func send(_ stanza: AnyStanza) throws(StreamMisuse) -> StanzaHandle {
        if core.setup.configuration.tracksRequests, case .iq(let iq) = stanza { return try core.send(iq) }
        return try core.send(stanza.element)
    }

    /// Sends a request over a stream that is ready. Its id is replaced by one that nobody can guess.
    ///
    /// One of `answered` and `unanswered` follows, with the handle that is returned. Between servers answers come over
    /// the stream of the other direction, so that there nothing follows but the deadline.
    ///
    /// - Throws: `StreamMisuse`: `noRequest`, `notReady`, `full`, `addressing`, `awaitingRandomBytes` (carry out the
    ///   orders and call again) and those of `send`.
    public mutating func request(
        _ iq: IQ, deadline: Duration = .seconds(60)
    ) throws(StreamMisuse) -> RequestHandle { try core.request(iq, deadline: deadline) }

    /// Answers a request of the peer's with `service-unavailable`: nobody here knows what it asks (RFC 6120 §8.4).
    ///
    /// - Throws: `StreamMisuse`: `noRequest` also for one that cannot be answered, `notBegun`, `notReady`, `answeredBefore`,
    ///   `full`, `tooLarge`, `unwritable`, `over`.
    public mutating func decline(_ iq: IQ) throws(StreamMisuse) {
        try core.decline(iq)
    }

    /// Closes the stream, in order or with an error (RFC 6120 §4.4, §4.9).
    ///
    /// In order means to wait for the peer's end tag, but no longer than `StreamDeadlines.closing`; stanzas may still
    /// come. With an error nothing is waited for.
    ///
    /// - Throws: `StreamMisuse`: `over` where it was closed before, `notBegun` for an error before `begin`, `unprotected` for
    ///   a `see-other-host` in the clear where policy asks for TLS, `unwritable` for a text that XML forbids.
    public mutating func close(with error: StreamError? = nil) throws(StreamMisuse) { try core.close(error) }

    // MARK: Output

    /// The next order to carry out; nil where there is none.
    @inline(__always)
    public mutating func nextAction() -> StreamAction? {
        if core.queue.isEmpty { core.announceOutput() }
        let action = core.queue.popFirst(language: core.terms.language)
        if !core.stages.isEmpty, let action { core.tellStages(of: action) }
        return action
    }

    /// Lends the bytes that are to be written, or, where the transport carries messages, those of the next message; `body`
    /// says how many of them it took.
    public mutating func drainOutput(_ body: (RawSpan) -> Int) {
        let before = core.writer.pendingByteCount
        core.writer.drain(body)
        let taken = before &- core.writer.pendingByteCount
        core.announcedByteCount = max(0, core.announcedByteCount &- taken)
    }

    // MARK: Queries

    /// What is known of the stream.
    ///
    /// Once it is ready, that is kept packed, and made out anew each time: a host that looks often keeps those of
    /// `established`. There are no channel bindings and no tokens among them any more, which that order told of.
    ///
    /// - Complexity: O(1), and once the stream is ready O(*n*) in the facts.
    public var facts: StreamFacts { core.facts }
    /// What became of each feature so far; empty once the stream is ready, as `established` told of it.
    public var plan: NegotiationPlan { core.side.plan }
    /// Whether the stream is ready for stanzas, and not closed by this side.
    public var isReady: Bool { core.life == .ready }
    /// Whether the stream is over.
    public var isOver: Bool { core.life == .over }
    /// Whether bytes would wait, so that the host had better not read any: the stream waits for it.
    public var isPaused: Bool { core.isPaused || isHolding }
    /// Bytes that have been written and not drained.
    public var pendingByteCount: Int { core.writer.pendingByteCount }
    /// Whether nothing of an element has come that is not complete.
    package var isBetweenFrames: Bool { reader.isBetweenFrames && !isHolding }
    /// What it is to be.
    package var setup: StreamSetup { core.setup }
    /// How many answers came that nobody had asked for.
    public var strayAnswerCount: UInt64 { core.strayAnswerCount }
    /// Where the stream stands, in words.
    public var stateName: String {
        switch core.life {
        case .negotiating: core.side.stateName
        case .idle, .opening, .ready, .closing, .abandoning, .over: "\(core.life)"
        }
    }
}

extension XMPPStream: Hashable {
    public static func == (one: XMPPStream, other: XMPPStream) -> Bool {
        one.core == other.core && one.held == other.held && one.heldMessages == other.heldMessages
            && one.reader.isEqual(to: other.reader)
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(core) }
}
