#if Tool && NIO
    import XMLStream
    import XMPPAddress
    import XMPPNIO
    import XMPPStanza

    /// One message, handed to a server for sure.
    struct Delivery {
        let settings: ClientSettings
        let seconds: Int

        /// It took too long.
        struct Late: Error, CustomStringConvertible {
            let description = "it took too long"
        }

        /// A message with an id by which an error that comes back is known.
        static func message(to recipient: JID, subject: String?, text: String) throws -> Message {
            var generator = SystemRandomNumberGenerator()
            let id = "send-" + String(UInt64.random(in: .min ... .max, using: &generator), radix: 36)
            return try Message(.chat, to: recipient, id: id) { message in
                if let subject { message.subject(subject) }
                message.body(text)
            }
        }

        /// Logs in, sends the message, and returns once the server has surely looked at it.
        ///
        /// - Returns: The error that came back for it by then.
        /// - Throws: Whatever keeps it from being handed over.
        func deliver(_ message: Message) async throws -> StanzaError? {
            try await withThrowingTaskGroup(of: StanzaError?.self) { tasks in
                tasks.addTask { try await XMPPClient(settings).run { try await Self.deliver(message, by: $0) } }
                tasks.addTask {
                    try await Task.sleep(for: .seconds(seconds))
                    throw Late()
                }
                defer { tasks.cancelAll() }
                return try await tasks.next() ?? nil
            }
        }

        private static func deliver(_ message: Message, by session: XMPPSession) async throws -> StanzaError? {
            async let refusal = error(to: message, in: session)
            try await session.send(message)
            // A server takes what a client sends in order (RFC 6120 §10.1): when it has answered this, it has taken that.
            // Whether it knows pings makes no difference.
            let ping = try ElementBuilder(.ping, in: .ping).finish()
            _ = try await session.request(try IQ(.get, id: "ping") { $0.element(ping) })
            try? await session.close()
            return try await refusal
        }

        private static func error(to message: Message, in session: XMPPSession) async throws -> StanzaError? {
            var found: StanzaError?
            for try await news in session.news {
                guard case .stanza(.message(let answer)) = news, answer.isError, answer.id == message.id else {
                    continue
                }
                found = found ?? answer.error
            }
            return found
        }
    }

    extension StanzaError {
        /// What it says, for people.
        var words: String {
            let text = texts.first.map { ", \u{201C}\($0.text)\u{201D}" } ?? ""
            return "\(condition)\(text)"
        }
    }
#endif
