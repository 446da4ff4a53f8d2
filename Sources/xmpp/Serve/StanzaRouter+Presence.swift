#if Tool && NIO
    import XMPPAddress
    import XMPPStanza

    extension StanzaRouter {
        func route(_ presence: Presence, from sender: JID, _ peer: Peer) {
            let recipient: JID?
            let type: PresenceType
            do throws(StanzaViolation) {
                recipient = try presence.to
                type = try presence.type
                if type == .available { _ = try presence.priority }
            } catch {
                return refuse(presence, StanzaError(error.condition), peer)
            }
            delivering { state in
                // A peer that has lost its address says nothing any more.
                guard state.table.holds(peer, sender) else { return }
                if let recipient, recipient != sender.bare {
                    state.direct(presence, type, from: sender, to: recipient, peer)
                } else {
                    state.broadcast(presence, type, from: sender, peer)
                }
            }
        }
    }

    extension StanzaRouter.State {
        /// Takes what a resource says of itself to everybody (RFC 6121 §4.2, §4.4, §4.5).
        mutating func broadcast(_ presence: Presence, _ type: PresenceType, from sender: JID, _ peer: Peer) {
            switch type {
            case .available:
                let before = table.setPresence(presence, of: sender)
                let audience = table.audience(of: sender)
                for other in audience { deliveries.append((other.peer, .presence(presence))) }
                guard before?.presence == nil else { return }
                // Initial presence: it hears of all the others (§4.2.2), and of itself, as servers do.
                for other in audience {
                    guard let theirs = table.resources[other.address]?.presence else { continue }
                    deliveries.append((peer, .presence(theirs)))
                }
                deliveries.append((peer, .presence(presence)))
            case .unavailable:
                guard let before = table.setPresence(nil, of: sender) else { return }
                leave(sender, before, saying: presence)
            case .error, .probe, .subscribe, .subscribed, .unsubscribe, .unsubscribed: return
            }
        }

        /// Takes presence that is for somebody.
        mutating func direct(
            _ presence: Presence, _ type: PresenceType, from sender: JID, to recipient: JID, _ peer: Peer
        ) {
            switch type {
            case .available, .unavailable:
                guard table.setDirected(type == .available, from: sender, to: recipient) else { return }
                deliver(.presence(presence), to: recipient)
            case .error: deliver(.presence(presence), to: recipient)
            case .probe:
                for other in table.available(of: recipient.bare) {
                    deliveries.append((peer, .presence(other.presence)))
                }
            case .subscribe:
                // Everybody has subscribed to everybody.
                guard let answer = try? Presence(.subscribed, to: sender.bare, from: recipient.bare, id: presence.id)
                else { return }
                deliveries.append((peer, .presence(answer)))
                for other in table.available(of: recipient.bare) {
                    deliveries.append((peer, .presence(other.presence)))
                }
            case .subscribed, .unsubscribe, .unsubscribed: return
            }
        }

        /// Tells everybody who knew that a resource was available that it is not any more (§4.5.2, §4.6.3).
        mutating func leave(
            _ address: JID, _ resource: RoutingTable<Peer>.Resource, saying presence: Presence? = nil
        ) {
            guard let presence = presence ?? (try? Presence(.unavailable, from: address)) else { return }
            var directed = resource.directed
            if resource.presence != nil {
                for other in table.audience(of: address) {
                    deliveries.append((other.peer, .presence(presence)))
                    directed.remove(other.address)
                    // Who heard by the full address need not hear by the bare one.
                    directed.remove(other.address.bare)
                }
            }
            for recipient in directed { deliver(.presence(presence), to: recipient) }
        }

        private mutating func deliver(_ stanza: AnyStanza, to recipient: JID) {
            if recipient.isFull {
                if let peer = table.peer(at: recipient) { deliveries.append((peer, stanza)) }
                return
            }
            for other in table.available(of: recipient) { deliveries.append((other.resource.peer, stanza)) }
        }
    }
#endif
