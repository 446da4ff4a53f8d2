import XMPPEngine
import XMPPNegotiation

/// What can happen between two honest streams.
extension PairWorld {
    package enum Move: Hashable, Sendable, CustomStringConvertible {
        /// What a side has under way to it comes, up to where it was cut.
        case deliver(Side)
        /// The host of a side answers its oldest question.
        case answer(Side, Int, ExploredHost.Choice)
        /// A side completes the handshake.
        case completeTLS(Side)
        /// A side sees a certificate that is another's.
        case wrongCertificate(Side)
        /// The handshake fails.
        case failTLS
        /// A side's handshake meets bytes that the other sent in the clear, having closed meanwhile: it fails.
        case meetClearBytes(Side)
        /// A side learns that the other has closed the transport.
        case transportClosed(Side)
        /// The transport is lost, with all that was under way.
        case lose
        /// A timer of a side runs out.
        case fire(Side, StreamTimer)
        /// The host of a side closes.
        case close(Side)

        /// Whether it is what happens when nothing goes wrong.
        var isHonest: Bool {
            switch self {
            case .deliver, .completeTLS, .transportClosed, .meetClearBytes: true
            case .answer(_, _, let choice): choice == .right
            case .wrongCertificate, .failTLS, .lose, .fire, .close: false
            }
        }

        package var description: String {
            switch self {
            case .deliver(let side): "deliver to \(side)"
            case .answer(let side, _, let choice): "host of \(side) answers: \(choice)"
            case .completeTLS(let side): "TLS completes at \(side)"
            case .wrongCertificate(let side): "TLS shows \(side) a wrong certificate"
            case .failTLS: "TLS fails"
            case .meetClearBytes(let side): "the handshake of \(side) meets bytes in the clear"
            case .transportClosed(let side): "\(side) learns that the transport is closed"
            case .lose: "the transport is lost"
            case .fire(let side, let timer): "timer at \(side): \(timer)"
            case .close(let side): "host of \(side) closes"
            }
        }
    }

    package var moves: [Move] {
        Side.allCases.flatMap { moves(of: $0) } + (canBeLost ? [.lose] : []) + handshakeFailure
    }

    /// What happens when nothing goes wrong.
    package var honestMoves: [Move] { moves.filter(\.isHonest) }

    private var canBeLost: Bool {
        mishaps.contains(.loss) && channel != .lost && !Side.allCases.contains { isOver($0) }
    }

    private var isInHandshake: Bool { Side.allCases.allSatisfy { streams[$0]?.pendingTLS != nil } }

    private var handshakeFailure: [Move] { mishaps.contains(.handshakes) && isInHandshake ? [.failTLS] : [] }

    private func moves(of side: Side) -> [Move] {
        guard let stream = streams[side], stream.end == nil else { return [] }
        var moves: [Move] = []
        if stream.pendingTLS != nil {
            if channel == .clear, pipes[side]?.isEmpty == false { moves.append(.meetClearBytes(side)) }
            if canCompleteTLS(side) {
                moves.append(.completeTLS(side))
                if side == .initiating, mishaps.contains(.handshakes) { moves.append(.wrongCertificate(side)) }
            }
        } else if pipes[side]?.isEmpty == false, canDeliver(to: side) {
            moves.append(.deliver(side))
        }
        let hasNothingToCome = pipes[side]?.isEmpty != false || stream.pendingTLS != nil
        if hasNothingToCome, channel == .lost || streams[side.other]?.hasClosedTransport == true {
            moves.append(.transportClosed(side))
        }
        if let host = hosts[side] {
            for (index, open) in stream.open.enumerated() {
                for choice in host.choices(for: open.question) where choice == .right || mishaps.contains(.answers) {
                    moves.append(.answer(side, index, choice))
                }
            }
        }
        if mishaps.contains(.timers) {
            moves += stream.timers.map { .fire(side, $0) }
        }
        if mishaps.contains(.closing), !stream.timers.contains(.closing) { moves.append(.close(side)) }
        return moves
    }

    /// A handshake takes both sides, and what was sent before it has to have come.
    private func canCompleteTLS(_ side: Side) -> Bool {
        switch channel {
        case .clear: isInHandshake && pipes.values.allSatisfy(\.isEmpty)
        case .handshake(let done): !done.contains(side)
        case .secure, .lost: false
        }
    }

    /// What is sent under TLS waits for a side that has not completed the handshake.
    private func canDeliver(to side: Side) -> Bool {
        switch channel {
        case .clear, .secure, .lost: true
        case .handshake(let done): done.contains(side)
        }
    }
}

extension PairWorld {
    package mutating func make(_ move: Move) -> MoveReport {
        var report = MoveReport()
        if !move.isHonest { hasMishap = true }
        switch move {
        case .deliver(let side):
            let bytes = pipes[side]?.removeFirst() ?? []
            with(side, &report) { $0.receive(bytes) }
        case .answer(let side, let index, let choice):
            guard let open = streams[side]?.open[index], let host = hosts[side] else { break }
            with(side, &report) { $0.receive(.answered(open.id, host.answer(to: open.question, by: choice))) }
        case .completeTLS(let side):
            guard let facts = hosts[side]?.honest.tls else { break }
            if case .handshake = channel { channel = .secure } else { channel = .handshake([side]) }
            with(side, &report) { $0.receive(.secured(facts)) }
        case .wrongCertificate(let side):
            guard var facts = hosts[side]?.honest.tls else { break }
            facts.peer = .presented(PresentedCertificate(trust: .trusted, dnsNames: ["example.org"]))
            if case .handshake = channel { channel = .secure } else { channel = .handshake([side]) }
            with(side, &report) { $0.receive(.secured(facts)) }
            if !isOver(side) { report.brokenRules.append("S11: a stream with another's certificate ends") }
        case .failTLS, .meetClearBytes, .lose:
            channel = .lost
            for side in Side.allCases { pipes[side] = [] }
        case .transportClosed(let side): with(side, &report) { $0.receive(.transportClosed) }
        case .fire(let side, let timer): with(side, &report) { $0.receive(.timerFired(timer)) }
        case .close(let side): with(side, &report) { $0.close() }
        }
        for side in Side.allCases where isOver(side) { pipes[side] = [] }
        return report
    }

    // MARK: Rules

    package var brokenRule: String? {
        if !hasMishap {
            for side in Side.allCases {
                guard let end = streams[side]?.end else { continue }
                return "honest peers do not end by themselves: \(side) \(end)"
            }
        }
        if let rule = disagreement { return rule }
        if Side.allCases.allSatisfy({ isOver($0) }) || Side.allCases.allSatisfy({ isReady($0) }) { return nil }
        guard honestMoves.isEmpty else { return nil }
        return "honest peers come to be ready or over: \(Side.allCases.map { streams[$0]?.stream.stateName ?? "" })"
    }

    /// What two streams that are ready know of each other is the same.
    private var disagreement: String? {
        guard let one = streams[.initiating]?.established?.facts, let other = streams[.receiving]?.established?.facts
        else { return nil }
        if one.isSecure != other.isSecure { return "both know whether TLS protects them" }
        if one.address != other.address { return "both know the same address" }
        if one.authentication?.mechanism != other.authentication?.mechanism { return "both know the same mechanism" }
        if one.streamID != other.streamID { return "both know the same stream" }
        return nil
    }
}
