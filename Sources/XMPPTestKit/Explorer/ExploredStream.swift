import XMLStream
import XMPPEngine
import XMPPNegotiation

/// A stream with what its host knows of it, for walks over all states: each call says what came of it, and the rules that
/// hold for any stream are checked at once.
package struct ExploredStream {
    /// What came of a call.
    package struct Turn {
        /// The orders but those to write and those about timers.
        package var actions: [StreamAction] = []
        /// What was written.
        package var sent: [UInt8] = []
        /// Why the call was out of order.
        package var misuse: StreamMisuse?
        /// The rules that were broken.
        package var brokenRules: [String] = []
        /// Whether nothing at all came of it: no order, no misuse, no other state.
        package var isSilent = false

        /// The stanzas that came in.
        var stanzaCount: Int { actions.count { if case .stanza = $0 { true } else { false } } }
    }

    /// The stream.
    package private(set) var stream: XMPPStream
    /// The questions that are open.
    package private(set) var open: [(id: RequestID, question: HostQuestion)] = []
    /// The timers that are set.
    package private(set) var timers: Set<StreamTimer> = []
    /// The order to negotiate TLS that is to be followed.
    package private(set) var pendingTLS: TLSRequest?
    /// How the stream ended.
    package private(set) var end: StreamEnd?
    /// What the stream became once it was ready.
    package private(set) var established: EstablishedStream?
    /// Whether the stream has had its transport closed.
    package private(set) var hasClosedTransport = false

    package let setup: StreamSetup
    private let scratch = ScratchBox()

    package init(_ setup: StreamSetup) {
        self.setup = setup
        stream = XMPPStream(setup)
    }

    /// Scratch that copies share.
    private final class ScratchBox { var scratch = StreamScratch() }

    /// What tells one state from another.
    package struct Key: Hashable {
        let state: StreamExplorationState
        let questions: [HostQuestion]
        let isPendingTLS: Bool
        let end: String?
    }

    package var key: Key {
        Key(
            state: stream.explorationState, questions: open.map(\.question), isPendingTLS: pendingTLS != nil,
            end: end?.kind)
    }
}

extension ExploredStream {
    // MARK: Calls

    package mutating func begin(on tls: TLSFacts? = nil) -> Turn {
        call { (stream, _) throws(StreamMisuse) in try stream.begin(on: tls) }
    }

    package mutating func receive(_ bytes: [UInt8]) -> Turn {
        call { (stream, scratch) throws(StreamMisuse) in
            try bytes.withRawSpan { (span) throws(StreamMisuse) in try stream.receive(span, using: &scratch) }
        }
    }

    package mutating func receive(_ event: StreamEvent) -> Turn {
        switch event {
        case .secured: pendingTLS = nil
        case .timerFired(let timer): timers.remove(timer)
        case .answered(let id, _): open.removeAll { $0.id == id }
        case .compressed, .transportClosed: break
        }
        return call { (stream, scratch) throws(StreamMisuse) in try stream.receive(event, using: &scratch) }
    }

    package mutating func close() -> Turn {
        call { (stream, _) throws(StreamMisuse) in try stream.close() }
    }

    private mutating func call(
        _ body: (inout XMPPStream, inout StreamScratch) throws(StreamMisuse) -> Void
    ) -> Turn {
        let before = stream.explorationState
        let wasOver = end != nil
        var turn = Turn()
        do throws(StreamMisuse) {
            try body(&stream, &scratch.scratch)
        } catch {
            turn.misuse = error
        }
        var orderCount = 0
        while let action = stream.nextAction() {
            orderCount += 1
            carryOut(action, &turn)
        }
        let isSame = orderCount == 0 && stream.explorationState == before
        if turn.misuse != nil, !isSame { turn.brokenRules.append("a misuse changes nothing") }
        if wasOver, turn.misuse == nil { turn.brokenRules.append("a stream that is over takes nothing") }
        turn.isSilent = isSame && turn.misuse == nil
        checkState(&turn)
        return turn
    }

    // MARK: Orders

