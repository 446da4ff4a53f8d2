public import XMLStream
public import XMPPAddress
public import XMPPSASL
public import XMPPStanza

/// What the host has found out.
public enum HostAnswer: Hashable, Sendable {
    /// As many random bytes as were asked for.
    case randomBytes(Secret)
    /// What an exchange of SASL asked for.
    case authentication(SASLAnswer)
    /// Whether to go on with the peer.
    case certificate(isAccepted: Bool)
    /// The full address that is bound now, or why none is.
    case resource(Result<JID, StanzaError>)
    /// The fields that there are to fill in, or that the account was opened (no fields), or why it was not.
    case registration(Result<RegistrationFields, StanzaError>)
    /// Whose the credentials are: a full address, or a component's domain; or why they are not accepted.
    case legacyCredentials(Result<JID, StanzaError>)
    /// What a feature of the host's own asked for.
    case custom(Element?)
    /// The host cannot tell.
    case unavailable
}
