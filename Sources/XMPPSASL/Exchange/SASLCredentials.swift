/// What a client has shown that only the host can judge.
public enum SASLCredentials: Hashable, Sendable {
    /// A name and a password, both prepared by SASLprep.
    case password(SASLIdentity, Secret)
    /// Nothing but what the transport has proved; the identity to act as, if one was named.
    case transport(authorizationIdentity: String?)
    /// Nothing at all, with a word for the log.
    case anonymous(trace: String?)
    /// A bearer token, and the name that came with it, if one did.
    case token(Secret, username: String?)
}

/// What a host says of credentials.
public enum SASLVerdict: Hashable, Sendable {
    /// They are this user's.
    case accepted(username: String)
    /// They are not, or not any more: `notAuthorized`, `credentialsExpired`, `accountDisabled` and the like.
    case refused(SASLFailure.Condition)
}
