import XMLStream

/// A condition of a stanza error (RFC 6120 §8.3.3).
///
/// A struct, not an enum, so that a later version can name more without breaking a switch.
public struct StanzaErrorCondition: Hashable, Sendable, CustomStringConvertible {
    /// The name of the element in `urn:ietf:params:xml:ns:xmpp-stanzas`.
    public let name: LocalName

    private init(_ name: LocalName) { self.name = name }

    /// XML that the recipient does not understand (§8.3.3.1).
    public static let badRequest = StanzaErrorCondition(.badRequest)
    /// Something of that name exists (§8.3.3.2).
    public static let conflict = StanzaErrorCondition(.conflict)
    /// Understood, and not offered by this entity (§8.3.3.3).
    public static let featureNotImplemented = StanzaErrorCondition(.featureNotImplemented)
    /// The sender may not do that (§8.3.3.4).
    public static let forbidden = StanzaErrorCondition(.forbidden)
    /// The recipient has another address now, which the error may name (§8.3.3.5).
    public static let gone = StanzaErrorCondition(.gone)
    /// The server is at fault (§8.3.3.6).
    public static let internalServerError = StanzaErrorCondition(.internalServerError)
    /// No such address or item; not where that would tell who is there (§8.3.3.7).
    public static let itemNotFound = StanzaErrorCondition(.itemNotFound)
    /// An address that is none (§8.3.3.8).
    public static let jidMalformed = StanzaErrorCondition(.jidMalformed)
    /// Against criteria of the recipient (§8.3.3.9).
    public static let notAcceptable = StanzaErrorCondition(.notAcceptable)
    /// Nobody may do that (§8.3.3.10).
    public static let notAllowed = StanzaErrorCondition(.notAllowed)
    /// The sender must authenticate first (§8.3.3.11).
    public static let notAuthorized = StanzaErrorCondition(.notAuthorized)
    /// Against a policy of the server (§8.3.3.12).
    public static let policyViolation = StanzaErrorCondition(.policyViolation)
    /// The recipient cannot be reached for now (§8.3.3.13).
    public static let recipientUnavailable = StanzaErrorCondition(.recipientUnavailable)
    /// To be sent to another address, which the error may name (§8.3.3.14).
    public static let redirect = StanzaErrorCondition(.redirect)
    /// Registration comes first (§8.3.3.15).
    public static let registrationRequired = StanzaErrorCondition(.registrationRequired)
    /// The server of the recipient does not exist (§8.3.3.16).
    public static let remoteServerNotFound = StanzaErrorCondition(.remoteServerNotFound)
    /// The server of the recipient could not be reached in time (§8.3.3.17).
    public static let remoteServerTimeout = StanzaErrorCondition(.remoteServerTimeout)
    /// Too busy (§8.3.3.18).
    public static let resourceConstraint = StanzaErrorCondition(.resourceConstraint)
    /// Not offered (§8.3.3.19).
    public static let serviceUnavailable = StanzaErrorCondition(.serviceUnavailable)
    /// A subscription comes first (§8.3.3.20).
    public static let subscriptionRequired = StanzaErrorCondition(.subscriptionRequired)
    /// None of the others; an application condition should say more (§8.3.3.21).
    public static let undefinedCondition = StanzaErrorCondition(.undefinedCondition)
    /// Understood, and not expected now (§8.3.3.22).
    public static let unexpectedRequest = StanzaErrorCondition(.unexpectedRequest)

    /// To be paid for. RFC 3920 §9.3.3 only: peers still send it, RFC 6120 knows it no more.
    public static let paymentRequired = StanzaErrorCondition(.paymentRequired)

    /// All conditions of RFC 6120 §8.3.3, in its order.
    public static let allDefined: [StanzaErrorCondition] = [
        .badRequest, .conflict, .featureNotImplemented, .forbidden, .gone, .internalServerError, .itemNotFound,
        .jidMalformed, .notAcceptable, .notAllowed, .notAuthorized, .policyViolation, .recipientUnavailable, .redirect,
        .registrationRequired, .remoteServerNotFound, .remoteServerTimeout, .resourceConstraint, .serviceUnavailable,
        .subscriptionRequired, .undefinedCondition, .unexpectedRequest,
    ]

    /// Whether RFC 6120 defines it; false for `paymentRequired` alone.
    public var isDefined: Bool { self != .paymentRequired }

    /// Whether it may name another address: `gone` and `redirect` (§8.3.3.5, §8.3.3.14).
    public var hasAlternateAddress: Bool { self == .gone || self == .redirect }

    /// The condition that a peer names, or nil for a name without a definition.
    public init?(named name: LocalName?) {
        guard let name else { return nil }
        let known = StanzaErrorCondition(name)
        guard known == .paymentRequired || StanzaErrorCondition.allDefined.contains(known) else { return nil }
        self = known
    }

    public var description: String { name.description }
}

extension StanzaErrorCondition {
    /// The types that usually go with it, the first one first (RFC 6120 §8.3.3).
    public var usualTypes: [StanzaErrorType] {
        switch self {
        case .badRequest, .jidMalformed, .notAcceptable, .redirect: [.modify]
        case .forbidden, .notAuthorized, .registrationRequired, .subscriptionRequired, .paymentRequired: [.auth]
        case .recipientUnavailable, .remoteServerTimeout, .resourceConstraint: [.wait]
        case .featureNotImplemented: [.cancel, .modify]
        case .policyViolation: [.modify, .wait]
        case .unexpectedRequest: [.wait, .modify]
        case .undefinedCondition: [.cancel, .auth, .continue, .modify, .wait]
        default: [.cancel]
        }
    }

    /// The type to send it with unless there is a reason for another.
    public var usualType: StanzaErrorType { usualTypes.first ?? .cancel }
}

/// What the sender of a stanza may do about its error (RFC 6120 §8.3.2).
public enum StanzaErrorType: String, Hashable, Sendable, CaseIterable {
    /// Try again after providing credentials.
    case auth
    /// Do not try again.
    case cancel
    /// Go on: it was only a warning.
    case `continue`
    /// Try again after changing what was sent.
    case modify
    /// Try again after waiting.
    case wait
}
