#if NIO
    import NIOConcurrencyHelpers
    import XMPPAddress
    import XMPPEngine
    import XMPPNIO
    import XMPPStanza

    /// Passes messages on to whom they are for, answers those for the server, declines requests, and keeps count.
    final class TestRouter: SessionRouter {
        struct Log: Sendable {
            var sessions: [JID: RoutedSession] = [:]
            var openedCount = 0
            var ends: [StreamEnd] = []
            var refusals: [StreamMisuse.Code] = []
            var lastRefusedID: String?
            /// How many stanzas came from whom.
            var received: [JID: Int] = [:]
        }

        private let contents = NIOLockedValueBox(Log())

        var log: Log { contents.withLockedValue { $0 } }

        func session(of address: String) -> RoutedSession? {
            JID(address).flatMap { address in contents.withLockedValue { $0.sessions[address] } }
        }

        func opened(_ session: RoutedSession, as established: EstablishedStream) {
            contents.withLockedValue { log in
                log.openedCount += 1
                if let address = session.address { log.sessions[address] = session }
            }
        }

        func received(_ stanza: AnyStanza, from session: RoutedSession) {
            if let address = session.address { contents.withLockedValue { $0.received[address, default: 0] += 1 } }
            switch stanza {
            case .message(let message):
                if let other = (try? message.to).flatMap({ to in contents.withLockedValue { $0.sessions[to] } }) {
                    other.send(stanza)
                } else if let echo = try? Message(
                    .chat, to: message.from, from: message.to, id: message.id, { $0.body("echo") })
                {
                    session.send(.message(echo))
                }
            // Who sets something waits in vain.
            case .iq(let iq): if (try? iq.type) == .get { session.decline(iq) }
            case .presence: break
            }
        }

        func refused(_ stanza: AnyStanza, for session: RoutedSession, because misuse: StreamMisuse) {
            contents.withLockedValue {
                $0.refusals.append(misuse.code)
                if case .message(let message) = stanza { $0.lastRefusedID = message.id }
            }
        }

        func closed(_ session: RoutedSession, because end: StreamEnd) {
            contents.withLockedValue { log in
                log.ends.append(end)
                if let address = session.address, log.sessions[address] === session { log.sessions[address] = nil }
            }
        }
    }
#endif
