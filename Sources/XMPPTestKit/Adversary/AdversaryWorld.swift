import XMPPEngine
import XMPPNegotiation

/// A stream against an adversary: for a walk over all that can be said to it, in all orders, with all that its host can
/// do meanwhile.
package struct AdversaryWorld: ExplorableWorld {
    var explored: ExploredStream
    var watch: Watch
    let host: ExploredHost
    let adversary: Adversary
    let table = SentTraitsTable()

    /// A stream that has begun.
    ///
    /// - Parameter tls: TLS that came first.
    package init(_ setup: StreamSetup, _ host: AccountHost, _ adversary: Adversary, on tls: TLSFacts? = nil) {
        self.host = ExploredHost(host)
        self.adversary = adversary
        explored = ExploredStream(setup)
        watch = Watch(role: setup.configuration.role)
        watch.isSecure = tls != nil
        let turn = explored.begin(on: tls)
        watch.note(table.traits(of: turn.sent))
    }

    // MARK: Moves

    package enum Move: Hashable, Sendable, CustomStringConvertible {
        /// The adversary says what stands there in its vocabulary.
        case say(Int, Phrase)
        /// The host answers a question.
        case answer(Int, ExploredHost.Choice)
        /// TLS is negotiated, with a certificate.
        case secure(Certificate)
        /// A timer runs out.
        case fire(StreamTimer)
        /// The host closes.
        case close
        /// The transport comes to its end.
        case transportClosed
        /// The host calls out of order.
        case outOfOrder(Disorder)

        package var description: String {
            switch self {
            case .say(_, let phrase): "\(phrase)"
            case .answer(_, let choice): "(the host answers: \(choice))"
            case .secure(let certificate): "(TLS, certificate: \(certificate))"
            case .fire(let timer): "(the timer runs out: \(timer))"
            case .close: "(the host closes)"
            case .transportClosed: "(the transport closes)"
            case .outOfOrder(let disorder): "(out of order: \(disorder))"
            }
        }
    }

    /// What TLS shows of the peer.
    package enum Certificate: String, Hashable, Sendable, CaseIterable {
        /// What an honest peer shows.
        case right
        /// One of another domain.
        case wrong
        /// One that the host does not believe.
        case unbelieved
        case none
    }

    /// What a host can do out of order at any moment.
    package enum Disorder: String, Hashable, Sendable, CaseIterable {
        case begin
        case unaskedTLS
        case unaskedCompression
        case unaskedAnswer
        case wrongAnswer
        case unknownTimer
    }

    package var moves: [Move] {
        // Nothing comes of anything any more; that this is so is tried once.
        if watch.isPastEnd { return [] }
        var moves = adversary.vocabulary.enumerated().map { Move.say($0.offset, $0.element) }
        if explored.pendingTLS != nil {
            moves = Array(moves.prefix(1)) + Certificate.allCases.map { .secure($0) }
        } else if !explored.stream.explorationState.isBetweenFrames {
            // A header where none is due is an element that has not ended: what follows is inside of it.
            moves.removeAll { if case .say(_, let phrase) = $0 { phrase.kind != .end } else { false } }
        }
        for (index, open) in explored.open.enumerated() {
            moves += host.choices(for: open.question).map { .answer(index, $0) }
        }
        moves += explored.timers.map { .fire($0) }
        moves += [.close, .transportClosed]
        return moves + Disorder.allCases.map { .outOfOrder($0) }
    }

    // MARK: State

    package struct Key: Hashable {
        let stream: ExploredStream.Key
        /// Nil where nothing is heeded any more.
        let watch: Watch?
        let isPastEnd: Bool
    }

    package var key: Key {
        let isHeeding = explored.end == nil && explored.stream.stateName != "abandoning"
        return Key(stream: explored.key, watch: isHeeding ? watch : nil, isPastEnd: watch.isPastEnd)
    }

    package var brokenRule: String? { watch.brokenRule(explored) }

    package var outcome: String? {
        if let end = explored.end { return end.kind.hasPrefix("violation") ? "ended by violation" : "ended otherwise" }
        if explored.stream.isReady { return explored.stream.facts.isSecure ? "ready under TLS" : "ready in the clear" }
        return nil
    }
}

extension AdversaryWorld {
    package mutating func make(_ move: Move) -> MoveReport {
        let before = self
        var report = MoveReport()
        if explored.end != nil { watch.isPastEnd = true }
        if case .say(_, let phrase) = move, explored.stream.isPaused, explored.pendingTLS == nil, explored.end == nil {
            report.brokenRules += holdingRules(phrase)
            return report
        }
        if explored.established != nil { watch.forgetNegotiation() }
        let turn = carryOut(move, &report)
        report.brokenRules += turn.brokenRules
        let sent = table.traits(of: turn.sent)
        report.brokenRules += watch.rulesBroken(by: move, turn, sent, before.explored, explored, host)
        if case .say(_, let phrase) = move, case .injected(let place, let byteCount) = phrase.kind {
            report.brokenRules += injectionRules(before, place, byteCount, turn)
        }
        if turn.isSilent { report.remark = "\(before.explored.stream.stateName) | \(move)" }
        if explored.end != nil, before.explored.end != nil { explored = before.explored }
        return report
    }

