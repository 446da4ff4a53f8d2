// A client and a server in memory, through one login and a few stanzas: `swift run example-in-memory`.
//
// There is no socket, no clock and no TLS library: whatever one stream writes is handed to the other, and TLS is said to be
// there where it is asked for. It prints each order that a stream gives its host.

import XMLStream
import XMPPAddress
import XMPPCrypto
import XMPPEngine
import XMPPNegotiation
import XMPPSASL
import XMPPStanza

let (address, password, crypto) = (try JID(wire: "juliet@example.com/balcony"), "r0m30", SwiftCryptoProvider.self)

func randomBytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8.random(in: 0...255) } }

func key(_ way: SCRAMDerivation) throws -> Secret {
    Secret(
        try PasswordDerivation.uncheckedKey(
            from: SCRAMDerivation.prepared(password: password).exposed, salt: way.salt, rounds: way.iterations,
            with: way.algorithm, byteCount: way.algorithm.digestByteCount))
}

// What the server has stored, and what TLS would tell each side: the same bytes to bind the login to the channel, and to
// the client whose certificate it has seen.
let derivation = SCRAMDerivation(algorithm: .sha256, salt: randomBytes(16))
let stored = SCRAMCredentials(derivation: derivation, derivedKey: try key(derivation), using: crypto)
let exported = ChannelBinding(.tlsExporter, data: randomBytes(ChannelBinding.exporterByteCount))
let certificate = PresentedCertificate(trust: .trusted, dnsNames: ["example.com"])

/// What only a host knows. Each side asks for what it needs.
func answer(_ question: HostQuestion) throws -> HostAnswer {
    switch question {
    case .randomBytes(let count): return .randomBytes(Secret(randomBytes(count)))
    case .authentication(.randomBytes(let count)): return .authentication(.randomBytes(Secret(randomBytes(count))))
    case .authentication(.derivedKey(let way)): return .authentication(.derivedKey(try key(way)))
    case .authentication(.credentials(of: let identity, for: .sha256)):
        return .authentication(.credentials(identity.username == "juliet" ? stored : nil))
    case .resource(let wish):
        let bound = try wish.account?.with(resourcepart: wish.resource ?? wish.generated)
        return .resource(bound.map { .success($0) } ?? .failure(StanzaError(.notAllowed)))
    case .authentication, .certificate, .registration, .legacyCredentials, .custom: return .unavailable
    }
}

/// A stream, and its host.
struct Side {
    let name: String
    var stream: XMPPStream
    var ready: EstablishedStream?

    /// Carries out all orders, and returns what is to go to the other side.
    mutating func carryOut(_ scratch: inout StreamScratch) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while let action = stream.nextAction() {
            switch action {
            case .write(let byteCount):
                bytes += stream.takeOutput(byteCount)
                print("\(name) writes \(byteCount) bytes")
            case .startTLS(let request):
                print("\(name) starts TLS for \(request.domain?.description ?? "whomever")")
                let peer: TLSFacts.PeerIdentity = request.role == .initiating ? .presented(certificate) : .none
                let facts = TLSFacts(.tls13, peer: peer, bindings: exported.map { [$0] } ?? [])
                try stream.receive(.secured(facts), using: &scratch)
            case .request(let id, let question):
                print("\(name) asks its host: \(question)")
                try stream.receive(.answered(id, answer(question)), using: &scratch)
            case .established(let established):
                ready = established
                print("\(name) is ready:\n\(established.plan)")
            case .stanza(let stanza):
                print("\(name) gets: \(stanza.element)")
                try receive(stanza)
            case .answered(_, let iq): print("\(name) gets the answer: \(iq)")
            case .ended(let end): print("\(name): the stream is \(end)")
            case .closeTransport: print("\(name) closes the transport")
            // There is no clock, and the rest does not come up here.
            case .setTimer, .cancelTimer, .startCompression, .nonza, .unanswered, .unsent: break
            }
        }
        return bytes
    }

    /// What the server does with stanzas: messages are answered, and requests get a result without content.
    private mutating func receive(_ stanza: AnyStanza) throws {
        switch stanza {
        case .message(let message) where ready?.facts.role == .receiving:
            if let reply = try message.reply({ $0.body("By whose direction found'st thou out this place?") }) {
                try stream.send(reply)
            }
        case .iq(let iq) where iq.isRequest: if let result = try iq.result() { try stream.send(result) }
        case .message, .presence, .iq: break
        }
    }
}

/// Hands bytes to and fro until neither side has any.
func run(_ sides: inout [Side], _ scratch: inout StreamScratch) throws {
    var quiet = 0
    for turn in 0..<1000 where quiet < 2 {
        let bytes = try sides[turn % 2].carryOut(&scratch)
        quiet = bytes.isEmpty ? quiet + 1 : 0
        if !bytes.isEmpty { try sides[1 - turn % 2].stream.receive(bytes.span, using: &scratch) }
    }
}

let account = SASLAccount(of: address, password: .known(Secret(password)))
let mechanisms = [true, false].map { SASLMechanism.scram(SCRAMVariant(.sha256, bindsChannel: $0)) }
let sasl = SASLReceivingConfiguration(
    SASLServerPolicy(mechanisms: mechanisms),
    SASLServerPolicy.Configuration(domain: address.domainpart, decoySecret: Secret(randomBytes(16))))
var scratch = StreamScratch()
var sides = [
    Side(name: "client", stream: XMPPStream(try StreamSetup(.client(address, account: account, crypto: crypto)))),
    Side(
        name: "server", stream: XMPPStream(try StreamSetup(.server(of: [address.domain], sasl: sasl, crypto: crypto)))),
]
for index in [1, 0] { try sides[index].stream.begin() }
try run(&sides, &scratch)

try sides[0].stream.send(Message(.chat, to: address.domain, id: "1") { $0.body("Art thou not Romeo?") })
let ping = try Element(xml: "<ping xmlns='urn:xmpp:ping'/>")
_ = try sides[0].stream.request(IQ(.get, to: address.domain, id: "2") { $0.element(ping) })
try run(&sides, &scratch)
try sides[0].stream.close()
try run(&sides, &scratch)
