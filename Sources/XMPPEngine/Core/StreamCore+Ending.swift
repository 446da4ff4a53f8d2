import XMLStream
import XMPPNegotiation
import XMPPStanza

/// How a stream ends. Whatever the way, it is told once, and nothing but bytes and the order to close follows.
extension StreamCore {
    /// The peer broke a rule: an error, the end tag, and nothing more (RFC 6120 §4.9.1).
    mutating func violate(_ violation: StreamViolation) {
        guard life != .over, life != .idle else { return }
        writeError(StreamError(violation.condition))
        end(life.receive(.failed), as: way(over: violation))
    }

    /// What this side has done wrong is not held against the peer: its host is told why, and the peer the condition.
    private func way(over violation: StreamViolation) -> StreamEnd {
        if violation.condition == .internalServerError {
            let reason = LocalizedText("expected \(violation.expected)", language: "en")
            return .aborted(StreamError(.internalServerError, text: reason))
        }
        return .violation(violation.byteOffset == nil ? violation.noticed(at: byteOffset) : violation)
    }

    /// A negotiation failed.
    mutating func fail(_ failure: NegotiationFailure) {
        if case .violation(let violation) = failure { return violate(violation) }
        writeEnd()
        end(life.receive(.failed), as: .negotiation(failure))
    }

    /// The peer ended the stream with an error: the own end tag, and nothing more (§4.9.1.1).
    mutating func endByPeer(_ error: StreamError) {
        writeEnd()
        var way = StreamEnd.peerError(error)
        // Only one who has proved who he is may send us elsewhere, and not without end (S27 of the threat list).
        if configuration.role == .initiating, facts.isSecure, headers.suspicion == nil, let host = error.otherHost,
            configuration.redirectCount < configuration.maximumRedirects
        {
            way = .redirected(to: host)
        }
        end(life.receive(.failed), as: way)
    }

    /// The host ends the stream with an error.
    mutating func abort(_ error: StreamError) {
        writeError(error)
        end(life.receive(.failed), as: .aborted(error))
    }

    /// A deadline has passed.
    mutating func expire(_ timer: StreamTimer, _ condition: StreamErrorCondition) {
        writeError(StreamError(condition))
        end(life.receive(.failed), as: .deadline(timer))
    }

    /// Does what the life of the stream comes to.
    mutating func end(_ actions: [StreamLife.Action], as way: StreamEnd? = nil) {
        for action in actions {
            switch action {
            case .writeEnd: writeEnd()
            case .awaitEnd: set(.closing, configuration.deadlines.closing)
            case .endClosed: conclude(.closed)
            case .endCut: conclude(.transportClosed)
            case .endTimedOut: conclude(.deadline(.closing))
            case .endFailed: conclude(way ?? .transportClosed)
            case .closeTransport: order(.closeTransport)
            case .refuse: break
            }
        }
    }

    /// Tells the end, and what will not happen any more.
    private mutating func conclude(_ way: StreamEnd) {
        for (timer, _) in timers.all { queue.append(.cancelTimer(timer)) }
        timers.removeAll()
        let unsent = outbox.takeAll().map(\.handle)
        if !unsent.isEmpty { queue.append(.unsent(unsent)) }
        for handle in requests.takeAll() { queue.append(.unanswered(handle, .streamEnded)) }
        owed.removeAll()
        questions.removeAll()
        entropy.removeAll()
        transport = .settled
        order(.ended(way))
    }

    private mutating func writeEnd() {
        guard isOutputOpen else { return }
        writer.close()
        isOutputOpen = false
    }

    /// Writes an error and the end tag, behind a header where there is none yet (§4.9.1.2).
    private mutating func writeError(_ error: StreamError) {
        if life == .closing || life == .abandoning { return }
        if !isOutputOpen, life == .opening, configuration.role == .receiving, let id = entropy.takeName() {
            writeHeader(ReceivingHeader(configuration: configuration, facts: facts).answer(to: nil, id: id))
        }
        guard isOutputOpen else { return }
        do throws(XMLContentError) {
            writeAnyway(try error.element())
        } catch {
            assertionFailure("\(error)")
        }
        writeEnd()
    }
}
