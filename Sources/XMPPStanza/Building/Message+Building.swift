import XMLStream
import XMPPAddress

extension StanzaBuilder where Kind == Message {
    /// Adds a text to read: one for each language (RFC 6121 §5.2.3).
    public mutating func body(_ text: String, language: String? = nil) { child(.body, text, language: language) }

    /// Adds a subject: one for each language (RFC 6121 §5.2.4).
    public mutating func subject(_ text: String, language: String? = nil) { child(.subject, text, language: language) }

    /// Says which conversation the message is part of (RFC 6121 §5.2.5).
    public mutating func thread(_ thread: MessageThread) { child(.thread, thread.id, parent: thread.parent) }
}

extension Message {
    /// Builds a message.
    ///
    /// ```swift
    /// let message = try Message(.chat, to: juliet, id: "ktx72v49", using: &scratch) {
    ///     $0.body("Art thou not Romeo, and a Montague?")
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - id: Should be there, and be one that nobody can guess where an answer is expected (RFC 6120 §8.1.3).
    ///   - content: The content namespace of the stream that it is for; writing it into another maps it.
    /// - Throws: `XMLContentError`, the first thing that cannot be written.
    public init(
        _ type: MessageType = .normal, to: JID? = nil, from: JID? = nil, id: String? = nil, language: String? = nil,
        in content: ContentNamespace = .client, using scratch: inout StanzaScratch,
        _ build: (inout StanzaBuilder<Message>) -> Void = { _ in }
    ) throws(XMLContentError) {
        self = try Message.build(in: content, using: &scratch) { message in
            message.attributes(
                to: to, from: from, id: id, type: type == .normal ? nil : type.rawValue, language: language)
            build(&message)
        }
    }

    /// Builds a message without scratch of one's own, which costs a few allocations more.
    public init(
        _ type: MessageType = .normal, to: JID? = nil, from: JID? = nil, id: String? = nil, language: String? = nil,
        in content: ContentNamespace = .client, _ build: (inout StanzaBuilder<Message>) -> Void = { _ in }
    ) throws(XMLContentError) {
        var scratch = StanzaScratch()
        try self.init(
            type, to: to, from: from, id: id, language: language, in: content, using: &scratch, build)
    }
}
