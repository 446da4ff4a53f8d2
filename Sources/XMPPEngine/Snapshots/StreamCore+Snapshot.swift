import XMPPNegotiation
import XMPPStanza

/// Everything of a stream but the reader of its frames, in a snapshot. There are no random bytes in it.
extension StreamCore {
    /// Whether nothing is under way between the stream and its host or its peer. What features, stages and the framing
    /// keep, they have to tell themselves.
    var isQuiescent: Bool {
        transport == .settled && reader == ReaderOrders() && queue.isEmpty && announcedByteCount == 0
            && writer.pendingByteCount == 0 && questions.negotiation == nil && questions.entropy == nil
            && headers.suspicion == nil && early.isEmpty && facts.compressionMethod == nil
    }

    func write(to snapshot: inout SnapshotWriter, remaining: [StreamTimer: Duration]) {
        snapshot.write(configuration.role == .receiving)
        snapshot.write(configuration.content)
        switch life {
        case .opening: snapshot.write(0 as UInt8)
        case .negotiating: snapshot.write(1 as UInt8)
        case .ready: snapshot.write(2 as UInt8)
        case .closing: snapshot.write(3 as UInt8)
        case .idle, .abandoning, .over: snapshot.refuse()
        }
        snapshot.write(side, in: setup, isReady: life == .ready || life == .closing)
        snapshot.write(writer.snapshot()) { $0.write($1) }
        snapshot.write(questions.count)
        snapshot.write(!entropy.isEmpty)
        snapshot.write(timers, remaining: remaining)
        snapshot.write(headers.pins)
        snapshot.write(headers.last) { $0.write($1) }
        snapshot.write(outbox)
        snapshot.write(requests)
        snapshot.write(owed)
        snapshot.write(stages)
        snapshot.write(lastNumber)
        snapshot.write(strayAnswerCount)
        snapshot.write(hasSent)
        snapshot.write(hasReceived)
        if writer.snapshot() == nil { snapshot.refuse() }
    }

    /// The core that a snapshot was taken of. It orders every timer that is set, and random bytes where there were some.
    init(
        restoring snapshot: inout SnapshotReader, _ setup: StreamSetup, writer: any FrameWriter
    ) throws(SnapshotViolation) {
        self.init(setup, writer: writer)
        let role: StreamRole = try snapshot.flag() ? .receiving : .initiating
        guard role == configuration.role, try snapshot.content() == configuration.content else {
            throw snapshot.violation(.otherSetup)
        }
        life = try snapshot.life()
        side = try snapshot.side(in: setup)
        let isReady = life == .ready || life == .closing
        if isReady != side.isSettled || isReady && !configuration.policy.isReached(by: facts) {
            throw snapshot.violation()
        }
        try resumeWriter(&snapshot)
        questions = OpenQuestions(count: try snapshot.number())
        let hadEntropy = try snapshot.flag()
        let (set, waits) = try snapshot.timers()
        timers = set
        headers.pins = try snapshot.pins()
        headers.last = try snapshot.optional { (reader) throws(SnapshotViolation) in try reader.header() }
        outbox = try snapshot.outbox()
        requests = try snapshot.requests()
        owed = try snapshot.owed()
        stages = try snapshot.stages(in: setup)
        lastNumber = try snapshot.number()
        strayAnswerCount = try snapshot.number()
        hasSent = try snapshot.flag()
        hasReceived = try snapshot.flag()
        if isReady { rules = SenderRules(facts, configuration) }
        takeUpTerms()
        if isReady { settleNegotiation() }
        for (timer, duration) in waits { queue.append(.setTimer(timer, duration)) }
        if hadEntropy { refillEntropy() }
    }

    private mutating func resumeWriter(_ snapshot: inout SnapshotReader) throws(SnapshotViolation) {
        let state = try snapshot.optional { (reader) throws(SnapshotViolation) in try reader.array() }
        let header = StreamHeader(language: nil, content: configuration.content)
        guard let state, writer.resume(from: state, in: header), writer.pendingByteCount == 0 else {
            throw snapshot.violation(.otherFraming)
        }
        let mayBeOpen: [Bool]
        switch life {
        case .negotiating, .ready: mayBeOpen = [true]
        // A receiving entity has ended no stream that it restarts, and has not begun the new one.
        case .opening: mayBeOpen = configuration.role == .initiating ? [true] : [true, false]
        case .closing, .idle, .abandoning, .over: mayBeOpen = [false]
        }
        isOutputOpen = mayBeOpen == [true]
        // Only an open stream has an end.
        var probe = writer
        probe.close()
        if !mayBeOpen.contains(probe.pendingByteCount > 0) { throw snapshot.violation() }
    }
}

extension SnapshotReader {
    fileprivate mutating func life() throws(SnapshotViolation) -> StreamLife {
        switch try byte() {
        case 0: .opening
        case 1: .negotiating
        case 2: .ready
        case 3: .closing
        default: throw violation()
        }
    }
}
