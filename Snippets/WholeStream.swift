import XMLStream
import XMPPAddress
import XMPPCrypto
import XMPPEngine
import XMPPSASL
import XMPPStanza

let (bot, secret, crypto) = (JID("bot.example.com")!, Secret("s3cr3t"), SwiftCryptoProvider.self)

// What streams are to be: checked once, shared by any number of them.
let component = try StreamSetup(.component(bot, secret: secret, crypto: crypto))
let server = try StreamSetup(.server(ofComponents: [bot], verifyingBy: .secret(secret), crypto: crypto))

var streams = [XMPPStream(component), XMPPStream(server)]
var scratch = StreamScratch()

/// Carries out what a stream orders, and returns the bytes that it sends.
func drive(_ stream: inout XMPPStream, _ scratch: inout StreamScratch) throws -> [UInt8] {
    var sent: [UInt8] = []
    while let action = stream.nextAction() {
        switch action {
        case .write(let count): sent += stream.takeOutput(count)
        case .request(let id, .randomBytes(let count)):
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255) }
            try stream.receive(.answered(id, .randomBytes(Secret(bytes))), using: &scratch)
        case .established(let ready) where ready.facts.role == .initiating:
            let bot = ready.facts.domain
            try stream.send(Message(.chat, to: JID("juliet@example.com"), from: bot) { $0.body("Hello") })
        case .stanza(let stanza):
            print("to", stanza.element.attribute(.to) ?? "?", "from", stanza.element.attribute(.from) ?? "?")
        case .ended(let end): print(end)
        default: break  // timers, and what only some streams are told
        }
    }
    return sent
}

// Two streams in one process; a host puts its sockets between.
for index in [1, 0] { try streams[index].begin() }
for turn in 0..<8 {
    let bytes = try drive(&streams[turn % 2], &scratch)
    if !bytes.isEmpty { try streams[1 - turn % 2].receive(bytes.span, using: &scratch) }
}
