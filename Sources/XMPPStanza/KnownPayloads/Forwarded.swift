import XMLStream
import XMPPAddress

/// A stanza that travels inside another, and when it was first sent (XEP-0297).
///
/// Whoever wraps a stanza can write into it what they like, so the stanza is reached only by naming whom it is believed
/// from: `stanza(in:from:)`.
public struct Forwarded: Payload, Hashable {
    /// When the stanza was first sent.
    public var delay: Delay?
    /// The stanza, in `jabber:client` whatever the stream's content namespace is.
    private var content: Element?

    /// Wraps a stanza.
    public init<Content: Stanza>(_ stanza: Content, delay: Delay? = nil) {
        self.init(delay: delay, content: stanza.element)
    }

    private init(delay: Delay?, content: Element?) {
        self.delay = delay
        self.content = content
    }

    public static let name = ElementName("forwarded", in: "urn:xmpp:forward:0")
    public static let format = PayloadFormat<Forwarded>(
        .payload(\.delay),
        .element(\.content, where: AnyStanza.isStanza),
        make: { Forwarded(delay: $0, content: $1) })

    /// The stanza inside, where the stanza around it is from somebody who is believed: for copies of one's own messages
    /// that is the own bare address (XEP-0280 §11).
    ///
    /// - Parameters:
    ///   - outer: The stanza that this came in.
    ///   - sender: Who may forward. A client passes its own bare address, which a missing `from` stands for too.
    /// - Returns: Nil where somebody else sent it, or nothing is in it.
    public func stanza(in outer: some Stanza, from sender: JID) -> AnyStanza? {
        switch outer.address(.from) {
        case .jid(sender), nil: content.flatMap { AnyStanza($0) }
        default: nil
        }
    }
}
