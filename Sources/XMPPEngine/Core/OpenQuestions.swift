import XMPPNegotiation

/// What the host has been asked and has not answered: one question of a feature at most, and one for random bytes.
struct OpenQuestions: Hashable, Sendable {
    /// Who waits for an answer.
    enum Asker: Hashable, Sendable {
        case negotiation
        case entropy
    }

    private(set) var negotiation: RequestID?
    private(set) var entropy: RequestID?
    /// How many have been asked.
    private(set) var count: UInt64 = 0

    /// No open question, behind so many that have been answered.
    init(count: UInt64 = 0) { self.count = count }

    /// Numbers a question.
    mutating func ask(_ asker: Asker) -> RequestID {
        count &+= 1
        let id = RequestID(count)
        switch asker {
        case .negotiation: negotiation = id
        case .entropy: entropy = id
        }
        return id
    }

    /// Who asked this; nil where nobody did, or where it has been answered.
    func asker(of id: RequestID) -> Asker? { id == negotiation ? .negotiation : id == entropy ? .entropy : nil }

    /// Notes an answer.
    mutating func close(_ asker: Asker) {
        switch asker {
        case .negotiation: negotiation = nil
        case .entropy: entropy = nil
        }
    }

    /// The same under numbers that do not grow.
    var withoutNumbers: OpenQuestions {
        var copy = OpenQuestions()
        if negotiation != nil { copy.negotiation = RequestID(1) }
        if entropy != nil { copy.entropy = RequestID(2) }
        return copy
    }

    /// Notes that no answer counts any more.
    mutating func removeAll() {
        negotiation = nil
        entropy = nil
    }
}