    private mutating func carryOut(_ move: Move, _ report: inout MoveReport) -> ExploredStream.Turn {
        switch move {
        case .say(_, let phrase): return explored.receive(phrase.bytes)
        case .answer(let index, let choice):
            let open = explored.open[index]
            return explored.receive(.answered(open.id, host.answer(to: open.question, by: choice)))
        case .secure(let certificate): return explored.receive(.secured(facts(certificate)))
        case .fire(let timer): return explored.receive(.timerFired(timer))
        case .close: return explored.close()
        case .transportClosed: return explored.receive(.transportClosed)
        case .outOfOrder(let disorder):
            var copy = explored
            let turn = Self.disturb(&copy, disorder, facts(.right))
            if let turn, turn.misuse == nil { report.brokenRules.append("what is out of order is misuse: \(disorder)") }
            return turn ?? ExploredStream.Turn(misuse: nil)
        }
    }

    private static func disturb(
        _ stream: inout ExploredStream, _ disorder: Disorder, _ facts: TLSFacts
    ) -> ExploredStream.Turn? {
        switch disorder {
        case .begin: return stream.begin()
        case .unaskedTLS: return stream.pendingTLS == nil ? stream.receive(.secured(facts)) : nil
        case .unaskedCompression: return stream.receive(.compressed)
        case .unaskedAnswer: return stream.receive(.answered(RequestID(9_999), .unavailable))
        case .wrongAnswer:
            guard let open = stream.open.first else { return nil }
            return stream.receive(.answered(open.id, .custom(nil)))
        case .unknownTimer: return stream.timers.contains(.silence) ? nil : stream.receive(.timerFired(.silence))
        }
    }

    private func facts(_ certificate: Certificate) -> TLSFacts {
        var facts = host.honest.tls ?? TLSFacts(.tls13)
        switch certificate {
        case .right: break
        case .wrong: facts.peer = .presented(PresentedCertificate(trust: .trusted, dnsNames: ["example.org"]))
        case .unbelieved:
            facts.peer = .presented(
                PresentedCertificate(trust: .unknownIssuer, dnsNames: ["example.com", "example.net"]))
        case .none: facts.peer = .none
        }
        return facts
    }

    /// What is said while the stream waits for its host is read once the host has answered, as if it were said then. It
    /// is looked at here, and not said.
    private func holdingRules(_ phrase: Phrase) -> [String] {
        guard let open = explored.open.first else { return ["a stream that waits has asked something"] }
        let answer = StreamEvent.answered(open.id, host.answer(to: open.question, by: .right))
        var early = explored
        let held = early.receive(phrase.bytes)
        let released = early.receive(answer)
        var late = explored
        let answered = late.receive(answer)
        if !held.actions.isEmpty || !held.sent.isEmpty { return ["a stream that waits for its host reads nothing"] }
        if late.end != nil || late.pendingTLS != nil { return [] }
        let said = late.receive(phrase.bytes)
        let isSame = early.key == late.key && released.sent == answered.sent + said.sent
        return isSame ? [] : ["what is said early is read in its turn"]
    }

    /// S09: what stands behind the word that begins TLS is fatal, or changes nothing but what is handed back.
    private func injectionRules(
        _ before: AdversaryWorld, _ place: Int, _ byteCount: Int, _ turn: ExploredStream.Turn
    ) -> [String] {
        var other = before.explored
        let plain = other.receive(adversary.vocabulary[place].bytes)
        guard case .startTLS(let request)? = plain.actions.last, request.leftover.isEmpty else { return [] }
        switch explored.setup.configuration.injectedBytes {
        case .fatal:
            let isRefused = explored.end.map { if case .violation = $0 { true } else { false } } ?? false
            return isRefused && !turn.actions.contains { if case .startTLS = $0 { true } else { false } }
                ? [] : ["S09: bytes in the clear behind the word that begins TLS are fatal"]
        case .handedBack:
            guard case .startTLS(let injected)? = turn.actions.last, injected.leftover.count == byteCount,
                turn.sent == plain.sent, turn.actions.dropLast() == plain.actions.dropLast(),
                explored.key == other.key
            else { return ["S09: bytes in the clear behind the word that begins TLS change nothing"] }
            return []
        }
    }
}
