import XMLStream
public import XMPPEngine
import XMPPNegotiation
import XMPPStanza

/// Plays the peer and the host of a transcript to a stream, and compares what comes out.
///
/// What the host does, behind `@`:
///
/// | words | what happens |
/// | --- | --- |
/// | `begin`, `begin tls` | The transport is open, in the clear or under TLS. |
/// | `secured` | TLS is negotiated, as `StreamHost.handshake` has it. |
/// | `lost` | The transport closes. |
/// | `wind 60` | So many seconds go by, and timers run out. |
/// | `answer` | The oldest question that was left open is put to the host again. |
/// | `accept`, `reject` | The host decides about a certificate. |
/// | `close`, `close reset` | The host closes the stream, in order or with a condition; with another host behind `see-other-host`. |
/// | `send <message/>`, `request <iq/>` | The host sends a stanza; names without a namespace are those of the stream. |
///
/// What the stream orders or tells, behind `=`: `startTLS` and a domain, with `leftover` and bytes where there are any;
/// `startCompression`; `ask` and the name of a question that is left open; `established` and an address; `stanza`,
/// `nonza`, `answered`, `unanswered`, `unsent`; `closeTransport`; and `refused` with the reason for what the host did out
/// of order.
public struct TranscriptPlayer<Host: StreamHost, Framing: TranscriptFraming> {
    /// The stream.
    public var stream: XMPPStream
    /// What answers it.
    public var host: Host
    /// How the bytes of the peer are cut; only for framings in which cuts mean nothing.
    public internal(set) var chopping: Chopping
    /// Bytes of the peer that were played.
    public private(set) var receivedByteCount = 0

    var clock = HandWoundClock()
    var open: [(id: RequestID, question: HostQuestion)] = []
    /// The random bytes that the host gave last.
    private(set) var randomBytes: HostAnswer?
    /// What has come out in this step.
    private(set) var output = TranscriptOutput()
    var names = TranscriptNames()
    private var isSwitching = false
    private var framing: Framing
    /// What the peer has still to say in this step: each as the transport delivers it.
    private var waiting: [ArraySlice<UInt8>] = []
    private let scratch = SharedScratch()

    /// A player of a stream that has not begun.
    public init(_ stream: XMPPStream, host: Host, framing: Framing, chopping: Chopping = .whole) {
        self.stream = stream
        self.host = host
        self.framing = framing
        self.chopping = chopping
    }

    /// Plays a transcript.
    ///
    /// - Parameter countingBytes: Whether a violation has to be noticed at the byte that the transcript says.
    /// - Throws: `TranscriptDifference` for the first step in which something else came out.
    public mutating func play(
        _ transcript: Transcript, countingBytes: Bool = true
    ) throws(TranscriptDifference) {
        for step in transcript.steps {
            let actual = take(step)
            try compare(actual, step, countingBytes: countingBytes)
        }
    }

    /// Compares what came out of a step with what should have, and learns names.
    mutating func compare(
        _ actual: TranscriptOutput, _ step: Transcript.Step, countingBytes: Bool
    ) throws(TranscriptDifference) {
        var expected = TranscriptOutput()
        for output in step.outputs { expected.add(framed(output), joinedBy: separator) }
        if !expected.matches(actual, &names, countingBytes: countingBytes) {
            throw TranscriptDifference(line: step.line, expected: expected.lines, actual: actual.lines)
        }
    }

    /// Has a step happen.
    mutating func take(_ step: Transcript.Step) -> TranscriptOutput {
        begin(step)
        while takePiece() {}
        return output
    }

    /// Has a step happen, but for what the peer says in it: that is ready for `takePiece`.
    mutating func begin(_ step: Transcript.Step) {
        output = TranscriptOutput()
        switch step.input {
        case .received(let text): waiting = framing.received(names.filled(text)).map { $0[...] }
        case .happened(let words): happen(words)
        }
    }

    /// Between what is drained in one call and in the next, where that makes a difference.
    private var separator: String { framing is TCPTranscriptFraming ? "" : "\n" }

    private mutating func framed(_ output: Transcript.Output) -> Transcript.Output {
        switch output {
        case .sent(let text): .sent(framing.sent(text).joined(separator: separator))
        case .told, .ended: output
        }
    }
}

/// Scratch that a copyable value can hold.
private final class SharedScratch {
    var scratch = StreamScratch()
}

extension TranscriptPlayer {
    // MARK: Input

    /// Hands the stream the next piece of what the peer says in this step.
    ///
    /// - Returns: Whether there was one.
    mutating func takePiece() -> Bool {
        guard let message = waiting.first else { return false }
        // What comes while another transport is due goes to that one.
        let isHeard = !isSwitching && !stream.isOver
        let length = isHeard ? chopping.length(of: message.count, passed: receivedByteCount) : message.count
        let piece = Array(message.prefix(length))
        if length < message.count { waiting[0].removeFirst(length) } else { waiting.removeFirst() }
        receivedByteCount += length
        if isHeard, !piece.isEmpty {
            call { (player) throws(StreamMisuse) in
                try piece.withRawSpan { (bytes) throws(StreamMisuse) in
                    try player.stream.receive(bytes, using: &player.scratch.scratch)
                }
            }
        }
        return true
    }

    /// Tells the stream of an event.
    mutating func receive(_ event: StreamEvent) {
        switch event {
        case .secured, .compressed: isSwitching = false
        case .answered, .timerFired, .transportClosed: break
        }
        call { (player) throws(StreamMisuse) in
            try player.stream.receive(event, using: &player.scratch.scratch)
        }
    }

    /// Calls the stream, and carries out what it orders.
    mutating func call(_ body: (inout TranscriptPlayer) throws(StreamMisuse) -> Void) {
        do throws(StreamMisuse) {
            try body(&self)
        } catch {
            tell("refused: \(error)")
        }
        while let action = stream.nextAction() { carryOut(action) }
    }

    mutating func tell(_ words: String) { output.add(.told(words), joinedBy: separator) }

    // MARK: Orders

    /// Carries out an order.
    mutating func carryOut(_ action: StreamAction) {
        if let words = action.transcriptText, !action.isQuestion { tell(words) }
        switch action {
        case .write(let byteCount): write(byteCount)
        case .setTimer(let timer, let duration): clock.set(timer, duration)
        case .cancelTimer(let timer): clock.cancel(timer)
        case .request(let id, let question):
            if let answer = host.answer(question) {
                if case .randomBytes = question { randomBytes = answer }
                return receive(.answered(id, answer))
            }
            open.append((id, question))
            if let words = action.transcriptText { tell(words) }
        case .startTLS: isSwitching = true
        case .startCompression: receive(.compressed)
        case .ended(let end): output.add(.ended(end.transcriptText), joinedBy: separator)
        case .established, .stanza, .nonza, .answered, .unanswered, .unsent, .closeTransport: break
        }
    }

    private mutating func write(_ byteCount: Int) {
        var rest = byteCount
        while rest > 0 {
            let bytes = stream.takeOutput(rest)
            if bytes.isEmpty { return tell("refused: nothing is left to drain") }
            rest -= bytes.count
            output.add(.sent(String(decoding: bytes, as: UTF8.self)), joinedBy: separator)
        }
    }
}

extension StreamAction {
    fileprivate var isQuestion: Bool { if case .request = self { true } else { false } }
}
