import XMPPCrypto
import XMPPSASL

// What the server announced, what TLS told, and what the account has.
let offer = SASLOffer(.sasl, mechanisms: ["PLAIN", "SCRAM-SHA-1", "SCRAM-SHA-256"])
let channel = SASLChannel(.tls13, isServerVerified: true)
let account = SASLAccount(username: "juliet", domain: "example.com", password: .known(Secret("r0m30myr0m30")))

// The choice says why not the others: PLAIN gives more away, and SCRAM-SHA-256 is preferred to SCRAM-SHA-1.
let choice = SASLChoice(from: offer, policy: SASLPolicy(), channel: channel, account: account)
print(choice)

// An exchange is a value that takes events and says what to do; what it needs, it asks for.
if case .use(let selection) = choice.decision, var exchange = try selection.exchange(for: account) {
    var action = exchange.receive(.begun(nil), using: SwiftCryptoProvider.self)
    if case .ask(.randomBytes(let count)) = action {
        let bytes = (0..<count).map { _ in UInt8.random(in: 0...255) }
        action = exchange.receive(.answered(.randomBytes(Secret(bytes))), using: SwiftCryptoProvider.self)
    }
    if case .send(let message?) = action { print("auth", exchange.mechanism, message) }  // printed masked
}
