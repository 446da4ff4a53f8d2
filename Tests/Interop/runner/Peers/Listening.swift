#if NIO && Tool
    import NIOCore
    import XMPPEngine
    import XMPPNIO
    import XMPPStanza

    /// The news of a session, read one after the other.
    typealias News = SessionNews.AsyncIterator

    extension SessionNews.AsyncIterator {
        /// The first of what comes that `pick` wants; all before is passed over.
        ///
        /// - Throws: `Mismatch` where the stream ends before.
        mutating func first<Wanted>(_ what: String, _ pick: (StreamNews) throws -> Wanted?) async throws -> Wanted {
            while let news = try await next() {
                if let wanted = try pick(news) { return wanted }
                if case .ended(let end) = news { throw Mismatch("no \(what): \(end)") }
            }
            throw Mismatch("no \(what): the stream is over")
        }

        /// The first message with a body.
        mutating func message() async throws -> Message {
            try await first("message") { news in
                if case .stanza(.message(let message)) = news, message.body != nil { message } else { nil }
            }
        }

        /// The first request that asks for something in a namespace.
        mutating func request(in namespace: String) async throws -> IQ {
            try await first("request") { news in
                guard case .stanza(.iq(let iq)) = news, iq.isRequest, iq.payload?.namespace == namespace else {
                    return nil
                }
                return iq
            }
        }

        /// The first presence of a type.
        mutating func presence(_ type: PresenceType, from user: String) async throws -> Presence {
            try await first("presence of \(user)") { news in
                guard case .stanza(.presence(let presence)) = news, (try? presence.type) == type,
                    try presence.from?.localpart == user
                else { return nil }
                return presence
            }
        }

        /// How the stream ends.
        mutating func end() async throws -> StreamEnd {
            while let news = try await next() {
                if case .ended(let end) = news { return end }
            }
            throw Mismatch("the stream ended without a word")
        }
    }
#endif
