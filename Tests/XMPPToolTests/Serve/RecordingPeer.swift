#if Tool && NIO
    import NIOConcurrencyHelpers
    import Testing
    import XMLStream
    import XMPPAddress
    import XMPPStanza

    @testable import xmpp

    /// A peer that only notes what it is sent.
    final class RecordingPeer: RoutedPeer {
        let address: JID?
        private let notes = NIOLockedValueBox<[String]>([])
        /// Called once, when the next stanza is being sent.
        private let interruption = NIOLockedValueBox<(@Sendable () -> Void)?>(nil)

        init(_ address: String) { self.address = JID(address) }

        func send(_ stanza: AnyStanza) {
            let interrupt = interruption.withLockedValue { interruption in
                defer { interruption = nil }
                return interruption
            }
            interrupt?()
            note("\(stanza.element)")
        }

        /// Has something happen amid the next sending.
        func interrupt(by body: @escaping @Sendable () -> Void) { interruption.withLockedValue { $0 = body } }

        func close(with error: StreamError?) { note("closed: \(error.map { "\($0.condition)" } ?? "in order")") }

        private func note(_ text: String) { notes.withLockedValue { $0.append(text) } }

        /// What came since the last time.
        func take() -> [String] {
            notes.withLockedValue { notes in
                defer { notes = [] }
                return notes
            }
        }
    }

    /// A router of example.com with peers.
    struct RouterScene {
        let router: StanzaRouter<RecordingPeer>
        private(set) var peers: [String: RecordingPeer] = [:]

        init(_ addresses: [String] = [], sharesPresence: Bool = true) throws {
            let domain = try #require(JID("example.com"))
            var service = DomainService(domain: domain) {
                ["juliet", "nurse", "romeo"].compactMap { JID("\($0)@example.com") }
            }
            service.sharesPresence = sharesPresence
            router = StanzaRouter(service, sharesPresence: sharesPresence)
            for address in addresses { connect(address) }
        }

        /// Connects a peer.
        mutating func connect(_ address: String) {
            let peer = RecordingPeer("\(address)")
            router.opened(peer)
            peers[address] = peer
        }

        /// Has a peer send something, stamped with its address as a stream does it.
        func send(_ xml: String, from address: String) throws {
            let peer = try #require(peers[address])
            var element = try Element(xml: xml, in: "jabber:client")
            try element.setAttribute(.from, to: address)
            router.received(try #require(AnyStanza(element)), from: peer)
        }

        /// What each peer was sent since the last time; those that were sent nothing are left out.
        func take() -> [String: [String]] { peers.mapValues { $0.take() }.filter { !$0.value.isEmpty } }
    }
#endif
