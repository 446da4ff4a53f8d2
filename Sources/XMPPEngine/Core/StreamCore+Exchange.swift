import XMLStream
import XMPPAddress
import XMPPNegotiation
import XMPPStanza

/// Stanzas that come in over a stream that is ready.
extension StreamCore {
    /// Takes a first-level element.
    @inline(__always)
    mutating func exchange(_ element: consuming Element) {
        guard stages.isEmpty, let content = terms.content, let name = element.localName(in: content) else {
            return exchangeSlowly(element)
        }
        // Features speak in their own namespaces and in iqs.
        if name == .iq, terms.door?.mayTake(request: element) == true { return exchangeSlowly(element) }
        deliver(element, name)
    }

    @inline(never)
    private mutating func exchangeSlowly(_ element: Element) {
        if let error = StreamError(element) { return endByPeer(error) }
        if stages.isEmpty { admit(element) } else { passInwards(element) }
    }

    /// Takes an element that has passed all stages.
    mutating func admit(_ element: Element) {
        switch life {
        case .idle, .abandoning, .over: return
        case .opening: return violate(Self.untimely)
        case .negotiating:
            // The reader waits, and only a stage that has kept something can come here.
            if isPaused { return violate(Self.untimely) }
            perform(negotiate(.element(element)))
        case .ready, .closing:
            if isNegotiated(element) { perform(negotiate(.element(element))) } else { deliver(element) }
        }
    }

    private static let untimely = StreamViolation(
        .internalServerError, expected: "a stage that lets nothing in while the stream waits")

    /// Whether an element is for a feature, though the stream is ready.
    private func isNegotiated(_ element: Element) -> Bool {
        terms.door?.mayTake(element) == true && !isPaused && side.takes(element, in: setup.negotiation)
    }

    // MARK: Delivering

    /// Delivers an element that is for no feature.
    mutating func deliver(_ element: Element) {
        guard let content = terms.content, element.namespaceName == content else { return deliverOther(element) }
        deliver(element, element.localName)
    }

    /// Delivers one that is in the content namespace.
    @inline(__always)
    private mutating func deliver(_ element: consuming Element, _ name: LocalName?) {
        if terms.trustsSenders { return deliverStanza(element, name) }
        deliverFromOther(element, name)
    }

    /// Delivers a stanza of a peer who may not say what it likes about senders.
    private mutating func deliverFromOther(_ element: consuming Element, _ name: LocalName?) {
        if terms.sender?.stamps(&element, name) == true { return deliverStanza(element, name) }
        guard let rules else { return }
        switch rules.verdict(on: element) {
        case .deliver(stamping: nil): break
        case .deliver(stamping: let sender?): stamp(&element, sender)
        case .answer(let violation): return answer(element, violation)
        case .violation(let violation): return violate(violation)
        }
        deliverStanza(element, name)
    }

    /// Delivers an element in the content namespace whose sender is all right.
    @inline(__always)
    private mutating func deliverStanza(_ element: consuming Element, _ name: LocalName?) {
        switch name {
        case .message: enqueue(.message(element))
        case .presence: enqueue(.presence(element))
        case .iq: deliver(IQ(known: element, inheriting: terms.language))
        default: violate(StreamViolation(.unsupportedStanzaType, expected: "a message, a presence or an iq"))
        }
    }

    /// Has the host take a stanza.
    @inline(__always)
    private mutating func enqueue(_ entry: consuming ActionQueue.Entry) {
        queue.append(entry: entry)
        admission = .queued
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
            // Behind the own end tag there is no answer to owe (§4.4).
            if terms.tracksRequests, life == .ready {
                guard owed.add(iq, within: configuration.limits) else { return refuse(iq, .resourceConstraint) }
                if !timers.contains(.owedAnswers) { set(.owedAnswers, configuration.deadlines.answer) }
            }
            return enqueue(.iq(iq.element))
        }
        if requests.count > 0, let handle = requests.take(iq, by: rules) {
            cancel(.request(handle))
            queue.append(.answered(handle, iq))
            admission = .queued
        } else if terms.tracksRequests {
            strayAnswerCount &+= 1
        } else {
            enqueue(.iq(iq.element))
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

    /// Sends an answer of the engine's own, the way that the host's stanzas go.
    mutating func reply(_ element: Element) {
        guard life == .ready else { return }
        if isOutputOverfull { return violate(Self.unread) }
        do throws(StreamMisuse) {
            try put(element)
        } catch {
            return
        }
    }
}
