#if Tool && NIO
    /// Peers that a server has to turn away.
    enum BrokenPeer: CaseIterable {
        /// Speaks something else.
        case otherProtocol
        /// Says something in the clear behind <starttls/>, to have it taken as said under TLS (S09 of the threat list).
        case injection

        var title: String {
            switch self {
            case .otherProtocol: "A peer that does not speak XML"
            case .injection: "A peer that talks on in the clear"
            }
        }

        var explanation: String {
            switch self {
            case .otherProtocol: "is told so, in a stream that is opened only to be ended."
            case .injection:
                "behind <starttls/>: somebody in between could put words there that the server takes for the client's once "
                    + "TLS is up. They are never read, and the connection ends."
            }
        }

        /// What it sends; each but the first once something has come back.
        var parts: [[UInt8]] {
            switch self {
            case .otherProtocol: [Array("GET / HTTP/1.1\r\nHost: example.com\r\n\r\n".utf8)]
            case .injection:
                [
                    Array(
                        "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='example.com' version='1.0'>"
                            .utf8),
                    Array(
                        "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/><message to='romeo@example.com'><body>psst</body></message>"
                            .utf8),
                ]
            }
        }
    }
#endif
