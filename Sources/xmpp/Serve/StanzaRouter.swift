#if Tool && NIO
    import NIOConcurrencyHelpers
    import XMPPAddress
    import XMPPStanza

    /// Passes stanzas between the peers of one domain (RFC 6121 §8), and answers what is for the domain itself.
    ///
    /// Calls come from any thread, those of one peer in order. A lock guards the table; what is sent is sent outside of it:
    /// presence through a queue that keeps the order in which the table changed, all else at once, but behind presence that
    /// is being sent, which may be that of the same sender (RFC 6120 §10.1).
    final class StanzaRouter<Peer: RoutedPeer>: Sendable {
        /// What goes to whom.
        typealias Delivery = (peer: Peer, stanza: AnyStanza)

        struct State {
            var table: RoutingTable<Peer>
            /// What is to be sent, and whether somebody is sending it.
            var deliveries: [Delivery] = []
            var isDelivering = false
        }

        let service: DomainService
        let state: NIOLockedValueBox<State>

        /// A router without peers.
        ///
        /// - Parameter sharesPresence: Whether everybody is on everybody's roster.
        init(_ service: DomainService, sharesPresence: Bool = true) {
            self.service = service
            state = NIOLockedValueBox(State(table: RoutingTable(sharesPresence: sharesPresence)))
        }

        // MARK: Coming and going

        /// Takes a peer in. One that has the same address is turned out.
        func opened(_ peer: Peer) {
            guard let address = peer.address else { return peer.close(with: StreamError(.internalServerError)) }
            let older = delivering { state in
                let older = state.table.open(peer, at: address)
                if let older { state.leave(address, older) }
                return older
            }
            older?.peer.close(with: StreamError(.conflict))
        }

        /// Forgets a peer, and tells those who knew that it was available.
        func closed(_ peer: Peer) {
            guard let address = peer.address else { return }
            delivering { state in
                guard let resource = state.table.close(peer, at: address) else { return }
                state.leave(address, resource)
            }
        }

        /// How many peers there are.
        var count: Int { state.withLockedValue { $0.table.resources.count } }

        // MARK: Stanzas

        /// Passes a stanza on, or answers it. It has been stamped with who sent it.
        func received(_ stanza: AnyStanza, from peer: Peer) {
            guard let sender = peer.address else { return }
            switch stanza {
            case .message(let message): route(message, from: sender, peer)
            case .iq(let iq): route(iq, from: sender, peer)
            case .presence(let presence): route(presence, from: sender, peer)
            }
        }

        private func route(_ message: Message, from sender: JID, _ peer: Peer) {
            let recipient: JID
            do throws(StanzaViolation) {
                recipient = try message.to ?? sender.bare
            } catch {
                return refuse(message, StanzaError(error.condition), peer)
            }
            if recipient.isFull, send(.message(message), to: recipient) { return }
            guard service.serves(recipient) else { return refuse(message, StanzaError(.remoteServerNotFound), peer) }
            switch message.type {
            case .error: return
            case .groupchat: refuse(message, StanzaError(.serviceUnavailable), peer)
            case .headline:
                if !recipient.isFull { _ = send(.message(message), toResourcesOf: recipient, onlyHighest: false) }
            case .normal where recipient.isFull: refuse(message, StanzaError(.serviceUnavailable), peer)
            case .normal, .chat:
                // §8.5.3.2.1: a chat goes on with another resource. Nothing is kept for later (§8.5.2.2.1).
                if !send(.message(message), toResourcesOf: recipient.bare, onlyHighest: true) {
                    refuse(message, StanzaError(.serviceUnavailable), peer)
                }
            }
        }

        /// Sends to a resource.
        ///
        /// - Returns: Whether it is there.
        private func send(_ stanza: AnyStanza, to address: JID) -> Bool {
            let (peer, isQueued) = state.withLockedValue { state in
                let peer = state.table.peer(at: address)
                guard let peer, state.isDelivering else { return (peer, false) }
                state.deliveries.append((peer, stanza))
                return (peer, true)
            }
            if !isQueued { peer?.send(stanza) }
            return peer != nil
        }

        /// Sends to resources that are available (RFC 6121 §8.5.2.1).
        ///
        /// - Returns: Whether there are any.
        private func send(_ stanza: AnyStanza, toResourcesOf bare: JID, onlyHighest: Bool) -> Bool {
            let (peers, isQueued) = state.withLockedValue { state in
                let peers = state.table.recipients(of: bare, onlyHighest: onlyHighest)
                guard state.isDelivering else { return (peers, false) }
                for peer in peers { state.deliveries.append((peer, stanza)) }
                return (peers, true)
            }
            if !isQueued { for peer in peers { peer.send(stanza) } }
            return !peers.isEmpty
        }

        private func route(_ iq: IQ, from sender: JID, _ peer: Peer) {
            let recipient: JID
            do throws(StanzaViolation) {
                recipient = try iq.to ?? sender.bare
            } catch {
                return refuse(iq, StanzaError(error.condition), peer)
            }
            if recipient.isFull {
                if send(.iq(iq), to: recipient) { return }
                let isOurs = service.serves(recipient)
                return refuse(iq, StanzaError(isOurs ? .serviceUnavailable : .remoteServerNotFound), peer)
            }
            // Answers to what a server never asked come to nothing.
            guard iq.isRequest, let answer = service.answer(to: iq, for: recipient, from: sender) else { return }
            peer.send(.iq(answer))
        }

        /// Tells the sender of a message or a request that whom it was for does not take it any more.
        func refused(_ stanza: AnyStanza) {
            let sender: JID?
            switch stanza {
            case .message(let message): sender = try? message.from
            case .iq(let iq): sender = try? iq.from
            case .presence: return
            }
            guard let sender, let peer = state.withLockedValue({ $0.table.peer(at: sender) }) else { return }
            switch stanza {
            case .message(let message): refuse(message, StanzaError(.recipientUnavailable), peer)
            case .iq(let iq): refuse(iq, StanzaError(.recipientUnavailable), peer)
            case .presence: return
            }
        }

        /// Answers with an error, unless it is an answer itself.
        func refuse(_ stanza: some Stanza, _ error: StanzaError, _ peer: Peer) {
            guard let answer = try? stanza.error(error) else { return }
            guard let answer = AnyStanza(answer.element) else { return }
            peer.send(answer)
        }

        // MARK: Presence

        /// Changes the table, and sends what that leads to, in the order of the changes: one thread at a time does so for all.
        @discardableResult
        func delivering<Result>(_ change: (inout State) -> Result) -> Result {
            let (result, isMine) = state.withLockedValue { state in
                let result = change(&state)
                let isMine = !state.isDelivering && !state.deliveries.isEmpty
                if isMine { state.isDelivering = true }
                return (result, isMine)
            }
            guard isMine else { return result }
            while true {
                let batch = state.withLockedValue { state in
                    var batch: [Delivery] = []
                    swap(&batch, &state.deliveries)
                    if batch.isEmpty { state.isDelivering = false }
                    return batch
                }
                if batch.isEmpty { return result }
                for delivery in batch { delivery.peer.send(delivery.stanza) }
            }
        }
    }
#endif
