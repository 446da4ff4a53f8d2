#if NIO
    import NIOCore
    public import XMPPAddress
    import XMPPEngine
    public import XMPPStanza

    /// A stream of a server that is ready, in the hands of a `SessionRouter`. Its calls may come from anywhere, and wait for
    /// nothing: what one caller sends keeps its order.
    public final class RoutedSession: Sendable {
        /// The full address of the client, or the domain of a component.
        public let address: JID?
        private let router: any SessionRouter
        private let loop: any EventLoop
        private let handler: NIOLoopBound<XMPPStreamHandler>

        init(
            _ handler: XMPPStreamHandler, on loop: any EventLoop, as established: EstablishedStream,
            router: any SessionRouter
        ) {
            let facts = established.facts
            address = facts.address ?? facts.authentication?.address ?? facts.initiator
            self.router = router
            self.loop = loop
            self.handler = NIOLoopBound(handler, eventLoop: loop)
        }

        /// Sends a stanza; the router hears of it where the stream refuses.
        public func send(_ stanza: AnyStanza) {
            onLoop { [router] session, handler in
                do throws(StreamMisuse) {
                    try handler.enqueue(stanza)
                } catch {
                    router.refused(stanza, for: session, because: error)
                }
            }
        }

        /// Tells the client that nobody knows what it asks.
        public func decline(_ iq: IQ) { onLoop { _, handler in try? handler.decline(iq) } }

        /// Closes the stream, in order or with an error.
        public func close(with error: StreamError? = nil) { onLoop { _, handler in handler.close(with: error) } }

        @inline(__always)
        private func onLoop(_ body: @escaping @Sendable (RoutedSession, XMPPStreamHandler) -> Void) {
            if loop.inEventLoop {
                body(self, handler.value)
            } else {
                loop.execute { body(self, self.handler.value) }
            }
        }
    }

    extension RoutedSession: Hashable {
        public static func == (one: RoutedSession, other: RoutedSession) -> Bool { one === other }
        public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
    }

    /// What stands between a stream and the router of its server.
    final class StreamRouting {
        private let router: any SessionRouter
        private var session: RoutedSession?

        init(_ router: any SessionRouter) { self.router = router }

        func take(_ news: StreamNews, from handler: XMPPStreamHandler) {
            switch news {
            case .established(let established):
                guard let loop = handler.context?.eventLoop else { return }
                let session = RoutedSession(handler, on: loop, as: established, router: router)
                self.session = session
                router.opened(session, as: established)
            case .stanza(let stanza): if let session { router.received(stanza, from: session) }
            case .nonza, .unsent: break
            case .ended(let end):
                guard let session else { return }
                self.session = nil
                router.closed(session, because: end)
            }
        }
    }
#endif
