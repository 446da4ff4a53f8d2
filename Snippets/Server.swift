import XMPPAddress
import XMPPCrypto
import XMPPEngine
import XMPPNIO
import XMPPNegotiation
import XMPPSASL
import XMPPStanza

/// What streams ask: here there is one user, and whoever logs in has the resource that it wants.
struct Accounts: StreamAnswering {
    let juliet: SCRAMCredentials

    func answer(to question: HostQuestion) async -> HostAnswer {
        switch question {
        case .authentication(.credentials(of: let user, for: .sha256)):
            return .authentication(.credentials(user.username == "juliet" ? juliet : nil))
        case .resource(let wish):
            let address = try? wish.account?.with(resourcepart: wish.resource ?? wish.generated)
            return .resource(address.map { .success($0) } ?? .failure(StanzaError(.badRequest)))
        default: return .unavailable
        }
    }
}

/// Where stanzas go: here each message goes back to its sender.
struct Echo: SessionRouter {
    func opened(_ session: RoutedSession, as established: EstablishedStream) {}
    func received(_ stanza: AnyStanza, from session: RoutedSession) {
        switch stanza {
        case .message(let message):
            guard let echo = try? Message(.chat, to: message.from, { $0.body(message.body ?? "") }) else { return }
            session.send(.message(echo))
        case .iq(let iq) where iq.isRequest: session.decline(iq)
        case .iq, .presence: break
        }
    }
    func refused(_ stanza: AnyStanza, for session: RoutedSession, because misuse: StreamMisuse) {}
    func closed(_ session: RoutedSession, because end: StreamEnd) {}
}

// Made once, and stored: what verifies a password is not enough to log in with.
let juliet = try SCRAMCredentials(newPassword: "r0m30myr0m30")

let decoys = Secret((0..<32).map { _ in .random(in: 0...255) })  // so that nobody learns who has an account
let sasl = SASLReceivingConfiguration(
    SASLServerPolicy(mechanisms: SASLMechanism.current), .init(domain: "example.com", decoySecret: decoys))
let setup = try StreamSetup(.server(of: [JID("example.com")!], sasl: sasl, crypto: SwiftCryptoProvider.self))
let identities = try ServerIdentities(certificateFile: "chain.pem", keyFile: "key.pem")
let server = XMPPServer(setup, identities: identities, host: Accounts(juliet: juliet))
try await server.run(host: "127.0.0.1", port: 5222, router: Echo())
