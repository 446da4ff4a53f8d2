import XMLStream
import XMPPNegotiation
import XMPPStanza

/// What the peer sends.
extension StreamCore {
    /// Takes a frame of a stream on which nothing waits, such as one that is ready.
    @inline(__always)
    mutating func receiveReady(_ frame: consuming FrameEvent) {
        switch consume frame {
        case .element(let element):
            byteOffset = element.streamOffset
            if life == .ready { exchange(element) } else { receive(.element(element)) }
        case .opened(let root): receive(.opened(root))
        case .closed: receive(.closed)
        }
    }

    /// Takes a frame.
    mutating func receive(_ frame: consuming FrameEvent) {
        switch life {
        case .idle, .over: return
        case .abandoning: if case .closed = frame { end(life.receive(.peerClosed)) }
        case .opening:
            switch consume frame {
            case .opened(let root): open(root)
            case .element: violate(StreamViolation(.badFormat, expected: "the header of a stream"))
            case .closed: end(life.receive(.peerClosed))
            }
        case .negotiating:
            switch consume frame {
            case .opened: violate(StreamViolation(.badFormat, expected: "one header for each stream"))
            case .element(let element): negotiate(element)
            case .closed: end(life.receive(.peerClosed))
            }
        case .ready, .closing:
            switch consume frame {
            case .opened: violate(StreamViolation(.badFormat, expected: "one header for each stream"))
            case .element(let element): exchange(element)
            case .closed: end(life.receive(.peerClosed))
            }
        }
    }

    // MARK: Headers

    private mutating func open(_ root: Element) {
        switch configuration.role {
        case .initiating: openInitiating(root)
        case .receiving: openReceiving(root)
        }
    }

    private mutating func openInitiating(_ root: Element) {
        do throws(StreamViolation) {
            switch try InitiatingHeader(configuration: configuration, facts: facts).examine(root) {
            case .accepted(let header): try accept(header)
            case .suspicious(let header, let violation):
                headers.suspicion = violation
                try accept(header)
            }
        } catch {
            violate(error)
            return
        }
        // Without a version there are no features: what is older than they are begins by itself (§4.7.5). With somebody
        // else than was called nothing begins.
        // A component has none, whatever its server's version (XEP-0114 §3).
        let hasList = facts.version?.hasFeatures == true && configuration.content != .component
        guard !hasList, headers.suspicion == nil else { return }
        let actions = negotiate(.features(StreamFeatures()))
        if configuration.content != .component, actions.contains(where: \.isFailure) {
            return violate(StreamViolation(.unsupportedVersion, expected: "version 1.0, which has features"))
        }
        perform(actions)
    }

    private mutating func openReceiving(_ root: Element) {
        let opening = ReceivingHeader(configuration: configuration, facts: facts)
        guard let id = entropy.takeName() else {
            return violate(StreamViolation(.internalServerError, expected: "random bytes"))
        }
        do throws(ReceivingHeader.Refusal) {
            let header = try opening.examine(root)
            writeHeader(opening.answer(to: header, id: id))
            // Where the header cannot be written it is over.
            if life == .over { return }
            side.facts.streamID = id
            do throws(StreamViolation) {
                try accept(header)
            } catch {
                return violate(error)
            }
        } catch {
            writeHeader(opening.answer(to: error.header, id: id))
            return violate(error.violation)
        }
        refillEntropy()
        perform(negotiate(.opened))
    }

    /// Takes up what a header says that is all right.
    private mutating func accept(_ header: StreamHeader) throws(StreamViolation) {
        var headers = headers
        if headers.suspicion == nil { try headers.pins.pin(header) }
        headers.last = header
        self.headers = headers
        var facts = side.facts
        facts.language = header.language
        facts.version = min(header.version, .current)
        switch configuration.role {
        case .initiating: facts.streamID = header.id
        case .receiving:
            facts.domain = header.to?.jid
            if let from = header.from?.jid,
                !ReceivingHeader(configuration: configuration, facts: facts).namesNobody(from)
            {
                facts.initiator = from
            }
        }
        side.facts = facts
        _ = life.receive(.header)
    }

    /// Writes a header of one's own.
    mutating func writeHeader(_ header: StreamHeader?) {
        guard let header else { return }
        do throws(XMLContentError) {
            try writer.open(header)
            isOutputOpen = true
            hasSent = true
        } catch {
            end(life.receive(.failed), as: .negotiation(.goalOutOfReach))
        }
    }

    // MARK: Negotiation

    private mutating func negotiate(_ element: Element) {
        if let error = StreamError(element) { return endByPeer(error) }
        if let suspicion = headers.suspicion { return violate(suspicion) }
        if element.namespace.isEmpty {
            return violate(StreamViolation(.invalidNamespace, expected: "an element in a namespace"))
        }
        if let features = StreamFeatures(element) {
            perform(negotiate(.features(features)))
        } else if !stages.isEmpty, AnyStanza.isStanza(element) {
            passInwards(element)
        } else {
            perform(negotiate(.element(element)))
        }
    }

    /// Hands an event to the negotiation.
    mutating func negotiate(_ event: NegotiationEvent) -> [NegotiationAction] {
        let actions = side.receive(event, in: setup.negotiation)
        if rules != nil {
            takeUpTerms()
            settleNegotiation()
        }
        return actions
    }

    /// Forgets what a stream that is ready has no use for.
    mutating func settleNegotiation() {
        side.settle(in: setup)
        headers.settle(configuration.content)
    }
}

extension NegotiationAction {
    /// Whether it ends the stream.
    var isFailure: Bool { if case .fail = self { true } else { false } }
}
