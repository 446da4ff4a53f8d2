import XMLStream

/// A stanza of whichever kind: what a stream delivers.
public enum AnyStanza: Hashable, Sendable {
    case message(Message)
    case presence(Presence)
    case iq(IQ)

    /// Views an element as the stanza that it is; nil where it is none, so that a stream may end with
    /// `unsupported-stanza-type` where it is in the content namespace all the same (RFC 6120 §4.9.3.24).
    ///
    /// - Parameter language: The language of the stream's header.
    public init?(_ element: Element, inheriting language: String? = nil) {
        if let message = Message(element, inheriting: language) {
            self = .message(message)
        } else if let presence = Presence(element, inheriting: language) {
            self = .presence(presence)
        } else if let iq = IQ(element, inheriting: language) {
            self = .iq(iq)
        } else {
            return nil
        }
    }

    /// Whether an element is a stanza: of one of the three names, and in a content namespace.
    public static func isStanza(_ element: Element) -> Bool {
        switch element.localName {
        case .message, .presence, .iq: element.namespaceName?.isContent == true
        default: false
        }
    }

    /// The element.
    public var element: Element {
        switch self {
        case .message(let message): message.element
        case .presence(let presence): presence.element
        case .iq(let iq): iq.element
        }
    }

    /// The stanza as what all kinds have in common.
    public var stanza: any Stanza {
        switch self {
        case .message(let message): message
        case .presence(let presence): presence
        case .iq(let iq): iq
        }
    }
}
