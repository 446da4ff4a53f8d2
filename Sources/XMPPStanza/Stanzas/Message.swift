import XMLStream

/// A message: pushed to another entity (RFC 6120 §8.2.1, RFC 6121 §5).
public struct Message: Stanza {
    public static let name = LocalName.message

    public var element: Element
    public let streamLanguage: String?

    public init?(_ element: Element, inheriting language: String? = nil) {
        guard Message.isNamed(by: element) else { return nil }
        self.element = element
        streamLanguage = language
    }

    /// Views an element that has been seen to be of this kind.
    package init(known element: consuming Element, inheriting language: String?) {
        self.element = element
        streamLanguage = language
    }

    /// What kind of conversation it belongs to. One that is missing or unknown is `normal` (RFC 6121 §5.2.2).
    public var type: MessageType { element.keyword(.type) ?? .normal }

    /// The texts to read, one for each language (RFC 6121 §5.2.3).
    public var bodies: LocalizedTexts { LocalizedTexts(.body, of: element, inheriting: language) }

    /// The first body, or nil. Where languages matter, use `bodies.text(preferring:)`.
    public var body: String? { element.child(.body)?.text }

    /// The subjects, one for each language (RFC 6121 §5.2.4).
    public var subjects: LocalizedTexts { LocalizedTexts(.subject, of: element, inheriting: language) }

    /// The first subject, or nil. Where languages matter, use `subjects.text(preferring:)`.
    public var subject: String? { element.child(.subject)?.text }

    /// The conversation that it is part of, and the one that began it; nil where it does not say so (RFC 6121 §5.2.5).
    public var thread: MessageThread? {
        element.child(.thread).map { MessageThread($0.text, parent: $0.attribute(.parent)) }
    }
}

/// The kinds of conversation that messages belong to (RFC 6121 §5.2.2).
public enum MessageType: String, Hashable, Sendable, CaseIterable {
    /// Outside a conversation, or of no kind that is known.
    case normal
    /// Of two.
    case chat
    /// Of many, in a room.
    case groupchat
    /// News, to which no answer is expected.
    case headline
    /// An error about a message.
    case error
}

/// A conversation among the messages of two entities (RFC 6121 §5.2.5). Its name is opaque, compared byte for byte.
public struct MessageThread: Hashable, Sendable {
    /// The name, unique among the threads of those who take part.
    public var id: String
    /// The thread that this one branched off.
    public var parent: String?

    /// A thread by its name.
    public init(_ id: String, parent: String? = nil) {
        self.id = id
        self.parent = parent
    }
}

extension Element {
    /// The value of an attribute that is one of a few words; nil where it is missing or another word. No allocation.
    @inline(__always)
    func keyword<Word: RawRepresentable & CaseIterable>(_ name: LocalName) -> Word? where Word.RawValue == String {
        withAttribute(name) { bytes in Word.allCases.first { bytes.equals($0.rawValue) } } ?? nil
    }
}
