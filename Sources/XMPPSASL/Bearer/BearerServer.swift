public import CryptoSeam

/// OAUTHBEARER, the side that judges a token (RFC 7628).
public struct BearerServer: SASLExchange {
    private enum State: Hashable, Sendable {
        case idle
        /// The client owes its message.
        case awaitingMessage
        /// The host owes its verdict.
        case awaitingVerdict(authorizationIdentity: String?)
        /// The host owes its word on whom the user may act as.
        case awaitingAuthorization(SASLIdentity)
        /// The client has been told what is wrong and owes one byte.
        case awaitingAcknowledgement(SASLFailure)
        case over
    }

    @Masked private var state = State.idle

    /// An exchange.
    public init() {}

    public var mechanism: SASLMechanismName { .oauthBearer }

    public mutating func receive(_ event: SASLEvent, using crypto: any CryptoProvider.Type) -> SASLAction {
        switch (state, event) {
        case (.idle, .begun(nil)):
            state = .awaitingMessage
            return .send(SASLPayload([]))
        case (.idle, .begun(let message?)), (.awaitingMessage, .received(let message)):
            return receive(message.exposed)
        case (.awaitingVerdict(let wanted), .answered(.verdict(.accepted(let username)))):
            let identity = SASLIdentity(username: username, authorizationIdentity: wanted)
            guard wanted != nil else { return done(identity) }
            state = .awaitingAuthorization(identity)
            return .ask(.authorization(of: identity))
        case (.awaitingVerdict, .answered(.verdict(.refused(let condition)))):
            return explain(SASLFailure(condition: condition, reason: .proof), status: "invalid_token")
        case (.awaitingAuthorization(let identity), .answered(.authorization(let isAllowed))):
            if isAllowed { return done(identity) }
            return explain(SASLFailure(condition: .invalidAuthzid, reason: .authorization), status: "invalid_token")
        // Whatever it answers, it has been told.
        case (.awaitingAcknowledgement(let failure), .received):
            state = .over
            return .fail(failure)

        // The peer speaks out of its turn.
        case (.awaitingVerdict, .received), (.awaitingAuthorization, .received):
            return fail(.outOfTurn, .malformedRequest)

        // The host cannot go on.
        case (.awaitingVerdict, .answered(.unavailable)), (.awaitingAuthorization, .answered(.unavailable)):
            return fail(.unavailable, .temporaryAuthFailure)

        // The host is at fault: nothing changes.
        case (.idle, .received), (.idle, .answered): return .refuse(.notBegun)
        case (.awaitingMessage, .begun), (.awaitingVerdict, .begun), (.awaitingAuthorization, .begun),
            (.awaitingAcknowledgement, .begun):
            return .refuse(.alreadyBegun)
        case (.idle, .succeeded), (.awaitingMessage, .succeeded), (.awaitingVerdict, .succeeded),
            (.awaitingAuthorization, .succeeded), (.awaitingAcknowledgement, .succeeded):
            return .refuse(.wrongSide)
        case (.awaitingMessage, .answered), (.awaitingVerdict, .answered), (.awaitingAuthorization, .answered),
            (.awaitingAcknowledgement, .answered):
            return .refuse(.answer)
        case (.over, _): return .refuse(.over)
        }
    }

    // MARK: The message

    private mutating func receive(_ message: [UInt8]) -> SASLAction {
        if message.count > BearerServer.mostBytes { return fail(.messageSize, .malformedRequest) }
        guard let read = BearerMessage(message) else { return fail(.malformed, .malformedRequest) }
        // RFC 7628 §4.3: who has no token asks what to get one for.
        guard let token = read.token else {
            return explain(SASLFailure(condition: .notAuthorized, reason: .proof), status: "invalid_token")
        }
        state = .awaitingVerdict(authorizationIdentity: read.authorizationIdentity)
        return .ask(.verdict(on: .token(token, username: nil)))
    }

    /// Tells what is wrong by a challenge (RFC 7628 §3.2.2), before the failure.
    private mutating func explain(_ failure: SASLFailure, status: StaticString) -> SASLAction {
        state = .awaitingAcknowledgement(failure)
        return .send(SASLPayload(Array("{\"status\":\"\(status)\"}".utf8)))
    }

    private mutating func done(_ identity: SASLIdentity) -> SASLAction {
        state = .over
        return .done(SASLOutcome(isPeerVerified: true, identity: identity, additionalData: nil))
    }

    private mutating func fail(_ reason: SASLFailure.Reason, _ condition: SASLFailure.Condition) -> SASLAction {
        state = .over
        return .fail(SASLFailure(condition: condition, reason: reason))
    }

    /// A token may have some kilobytes.
    private static let mostBytes = 16 << 10
}

/// The message of OAUTHBEARER (RFC 7628 §3.1): a header, then pairs of key and value with 0x01 behind each, and one
/// more at the end. An empty `auth` means that there is no token.
package struct BearerMessage: Hashable, Sendable {
    package let authorizationIdentity: String?
    package let token: Secret?

    package init?(_ message: [UInt8]) {
        guard let (header, length) = GS2Header.read(message) else { return nil }
        // The mechanism binds no channel.
        if case .bound = header.flag { return nil }
        guard message[length...].first == 0x01, message.count >= length + 3, message.suffix(2) == [0x01, 0x01] else {
            return nil
        }
        var hasAuth = false
        var found: Secret?
        let pairs = message[(length + 1)..<(message.count - 2)]
        for pair in pairs.split(separator: 0x01, omittingEmptySubsequences: false) {
            guard let equals = pair.firstIndex(of: 0x3D) else { return nil }
            let key = pair[..<equals]
            let isKey = !key.isEmpty && key.allSatisfy { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
            guard isKey, pair.allSatisfy({ $0 >= 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) else { return nil }
            // Unknown keys are left alone.
            guard key.elementsEqual("auth".utf8) else { continue }
            let value = Array(pair[(equals + 1)...])
            let scheme = String(decoding: value.prefix(7), as: UTF8.self)
            guard !hasAuth else { return nil }
            hasAuth = true
            if value.isEmpty { continue }
            guard scheme.lowercased() == "bearer " else { return nil }
            let token = value.dropFirst(7)
            guard !token.isEmpty, token.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
            found = Secret(Array(token))
        }
        guard hasAuth else { return nil }
        authorizationIdentity = header.authorizationIdentity
        token = found
    }
}
