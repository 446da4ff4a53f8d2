import XMPPSASL

/// What a side was told, said and asked, as far as it took it.
struct SASLTranscript {
    /// The payloads it was told, that of the beginning and that of the success among them.
    private(set) var heard: [[UInt8]] = []
    /// The payloads it sent.
    private(set) var said: [[UInt8]] = []
    /// What it asked.
    private(set) var questions: [SASLQuestion] = []
    /// What it was answered.
    private(set) var answers: [SASLAnswer] = []

    mutating func hear(_ event: SASLEvent) {
        switch event {
        case .begun(let payload), .succeeded(let payload):
            if let payload { heard.append(payload.exposed) }
        case .received(let payload): heard.append(payload.exposed)
        case .answered(let answer): answers.append(answer)
        }
    }

    mutating func note(_ action: SASLAction) {
        switch action {
        case .send(let payload):
            if let payload { said.append(payload.exposed) }
        case .ask(let question): questions.append(question)
        case .done, .fail, .refuse: break
        }
    }

    /// The keys it was given, which nothing it prints may show.
    var keys: [[UInt8]] {
        answers.flatMap { answer -> [[UInt8]] in
            switch answer {
            case .derivedKey(let key): [key.exposed]
            case .digestKey(let key): key.map { [$0.exposed] } ?? []
            case .credentials(let credentials):
                credentials.map { [$0.storedKey.exposed, $0.serverKey.exposed] } ?? []
            case .randomBytes, .password, .tokens, .verdict, .authorization, .unavailable: []
            }
        }
    }
}
