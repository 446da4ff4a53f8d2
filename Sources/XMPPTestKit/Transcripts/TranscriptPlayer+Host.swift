import XMLStream
import XMPPEngine
import XMPPNegotiation
import XMPPStanza

/// What the host of a transcript does.
extension TranscriptPlayer {
    /// Does it.
    mutating func happen(_ text: String) {
        let word = String(text.prefix { $0 != " " })
        let rest = String(text.dropFirst(word.count + 1))
        switch word {
        case "begin":
            let facts = rest == "tls" ? host.handshake(as: stream.facts.role) : nil
            call { (player) throws(StreamMisuse) in try player.stream.begin(on: facts) }
        case "secured":
            guard let facts = host.handshake(as: stream.facts.role) else { return tell("refused: no handshake") }
            receive(.secured(facts))
        case "lost": receive(.transportClosed)
        case "wind": wind(by: .seconds(Int(rest) ?? 0))
        case "answer": answer()
        case "accept": decide(.certificate(isAccepted: true))
        case "reject": decide(.certificate(isAccepted: false))
        case "close": close(rest)
        case "send": send(rest)
        case "request": request(rest)
        default: tell("refused: nobody knows \(word)")
        }
    }

    private mutating func wind(by duration: Duration) {
        let end = clock.now + duration
        while let timer = clock.wind(by: end - clock.now) { receive(.timerFired(timer)) }
    }

    private mutating func answer() {
        guard let (_, question) = open.first else { return tell("refused: no question is open") }
        if let answer = host.answer(question) { decide(answer) }
    }

    private mutating func decide(_ answer: HostAnswer) {
        guard !open.isEmpty else { return tell("refused: no question is open") }
        receive(.answered(open.removeFirst().id, answer))
    }

    private mutating func close(_ text: String) {
        let words = text.split(separator: " ").map(String.init)
        var error: StreamError?
        if let name = words.first {
            guard let condition = StreamErrorCondition.allDefined.first(where: { "\($0)" == name }) else {
                return tell("refused: no condition \(name)")
            }
            error =
                words.dropFirst().first.flatMap(OtherHost.init).map(StreamError.init(seeOtherHost:))
                ?? StreamError(condition)
        }
        call { (player) throws(StreamMisuse) in try player.stream.close(with: error) }
    }

    private func stanza(_ text: String) -> AnyStanza? {
        let element = try? Element(xml: text, in: stream.facts.content.name.text)
        return element.flatMap { AnyStanza($0) }
    }

    private mutating func send(_ text: String) {
        guard let stanza = stanza(text) else { return tell("refused: no stanza") }
        call { (player) throws(StreamMisuse) in
            switch stanza {
            case .message(let message): try player.stream.send(message)
            case .presence(let presence): try player.stream.send(presence)
            case .iq(let iq): try player.stream.send(iq)
            }
        }
    }

    private mutating func request(_ text: String) {
        guard case .iq(let iq) = stanza(text) else { return tell("refused: no iq") }
        call { (player) throws(StreamMisuse) in _ = try player.stream.request(iq) }
    }
}
