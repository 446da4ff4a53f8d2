#if Tool
    import XMLStream

    /// What each step of a conversation is for, in a sentence.
    struct ConversationGuide {
        /// Whose stream it is, as it is called.
        let name: String
        private var headers = 0
        private var requests: [String: String] = [:]

        init(_ name: String) { self.name = name }

        /// What something that became complete is for; nil where it speaks for itself.
        mutating func remark(on event: StreamReader.Item.Event, isFromInitiator: Bool) -> String? {
            switch event {
            case .opened: isFromInitiator ? remarkOnHeader() : nil
            case .closed:
                isFromInitiator ? "\(name) closes the stream" : "the server closes it, too, and then the connection"
            case .violated: nil
            case .element(let element): remark(on: element, isFromInitiator)
            }
        }

        private mutating func remarkOnHeader() -> String? {
            headers += 1
            switch headers {
            case 1: return "\(name) opens a stream, and does not say who it is: anybody may listen (RFC 6120 §4.7.1)"
            case 2: return "the stream begins anew under TLS, and now says whose it is (§5.4.3.3)"
            case 3: return "and anew once more, authenticated (§6.4.6)"
            default: return nil
            }
        }

        private mutating func remark(on element: Element, _ isFromInitiator: Bool) -> String? {
            switch (element.namespace, element.name) {
            case (Self.streams, "features"): return remark(onFeatures: element)
            case (Self.streams, "error"): return "the stream is over, and why (§4.9)"
            case (Self.tls, "starttls"): return "TLS, please: before anything else (§5)"
            case (Self.tls, "proceed"): return "what comes next is the handshake of TLS"
            case (Self.sasl, "auth"):
                let mechanism = element.attribute("mechanism") ?? ""
                let binding = mechanism.hasSuffix("-PLUS") ? ", tied to this very TLS channel" : ""
                return "\(mechanism): the password is proved, not sent\(binding) (RFC 5802)"
            case (Self.sasl, "challenge"): return "salt and rounds: what the key is derived with"
            case (Self.sasl, "response"): return "proof that \(name) knows the key"
            case (Self.sasl, "success"): return "and proof that the server knows it, too"
            case (Self.client, "iq"): return remark(onIQ: element, isFromInitiator)
            case (Self.client, "presence"):
                if element.attribute("type") == "unavailable" { return nil }
                return isFromInitiator
                    ? "\(name) is available; the server tells everybody who wants to know (RFC 6121 §4.2)"
                    : "somebody is available, as the server tells \(name)"
            case (Self.client, "message"):
                return isFromInitiator
                    ? "a message for somebody else" : "a message; the server says from whom it is (§8.1.2.1)"
            default: return nil
            }
        }

        private func remark(onFeatures features: Element) -> String? {
            if features.child("starttls", in: Self.tls) != nil {
                return "what can be negotiated: TLS, and nothing without it"
            }
            if features.child("mechanisms", in: Self.sasl) != nil { return "how one may log in" }
            if features.child("bind", in: Self.bind) != nil { return "what is left is an address for this connection" }
            return nil
        }

        private mutating func remark(onIQ iq: Element, _ isFromInitiator: Bool) -> String? {
            guard let id = iq.attribute("id") else { return nil }
            var children = iq.children
            if let payload = children.next(), iq.attribute("type") == "set" || iq.attribute("type") == "get" {
                if requests.count < Self.maximumRequests { requests[id] = payload.namespace }
                switch payload.namespace {
                case Self.bind: return "\(name) wants an address with a resource (§7)"
                case "urn:xmpp:ping": return "are you there? (XEP-0199)"
                default: return nil
                }
            }
            switch requests.removeValue(forKey: id) {
            case Self.bind: return "and has one: from here on there are stanzas"
            case "urn:xmpp:ping": return "yes"
            default: return nil
            }
        }

        private static let streams = "http://etherx.jabber.org/streams"
        private static let tls = "urn:ietf:params:xml:ns:xmpp-tls"
        private static let sasl = "urn:ietf:params:xml:ns:xmpp-sasl"
        private static let bind = "urn:ietf:params:xml:ns:xmpp-bind"
        private static let client = "jabber:client"
        private static let maximumRequests = 100
    }
#endif
