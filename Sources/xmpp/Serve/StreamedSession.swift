#if Tool && NIO
    import XMPPAddress
    import XMPPEngine
    import XMPPNIO
    import XMPPStanza

    /// A session of a server as a router's peer: what is sent waits in a queue for the one task that writes.
    final class StreamedSession: RoutedPeer {
        private enum Wish: Sendable {
            case send(AnyStanza)
            case close(StreamError?)
        }

        let established: EstablishedStream
        private let queue: AsyncStream<Wish>
        private let wishes: AsyncStream<Wish>.Continuation

        init(_ established: EstablishedStream) {
            self.established = established
            (queue, wishes) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(Self.maximumQueued))
        }

        var address: JID? { established.facts.address }

        func send(_ stanza: AnyStanza) {
            // Who does not read is not waited for.
            if case .dropped = wishes.yield(.send(stanza)) { wishes.finish() }
        }

        func close(with error: StreamError?) {
            wishes.yield(.close(error))
            wishes.finish()
        }

        /// Runs the session until it ends, with a router.
        static func run(_ session: XMPPSession, through router: StanzaRouter<StreamedSession>) async throws {
            let peer = StreamedSession(session.established)
            router.opened(peer)
            defer { router.closed(peer) }
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                tasks.addTask {
                    for await wish in peer.queue {
                        switch wish {
                        case .send(let stanza): try await session.send(stanza)
                        case .close(let error): return try await session.close(with: error)
                        }
                    }
                    try await session.close(with: StreamError(.resourceConstraint))
                }
                for try await news in session.news {
                    guard case .stanza(let stanza) = news else { continue }
                    router.received(stanza, from: peer)
                }
                tasks.cancelAll()
            }
        }

        private static let maximumQueued = 10_000
    }
#endif
