import XMLStream

/// What an extension puts into a stanza, as a value: one declaration reads it and writes it.
///
/// ```swift
/// /// When a stanza was first sent (XEP-0203).
/// public struct Delay: Payload, Hashable {
///     public var stamp: Timestamp
///     public var from: JID?
///     public var reason: String?
///
///     public static let name = ElementName("delay", in: "urn:xmpp:delay")
///     public static let format = PayloadFormat<Delay>(
///         .attribute("stamp", \.stamp),
///         .attribute("from", \.from),
///         .text(\.reason),
///         make: Delay.init)
/// }
/// ```
///
/// The types of the properties say the rest: an optional may be missing, an array may have any number, anything else
/// must be there once. Fields are written in the order of the list, attributes before content.
public protocol Payload: Sendable {
    /// The name of its element.
    static var name: ElementName { get }
    /// How it is read and written.
    static var format: PayloadFormat<Self> { get }
}

extension Payload {
    /// Reads an element.
    ///
    /// - Throws: `PayloadViolation`, which names the path to what is wrong.
    public init(_ element: Element, reading: PayloadReading = .lenient) throws(PayloadViolation) {
        guard Self.name.matches(element) else { throw PayloadViolation(.name, at: element.name) }
        self = try Self.format.read(element, reading)
    }

    /// The payload as an element.
    ///
    /// - Throws: `XMLContentError` where a text has a character that XML forbids.
    public func element() throws(XMLContentError) -> Element {
        var builder = ElementBuilder(Self.name.local, in: Self.name.namespace)
        Self.format.write(self, to: &builder)
        return try builder.finish()
    }
}

/// What to do with what a format does not list.
public enum PayloadReading: Hashable, Sendable {
    /// Let it be, as RFC 6120 §8.4 asks: it is dropped, or kept where the format has a field for it. Of several where one
    /// is meant, the first counts.
    case lenient
    /// Refuse it, and refuse a second where one is meant: for tests, and for those who send.
    case strict
}

extension ElementBuilder {
    /// Adds a payload as a child.
    public mutating func payload<Content: Payload>(_ payload: Content) {
        child(Content.name.local, in: Content.name.namespace) { Content.format.write(payload, to: &$0) }
    }
}

extension Stanza {
    /// The first child that is this payload; nil where there is none.
    ///
    /// - Throws: `PayloadViolation` where it is there and wrong.
    public func payload<Content: Payload>(
        _ type: Content.Type = Content.self, reading: PayloadReading = .lenient
    ) throws(PayloadViolation) -> Content? {
        var children = element.children
        while let child = children.next() {
            if Content.name.matches(child) { return try Content(child, reading: reading) }
        }
        return nil
    }
}
