import XMLStream
import XMPPAddress
import XMPPNegotiation
import XMPPSASL
import XMPPStanza

/// What the host wishes, answers and tells.
extension StreamCore {
    /// Begins, on a transport that is open.
    mutating func begin(on tls: TLSFacts?) throws(StreamMisuse) {
        guard life == .idle else { throw StreamMisuse(life == .over ? .over : .alreadyBegun) }
        set(.negotiation, configuration.deadlines.negotiation)
        switch side {
        case .initiating(var negotiation):
            let actions = negotiation.begin(on: tls, in: setup.negotiation)
            side = .initiating(negotiation)
            _ = life.receive(.begun)
            perform(actions)
        case .receiving, .settled:
            if let tls { side.facts.take(.secure(tls)) }
            _ = life.receive(.begun)
            refillEntropy()
        }
    }

    /// Takes an event.
    mutating func receive(_ event: StreamEvent) throws(StreamMisuse) {
        if life == .over { throw StreamMisuse(.over) }
        if life == .idle, event != .transportClosed { throw StreamMisuse(.notBegun) }
        switch event {
        case .secured(let facts):
            guard transport == .switching(.tls) else { throw StreamMisuse(.unaskedTransport) }
            transport = .settled
            perform(negotiate(.switched(.tls(facts))))
        case .compressed:
            guard case .switching(.compression(let method)) = transport else {
                throw StreamMisuse(.unaskedTransport)
            }
            transport = .settled
            perform(negotiate(.switched(.compression(method: method))))
        case .answered(let id, let answer): try take(answer, to: id)
        case .timerFired(let timer): try take(timer)
        case .transportClosed: end(life.receive(.transportClosed))
        }
    }

    private mutating func take(_ answer: HostAnswer, to id: RequestID) throws(StreamMisuse) {
        switch questions.asker(of: id) {
        case nil: throw StreamMisuse(.unknownRequest)
        case .entropy:
            guard case .randomBytes(let bytes) = answer, bytes.exposed.count == EntropyStore.refillBytes else {
                guard answer == .unavailable else { throw StreamMisuse(.wrongAnswer) }
                questions.close(.entropy)
                // Without random bytes nothing is safe; a stream that this side has closed needs none any more.
                if life != .closing, life != .abandoning { abort(StreamError(.internalServerError)) }
                return
            }
            questions.close(.entropy)
            entropy.add(bytes)
        case .negotiation:
            let actions = negotiate(.answered(answer))
            if actions == [.refuse] { throw StreamMisuse(.wrongAnswer) }
            questions.close(.negotiation)
            perform(actions)
        }
    }

    private mutating func take(_ timer: StreamTimer) throws(StreamMisuse) {
        guard timers.remove(timer) else { throw StreamMisuse(.unknownTimer) }
        switch timer {
        case .negotiation: expire(timer, .connectionTimeout)
        case .closing: end(life.receive(.closingTimedOut))
        case .keepalive: keepAlive()
        case .silence:
            guard hasReceived else { return expire(timer, .connectionTimeout) }
            hasReceived = false
            if let silence = configuration.deadlines.silence { set(.silence, silence) }
        case .owedAnswers:
            for iq in owed.takeOld(in: configuration.content) { reply(iq.element) }
            if owed.count > 0 { set(.owedAnswers, configuration.deadlines.answer) }
        case .stage(let key): wakeStage(key)
        case .request(let handle): if requests.remove(handle) { queue.append(.unanswered(handle, .deadline)) }
        }
    }

    // MARK: Keeping alive

    /// How often to look whether anything was sent: twice within the time that may pass without. Silence is kept for no
    /// more than three quarters of what the peer bears (XEP-0478 §3), since white space takes its time too.
    var keepaliveInterval: Duration? {
        let borne = facts.peerLimits.idleSeconds.map { Duration.seconds($0) * 3 / 4 }
        guard let wanted = configuration.deadlines.keepalive else { return borne.map { $0 / 2 } }
        return min(wanted, borne ?? wanted) / 2
    }

    private mutating func keepAlive() {
        guard isOutputOpen, let interval = keepaliveInterval else { return }
        if !hasSent { writer.writeKeepalive() }
        // White space counts as sent.
        hasSent.toggle()
        set(.keepalive, interval)
    }

    // MARK: Sending

    /// Bytes that the peer takes at most in one element (XEP-0478).
    var maximumStanzaBytes: Int { terms.maximumStanzaBytes }

    /// Whether so much waits to be drained that the host can send nothing more.
    @inline(__always)
    var isOutputFull: Bool { writer.pendingByteCount >= setup.configuration.limits.undrainedBytes }

    /// Whether so much waits that there is no answering any more. The host's own stanzas do not come this far.
    var isOutputOverfull: Bool { writer.pendingByteCount / 2 >= setup.configuration.limits.undrainedBytes }

