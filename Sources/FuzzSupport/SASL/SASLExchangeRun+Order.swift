import XMPPSASL

/// Whose turn it is, and what comes of it where it was somebody else's.
extension SASLExchangeRun {
    /// What is wrong with how an event was taken that is not refused: what the peer says while the host owes an answer
    /// ends the exchange, and what is stored for another hash is as if there were nothing.
    func findingInTurn(_ event: SASLEvent, _ action: SASLAction) -> String? {
        let failure: SASLFailure? = if case .fail(let failure) = action { failure } else { nil }
        let isPeers = if case .answered = event { false } else { true }
        if isPeers, hasBegun, question != nil {
            let condition = scenario.isClientTested ? SASLFailure.Condition.aborted : .malformedRequest
            let isRight = failure?.reason == .outOfTurn && failure?.condition == condition
            return isRight ? nil : "\(event) out of turn, and then \(action)"
        }
        if failure?.reason == .outOfTurn { return "\(event) in its turn, and then \(action)" }
        if case .peer(let word)? = failure?.reason {
            let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-"
            return NaiveReading.consists(Array(word.utf8), of: letters, 1...64) ? nil : "the peer's word is \(word)"
        }
        guard case .answered(.credentials(let credentials)) = event else { return nil }
        let isDamaged = credentials.map { !isWhole($0) && $0.derivation.algorithm == scenario.scram.algorithm } ?? false
        let isUnavailable = failure?.reason == .unavailable && failure?.condition == .temporaryAuthFailure
        return isDamaged == isUnavailable && isUnavailable == (failure != nil)
            ? nil : "\(credentials == nil ? "no" : isDamaged ? "damaged" : "whole") credentials, and then \(action)"
    }

    private func isWhole(_ credentials: SCRAMCredentials) -> Bool {
        let derivation = credentials.derivation
        let bytes = scenario.scram.algorithm.digestByteCount
        return [credentials.storedKey, credentials.serverKey].allSatisfy { $0.exposed.count == bytes }
            && !derivation.salt.isEmpty && derivation.iterations > 0 && derivation.iterations < 1_000_000_000
    }

    /// As what an event must be refused, by the order that all exchanges have.
    func expectedMisuse(_ event: SASLEvent) -> SASLMisuse? {
        if isOver { return .over }
        switch event {
        case .begun(let payload):
            if hasBegun { return .alreadyBegun }
            return scenario.isClientTested && payload != nil ? .wrongSide : nil
        case .succeeded:
            if !scenario.isClientTested { return .wrongSide }
            return hasBegun ? nil : .notBegun
        case .received: return hasBegun ? nil : .notBegun
        case .answered(let answer):
            if !hasBegun { return .notBegun }
            return question.map { isAnswer(answer, to: $0) } == true ? nil : .answer
        }
    }

    private func isAnswer(_ answer: SASLAnswer, to question: SASLQuestion) -> Bool {
        switch (question, answer) {
        case (_, .unavailable), (.randomBytes, .randomBytes), (.derivedKey, .derivedKey), (.digestKey, .digestKey),
            (.password, .password), (.credentials, .credentials), (.tokens, .tokens), (.verdict, .verdict),
            (.authorization, .authorization):
            true
        default: false
        }
    }
}
