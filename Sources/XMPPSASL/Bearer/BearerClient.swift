public import CryptoSeam

/// OAUTHBEARER, the side that has a token (RFC 7628). The token is in the open, and the server does not prove itself:
/// only inside a channel where it has.
public struct BearerClient: SASLExchange {
    private enum State: Hashable, Sendable {
        case idle
        /// The server owes its verdict.
        case awaitingVerdict
        /// The server has said what is wrong with the token, and owes the failure.
        case awaitingFailure
        case over
    }

    private let message: SASLPayload
    @Masked private var state = State.idle

    /// An exchange.
    ///
    /// - Parameters:
    ///   - host: The server's name and port, where they are to be named.
    /// - Returns: Nil if the token is none: one word of printable ASCII (RFC 6750 §2.1); or if the identity is empty.
    public init?(token: Secret, authorizationIdentity: String? = nil, host: String? = nil, port: UInt16? = nil) {
        let isToken = !token.exposed.isEmpty && token.exposed.allSatisfy { (0x21...0x7E).contains($0) }
        let hostBytes = Array((host ?? "").utf8)
        guard isToken, authorizationIdentity?.isEmpty != true, !(authorizationIdentity ?? "").utf8.contains(0),
            host?.isEmpty != true, hostBytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F })
        else { return nil }
        var bytes = GS2Header(flag: .unsupported, authorizationIdentity: authorizationIdentity).encoded + [0x01]
        if host != nil { bytes += Array("host=".utf8) + hostBytes + [0x01] }
        if let port { bytes += Array("port=\(port)".utf8) + [0x01] }
        bytes += Array("auth=Bearer ".utf8) + token.exposed + [0x01, 0x01]
        message = SASLPayload(bytes)
    }

    public var mechanism: SASLMechanismName { .oauthBearer }

    public mutating func receive(_ event: SASLEvent, using crypto: any CryptoProvider.Type) -> SASLAction {
        switch (state, event) {
        case (.idle, .begun(nil)):
            state = .awaitingVerdict
            return .send(message)
        case (.awaitingVerdict, .succeeded(let additional)):
            state = .over
            if let additional, !additional.exposed.isEmpty {
                return .fail(SASLFailure(condition: .aborted, reason: .malformed))
            }
            return .done(SASLOutcome(isPeerVerified: false, identity: nil, additionalData: nil))
        case (.awaitingVerdict, .received):
            // RFC 7628 §3.2.3: what is wrong is told in a challenge, which one byte answers.
            state = .awaitingFailure
            return .send(SASLPayload([0x01]))

        // The peer is at fault: it said that the token was wrong.
        case (.awaitingFailure, .received), (.awaitingFailure, .succeeded):
            state = .over
            return .fail(SASLFailure(condition: .aborted, reason: .malformed))

        // The host is at fault: nothing changes.
        case (.idle, .begun): return .refuse(.wrongSide)
        case (.idle, .received), (.idle, .succeeded), (.idle, .answered): return .refuse(.notBegun)
        case (.awaitingVerdict, .begun), (.awaitingFailure, .begun): return .refuse(.alreadyBegun)
        case (.awaitingVerdict, .answered), (.awaitingFailure, .answered): return .refuse(.answer)
        case (.over, _): return .refuse(.over)
        }
    }
}
