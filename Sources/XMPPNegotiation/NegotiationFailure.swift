public import XMPPSASL
public import XMPPStanza

/// Why a stream could not be negotiated. It prints as a sentence without secrets.
public enum NegotiationFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The peer broke a rule.
    case violation(StreamViolation)
    /// Policy asks for TLS, and there is none to be had, for this reason.
    case unprotected(String)
    /// The peer is not the one that was called.
    case certificate(IdentityVerdict)
    /// The peer did not accept the credentials, or did not prove itself.
    case authentication(AuthenticationFailure)
    /// The peer refused a feature that the stream cannot do without.
    case refused(FeatureKey, StanzaError)
    /// Nothing is left to negotiate, and the goal is not reached.
    case goalOutOfReach
    /// The host could not answer what a feature needs.
    case unavailable(FeatureKey)

    public var description: String {
        switch self {
        case .violation(let violation): "\(violation)"
        case .unprotected(let reason): "no TLS: \(reason)"
        case .certificate(let verdict): "certificate \(verdict)"
        case .authentication(let failure): "\(failure)"
        case .refused(let key, let error): "\(key.name) was refused: \(error)"
        case .goalOutOfReach: "nothing is left to negotiate, and it is not enough"
        case .unavailable(let key): "the host could not answer for \(key.name)"
        }
    }
}

/// Why authentication failed.
public struct AuthenticationFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The condition that the peer named, or that it was told (RFC 6120 §6.5).
    public let condition: SASLFailure.Condition
    /// What went wrong on this side, where it did.
    public let reason: SASLFailure.Reason?
    /// The mechanisms that were tried, in order.
    public let tried: [String]
    /// What the peer said about it, for people. Never decide by it.
    public let texts: [LocalizedText]
    /// Why no mechanism was chosen, where none was.
    public let choice: SASLChoice?

    /// A failure.
    public init(
        _ condition: SASLFailure.Condition, reason: SASLFailure.Reason? = nil, tried: [String] = [],
        texts: [LocalizedText] = [], choice: SASLChoice? = nil
    ) {
        self.condition = condition
        self.reason = reason
        self.tried = tried
        self.texts = texts
        self.choice = choice
    }

    public var description: String {
        let how = tried.isEmpty ? "" : " after " + tried.joined(separator: ", ")
        return "authentication failed\(how): \(condition.rawValue)"
    }
}
