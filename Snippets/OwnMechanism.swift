import CryptoSeam
import XMPPCrypto
import XMPPSASL

// A mechanism that the library does not have: X-GOOGLE-TOKEN, in which the client says NUL, its name, NUL and a token.
// It is two types, one for each side. Whatever drives the library's own mechanisms drives these as well.

/// The side that has a token. What it says is what X-OAUTH2 says, so that it borrows the states of that.
struct GoogleTokenClient: SASLExchange {
    let mechanism: SASLMechanismName
    private var exchange: OneMessageClient

    init?(username: String, token: Secret) {
        guard let mechanism = SASLMechanismName("X-GOOGLE-TOKEN"),
            let exchange = OneMessageClient.xOAuth2(username: username, token: token)
        else { return nil }
        self.mechanism = mechanism
        self.exchange = exchange
    }

    mutating func receive(_ event: SASLEvent, using crypto: any CryptoProvider.Type) -> SASLAction {
        exchange.receive(event, using: crypto)
    }
}

/// The side that reads the token and asks its host what it is worth.
struct GoogleTokenServer: SASLExchange {
    let mechanism: SASLMechanismName
    private var exchange = OneMessageServer(.xOAuth2)

    init?() {
        guard let mechanism = SASLMechanismName("X-GOOGLE-TOKEN") else { return nil }
        self.mechanism = mechanism
    }

    mutating func receive(_ event: SASLEvent, using crypto: any CryptoProvider.Type) -> SASLAction {
        exchange.receive(event, using: crypto)
    }
}

/// What the server's host knows of tokens.
func verdict(on credentials: SASLCredentials) -> SASLVerdict {
    guard case .token(let token, let username?) = credentials, username == "juliet", token == Secret("ya29.balcony")
    else { return .refused(.notAuthorized) }
    return .accepted(SASLIdentity(username: username))
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
