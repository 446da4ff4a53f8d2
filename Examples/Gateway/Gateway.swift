#if NIO
    import NIOCore
    import XMLStream
    import XMPPAddress
    import XMPPNIO
    import XMPPStanza

    /// Between a user of XMPP and those who have nicks in the toy.
    struct Gateway: Sendable {
        /// Its own.
        let domain: JID
        /// Whom it serves: a bare address.
        let user: JID
        let session: XMPPSession
        let lines: NIOAsyncChannelOutboundWriter<String>

        /// Passes on what somebody of the toy says.
        func receive(line: String) async throws {
            let parts = line.split(separator: " ", maxSplits: 1)
            // Nobody whose nick is no part of an address, with whatever escapes, can be answered; and there are characters
            // that no message may have.
            guard parts.count == 2,
                let sender = try? JID(unescapedLocalpart: String(parts[0]), domainpart: domain.domainpart),
                let message = try? Message(.chat, to: user, from: sender, in: .component, { $0.body(String(parts[1])) })
            else { return }
            try await session.send(message)
        }

        /// Takes what came for the gateway, or for somebody behind it.
        func receive(_ stanza: AnyStanza) async throws {
            let element = stanza.element
            guard let sender = element.address(.from)?.jid, let addressee = element.address(.to)?.jid else { return }
            guard sender.bare == user else { return try await refuse(stanza, .forbidden) }
            switch stanza {
            case .message(let message): try await receive(message, for: addressee)
            case .presence(let presence): try await answer(presence, from: sender, to: addressee)
            case .iq(let iq) where iq.isRequest: try await answer(iq, to: addressee)
            case .iq: break
            }
        }

        private func receive(_ message: Message, for addressee: JID) async throws {
            guard message.type != .error, let body = message.body else { return }
            guard let nick = addressee.unescapedLocalpart else {
                return try await refuse(.message(message), .itemNotFound)
            }
            // A line break would begin another line, which the user never wrote.
            try await lines.write(body.split(whereSeparator: \.isNewline).reduce(nick) { "\($0) \($1)" })
        }

        /// Whoever the user asks for is there, and may be watched.
        private func answer(_ presence: Presence, from sender: JID, to addressee: JID) async throws {
            switch try? presence.type {
            case .subscribe:
                try await session.send(try Presence(.subscribed, to: sender.bare, from: addressee.bare, in: .component))
                try await session.send(try Presence(to: sender.bare, from: addressee.bare, in: .component))
            case .probe: try await session.send(try Presence(to: sender.bare, from: addressee.bare, in: .component))
            case .available, .unavailable, .subscribed, .unsubscribe, .unsubscribed, .error, nil: break
            }
        }

        private func answer(_ iq: IQ, to addressee: JID) async throws {
            let answer: IQ? =
                if addressee == domain,
                    iq.payload?.isNamed("query", in: "http://jabber.org/protocol/disco#info") == true
                {
                    try iq.result { [description = try Element(xml: Self.description)] in $0.element(description) }
                } else if iq.payload?.isNamed("ping", in: "urn:xmpp:ping") == true {
                    try iq.result()
                } else { nil }
            guard let answer else { return try await session.decline(iq) }
            try await session.send(.iq(answer))
        }

        private func refuse(_ stanza: AnyStanza, _ condition: StanzaErrorCondition) async throws {
            let error = try stanza.stanza.error(StanzaError(condition))
            if let error = error.flatMap({ AnyStanza($0.element) }) { try await session.send(error) }
        }

        /// What it says of itself (XEP-0030).
        private static let description = """
            <query xmlns='http://jabber.org/protocol/disco#info'><identity category='gateway' type='x-lines' name='Lines'/>\
            <feature var='http://jabber.org/protocol/disco#info'/><feature var='urn:xmpp:ping'/></query>
            """
    }
#endif
