public import CryptoSeam
import UnicodeProfiles

/// A server that hears one thing and asks its host for the verdict: PLAIN, EXTERNAL, ANONYMOUS, X-OAUTH2.
public struct OneMessageServer: SASLExchange {
    /// Which of them.
    public enum Kind: Hashable, Sendable, CaseIterable { case plain, external, anonymous, xOAuth2 }

    private enum State: Hashable, Sendable {
        case idle
        /// The client owes its message.
        case awaitingMessage
        /// The host owes its verdict; afterwards the client wants to act as this identity.
        case awaitingVerdict(authorizationIdentity: String?)
        /// The host owes its word on whom the user may act as.
        case awaitingAuthorization(SASLIdentity)
        case over
    }

    private let kind: Kind
    @Masked private var state = State.idle

    /// An exchange.
    public init(_ kind: Kind) { self.kind = kind }

    public var mechanism: SASLMechanismName {
        switch kind {
        case .plain: .plain
        case .external: .external
        case .anonymous: .anonymous
        case .xOAuth2: .xOAuth2
        }
    }

    public mutating func receive(_ event: SASLEvent, using crypto: any CryptoProvider.Type) -> SASLAction {
        switch (state, event) {
        case (.idle, .begun(nil)):
            // RFC 4422 §3.3: a client that speaks first and has not is asked to by an empty challenge.
            state = .awaitingMessage
            return .send(SASLPayload([]))
        case (.idle, .begun(let message?)), (.awaitingMessage, .received(let message)):
            return receive(message.exposed)
        case (.awaitingVerdict(let wanted), .answered(.verdict(.accepted(let username)))):
            let identity = SASLIdentity(username: username, authorizationIdentity: wanted)
            guard wanted != nil else { return done(identity) }
            state = .awaitingAuthorization(identity)
            return .ask(.authorization(of: identity))
        case (.awaitingVerdict, .answered(.verdict(.refused(let condition)))): return fail(.proof, condition)
        case (.awaitingAuthorization(let identity), .answered(.authorization(let isAllowed))):
            return isAllowed ? done(identity) : fail(.authorization, .invalidAuthzid)

        // The peer speaks out of its turn.
        case (.awaitingVerdict, .received), (.awaitingAuthorization, .received):
            return fail(.outOfTurn, .malformedRequest)

        // The host cannot go on.
        case (.awaitingVerdict, .answered(.unavailable)), (.awaitingAuthorization, .answered(.unavailable)):
            return fail(.unavailable, .temporaryAuthFailure)

        // The host is at fault: nothing changes.
        case (.idle, .received), (.idle, .answered): return .refuse(.notBegun)
        case (.awaitingMessage, .begun), (.awaitingVerdict, .begun), (.awaitingAuthorization, .begun):
            return .refuse(.alreadyBegun)
        case (.idle, .succeeded), (.awaitingMessage, .succeeded), (.awaitingVerdict, .succeeded),
            (.awaitingAuthorization, .succeeded):
            return .refuse(.wrongSide)
        case (.awaitingMessage, .answered), (.awaitingVerdict, .answered), (.awaitingAuthorization, .answered):
            return .refuse(.answer)
        case (.over, _): return .refuse(.over)
        }
    }

    // MARK: Messages

    private mutating func receive(_ message: [UInt8]) -> SASLAction {
        if message.count > OneMessageServer.mostBytes { return fail(.messageSize, .malformedRequest) }
        switch kind {
        case .plain: return receivePlain(message)
        case .external:
            guard !message.contains(0), let text = String(validating: message, as: UTF8.self) else {
                return fail(.malformed, .malformedRequest)
            }
            let wanted = text.isEmpty ? nil : text
            return ask(.transport(authorizationIdentity: wanted), wanted)
        case .anonymous:
            guard let text = String(validating: message, as: UTF8.self), text.unicodeScalars.count <= 255,
                (try? TraceProfile.check(text)) != nil
            else { return fail(.malformed, .malformedRequest) }
            return ask(.anonymous(trace: text.isEmpty ? nil : text), nil)
        case .xOAuth2:
            guard let parts = PlainMessage(message), parts.authorizationIdentity == nil else {
                return fail(.malformed, .malformedRequest)
            }
            return ask(.token(Secret(parts.password), username: parts.username), nil)
        }
    }

    /// RFC 4616 §2: both parts are prepared before they are compared, and one that cannot be is nobody's.
    private mutating func receivePlain(_ message: [UInt8]) -> SASLAction {
        guard let parts = PlainMessage(message) else { return fail(.malformed, .malformedRequest) }
        guard let name = try? SASLprep.prepare(parts.username, as: .query), !name.isEmpty,
            let word = try? SASLprep.prepare(parts.password, as: .query), !word.isEmpty
        else { return fail(.proof, .notAuthorized) }
        let identity = SASLIdentity(username: name, authorizationIdentity: parts.authorizationIdentity)
        return ask(.password(identity, Secret(word)), parts.authorizationIdentity)
    }

    private mutating func ask(_ credentials: SASLCredentials, _ wanted: String?) -> SASLAction {
        state = .awaitingVerdict(authorizationIdentity: wanted)
        return .ask(.verdict(on: credentials))
    }

    private mutating func done(_ identity: SASLIdentity) -> SASLAction {
        state = .over
        return .done(SASLOutcome(isPeerVerified: kind != .anonymous, identity: identity, additionalData: nil))
    }

    private mutating func fail(_ reason: SASLFailure.Reason, _ condition: SASLFailure.Condition) -> SASLAction {
        state = .over
        return .fail(SASLFailure(condition: condition, reason: reason))
    }

    /// Longer messages are not looked at: a token may have some kilobytes.
    private static let mostBytes = 16 << 10
}

/// The message of PLAIN (RFC 4616 §2): three parts with NULs between.
package struct PlainMessage: Hashable, Sendable {
    package let authorizationIdentity: String?
    package let username: String
    package let password: [UInt8]

    package init?(_ message: [UInt8]) {
        let parts = message.split(separator: 0, omittingEmptySubsequences: false)
        guard parts.count == 3, let wanted = String(validating: parts[0], as: UTF8.self),
            let name = String(validating: parts[1], as: UTF8.self), String(validating: parts[2], as: UTF8.self) != nil,
            !name.isEmpty, !parts[2].isEmpty
        else { return nil }
        authorizationIdentity = wanted.isEmpty ? nil : wanted
        username = name
        password = Array(parts[2])
    }
}
