import XMLStream
import XMPPAddress

/// A message, presence or iq: a typed view on an element, which stays as it is (RFC 6120 §8).
///
/// Making one copies nothing, and reading `to`, `from` and `type` makes nothing but the values; nothing is checked
/// before it is asked for, so a stanza with a bad address or type costs an error answer and no more.
public protocol Stanza: Hashable, Sendable, CustomStringConvertible {
    /// `message`, `presence` or `iq`.
    static var name: LocalName { get }

    /// The stanza itself.
    var element: Element { get set }
    /// The language of the stream's header, which holds where the stanza states none (§4.7.4).
    var streamLanguage: String? { get }

    /// Views an element as this kind of stanza; nil where it is of another kind or in no content namespace.
    ///
    /// - Parameter language: The language of the stream's header.
    init?(_ element: Element, inheriting language: String?)
}

/// The attributes that hold addresses.
public enum StanzaDirection: String, Hashable, Sendable, CaseIterable {
    /// Whom it is for.
    case to
    /// Whom it is from.
    case from

    var attribute: LocalName { self == .to ? .to : .from }
}

extension Stanza {
    // MARK: Addresses

    /// Whom the stanza is for; nil where it does not say so. A client takes that as its own full JID (§8.1.1.1).
    ///
    /// - Throws: `StanzaViolation` where it is no address: answer with `error(for:)`, the stream is all right.
    public var to: JID? { get throws(StanzaViolation) { try jid(.to) } }

    /// Whom the stanza is from; nil where it does not say so. A client takes that as its own bare JID (§8.1.2.1).
    ///
    /// - Throws: `StanzaViolation` where it is no address: answer with `error(for:)`, the stream is all right.
    public var from: JID? { get throws(StanzaViolation) { try jid(.from) } }

    /// One of the addresses; nil where the stanza does not have it.
    ///
    /// - Parameter known: Addresses that need no preparation where the bytes are theirs.
    /// - Complexity: No allocation where the address is known or has at most 15 bytes.
    public func jid(
        _ direction: StanzaDirection, knowing known: KnownAddresses = KnownAddresses()
    ) throws(StanzaViolation) -> JID? {
        switch element.address(direction.attribute, knowing: known) {
        case .jid(let jid): return jid
        case .unprepared(let address, let cause): throw StanzaViolation(direction, address, cause)
        case nil: return nil
        }
    }

    /// One of the addresses, remembered for the stanzas to come.
    public func jid(
        _ direction: StanzaDirection, remembering known: inout KnownAddresses
    ) throws(StanzaViolation) -> JID? {
        let jid = try jid(direction, knowing: known)
        if let jid { known.remember(jid) }
        return jid
    }

    /// One of the addresses as it stands there, legal or not.
    public func address(_ direction: StanzaDirection) -> WireAddress? { element.address(direction.attribute) }

    // MARK: Other attributes

    /// The id, or nil; makes a string. To compare it use `hasID`, to look it up `withID`.
    public var id: String? { element.attribute(.id) }

    /// Whether the id is this one, byte for byte; no allocation.
    public func hasID(_ id: String) -> Bool { element.attribute(.id, equals: id) }

    /// Lends the bytes of the id; nil where there is none. No allocation unless it was written with references.
    public func withID<Result>(_ body: (RawSpan) -> Result) -> Result? { element.withAttribute(.id, body) }

    /// The language in force: the stanza's own, otherwise that of the stream (§8.1.5).
    public var language: String? { element.declaredLanguage ?? streamLanguage }

    /// The content namespace that the stanza is in.
    public var contentNamespace: ContentNamespace { ContentNamespace(element.namespaceName) ?? .client }

    /// Whether its type is `error`.
    public var isError: Bool { element.attribute(.type, equals: "error") }

    /// The error in a stanza of type `error` (§8.3.1), nil in any other. An error stanza without an `error` child, which
    /// breaks §8.3.1, counts as `undefined-condition`.
    public var error: StanzaError? {
        guard isError else { return nil }
        let child = element.child(.error).flatMap { StanzaError($0, inheriting: language) }
        return child ?? StanzaError(.undefinedCondition)
    }

    // MARK: Content

    /// The first child with this name, whatever its namespace means; nil where there is none.
    public func payload(_ name: LocalName, in namespace: NamespaceName) -> Element? {
        element.child(name, in: namespace)
    }

    /// The first child with this name, or nil.
    public func payload(_ name: String, in namespace: String) -> Element? { element.child(name, in: namespace) }

    /// The children that are in other namespaces than the stanza: what extensions added, in order.
    public var payloads: some Sequence<Element> {
        let own = element.namespaceName
        return element.children.lazy.filter { $0.namespaceName != own }
    }

    public var description: String { element.description }
}

extension Stanza {
    public static func == (left: Self, right: Self) -> Bool { left.element == right.element }
    public func hash(into hasher: inout Hasher) { hasher.combine(element) }

    /// Whether an element is this kind of stanza.
    static func isNamed(by element: Element) -> Bool {
        element.localName == name && element.namespaceName?.isContent == true
    }
}
