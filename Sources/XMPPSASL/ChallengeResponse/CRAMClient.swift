public import CryptoSeam

/// CRAM-MD5, the side that authenticates itself (RFC 2195). Historic; it does not prove the server.
public struct CRAMClient: SASLExchange {
    private enum State: Hashable, Sendable {
        case idle
        /// The server owes its challenge.
        case awaitingChallenge
        /// The host owes the password.
        case awaitingPassword(challenge: [UInt8])
        /// The server owes its verdict.
        case awaitingVerdict
        case over
    }

    private let username: String
    @Masked private var state = State.idle

    /// An exchange.
    ///
    /// - Returns: Nil if the name is empty, or has a NUL.
    public init?(username: String) {
        if username.isEmpty || username.utf8.contains(0) { return nil }
        self.username = username
    }

    public var mechanism: SASLMechanismName { .cramMD5 }

    public mutating func receive(_ event: SASLEvent, using crypto: any CryptoProvider.Type) -> SASLAction {
        switch (state, event) {
        case (.idle, .begun(nil)):
            // The server speaks first (RFC 4422 §5).
            state = .awaitingChallenge
            return .send(nil)
        case (.awaitingChallenge, .received(let message)):
            if message.exposed.count > CRAMClient.mostBytes { return fail(.messageSize) }
            if message.exposed.isEmpty { return fail(.malformed) }
            state = .awaitingPassword(challenge: message.exposed)
            return .ask(.password(of: SASLIdentity(username: username)))
        case (.awaitingPassword(let challenge), .answered(.password(let password?))):
            state = .awaitingVerdict
            let code = crypto.authenticationCode(for: challenge, key: password.exposed, with: .md5)
            return .send(SASLPayload(Array("\(username) ".utf8) + Hexadecimal.encode(code)))
        case (.awaitingVerdict, .succeeded(let additional)):
            if let additional, !additional.exposed.isEmpty { return fail(.malformed) }
            state = .over
            return .done(SASLOutcome(isPeerVerified: false, identity: nil, additionalData: nil))

        // The peer is at fault.
        case (.awaitingChallenge, .succeeded): return fail(.tooEarly)
        case (.awaitingVerdict, .received): return fail(.malformed)

        // The peer speaks out of its turn.
        case (.awaitingPassword, .received), (.awaitingPassword, .succeeded):
            return fail(.outOfTurn)

        // The host cannot go on.
        case (.awaitingPassword, .answered(.unavailable)), (.awaitingPassword, .answered(.password(nil))):
            return fail(.unavailable)

        // The host is at fault: nothing changes.
        case (.idle, .begun): return .refuse(.wrongSide)
        case (.idle, .received), (.idle, .succeeded), (.idle, .answered): return .refuse(.notBegun)
        case (.awaitingChallenge, .begun), (.awaitingPassword, .begun), (.awaitingVerdict, .begun):
            return .refuse(.alreadyBegun)
        case (.awaitingChallenge, .answered), (.awaitingPassword, .answered), (.awaitingVerdict, .answered):
            return .refuse(.answer)
        case (.over, _): return .refuse(.over)
        }
    }

    private mutating func fail(_ reason: SASLFailure.Reason) -> SASLAction {
        state = .over
        return .fail(SASLFailure(condition: .aborted, reason: reason))
    }

    private static let mostBytes = 2048
}
