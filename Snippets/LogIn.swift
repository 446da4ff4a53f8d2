import XMPPCrypto
import XMPPSASL

let (domain, password, crypto) = ("example.com", "r0m30myr0m30", SwiftCryptoProvider.self)

func randomBytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8.random(in: 0...255) } }

// The slow step, which belongs where no event loop waits.
func key(by way: SCRAMDerivation) throws -> Secret {
    let (bytes, count) = (try SCRAMDerivation.prepared(password: password).exposed, way.algorithm.digestByteCount)
    return Secret(
        try PasswordDerivation.uncheckedKey(
            from: bytes, salt: way.salt, rounds: way.iterations, with: way.algorithm, byteCount: count))
}

// What a server stores when the account is made: enough to verify the password, not enough to log in.
let derivation = SCRAMDerivation(algorithm: .sha256, salt: randomBytes(16))
let stored = SCRAMCredentials(derivation: derivation, derivedKey: try key(by: derivation), using: crypto)

// An exchange is a value that takes events and says what to do. What it needs it asks for: each host has its answers.
func step(_ exchange: inout any SASLExchange, _ event: SASLEvent) throws -> SASLAction {
    let action = exchange.receive(event, using: crypto)
    guard case .ask(let question) = action else { return action }
    let answer: SASLAnswer =
        switch question {
        case .randomBytes(let count): .randomBytes(Secret(randomBytes(count)))
        case .derivedKey(let way): .derivedKey(try key(by: way))
        case .credentials(let user, for: .sha256): .credentials(user.username == "juliet" ? stored : nil)
        case .authorization(let identity): .authorization(identity.namesItself(at: domain))
        default: .unavailable
        }
    return try step(&exchange, .answered(answer))
}

// A message on its way is the text of an element: <auth/>, <challenge/>, <response/> or <success/>.
func carry(_ message: SASLPayload?, _ place: SASLPayload.Place) throws -> SASLPayload? {
    try SASLPayload.read(SASLPayload.text(of: message, at: place, in: .sasl) ?? [], at: place, in: .sasl)
}

// TLS shows the certificate of the server, and gives both sides the same bytes to bind the exchange to.
let binding = ChannelBinding(.tlsExporter, data: randomBytes(ChannelBinding.exporterByteCount))
let channel = SASLChannel(.tls13, isServerVerified: true, bindings: binding.map { [$0] } ?? [])

// The server offers; the client chooses, and says why not the others.
let policy = SASLServerPolicy(
    mechanisms: [true, false].map { .scram(SCRAMVariant(.sha256, bindsChannel: $0)) } + [.plain])
let offer = policy.offer(.sasl, on: channel)
let account = SASLAccount(username: "juliet", domain: domain, password: .known(Secret(password)))
let choice = SASLChoice(from: offer, policy: SASLPolicy(), channel: channel, account: account)
print(choice)

// Both sides to the end. The client is done only when the server, too, has proved that it knows the account.
let configuration = SASLServerPolicy.Configuration(domain: domain, decoySecret: Secret(randomBytes(16)))
if case .use(let selection) = choice.decision, var client = try selection.exchange(for: account),
    case .success(let taken) = policy.mechanism(named: client.mechanism.description, from: offer, on: channel),
    var server = policy.exchange(for: taken, from: offer, on: channel, configuration),
    case .send(let first) = try step(&client, .begun(nil)),
    case .send(let challenge?) = try step(&server, .begun(carry(first, .initialResponse))),
    case .send(let response?) = try step(&client, .received(challenge)),
    case .done(let outcome) = try step(&server, .received(response)),
    case .done(let end) = try step(&client, .succeeded(carry(outcome.additionalData, .success)))
{
    print("server: \(outcome.identity?.username ?? "nobody") has logged in with \(server.mechanism)")
    print("client: \(end.isPeerVerified ? "the server has proved itself" : "who is that?")")
}
