import XMPPAddress
import XMPPStanza

/// Who may answer what (RFC 6120 §8.1.2.1): an id alone proves nothing.
extension SenderRules {
    /// Whether an answer, which has been stamped and checked, may be one to a request.
    ///
    /// - Parameters:
    ///   - recipient: Whom the request was for; nil for whoever is at the other end: the own account at a client, the
    ///     client at a server.
    ///   - sender: Whom it was from, where it said so.
    func mayAnswer(_ answer: IQ, requestTo recipient: JID?, from sender: JID?) -> Bool {
        if !isOwnClient, let sender, answer.address(.to)?.jid != sender { return false }
        switch answer.address(.from) {
        case .unprepared: return false
        case nil:
            // The server speaks for the account, and for nobody else.
            guard let own else { return false }
            return recipient == nil || recipient == own.bare
        case .jid(let from):
            if let own {
                // An account is answered for by its server, at a client; at a server, the client has one address.
                if recipient == nil { return from == own || from == own.bare }
                return from == recipient
            }
            if let client { return from == client && (recipient == nil || from.bare == recipient || from == recipient) }
            return from == recipient
        }
    }
}
