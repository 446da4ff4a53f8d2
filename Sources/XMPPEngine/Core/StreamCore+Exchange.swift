import XMLStream
import XMPPAddress
import XMPPNegotiation
import XMPPStanza

/// Stanzas that come in over a stream that is ready.
extension StreamCore {
    /// Takes a first-level element.
    @inline(__always)
    mutating func exchange(_ element: Element) {
        guard stages.isEmpty, element.namespaceName == configuration.content.name, !side.hasOpenFeatures else {
            return exchangeSlowly(element)
        }
        deliver(element)
    }

    @inline(never)
    private mutating func exchangeSlowly(_ element: Element) {
        if let error = StreamError(element) { return endByPeer(error) }
        if side.hasOpenFeatures, side.takes(element, in: setup.negotiation) {
            return perform(negotiate(.element(element)))
        }
        pass(element, inwards: 0)
    }

    /// Hands an element to the stages from `index` on, and delivers what comes through.
    mutating func pass(_ element: Element, inwards index: Int) {
        guard index < stages.count else { return deliver(element) }
        carryOut(step(.received(element), at: index), at: index, isInward: true)
    }

    // MARK: Delivering

    /// Delivers an element that has passed all stages.
    @inline(__always)
    private mutating func deliver(_ element: Element) {
        guard let rules, element.namespaceName == rules.content else { return deliverOther(element) }
        var element = element
        switch rules.verdict(on: element) {
        case .deliver(stamping: nil): break
        case .deliver(stamping: let sender?): stamp(&element, sender)
        case .answer(let violation): return answer(element, violation)
        case .violation(let violation): return violate(violation)
        }
        switch element.localName {
        case .message:
            if let message = Message(element, inheriting: rules.language) { queue.append(.stanza(.message(message))) }
        case .presence:
            if let presence = Presence(element, inheriting: rules.language) {
                queue.append(.stanza(.presence(presence)))
            }
        case .iq: if let iq = IQ(element, inheriting: rules.language) { deliver(iq) }
        default: violate(StreamViolation(.unsupportedStanzaType, expected: "a message, a presence or an iq"))
        }
    }

    /// An element that is in no content namespace, or in the wrong one.
    private mutating func deliverOther(_ element: Element) {
        if element.namespaceName?.isContent ?? element.namespace.isEmpty {
            violate(StreamViolation(.invalidNamespace, expected: "the content namespace of the stream"))
        } else if element.isNamed(.features, in: .streams) {
            // A list may be sent anew; a stream that is ready has no use for it (RFC 6120 §4.3.5).
            if configuration.role == .receiving {
                violate(StreamViolation(.unsupportedStanzaType, expected: "a stanza"))
            }
        } else if element.namespaceName != .streams, configuration.deliversNonzas {
            queue.append(.nonza(element))
        } else {
            violate(StreamViolation(.unsupportedStanzaType, expected: "a stanza"))
        }
    }

    private func stamp(_ element: inout Element, _ sender: String) {
        do throws(XMLContentError) {
            try element.setAttribute(.from, to: sender)
        } catch {
            // An address has no character that XML forbids.
            assertionFailure("\(error)")
        }
    }

    /// Answers a stanza that has an address that is none; the stream goes on (§8.1.1).
    private mutating func answer(_ element: Element, _ violation: StanzaViolation) {
        var answer: Element?
        do throws(XMLContentError) {
            switch AnyStanza(element) {
            case .message(let message): answer = try message.error(for: violation)?.element
            case .presence(let presence): answer = try presence.error(for: violation)?.element
            case .iq(let iq): answer = try iq.error(for: violation)?.element
            case nil: break
            }
        } catch {
            return
        }
        if let answer { reply(answer) }
    }

    // MARK: Requests and answers

    private mutating func deliver(_ iq: IQ) {
        do throws(StanzaViolation) {
            try iq.check()
        } catch {
            return answer(iq.element, error)
        }
        if iq.isRequest {
            guard configuration.tracksRequests else { return queue.append(.stanza(.iq(iq))) }
            guard owed.count < configuration.limits.owedAnswers else {
                return refuse(iq, .resourceConstraint)
            }
            owed.add(iq)
            if !timers.contains(.owedAnswers) { set(.owedAnswers, configuration.deadlines.answer) }
            return queue.append(.stanza(.iq(iq)))
        }
        if let handle = requests.take(iq, own: rules?.own) {
            cancel(.request(handle))
            queue.append(.answered(handle, iq))
        } else if configuration.tracksRequests {
            strayAnswerCount &+= 1
        } else {
            queue.append(.stanza(.iq(iq)))
        }
    }

    /// Answers a request in place of a host that does not.
    mutating func refuse(_ iq: IQ, _ condition: StanzaErrorCondition) {
        do throws(XMLContentError) {
            if let answer = try iq.error(StanzaError(condition)) { reply(answer.element) }
        } catch {
            return
        }
    }

    /// Sends an answer of the engine's own: past nothing that the host's stanzas pass.
    private mutating func reply(_ element: Element) {
        guard life == .ready else { return }
        do throws(StreamMisuse) {
            try put(element)
        } catch {
            return
        }
    }
}
