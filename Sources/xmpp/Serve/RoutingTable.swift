#if Tool && NIO
    import XMPPAddress
    import XMPPStanza

    /// Who is connected, and who of them is available (RFC 6121 §4, §8.5). A value without locks or sockets.
    struct RoutingTable<Peer: RoutedPeer> {
        /// A connected resource.
        struct Resource {
            let peer: Peer
            /// What it says of itself to everybody; nil while it is not available.
            var presence: Presence?
            var priority: Int8 = 0
            /// Whom it has sent presence on top of that (§4.6.3), so that they hear that it is gone.
            var directed: Set<JID> = []
        }

        /// By full address.
        private(set) var resources: [JID: Resource] = [:]
        /// Full addresses by bare address, in the order in which they came.
        private var accounts: [JID: [JID]] = [:]

        /// Whether everybody is on everybody's roster, so that presence goes to all.
        let sharesPresence: Bool

        init(sharesPresence: Bool) { self.sharesPresence = sharesPresence }

        // MARK: Coming and going

        /// Enters a peer.
        ///
        /// - Returns: The older one of the same address, which has lost it (RFC 6120 §7.7.2.2).
        mutating func open(_ peer: Peer, at address: JID) -> Resource? {
            let older = resources.updateValue(Resource(peer: peer), forKey: address)
            if older == nil { accounts[address.bare, default: []].append(address) }
            return older
        }

        /// Takes a peer out, unless another has its address by now.
        ///
        /// - Returns: What was known of it.
        mutating func close(_ peer: Peer, at address: JID) -> Resource? {
            guard let resource = resources[address], resource.peer === peer else { return nil }
            resources[address] = nil
            let bare = address.bare
            accounts[bare]?.removeAll { $0 == address }
            if accounts[bare]?.isEmpty == true { accounts[bare] = nil }
            return resource
        }

        /// Whether the peer is the one that has the address.
        func holds(_ peer: Peer, _ address: JID) -> Bool { resources[address]?.peer === peer }

        // MARK: Presence

        /// Notes what a resource says of itself to everybody; nil once it is not available.
        ///
        /// - Returns: What it was before.
        mutating func setPresence(_ presence: Presence?, of address: JID) -> Resource? {
            guard let before = resources[address] else { return nil }
            resources[address]?.presence = presence
            if presence == nil { resources[address]?.directed = [] }
            resources[address]?.priority = presence.flatMap { try? $0.priority } ?? 0
            return before
        }

        /// Notes that a resource has sent its presence to somebody, or taken it back.
        ///
        /// - Returns: Whether there was room to note it.
        mutating func setDirected(_ isAvailable: Bool, from address: JID, to other: JID) -> Bool {
            if !isAvailable {
                resources[address]?.directed.remove(other)
                return true
            }
            guard let count = resources[address]?.directed.count, count < Self.maximumDirected else { return false }
            resources[address]?.directed.insert(other)
            return true
        }

        /// Who hears what a resource says of itself to everybody: all that are available, its own others among them.
        func audience(of address: JID) -> [(address: JID, peer: Peer)] {
            if sharesPresence {
                return resources.compactMap { other, resource in
                    resource.presence == nil || other == address ? nil : (other, resource.peer)
                }
            }
            return accounts[address.bare, default: []].compactMap { other in
                guard other != address, let resource = resources[other], resource.presence != nil else { return nil }
                return (other, resource.peer)
            }
        }

        /// The resources of an account that are available, with what they say of themselves.
        func available(of bare: JID) -> [(address: JID, resource: Resource, presence: Presence)] {
            accounts[bare, default: []].compactMap { address in
                guard let resource = resources[address], let presence = resource.presence else { return nil }
                return (address, resource, presence)
            }
        }

        // MARK: Recipients

        /// Whoever has a full address.
        func peer(at full: JID) -> Peer? { resources[full]?.peer }

        /// Those of an account that want messages: of no negative priority (§8.5.2.1.1).
        ///
        /// - Parameter onlyHighest: Whether only those of the highest priority count.
        func recipients(of bare: JID, onlyHighest: Bool) -> [Peer] {
            var found: [Peer] = []
            var highest: Int8 = 0
            for address in accounts[bare, default: []] {
                guard let resource = resources[address], resource.presence != nil, resource.priority >= 0 else {
                    continue
                }
                if onlyHighest, resource.priority > highest { found = [] }
                if onlyHighest, resource.priority < highest, !found.isEmpty { continue }
                highest = max(highest, resource.priority)
                found.append(resource.peer)
            }
            return found
        }

        /// Whom one resource may send presence of its own at a time.
        private static var maximumDirected: Int { 1000 }
    }
#endif
