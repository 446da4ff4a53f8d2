import XMLStream
import XMPPNegotiation
import XMPPStanza

/// What a negotiation wants done.
extension StreamCore {
    /// Does it.
    mutating func perform(_ actions: [NegotiationAction]) {
        for action in actions {
            if life == .over { return }
            // This side has closed before it was ready: nothing that was under way is done any more.
            if life == .abandoning, !action.isFailure { continue }
            switch action {
            case .send(let element):
                if stages.isEmpty || !AnyStanza.isStanza(element) { write(element) } else { passOutwards(element) }
            case .ask(let question): order(.request(questions.ask(.negotiation), question))
            case .switchTransport(let transport):
                if isPastRestarting { return violate(Self.tooLate) }
                self.transport = .ordering(transport)
            case .restart:
                if isPastRestarting { return violate(Self.tooLate) }
                restart()
            case .authenticated: reader.raisesLimits = true
            case .install(let installation): install(installation)
            case .settled: settle()
            case .pass(let element):
                // For the peer the stream is ready already; the negotiation bounds how many there can be.
                if life == .negotiating { keepEarly(element) } else { deliver(element) }
            case .fail(let failure): fail(failure)
            case .refuse: break
            }
        }
    }

    /// A stream that is ready is read in batches, and has no byte at which to switch or to begin anew.
    private var isPastRestarting: Bool { life == .ready || life == .closing }

    private static let tooLate = StreamViolation(
        .internalServerError, expected: "no other transport and no restart once the stream is ready")

    /// Keeps a stanza until the stream is ready on this side too.
    private mutating func keepEarly(_ element: Element) {
        let byteCount = early.reduce(element.storedByteCount) { $0 &+ $1.element.storedByteCount }
        guard byteCount <= configuration.limits.queuedBytes else {
            return violate(StreamViolation(.policyViolation, expected: "fewer stanzas before the stream is ready"))
        }
        early.append(EarlyStanza(element: element, number: admittedNumber))
        admission = .kept
    }

    /// Begins a new stream on the same transport: no end tag, and nothing of the old one but what is known (§4.3.3).
    private mutating func restart() {
        if life == .negotiating { _ = life.receive(.restarted) }
        guard life == .opening else { return }
        reader.restarts = true
        headers.suspicion = nil
        side.facts.streamID = nil
        switch configuration.role {
        case .initiating:
            writeHeader(InitiatingHeader(configuration: configuration, facts: facts).header())
        case .receiving:
            isOutputOpen = false
            refillEntropy()
        }
    }

    /// The stream is ready: tells the host, and sends what has waited.
    private mutating func settle() {
        guard life == .negotiating else { return }
        _ = life.receive(.settled)
        cancel(.negotiation)
        rules = SenderRules(facts, configuration)
        order(.established(EstablishedStream(facts: facts, plan: side.plan)))
        if let interval = keepaliveInterval { set(.keepalive, interval) }
        if let silence = configuration.deadlines.silence { set(.silence, silence) }
        refillEntropy()
        // A stage may end the stream over one of them: the others are told of then, before the end is.
        while let (element, handle) = outbox.takeFirst() {
            do throws(StreamMisuse) {
                try put(element)
            } catch {
                queue.append(.unsent([handle]))
            }
        }
        while !early.isEmpty, life != .over { admitLate(early.removeFirst()) }
        tellOfHandled()
        settleNegotiation()
    }

    /// Gives the order to switch the transport, once it is known what the peer sent behind the word that began it.
    mutating func orderSwitch(leftover: [UInt8]) {
        guard case .ordering(let wanted) = transport else { return }
        isOutputOpen = false
        switch wanted {
        case .tls:
            if !leftover.isEmpty, configuration.injectedBytes == .fatal {
                // Nothing is answered in the clear: the peer waits for TLS.
                transport = .settled
                return violate(StreamViolation(.policyViolation, expected: "no bytes before TLS"))
            }
            transport = .switching(wanted)
            let domain = configuration.role == .initiating ? configuration.domain : facts.domain
            order(.startTLS(TLSRequest(role: configuration.role, domain: domain, leftover: leftover)))
        case .compression(let method):
            transport = .switching(wanted)
            order(.startCompression(CompressionRequest(method: method, leftover: leftover)))
        }
    }
}
