// A bot that says again what it is told, over TLS, and comes back when it loses its server: `swift run example-echo-bot`.
//
// XMPP_JID and XMPP_PASSWORD (or XMPP_PASSWORD_FILE) say who it is. It looks its server up in DNS, unless XMPP_HOST and
// XMPP_PORT name one, and trusts the system's authorities, unless XMPP_CA names a file with another.

#if NIO
    import Foundation
    import NIOSSL
    import XMPPAddress
    import XMPPNIO
    import XMPPStanza
    import XMPPTransports

    func settings(from environment: [String: String]) throws -> ClientSettings {
        let stored = try environment["XMPP_PASSWORD_FILE"].map { try String(contentsOfFile: $0, encoding: .utf8) }
        guard let address = environment["XMPP_JID"].flatMap({ JID($0) }),
            let password = environment["XMPP_PASSWORD"] ?? stored?.trimmingCharacters(in: .newlines)
        else { throw Complaint(description: "XMPP_JID and XMPP_PASSWORD say who the bot is") }
        var settings = ClientSettings(address, password: password)
        settings.resolver = SystemResolver()
        if let host = environment["XMPP_HOST"] {
            let port = environment["XMPP_PORT"].flatMap { UInt16($0) } ?? 5222
            settings.servers = [ConnectionCandidate(host: host, port: port, tls: .startTLS)]
        }
        if let file = environment["XMPP_CA"] { settings.trustRoots = .only(try NIOSSLCertificate.fromPEMFile(file)) }
        return settings
    }

    /// What is wrong with how the bot was called.
    struct Complaint: Error, CustomStringConvertible { let description: String }

    @Sendable func tell(_ news: ReconnectionNews) {
        switch news {
        case .established(let ready): print("logged in as \(ready.facts.address?.description ?? "?")")
        case .waiting(let delay, after: let loss): print("\(loss); again in \(delay)")
        }
    }

    do {
        let client = XMPPClient(try settings(from: ProcessInfo.processInfo.environment))
        let delay = ReconnectionDelay(first: .seconds(2), longest: .seconds(300))
        try await client.run(reconnecting: delay, watch: tell) { session in
            try await session.send(try Presence { $0.status("I say it again.") })
            for try await news in session.news {
                switch news {
                case .stanza(.message(let message)) where message.type == .chat || message.type == .normal:
                    guard let body = message.body, let reply = try message.reply({ $0.body(body) }) else { continue }
                    try await session.send(reply)
                case .stanza(.iq(let iq)) where iq.payload?.isNamed("ping", in: "urn:xmpp:ping") == true:
                    if let pong = try iq.result() { try await session.send(.iq(pong)) }
                case .stanza(.iq(let iq)) where iq.isRequest: try await session.decline(iq)
                case .stanza, .established, .nonza, .unsent, .ended: break
                }
            }
        }
    } catch {
        print(error)
        exit(1)
    }
#else
    print("this example needs the trait NIO")
#endif
