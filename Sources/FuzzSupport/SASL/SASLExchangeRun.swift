import CryptoSeam
import XMPPSASL

/// One exchange under test, its honest peer, and the program that comes between them.
struct SASLExchangeRun<Subject: SASLExchange> {
    var subject: Subject
    var peer: any SASLExchange
    let scenario: SASLScenario
    var program: FuzzProgram
    let crypto: any CryptoProvider.Type
    let host: SASLHost
    var transcript = SASLTranscript()
    /// What it has asked and was not answered.
    var question: SASLQuestion?
    /// What the peer has to say to it.
    var offer: SASLEvent?
    /// The client's first message, which it keeps until it is asked.
    var withheld: SASLPayload?
    var hasBegun = false
    var outcome: SASLOutcome?
    var isOver = false
    var hasPeerBegun = false
    var peerOutcome: SASLOutcome?
    /// Whether all that it took is what the host and the peer intended.
    var isHonest = true
    /// Whether to look for secrets in what is printed at this step.
    var isPrinted = false

    /// Runs the program.
    ///
    /// - Returns: What was found, in English, or nil.
    mutating func finding() -> String? {
        begin()
        for step in 0..<128 {
            if step == 64 { program.end() }
            let isProgramOver = program.isAtEnd
            guard let event = nextEvent() else {
                if isProgramOver { break }
                continue
            }
            if let finding = take(event) { return finding }
        }
        if isHonest, scenario.isCompatible {
            guard outcome != nil, peerOutcome != nil else { return "honest sides do not succeed: \(transcript)" }
        }
        if isHonest, !scenario.isCompatible, outcome != nil { return "success in spite of the flaw" }
        return nil
    }

    /// What comes next if nobody interferes.
    var intended: SASLEvent? {
        guard !isOver else { return nil }
        if let question { return .answered(host.answer(question, isClient: scenario.isClientTested)) }
        return offer
    }

    /// Has the subject take an event, and looks at what it does.
    mutating func take(_ event: SASLEvent) -> String? {
        let before = subject
        var copy = subject
        let action = subject.receive(event, using: crypto)
        if copy.receive(event, using: crypto) != action || copy != subject || copy.hashValue != subject.hashValue {
            return "a copy does otherwise than \(action)"
        }
        let misuse = expectedMisuse(event)
        if case .refuse(let refusal) = action {
            if subject != before { return "changed by what it refuses" }
            return refusal == misuse ? nil : "\(event) is refused as \(refusal), not as \(String(describing: misuse))"
        }
        if let misuse { return "\(event) is not refused as \(misuse), but \(action)" }
        if subject == before { return "not changed by \(event)" }
        if let finding = findingInTurn(event, action) { return finding }
        if event != intended { isHonest = false }
        transcript.hear(event)
        transcript.note(action)
        switch event {
        case .answered: question = nil
        case .begun, .received, .succeeded:
            hasBegun = true
            offer = nil
        }
        if isHonest, isPrinted, scenario.hasPlainNames,
            let finding = SecretSearch.finding(in: (event, action, subject), secrets: secrets)
        {
            return finding
        }
        if transcript.questions.count > 4 || transcript.said.count > 4 { return "it does not end: \(transcript)" }
        return follow(action)
    }

    private mutating func follow(_ action: SASLAction) -> String? {
        switch action {
        case .send(let payload): pass(payload)
        case .ask(let question): self.question = question
        case .refuse: break
        case .fail(let failure):
            isOver = true
            if scenario.isClientTested, failure.condition != .aborted { return "a client says \(failure)" }
        case .done(let outcome):
            isOver = true
            self.outcome = outcome
            if !scenario.isClientTested { react(to: .succeeded(outcome.additionalData)) }
            return SASLJudge(scenario: scenario, transcript: transcript).finding(on: outcome)
        }
        return nil
    }

    /// What nothing may show besides what begins with the mark: keys, and a proof that can be used again.
    private var secrets: [[UInt8]] {
        guard scenario.family == .hashedToken, !scenario.isClientTested, let message = transcript.heard.first else {
            return transcript.keys
        }
        return transcript.keys + [Array(message.drop { $0 != 0 }.dropFirst())]
    }
}

extension SASLScenario {
    /// Runs a program with one side under test.
    ///
    /// - Returns: What was found, in English, or nil.
    package func finding(
        of subject: some SASLExchange, beside peer: any SASLExchange, _ program: FuzzProgram,
        using crypto: any CryptoProvider.Type
    ) -> String? {
        var run = SASLExchangeRun(
            subject: subject, peer: peer, scenario: self, program: program, crypto: crypto,
            host: SASLHost(scenario: self))
        return run.finding()
    }
}
