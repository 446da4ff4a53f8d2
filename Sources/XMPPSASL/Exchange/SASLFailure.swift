/// Why an exchange ended without authentication.
public struct SASLFailure: Error, Hashable, Sendable {
    /// The conditions of RFC 6120 §6.5.
    public enum Condition: String, Error, Hashable, Sendable, CaseIterable {
        /// The client has aborted it.
        case aborted
        /// The account has been disabled for now.
        case accountDisabled = "account-disabled"
        /// The credentials are the account's, and have expired.
        case credentialsExpired = "credentials-expired"
        /// The mechanism is of use only under TLS.
        case encryptionRequired = "encryption-required"
        /// The base64 is none.
        case incorrectEncoding = "incorrect-encoding"
        /// The user may not act as the authorization identity, or it is none.
        case invalidAuthzid = "invalid-authzid"
        /// The mechanism was not offered.
        case invalidMechanism = "invalid-mechanism"
        /// The message does not follow the mechanism's grammar, or comes out of turn.
        case malformedRequest = "malformed-request"
        /// The mechanism is weaker than the server's policy allows.
        case mechanismTooWeak = "mechanism-too-weak"
        /// The credentials are not right, or nobody's.
        case notAuthorized = "not-authorized"
        /// The server cannot tell now.
        case temporaryAuthFailure = "temporary-auth-failure"
    }

    /// What was wrong, for the host's log. A server does not tell its peer more than the condition.
    public enum Reason: Error, Hashable, Sendable {
        /// The message does not follow the mechanism's grammar.
        case malformed
        /// A message has more bytes than any honest one.
        case messageSize
        /// The message names an extension that has to be understood and is not (RFC 5802 §5.1).
        case mandatoryExtension
        /// The peer's nonce does not begin with ours, adds nothing to it, or is another one.
        case nonce
        /// The number of rounds is outside what policy allows.
        case iterationCount
        /// The channel binding is missing, not expected, of another kind or of another channel.
        case channelBinding
        /// The list of mechanisms that was offered is not the one that was seen (XEP-0474).
        case downgrade
        /// The peer's proof is missing or wrong.
        case proof
        /// The token is right, but its time is over.
        case expired
        /// The token is right, but what was said with it has been said before, or may be said again.
        case replay
        /// The peer says so, by a word of the mechanism's own: letters and hyphens, 64 at most.
        case peer(String)
        /// The peer said that it was over before it was.
        case tooEarly
        /// The peer spoke when it was not its turn.
        case outOfTurn
        /// The user may not act as the authorization identity.
        case authorization
        /// The host could not answer.
        case unavailable
    }

    /// What a server sends; `aborted` at a client.
    public let condition: Condition
    /// What was wrong.
    public let reason: Reason
    /// At a server, the mechanism's own last message, for profiles of SASL that have a place for it. XMPP has none.
    public let additionalData: SASLPayload?

    /// A failure, as a mechanism of a host's own comes to it.
    public init(condition: Condition, reason: Reason, additionalData: SASLPayload? = nil) {
        self.condition = condition
        self.reason = reason
        self.additionalData = additionalData
    }
}
