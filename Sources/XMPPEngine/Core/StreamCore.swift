import XMLStream
import XMPPAddress
import XMPPNegotiation
import XMPPStanza

/// Everything of a stream but the reader of its frames: takes frames and events, writes frames, and orders its host.
struct StreamCore: Hashable, Sendable {
    /// What the reader is to do before it goes on.
    struct ReaderOrders: Hashable, Sendable {
        /// A new stream begins at the next byte.
        var restarts = false
        /// The limits of after authentication hold.
        var raisesLimits = false
    }

    /// What stands between the stream and the wire.
    enum Transport: Hashable, Sendable {
        /// What was there before, or what was ordered and is there now.
        case settled
        /// Another one was ordered, and the order is to go out once it is known what came behind.
        case ordering(TransportSwitch)
        /// Another one was ordered.
        case switching(TransportSwitch)
    }

    let setup: StreamSetup
    var life = StreamLife.idle
    var side: NegotiationSide
    var transport = Transport.settled
    var writer: FrameOutput
    /// Whether the wire can take an element or an end tag: our header stands before it.
    var isOutputOpen = false
    var reader = ReaderOrders()
    /// Bytes of the stream read when the frame at hand was complete.
    var byteOffset: Int64 = 0

    var queue = ActionQueue()
    /// Bytes that the host has been told to write and has not taken.
    var announcedByteCount = 0
    var questions = OpenQuestions()
    var entropy = EntropyStore()
    var timers = SetTimers()

    private var boxedHeaders = Boxed<HeadersRead>.usual

    var outbox = Outbox()
    var requests = OutgoingRequests()
    var owed = OwedAnswers()
    var rules: SenderRules? { didSet { takeUpTerms() } }
    /// What of rules, configuration and facts each stanza is measured by.
    private(set) var terms = ExchangeTerms()
    /// Stanzas that came while this side was still negotiating something voluntary.
    var early: [EarlyStanza] = []
    var stages: [StageInstallation] = []
    var unhandled = UnhandledStanzas()
    /// What became of the element at hand, and its number among those that came in through stages. They mean nothing
    /// between two calls.
    var admission = Admission.done
    var admittedNumber: Int?
    /// How many stages are being carried out that were told of something by one another: none between two calls.
    var stageDepth = 0
    var lastNumber: UInt64 = 0
    /// Answers that nobody had asked for.
    var strayAnswerCount: UInt64 = 0
    /// Whether something was sent, and whether something came, since the timer last ran out.
    var hasSent = false
    var hasReceived = false

    init(_ setup: StreamSetup, writer: any FrameWriter) {
        self.setup = setup
        self.writer = FrameOutput(writer)
        side = NegotiationSide(setup.configuration)
    }

    var configuration: StreamConfiguration { setup.configuration }
    var facts: StreamFacts { side.facts }

    /// What is known of the peer's headers.
    var headers: HeadersRead {
        get { if case .other(let headers) = boxedHeaders { headers } else { HeadersRead() } }
        set { boxedHeaders = newValue == HeadersRead() ? .usual : .other(newValue) }
    }

    /// Draws up the terms anew, once what they are drawn from has changed.
    mutating func takeUpTerms() {
        terms = rules.map { ExchangeTerms($0, setup, side) } ?? ExchangeTerms()
    }

    /// Whether nothing may be read now: the host owes an answer or another transport.
    ///
    /// Inlined, since calling it copies all of the value first: 40 ns for each chunk.
    @inline(__always)
    var isPaused: Bool {
        guard case .settled = transport, questions.negotiation == nil else { return true }
        return life == .opening && configuration.role == .receiving && !entropy.canName
    }

    static func == (one: StreamCore, other: StreamCore) -> Bool {
        one.setup == other.setup && one.life == other.life && one.side == other.side
            && one.transport == other.transport && one.isOutputOpen == other.isOutputOpen
            && one.writer.isEqual(to: other.writer) && one.queue == other.queue
            && one.announcedByteCount == other.announcedByteCount && one.questions == other.questions
            && one.entropy == other.entropy && one.timers == other.timers
            && one.boxedHeaders == other.boxedHeaders && one.outbox == other.outbox
            && one.requests == other.requests && one.owed == other.owed && one.stages == other.stages
            && one.early == other.early && one.unhandled == other.unhandled
            && one.hasSent == other.hasSent && one.hasReceived == other.hasReceived
            && one.lastNumber == other.lastNumber && one.strayAnswerCount == other.strayAnswerCount
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(life)
        hasher.combine(side)
        hasher.combine(transport)
        hasher.combine(questions)
        hasher.combine(timers)
    }
}

extension StreamCore {
    // MARK: Orders

    /// Gives an order that has to come behind what was written so far.
    mutating func order(_ action: StreamAction) {
        announceOutput()
        queue.append(action)
    }

    /// Tells the host of the bytes that it has not been told of.
    mutating func announceOutput() {
        let unannounced = writer.pendingByteCount &- announcedByteCount
        guard unannounced > 0 else { return }
        announcedByteCount &+= unannounced
        queue.append(.write(byteCount: unannounced))
    }

    /// Sets a timer, or sets it anew.
    mutating func set(_ timer: StreamTimer, _ duration: Duration) {
        timers.set(timer, duration)
        queue.append(.setTimer(timer, duration))
    }

    /// Forgets a timer, if it is set.
    mutating func cancel(_ timer: StreamTimer) {
        guard timers.remove(timer) else { return }
        queue.append(.cancelTimer(timer))
    }

    /// Asks the host for random bytes, unless it has been asked.
    mutating func refillEntropy() {
        guard entropy.isLow, questions.entropy == nil else { return }
        order(.request(questions.ask(.entropy), .randomBytes(count: EntropyStore.refillBytes)))
    }

    mutating func nextNumber() -> UInt64 {
        lastNumber &+= 1
        return lastNumber
    }

    // MARK: Writing

    /// Writes an element, whatever its size, unless too much waits to be drained already: then the stream ends.
    mutating func write(_ element: Element) {
        if isOutputOverfull { return violate(Self.unread) }
        writeAnyway(element)
    }

    /// A peer that makes answers and reads none is no host's misuse.
    static let unread = StreamViolation(.resourceConstraint, expected: "a peer that reads what it is answered")

    /// Writes an element, whatever waits already.
    mutating func writeAnyway(_ element: Element) {
        guard isOutputOpen else { return }
        hasSent = true
        do throws(XMLContentError) {
            _ = try writer.write(element, atMost: .max)
        } catch {
            // An open stream takes any element.
            assertionFailure("\(error)")
        }
    }
}
