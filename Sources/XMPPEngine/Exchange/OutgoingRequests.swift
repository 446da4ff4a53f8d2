import XMLStream
import XMPPAddress
import XMPPStanza

/// Requests that wait for an answer of the peer, by their ids.
struct OutgoingRequests: Hashable, Sendable {
    struct Request: Hashable {
        let handle: RequestHandle
        /// Whom it was for; nil for whoever is at the other end.
        let recipient: JID?
        /// Whom it was from, where it said so.
        let sender: JID?
    }

    private(set) var waiting: [String: Request]
    private var ids: [RequestHandle: String] = [:]

    /// None, or those that have waited elsewhere.
    init(waiting: [String: Request] = [:]) {
        self.waiting = waiting
        for (id, request) in waiting { ids[request.handle] = id }
    }

    var count: Int { waiting.count }

    mutating func add(_ id: String, to recipient: JID?, from sender: JID?, _ handle: RequestHandle) {
        waiting[id] = Request(handle: handle, recipient: recipient, sender: sender)
        ids[handle] = id
    }

    /// Finds what an answer is to: by its id, by who may answer (RFC 6120 §8.1.2.1), and by who asked.
    mutating func take(_ answer: IQ, by rules: SenderRules?) -> RequestHandle? {
        guard !waiting.isEmpty, let rules, let id = answer.id, let request = waiting[id],
            rules.mayAnswer(answer, requestTo: request.recipient, from: request.sender)
        else { return nil }
        waiting[id] = nil
        ids[request.handle] = nil
        return request.handle
    }

    /// Forgets a request whose deadline has passed.
    ///
    /// - Returns: Whether it was there.
    mutating func remove(_ handle: RequestHandle) -> Bool {
        guard let id = ids.removeValue(forKey: handle) else { return false }
        waiting[id] = nil
        return true
    }

    /// Forgets all, oldest first.
    mutating func takeAll() -> [RequestHandle] {
        defer { self = OutgoingRequests() }
        return waiting.values.map(\.handle).sorted { $0.number < $1.number }
    }
}