    /// Sends a stanza, or has it wait until the stream is ready.
    mutating func send(_ element: Element) throws(StreamMisuse) -> StanzaHandle {
        try checkSending(element)
        switch life {
        case .idle: throw StreamMisuse(.notBegun)
        case .closing, .abandoning, .over: throw StreamMisuse(.over)
        case .ready:
            if isOutputFull { throw StreamMisuse(.full) }
            try put(element)
        case .opening, .negotiating:
            guard outbox.add(element, StanzaHandle(number: lastNumber &+ 1), within: configuration.limits) else {
                throw StreamMisuse(.full)
            }
        }
        return StanzaHandle(number: nextNumber())
    }

    /// Sends an iq: an answer only to what was asked, and only once.
    mutating func send(_ iq: IQ) throws(StreamMisuse) -> StanzaHandle {
        guard setup.configuration.tracksRequests else { return try send(iq.element) }
        if iq.isRequest { throw StreamMisuse(.untrackedRequest) }
        try checkReady()
        guard let request = owed.request(answeredBy: iq) else { throw StreamMisuse(.answeredBefore) }
        let handle = try send(iq.element)
        // Only now, as what is refused changes nothing. A stage may have let in other requests, or ended the stream.
        owed.remove(request)
        return handle
    }

    /// Answers a request for a host that does not know what it asks.
    mutating func decline(_ iq: IQ) throws(StreamMisuse) {
        guard iq.isRequest, iq.isAnswerable else { throw StreamMisuse(.noRequest) }
        try checkReady()
        let request = owed.request(iq)
        if configuration.tracksRequests, request == nil { throw StreamMisuse(.answeredBefore) }
        var answer: IQ?
        do throws(XMLContentError) {
            answer = try iq.error(StanzaError(.serviceUnavailable))
        } catch {
            throw StreamMisuse(.unwritable)
        }
        guard let answer else { throw StreamMisuse(.noRequest) }
        if isOutputFull { throw StreamMisuse(.full) }
        try put(answer.element)
        if let request { owed.remove(request) }
    }

    /// Sends a request under an id that nobody can guess, and waits for its answer.
    mutating func request(_ iq: IQ, deadline: Duration) throws(StreamMisuse) -> RequestHandle {
        guard iq.isRequest else { throw StreamMisuse(.noRequest) }
        try checkReady()
        let recipient = try address(.to, of: iq)
        let sender = try address(.from, of: iq)
        guard requests.count < configuration.limits.openRequests else { throw StreamMisuse(.full) }
        // More are on their way: they are asked for before the last have gone.
        var names = entropy
        guard let id = names.takeName() else { throw StreamMisuse(.awaitingRandomBytes) }
        var element = iq.element
        do throws(XMLContentError) {
            try element.setAttribute(.id, to: id)
        } catch {
            throw StreamMisuse(.unwritable)
        }
        // Before it is sent: a stage may end the stream over it, and there will be no answer then.
        let handle = RequestHandle(number: lastNumber &+ 1)
        requests.add(id, to: recipient, from: sender, handle)
        do throws(StreamMisuse) {
            _ = try send(element)
        } catch {
            _ = requests.remove(handle)
            throw error
        }
        if life == .over { return handle }
        entropy = names
        set(.request(handle), deadline)
        refillEntropy()
        return handle
    }

    private func address(_ direction: StanzaDirection, of iq: IQ) throws(StreamMisuse) -> JID? {
        switch iq.address(direction) {
        case nil: return nil
        case .jid(let jid): return jid
        case .unprepared: throw StreamMisuse(.addressing)
        }
    }

    private func checkReady() throws(StreamMisuse) {
        switch life {
        case .idle: throw StreamMisuse(.notBegun)
        case .opening, .negotiating: throw StreamMisuse(.notReady)
        case .ready: return
        case .closing, .abandoning, .over: throw StreamMisuse(.over)
        }
    }

    /// A component's stanzas have both addresses, and are from its domain (XEP-0114 §3).
    @inline(__always)
    private func checkSending(_ element: Element) throws(StreamMisuse) {
        guard setup.configuration.content == .component, setup.configuration.role == .initiating else { return }
        guard let from = element.address(.from)?.jid, element.address(.to) != nil,
            from.domain == configuration.domain?.domain
        else { throw StreamMisuse(.addressing) }
    }

    // MARK: Closing

    /// Closes the stream: in order, or with an error.
    mutating func close(_ error: StreamError?) throws(StreamMisuse) {
        if life == .over || life == .closing || life == .abandoning { throw StreamMisuse(.over) }
        if let error {
            if life == .idle { throw StreamMisuse(.notBegun) }
            if error.condition == .seeOtherHost, configuration.policy.requiresTLS, !facts.isSecure {
                throw StreamMisuse(.unprotected)
            }
            do throws(XMLContentError) {
                _ = try error.element()
            } catch {
                throw StreamMisuse(.unwritable)
            }
            return abort(error)
        }
        if !isOutputOpen, life != .idle {
            // There is nothing to end in order: no header stands before it.
            return end(life.receive(.failed), as: .closed)
        }
        end(life.receive(.closeWished))
    }
}
