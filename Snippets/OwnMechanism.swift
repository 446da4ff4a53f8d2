import CryptoSeam
import XMPPCrypto
import XMPPSASL

// A mechanism that the library does not have: X-GOOGLE-TOKEN, in which the client says NUL, its name, NUL and a token.
// It is two types, one for each side. Whatever drives the library's own mechanisms drives these as well.

/// The side that has a token.
struct GoogleTokenClient: SASLExchange {
    private enum State { case idle, awaitingVerdict, over }

    let mechanism: SASLMechanismName
    private let message: SASLPayload
    private var state = State.idle

    init?(username: String, token: Secret) {
        guard let mechanism = SASLMechanismName("X-GOOGLE-TOKEN") else { return nil }
        self.mechanism = mechanism
        message = SASLPayload([0] + Array(username.utf8) + [0] + token.exposed)
    }

    mutating func receive(_ event: SASLEvent, using crypto: any CryptoProvider.Type) -> SASLAction {
        switch (state, event) {
        case (.idle, .begun(nil)):
            state = .awaitingVerdict
            return .send(message)
        case (.awaitingVerdict, .succeeded):
            state = .over
            return .done(SASLOutcome(isPeerVerified: false))
        case (.awaitingVerdict, .received):
            state = .over
            return .fail(SASLFailure(condition: .aborted, reason: .malformed))
        // The host is at fault: nothing changes.
        case (.idle, .begun): return .refuse(.wrongSide)
        case (.idle, .received), (.idle, .succeeded), (.idle, .answered): return .refuse(.notBegun)
        case (.awaitingVerdict, .begun): return .refuse(.alreadyBegun)
        case (.awaitingVerdict, .answered): return .refuse(.answer)
        case (.over, _): return .refuse(.over)
        }
    }
}

/// The side that reads the token and asks its host what it is worth.
struct GoogleTokenServer: SASLExchange {
    private enum State { case idle, awaitingMessage, awaitingVerdict, over }

    let mechanism: SASLMechanismName
    private var state = State.idle

    init?() {
        guard let mechanism = SASLMechanismName("X-GOOGLE-TOKEN") else { return nil }
        self.mechanism = mechanism
    }

    mutating func receive(_ event: SASLEvent, using crypto: any CryptoProvider.Type) -> SASLAction {
        switch (state, event) {
        case (.idle, .begun(nil)):
            state = .awaitingMessage
            return .send(SASLPayload([]))
        case (.idle, .begun(let message?)), (.awaitingMessage, .received(let message)):
            return receive(message.exposed)
        case (.awaitingVerdict, .answered(.verdict(.accepted(let username)))):
            state = .over
            return .done(SASLOutcome(isPeerVerified: true, identity: SASLIdentity(username: username)))
        case (.awaitingVerdict, .answered(.verdict(.refused(let condition)))): return fail(.proof, condition)
        case (.awaitingVerdict, .answered(.unavailable)): return fail(.unavailable, .temporaryAuthFailure)
        // The client speaks although it is not its turn.
        case (.awaitingVerdict, .received): return fail(.outOfTurn, .malformedRequest)
        // The host is at fault: nothing changes.
        case (.idle, .received), (.idle, .answered): return .refuse(.notBegun)
        case (.awaitingMessage, .begun), (.awaitingVerdict, .begun): return .refuse(.alreadyBegun)
        case (.idle, .succeeded), (.awaitingMessage, .succeeded), (.awaitingVerdict, .succeeded):
            return .refuse(.wrongSide)
        case (.awaitingMessage, .answered), (.awaitingVerdict, .answered): return .refuse(.answer)
        case (.over, _): return .refuse(.over)
        }
    }

    private mutating func receive(_ message: [UInt8]) -> SASLAction {
        let parts = message.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
        guard message.count <= 16_384, parts.count == 3, parts[0].isEmpty, !parts[2].isEmpty, !parts[2].contains(0),
            let username = String(validating: parts[1], as: UTF8.self), !username.isEmpty
        else { return fail(.malformed, .malformedRequest) }
        state = .awaitingVerdict
        return .ask(.verdict(on: .token(Secret(Array(parts[2])), username: username)))
    }

    private mutating func fail(_ reason: SASLFailure.Reason, _ condition: SASLFailure.Condition) -> SASLAction {
        state = .over
        return .fail(SASLFailure(condition: condition, reason: reason))
    }
}

/// What the server's host knows of tokens.
func verdict(on credentials: SASLCredentials) -> SASLVerdict {
    guard case .token(let token, let username?) = credentials, username == "juliet",
        token == Secret("ya29.balcony")  // takes as long for a token that is nearly right
    else { return .refused(.notAuthorized) }
    return .accepted(username: username)
}

/// A client and a server back to back. Payloads and secrets print as masks.
func converse(token: Secret, using crypto: any CryptoProvider.Type) {
    guard var client = GoogleTokenClient(username: "juliet", token: token), var server = GoogleTokenServer() else {
        return
    }
    guard case .send(let message?) = client.receive(.begun(nil), using: crypto) else { return }
    print("client: \(client.mechanism), \(message)")

    var action = server.receive(.begun(message), using: crypto)
    while case .ask(.verdict(let credentials)) = action {
        if case .token(let token, let username) = credentials { print("host: is \(token) of \(username ?? "nobody")?") }
        action = server.receive(.answered(.verdict(verdict(on: credentials))), using: crypto)
    }
    switch action {
    case .done(let outcome):
        print("server: success, \(outcome.identity?.username ?? "nobody")")
        if case .done(let end) = client.receive(.succeeded(outcome.additionalData), using: crypto) {
            print("client: done, server \(end.isPeerVerified ? "proved itself" : "known by its certificate only")")
        }
    case .fail(let failure): print("server: failure, \(failure.condition.rawValue)")
    case .send, .ask, .refuse: print("server: \(action)")
    }
}

#if Crypto
    converse(token: Secret("ya29.balcony"), using: SwiftCryptoProvider.self)
    converse(token: Secret("ya29.orchard"), using: SwiftCryptoProvider.self)
#endif
