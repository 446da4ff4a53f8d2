// An external component (XEP-0114) that is a gateway to a toy protocol: `swift run example-gateway`.
//
// The toy speaks lines of TCP, each a nick, a blank and a text. What its user sends to nick@gateway.example.com goes out as
// a line; a line that comes in goes to its user, from nick@gateway.example.com. Nobody else may use it.
//
// XMPP_COMPONENT, XMPP_SECRET, XMPP_HOST and XMPP_PORT say who it is and where its server listens for components; XMPP_USER
// is the one whom it serves; LINES_HOST and LINES_PORT say where the toy is. Both links are in the clear: they are for
// loopback, or a network that is safe.

#if NIO
    import Foundation
    import XMPPAddress
    import XMPPNIO
    import XMPPSASL
    import XMPPTransports

    /// A variable of the environment.
    func variable(_ name: String) throws -> String {
        guard let value = ProcessInfo.processInfo.environment[name] else {
            throw Complaint(description: "\(name) is not set")
        }
        return value
    }

    func port(_ name: String) throws -> UInt16 {
        guard let port = UInt16(try variable(name)) else { throw Complaint(description: "\(name) is no port") }
        return port
    }

    /// What is wrong with how the gateway was called.
    struct Complaint: Error, CustomStringConvertible { let description: String }

    do {
        let (domain, user) = (try JID(wire: variable("XMPP_COMPONENT")), try JID(wire: variable("XMPP_USER")).bare)
        let server = ConnectionCandidate(host: try variable("XMPP_HOST"), port: try port("XMPP_PORT"), tls: .startTLS)
        let (toyHost, toyPort) = (try variable("LINES_HOST"), try port("LINES_PORT"))
        let settings = ClientSettings(component: domain, secret: Secret(try variable("XMPP_SECRET")), server: server)
        let delay = ReconnectionDelay(first: .seconds(2), longest: .seconds(300))
        try await XMPPClient(settings).run(reconnecting: delay) { session in
            // A session on the one side is a connection on the other: when either ends, so does its peer.
            try await Lines.connect(to: toyHost, Int(toyPort)) { lines, writer in
                let gateway = Gateway(domain: domain, user: user, session: session, lines: writer)
                try await withThrowingTaskGroup(of: Void.self) { tasks in
                    tasks.addTask { for try await line in lines { try await gateway.receive(line: line) } }
                    tasks.addTask {
                        for try await case .stanza(let stanza) in session.news { try await gateway.receive(stanza) }
                    }
                    try await tasks.next()
                    tasks.cancelAll()
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
