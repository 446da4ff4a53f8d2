import XMPPAddress
import XMPPStanza

/// Requests that wait for an answer of the peer, by their ids.
struct OutgoingRequests: Hashable, Sendable {
    struct Request: Hashable {
        let handle: RequestHandle
        /// Whom it was for; nil for the own account.
        let recipient: JID?
    }

    private(set) var waiting: [String: Request] = [:]

    /// None, or those that have waited elsewhere.
    init(waiting: [String: Request] = [:]) { self.waiting = waiting }

    var count: Int { waiting.count }

    mutating func add(_ id: String, to recipient: JID?, _ handle: RequestHandle) {
        waiting[id] = Request(handle: handle, recipient: recipient)
    }

    /// Finds what an answer is to: by its id, and by who may answer (RFC 6120 §8.1.2.1). What is for the own account is
    /// answered by the server in its name, with its address, bare or full, or with none.
    mutating func take(_ answer: IQ, own: JID?) -> RequestHandle? {
        guard !waiting.isEmpty, let id = answer.id, let request = waiting[id] else { return nil }
        let isRight: Bool
        switch answer.address(.from) {
        case nil: isRight = request.recipient == nil || request.recipient == own?.bare
        case .unprepared: isRight = false
        case .jid(let sender):
            if let recipient = request.recipient {
                isRight = sender == recipient
            } else {
                isRight = sender == own || sender == own?.bare
            }
        }
        guard isRight else { return nil }
        waiting[id] = nil
        return request.handle
    }

    /// Forgets a request whose deadline has passed.
    mutating func remove(_ handle: RequestHandle) -> Bool {
        guard let id = waiting.first(where: { $0.value.handle == handle })?.key else { return false }
        waiting[id] = nil
        return true
    }

    /// Forgets all, oldest first.
    mutating func takeAll() -> [RequestHandle] {
        defer { waiting = [:] }
        return waiting.values.map(\.handle).sorted { $0.number < $1.number }
    }
}
