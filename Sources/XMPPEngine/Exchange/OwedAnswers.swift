import XMPPStanza

/// Requests of the peer that the host owes an answer: each gets exactly one (RFC 6120 §8.2.3).
///
/// There is no clock: they are looked through at intervals, and what was there a whole interval ago is too old.
struct OwedAnswers: Hashable, Sendable {
    private(set) var recent: [IQ] = []
    private(set) var old: [IQ] = []

    /// None, or those that were owed elsewhere.
    init(recent: [IQ] = [], old: [IQ] = []) {
        self.recent = recent
        self.old = old
    }

    var count: Int { recent.count &+ old.count }

    /// Notes a request.
    mutating func add(_ request: IQ) { recent.append(request) }

    /// Takes out the request that an answer is to.
    mutating func take(answeredBy answer: IQ) -> Bool {
        for index in recent.indices where Self.isAnswer(answer, to: recent[index]) {
            recent.remove(at: index)
            return true
        }
        for index in old.indices where Self.isAnswer(answer, to: old[index]) {
            old.remove(at: index)
            return true
        }
        return false
    }

    /// Takes out those that have waited for an interval at least.
    mutating func takeOld() -> [IQ] {
        let due = old
        old = recent
        recent = []
        return due
    }

    /// Takes a request out that nobody will answer.
    mutating func take(_ request: IQ) -> Bool {
        if let index = recent.firstIndex(of: request) {
            recent.remove(at: index)
            return true
        }
        guard let index = old.firstIndex(of: request) else { return false }
        old.remove(at: index)
        return true
    }

    mutating func removeAll() { self = OwedAnswers() }

    private static func isAnswer(_ answer: IQ, to request: IQ) -> Bool {
        guard let id = request.id, answer.hasID(id) else { return false }
        return answer.address(.to)?.text == request.address(.from)?.text
    }
}
