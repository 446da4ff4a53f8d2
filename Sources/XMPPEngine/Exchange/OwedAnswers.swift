import XMLStream
import XMPPStanza

/// Requests of the peer that the host owes an answer: each gets exactly one (RFC 6120 §8.2.3).
///
/// There is no clock: they are looked through at intervals, and what was there a whole interval ago is too old. Of a
/// request no more is kept than what its answer is known by.
struct OwedAnswers: Hashable, Sendable {
    /// What an answer has to name.
    struct Request: Hashable {
        let id: String
        /// Whom it is from; nil for the server itself, or the own account.
        let sender: String?
        let recipient: String?

        init(id: String, sender: String?, recipient: String?) {
            self.id = id
            self.sender = sender
            self.recipient = recipient
        }

        init?(_ iq: IQ) {
            guard let id = iq.id else { return nil }
            self.id = id
            sender = iq.element.attribute(.from)
            recipient = iq.element.attribute(.to)
        }

        var byteCount: Int { id.utf8.count &+ (sender?.utf8.count ?? 0) &+ (recipient?.utf8.count ?? 0) }
    }

    private(set) var recent: [Request]
    private(set) var old: [Request]
    private var byteCount: Int

    /// None, or those that were owed elsewhere.
    init(recent: [Request] = [], old: [Request] = []) {
        self.recent = recent
        self.old = old
        byteCount = recent.reduce(0) { $0 &+ $1.byteCount } &+ old.reduce(0) { $0 &+ $1.byteCount }
    }

    var count: Int { recent.count &+ old.count }

    /// Notes a request, if there is room.
    mutating func add(_ iq: IQ, within limits: StreamLimits) -> Bool {
        guard let request = Request(iq), count < limits.owedAnswers,
            byteCount &+ request.byteCount <= limits.owedAnswerBytes
        else { return false }
        byteCount &+= request.byteCount
        recent.append(request)
        return true
    }

    /// The request that an answer is to; nil where none is.
    ///
    /// - Complexity: O(*n*) in the requests that wait, which `StreamLimits.owedAnswers` bounds.
    func request(answeredBy answer: IQ) -> Request? {
        guard let id = answer.id else { return nil }
        let recipient = answer.address(.to)?.text
        let wire = answer.element.attribute(.to)
        // The host answers to the address as it came, or as it is prepared.
        func isIt(_ request: Request) -> Bool {
            request.id == id && (request.sender == wire || Self.isSame(request.sender, recipient))
        }
        return recent.first(where: isIt) ?? old.first(where: isIt)
    }

    /// The request, where it waits for an answer; nil where it does not.
    func request(_ iq: IQ) -> Request? {
        guard let asked = Request(iq), recent.contains(asked) || old.contains(asked) else { return nil }
        return asked
    }

    /// Takes out a request that has been answered, if it is still there.
    mutating func remove(_ request: Request) {
        if let index = recent.firstIndex(of: request) {
            recent.remove(at: index)
        } else if let index = old.firstIndex(of: request) {
            old.remove(at: index)
        } else {
            return
        }
        byteCount &-= request.byteCount
    }

    /// Takes out those that have waited for an interval at least: the errors that answer them.
    mutating func takeOld(in content: ContentNamespace) -> [IQ] {
        let due = old
        old = recent
        recent = []
        for request in due { byteCount &-= request.byteCount }
        return due.compactMap { Self.refusal(of: $0, in: content) }
    }

    mutating func removeAll() { self = OwedAnswers() }

    private static func isSame(_ sender: String?, _ prepared: String?) -> Bool {
        guard let sender, let prepared else { return false }
        return Array(sender.utf8).withRawSpan { WireAddress($0).text } == prepared
    }

    private static func refusal(of request: Request, in content: ContentNamespace) -> IQ? {
        do throws(XMLContentError) {
            var bare = ElementBuilder(.iq, in: content.name)
            bare.attribute(.type, IQType.get.rawValue)
            bare.attribute(.id, request.id)
            if let sender = request.sender { bare.attribute(.from, sender) }
            if let recipient = request.recipient { bare.attribute(.to, recipient) }
            return try IQ(bare.finish())?.error(StanzaError(.serviceUnavailable))
        } catch {
            return nil
        }
    }
}
