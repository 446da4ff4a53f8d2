import Testing
import XMLStream
import XMPPNegotiation
import XMPPSASL
import XMPPStanza

@testable import XMPPEngine

/// What a host does with a stream. A list of them replays a conversation as one side lived it.
enum HostInput: Sendable {
    case begin(TLSFacts?)
    case bytes([UInt8])
    /// To the question that is open, of which there is one.
    case answer(HostAnswer)
    case timer(StreamTimer)
    /// The timer of the request that was made last.
    case requestTimer
    case message(String)
    case request(String)
    /// To the request that came last.
    case result
    case close
    case end
}

/// Scratch that copies of a host share.
final class SharedScratch {
    var scratch = StreamScratch()
}

/// A host that does what it is told, and notes what comes of it. It is a value, like the stream.
///
/// Its random bytes are always the same, so that what is named after them is too.
struct ScriptedHost {
    var stream: XMPPStream
    /// Every order but those for random bytes, in order; of one to write, the bytes.
    var log: [Entry] = []
    private var question: RequestID?
    private var requested: IQ?
    private var handle: RequestHandle?
    private let shared = SharedScratch()

    enum Entry: Hashable {
        case action(StreamAction)
        case written([UInt8])
        case asked(HostQuestion)
        case refused(StreamMisuse)
    }

    static let randomBytes = Secret([UInt8](repeating: 0xAB, count: 64))

    init(_ stream: XMPPStream) { self.stream = stream }

    /// Does one thing, and carries out what is ordered.
    ///
    /// - Returns: The bytes written.
    @discardableResult
    mutating func take(_ input: HostInput) -> [UInt8] {
        do throws(StreamMisuse) {
            try carryOut(input)
        } catch {
            log.append(.refused(error))
        }
        return drain()
    }

    private mutating func carryOut(_ input: HostInput) throws(StreamMisuse) {
        switch input {
        case .begin(let tls): try stream.begin(on: tls)
        case .bytes(let bytes):
            var misuse: StreamMisuse?
            bytes.withRawSpan { span in
                do throws(StreamMisuse) {
                    try stream.receive(span, using: &shared.scratch)
                } catch {
                    misuse = error
                }
            }
            if let misuse { throw misuse }
        case .answer(let answer):
            guard let question else { return }
            try stream.receive(.answered(question, answer), using: &shared.scratch)
        case .timer(let timer): try stream.receive(.timerFired(timer), using: &shared.scratch)
        case .requestTimer:
            if let handle { try stream.receive(.timerFired(.request(handle)), using: &shared.scratch) }
        case .message(let xml): if let message = Message(.reading(xml)) { try stream.send(message) }
        case .request(let xml): if let iq = IQ(.reading(xml)) { handle = try stream.request(iq) }
        case .result:
            guard let requested, let result = try? requested.result() else { return }
            try stream.send(result)
        case .close: try stream.close()
        case .end: try stream.receive(.transportClosed, using: &shared.scratch)
        }
    }

    /// Carries out what is ordered.
    ///
    /// - Returns: The bytes written.
    @discardableResult
    mutating func drain() -> [UInt8] {
        var output: [UInt8] = []
        while let action = stream.nextAction() {
            switch action {
            case .write(let count):
                var written: [UInt8] = []
                stream.drainOutput { span in
                    written = Array(span.array.prefix(count))
                    return written.count
                }
                output += written
                log.append(.written(written))
            case .request(let id, .randomBytes): giveRandomBytes(to: id)
            case .request(let id, let what):
                question = id
                log.append(.asked(what))
            case .stanza(.iq(let iq)):
                if iq.isRequest { requested = iq }
                log.append(.action(action))
            case .established(let established):
                let facts = established.facts.stored
                log.append(.action(.established(EstablishedStream(facts: facts, plan: established.plan))))
            default: log.append(.action(action))
            }
        }
        return output
    }

    private mutating func giveRandomBytes(to id: RequestID) {
        do throws(StreamMisuse) {
            try stream.receive(.answered(id, .randomBytes(ScriptedHost.randomBytes)), using: &shared.scratch)
        } catch {
            log.append(.refused(error))
        }
    }

    /// The same host with another stream.
    func with(_ other: XMPPStream) -> ScriptedHost {
        var host = self
        host.stream = other
        return host
    }
}

extension StreamFacts {
    /// Without what a snapshot leaves out once the peer has authenticated.
    var stored: StreamFacts {
        var facts = self
        if facts.isAuthenticated { facts.tls?.bindings = [] }
        return facts
    }
}

extension XMPPStream {
    /// Without random bytes and what a snapshot leaves out.
    var stored: XMPPStream {
        var stream = self
        stream.core.entropy.removeAll()
        stream.core.questions = OpenQuestions()
        stream.core.queue = ActionQueue()
        stream.core.side.facts = stream.facts.stored
        return stream
    }
}