    private mutating func carryOut(_ action: StreamAction, _ turn: inout Turn) {
        if end != nil {
            switch action {
            case .write, .closeTransport: break
            case .startTLS, .startCompression, .request, .setTimer, .cancelTimer, .established, .stanza, .nonza,
                .answered, .unanswered, .unsent, .ended:
                turn.brokenRules.append("nothing follows the end but bytes and the order to close")
            }
        }
        switch action {
        case .write(let byteCount):
            stream.drainOutput { span in
                turn.sent += span.array.prefix(byteCount)
                return byteCount
            }
            return
        case .setTimer(let timer, _):
            timers.insert(timer)
            return
        case .cancelTimer(let timer):
            timers.remove(timer)
            return
        case .request(let id, let question):
            if open.contains(where: { $0.id == id || Self.isOfEntropy($0.question) == Self.isOfEntropy(question) }) {
                turn.brokenRules.append("a feature asks one question at a time")
            }
            open.append((id, question))
        case .startTLS(let request):
            if setup.configuration.role == .initiating, request.domain != setup.configuration.domain {
                turn.brokenRules.append("S11: TLS is for the domain that was called")
            }
            if request.role != setup.configuration.role { turn.brokenRules.append("TLS has the role of the stream") }
            pendingTLS = request
        case .established(let stream):
            if established != nil { turn.brokenRules.append("a stream becomes ready once") }
            established = stream
            checkReadiness(stream, &turn)
        case .stanza:
            if established == nil { turn.brokenRules.append("no stanza comes before the stream is ready") }
        case .ended(let end):
            self.end = end
            open = []
            pendingTLS = nil
        case .closeTransport:
            if end == nil || hasClosedTransport { turn.brokenRules.append("the transport is closed once, at the end") }
            hasClosedTransport = true
        case .startCompression, .nonza, .answered, .unanswered, .unsent: break
        }
        turn.actions.append(action)
    }

    /// The stream's own store of random bytes is filled beside what features ask.
    private static func isOfEntropy(_ question: HostQuestion) -> Bool { question == .randomBytes(count: 64) }

    // MARK: Rules

    private func checkReadiness(_ established: EstablishedStream, _ turn: inout Turn) {
        let policy = setup.configuration.policy
        if !established.facts.isAuthenticated { turn.brokenRules.append("S07: no stream is ready without its goal") }
        switch policy.goal {
        case .authenticated: break
        case .bound:
            if established.facts.address == nil { turn.brokenRules.append("S07: no stream is ready without its goal") }
        }
        if !stream.isReady, !stream.isOver, end == nil, !isClosing {
            turn.brokenRules.append("a stream that is established is ready")
        }
    }

    private var isClosing: Bool { timers.contains(.closing) }

    private func checkState(_ turn: inout Turn) {
        let facts = stream.facts
        // What failed for that very reason is over.
        if facts.isAuthenticated, setup.configuration.policy.requiresTLS, !facts.isSecure, !stream.isOver {
            turn.brokenRules.append("S07: nobody authenticates before TLS where policy asks for it")
        }
        if stream.isOver != (end != nil) { turn.brokenRules.append("the end is told") }
        if stream.isOver, !hasClosedTransport { turn.brokenRules.append("the end closes the transport") }
        if stream.isOver, !timers.isEmpty { turn.brokenRules.append("the end leaves no timer") }
        if !stream.isOver, timers.isEmpty, !stream.isReady, stream.stateName != "idle" {
            turn.brokenRules.append("whoever waits has a deadline")
        }
    }
}

extension StreamEnd {
    /// The end without its particulars, which name offsets.
    package var kind: String {
        switch self {
        case .closed: "closed"
        case .violation(let violation): "violation: \(violation.condition)"
        case .peerError: "error of the peer"
        case .redirected: "redirected"
        case .negotiation(let failure): String("not negotiated: \(failure)".prefix { $0 != "(" })
        case .transportClosed: "transport closed"
        case .deadline: "deadline"
        case .aborted: "aborted"
        }
    }
}
