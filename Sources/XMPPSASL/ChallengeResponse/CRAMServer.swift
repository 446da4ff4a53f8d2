public import CryptoSeam

/// CRAM-MD5, the side that verifies (RFC 2195). Historic; its host has to keep passwords in the clear.
public struct CRAMServer: SASLExchange {
    private enum State: Hashable, Sendable {
        case idle
        /// The host owes random bytes for the challenge.
        case awaitingNonce
        /// The client owes its response.
        case awaitingResponse(challenge: [UInt8])
        /// The host owes the password.
        case awaitingPassword(SASLIdentity, challenge: [UInt8], response: [UInt8])
        case over
    }

    private let domain: String
    private let decoySecret: Secret
    @Masked private var state = State.idle

    /// An exchange.
    ///
    /// - Parameters:
    ///   - domain: The server's name, for the challenge, which has the form of a message id.
    ///   - decoySecret: A secret of the server's, in place of a password where there is none.
    public init(domain: String, decoySecret: Secret) {
        self.domain = domain
        self.decoySecret = decoySecret
    }

    public var mechanism: SASLMechanismName { .cramMD5 }

    public mutating func receive(_ event: SASLEvent, using crypto: any CryptoProvider.Type) -> SASLAction {
        switch (state, event) {
        case (.idle, .begun(nil)):
            state = .awaitingNonce
            return .ask(.randomBytes(count: CRAMServer.nonceBytes))
        // The server speaks first.
        case (.idle, .begun): return fail(.malformed, .malformedRequest)
        case (.awaitingNonce, .answered(.randomBytes(let bytes))):
            guard bytes.exposed.count >= CRAMServer.nonceBytes else { return fail(.unavailable, .temporaryAuthFailure) }
            let challenge = [0x3C] + Hexadecimal.encode(bytes.exposed) + Array("@\(domain)>".utf8)
            state = .awaitingResponse(challenge: challenge)
            return .send(SASLPayload(challenge))
        case (.awaitingResponse(let challenge), .received(let message)):
            return receiveResponse(message.exposed, challenge)
        case (.awaitingPassword(let identity, let challenge, let response), .answered(.password(let stored))):
            let found = stored?.exposed.isEmpty == false ? stored : nil
            let code = crypto.authenticationCode(for: challenge, key: (found ?? decoySecret).exposed, with: .md5)
            let isProven = crypto.areEqual(response, Hexadecimal.encode(code))
            guard isProven, found != nil else { return fail(.proof, .notAuthorized) }
            state = .over
            return .done(SASLOutcome(isPeerVerified: true, identity: identity, additionalData: nil))

        // The peer speaks out of its turn.
        case (.awaitingNonce, .received), (.awaitingPassword, .received):
            return fail(.outOfTurn, .malformedRequest)

        // The host cannot go on.
        case (.awaitingNonce, .answered(.unavailable)), (.awaitingPassword, .answered(.unavailable)):
            return fail(.unavailable, .temporaryAuthFailure)

        // The host is at fault: nothing changes.
        case (.idle, .received), (.idle, .answered): return .refuse(.notBegun)
        case (.awaitingNonce, .begun), (.awaitingResponse, .begun), (.awaitingPassword, .begun):
            return .refuse(.alreadyBegun)
        case (.idle, .succeeded), (.awaitingNonce, .succeeded), (.awaitingResponse, .succeeded),
            (.awaitingPassword, .succeeded):
            return .refuse(.wrongSide)
        case (.awaitingNonce, .answered), (.awaitingResponse, .answered), (.awaitingPassword, .answered):
            return .refuse(.answer)
        case (.over, _): return .refuse(.over)
        }
    }

    /// The name, a space, 32 digits. A name may have spaces, the digits have none.
    private mutating func receiveResponse(_ message: [UInt8], _ challenge: [UInt8]) -> SASLAction {
        if message.count > CRAMServer.mostBytes { return fail(.messageSize, .malformedRequest) }
        guard let space = message.lastIndex(of: 0x20),
            message.count - space - 1 == 2 * HashAlgorithm.md5.digestByteCount,
            let name = String(validating: message[..<space], as: UTF8.self), !name.isEmpty, !name.utf8.contains(0)
        else { return fail(.malformed, .malformedRequest) }
        let identity = SASLIdentity(username: name)
        state = .awaitingPassword(identity, challenge: challenge, response: Array(message[(space + 1)...]))
        return .ask(.password(of: identity))
    }

    private mutating func fail(_ reason: SASLFailure.Reason, _ condition: SASLFailure.Condition) -> SASLAction {
        state = .over
        return .fail(SASLFailure(condition: condition, reason: reason))
    }

    private static let nonceBytes = 16
    private static let mostBytes = 2048
}
