#if Tool && NIO
    import XMLStream
    import XMPPAddress
    import XMPPStanza

    /// What a server itself answers: for its domain, and for its accounts.
    struct DomainService: Sendable {
        /// The domain.
        let domain: JID
        /// Whether accounts are opened in band (XEP-0077), which is announced.
        var registersAccounts = false
        /// Whether everybody is on everybody's roster.
        var sharesPresence = true
        /// The accounts, in order, of which a roster lists the first thousand.
        let accounts: @Sendable () -> [JID]

        /// Whether an address is of this server's.
        func serves(_ address: JID) -> Bool { address.domain == domain }

        /// The answer to a request for the domain, or for an account's bare address.
        ///
        /// - Returns: Nil where there is none to be sent.
        func answer(to iq: IQ, for recipient: JID, from sender: JID) -> IQ? {
            guard serves(recipient) else { return refusal(of: iq, .remoteServerNotFound) }
            guard let payload = iq.payload else { return refusal(of: iq, .badRequest) }
            if iq.element.attribute(.type, equals: "set") { return change(iq, payload, of: recipient, by: sender) }
            let isOwn = recipient.isDomain || recipient == sender.bare
            switch (payload.namespace, payload.name) {
            case ("urn:xmpp:ping", "ping"): return result(of: iq)
            case ("jabber:iq:roster", "query") where isOwn: return result(of: iq) { $0.payload(roster(of: sender)) }
            case (Self.discoInfo, "query"):
                // There are no nodes (XEP-0030 §3.2).
                if payload.attribute(.node) != nil { return refusal(of: iq, .itemNotFound) }
                return information(for: iq, on: recipient)
            case (Self.discoItems, "query"):
                if payload.attribute(.node) != nil { return refusal(of: iq, .itemNotFound) }
                return answer(iq, with: ElementBuilder("query", in: Self.discoItems))
            case ("jabber:iq:version", "query") where recipient.isDomain:
                var query = ElementBuilder("query", in: "jabber:iq:version")
                query.child("name") { $0.text("xmpp serve") }
                query.child("version") { $0.text("0") }
                return answer(iq, with: query)
            default: return refusal(of: iq, .serviceUnavailable)
            }
        }

        private func change(_ iq: IQ, _ payload: Element, of recipient: JID, by sender: JID) -> IQ? {
            switch (payload.namespace, payload.name) {
            // The old request for a session, which some clients send whatever is on offer: nothing happens (RFC 3921 §3).
            case ("urn:ietf:params:xml:ns:xmpp-session", "session"): result(of: iq)
            case ("jabber:iq:roster", "query"):
                recipient == sender.bare ? refusal(of: iq, .notAllowed) : refusal(of: iq, .forbidden)
            default: refusal(of: iq, .serviceUnavailable)
            }
        }

        /// All other accounts, both ways.
        private func roster(of sender: JID) -> Roster {
            if !sharesPresence { return Roster() }
            let others = accounts().lazy.filter { $0 != sender.bare }.prefix(Self.maximumRosterItems)
            return Roster(items: others.map { RosterItem(jid: $0, displayName: $0.localpart, subscription: .both) })
        }

        private func information(for iq: IQ, on recipient: JID) -> IQ? {
            var query = ElementBuilder("query", in: Self.discoInfo)
            query.child(.identity) {
                $0.attribute(.category, recipient.isDomain ? "server" : "account")
                $0.attribute(.type, recipient.isDomain ? "im" : "registered")
                if recipient.isDomain { $0.attribute(.name, "xmpp serve") }
            }
            var features = [Self.discoInfo, Self.discoItems, "urn:xmpp:ping"]
            if recipient.isDomain { features += ["jabber:iq:roster", "jabber:iq:version"] }
            if recipient.isDomain, registersAccounts { features.append("jabber:iq:register") }
            for feature in features { query.child(.feature) { $0.attribute("var", feature) } }
            return answer(iq, with: query)
        }

        private func answer(_ iq: IQ, with payload: ElementBuilder) -> IQ? {
            guard let element = try? payload.finish() else { return nil }
            return result(of: iq) { $0.element(element) }
        }

        private func result(of iq: IQ, _ build: (inout StanzaBuilder<IQ>) -> Void = { _ in }) -> IQ? {
            try? iq.result(build)
        }

        private func refusal(of iq: IQ, _ condition: StanzaErrorCondition) -> IQ? {
            try? iq.error(StanzaError(condition))
        }

        private static let discoInfo = "http://jabber.org/protocol/disco#info"
        private static let discoItems = "http://jabber.org/protocol/disco#items"
        private static let maximumRosterItems = 1000
    }
#endif
