import XMPPAddress
import XMPPNIO
import XMPPStanza
import XMPPTransports

let juliet = ClientSettings(JID("juliet@example.com/balcony")!, password: "r0m30myr0m30")

// Goes where DNS says, secures the stream, logs in, and comes back whenever the stream is lost.
try await XMPPClient(juliet).run(reconnecting: ReconnectionDelay()) { session in
    try await session.send(Presence())
    for try await case .stanza(.message(let message)) in session.news {
        guard let body = message.body, let sender = try? message.from else { continue }
        try await session.send(Message(.chat, to: sender) { $0.body("You said: \(body)") })
    }
}
