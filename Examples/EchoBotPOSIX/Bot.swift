import XMLStream
import XMPPCrypto
import XMPPEngine
import XMPPNegotiation
import XMPPSASL
import XMPPStanza

/// A stream, and what it needs of the world.
struct Bot: ~Copyable {
    private var stream: XMPPStream
    private let password: String
    private let socket: Socket
    private var scratch = StreamScratch()
    private var timers: [StreamTimer: ContinuousClock.Instant] = [:]
    private var end: StreamEnd?

    init(_ setup: StreamSetup, password: String, _ socket: Socket) {
        stream = XMPPStream(setup)
        self.password = password
        self.socket = socket
    }

    /// Goes on until the stream is over.
    mutating func run() throws -> StreamEnd {
        try stream.begin()
        while true {
            try carryOut()
            if let end { return end }
            let next = timers.min { $0.value < $1.value }
            if try socket.waits(until: next?.value) {
                let bytes = try socket.receive()
                if bytes.isEmpty {
                    try stream.receive(.transportClosed, using: &scratch)
                } else {
                    try stream.receive(bytes.span, using: &scratch)
                }
            } else if let (timer, due) = next, due <= .now {
                timers[timer] = nil
                try stream.receive(.timerFired(timer), using: &scratch)
            }
        }
    }

    /// Carries out all that the stream orders.
    private mutating func carryOut() throws {
        while let action = stream.nextAction() {
            switch action {
            case .write(let byteCount): try socket.send(stream.takeOutput(byteCount))
            case .request(let id, let question): try stream.receive(.answered(id, answer(question)), using: &scratch)
            case .setTimer(let timer, let duration): timers[timer] = .now + duration
            case .cancelTimer(let timer): timers[timer] = nil
            case .established(let ready):
                print("logged in as \(ready.facts.address?.description ?? "?")")
                try stream.send(Presence { $0.status("I say it again.") })
            case .stanza(let stanza): try receive(stanza)
            case .ended(let end): self.end = end
            case .closeTransport: socket.close()
            case .startTLS, .startCompression, .nonza, .answered, .unanswered, .unsent: break
            }
        }
    }

    /// Answers messages with what they say, and requests as far as they are known.
    private mutating func receive(_ stanza: AnyStanza) throws {
        switch stanza {
        case .message(let message) where message.type == .chat || message.type == .normal:
            guard let body = message.body, let reply = try message.reply({ $0.body(body) }) else { return }
            try stream.send(reply)
        case .iq(let iq) where iq.payload?.isNamed("ping", in: "urn:xmpp:ping") == true:
            if let pong = try iq.result() { try stream.send(pong) }
        case .iq(let iq) where iq.isRequest: try stream.decline(iq)
        case .message, .presence, .iq: break
        }
    }

    /// What only the host knows. The key is derived here and now: nobody else waits.
    private func answer(_ question: HostQuestion) throws -> HostAnswer {
        switch question {
        case .randomBytes(let count): return .randomBytes(randomBytes(count))
        case .authentication(.randomBytes(let count)): return .authentication(.randomBytes(randomBytes(count)))
        case .authentication(.derivedKey(let derivation)):
            let key = try PasswordDerivation.uncheckedKey(
                from: SCRAMDerivation.prepared(password: password).exposed, salt: derivation.salt,
                rounds: derivation.iterations, with: derivation.algorithm,
                byteCount: derivation.algorithm.digestByteCount)
            return .authentication(.derivedKey(Secret(key)))
        case .authentication, .certificate, .resource, .registration, .legacyCredentials, .custom: return .unavailable
        }
    }

    private func randomBytes(_ count: Int) -> Secret {
        var generator = SystemRandomNumberGenerator()
        return Secret((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }
}
