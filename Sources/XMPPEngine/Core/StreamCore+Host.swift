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
        case .receiving:
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
                if answer == .unavailable {
                    questions.close(.entropy)
                    if isPaused || life == .opening { abort(StreamError(.internalServerError)) }
                    return
                }
                throw StreamMisuse(.wrongAnswer)
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
        case .keepalive:
            if !hasSent, isOutputOpen { writer.writeKeepalive() }
            hasSent = false
            if let keepalive = configuration.deadlines.keepalive { set(.keepalive, keepalive) }
        case .silence:
            guard hasReceived else { return expire(timer, .connectionTimeout) }
            hasReceived = false
            if let silence = configuration.deadlines.silence { set(.silence, silence) }
        case .request(let handle): if requests.remove(handle) { queue.append(.unanswered(handle, .deadline)) }
        case .owedAnswers:
            for iq in owed.takeOld() { refuse(iq, .serviceUnavailable) }
            if owed.count > 0 { set(.owedAnswers, configuration.deadlines.answer) }
        case .stage(let key):
            guard let index = stages.firstIndex(where: { $0.key == key }) else { return }
            carryOut(step(.timerFired, at: index), at: index, isInward: false)
        }
    }

    // MARK: Sending

    /// Bytes that the peer takes at most in one element (XEP-0478).
    var maximumStanzaBytes: Int { terms.maximumStanzaBytes }

    /// Sends a stanza, or has it wait until the stream is ready.
    mutating func send(_ element: Element) throws(StreamMisuse) -> StanzaHandle {
        try checkSending(element)
        switch life {
        case .idle: throw StreamMisuse(.notBegun)
        case .closing, .abandoning, .over: throw StreamMisuse(.over)
        case .ready: try put(element)
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
        var after = owed
        guard after.take(answeredBy: iq) else { throw StreamMisuse(.answeredBefore) }
        let handle = try send(iq.element)
        owed = after
        return handle
    }

    /// Sends a request under an id that nobody can guess, and waits for its answer.
    mutating func request(_ iq: IQ, deadline: Duration) throws(StreamMisuse) -> RequestHandle {
        guard iq.isRequest else { throw StreamMisuse(.noRequest) }
        guard requests.count < configuration.limits.openRequests else { throw StreamMisuse(.full) }
        var recipient: JID?
        switch iq.address(.to) {
        case nil: break
        case .jid(let jid): recipient = jid
        case .unprepared: throw StreamMisuse(.addressing)
        }
        guard life == .ready else { throw StreamMisuse(life == .over || life == .closing ? .over : .notReady) }
        var names = entropy
        guard let id = names.takeName() else {
            refillEntropy()
            throw StreamMisuse(.awaitingRandomBytes)
        }
        var element = iq.element
        do throws(XMLContentError) {
            try element.setAttribute(.id, to: id)
        } catch {
            throw StreamMisuse(.unwritable)
        }
        let handle = RequestHandle(number: try send(element).number)
        entropy = names
        requests.add(id, to: recipient, handle)
        set(.request(handle), deadline)
        refillEntropy()
        return handle
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
            return abort(error)
        }
        if !isOutputOpen, life != .idle {
            // There is nothing to end in order: no header stands before it.
            return end(life.receive(.failed), as: .closed)
        }
        end(life.receive(.closeWished))
    }
}
