import XMLStream

/// A stream error: why a stream ends (RFC 6120 §4.9). Nothing but the end tag may follow it, either way.
public struct StreamError: Error, Hashable, Sendable {
    /// What went wrong.
    public var condition: StreamErrorCondition
    /// Explanations for people, each in a language. They are diagnostic: never decide by them, and never show them as
    /// the only message (§4.9.2).
    public var texts: [LocalizedText]
    /// More about it, in a namespace of an application (§4.9.4). One that is not understood is ignored.
    public var applicationCondition: Element?
    /// What `see-other-host` holds, as it came; read it through `otherHost`.
    public var redirection: String?

    /// An error with a condition, and an explanation where there is one.
    public init(
        _ condition: StreamErrorCondition, text: LocalizedText? = nil, applicationCondition: Element? = nil
    ) {
        self.condition = condition
        texts = text.map { [$0] } ?? []
        self.applicationCondition = applicationCondition
    }

    /// The error that answers a fault in the XML itself.
    public init(_ violation: XMLViolation) { self.init(violation.condition) }

    /// Sends the peer to another host (§4.9.3.19).
    public init(seeOtherHost host: OtherHost) {
        self.init(.seeOtherHost)
        redirection = host.description
    }

    /// Where the peer is sent: nil unless the condition is `see-other-host` and names a host and port.
    public var otherHost: OtherHost? { condition == .seeOtherHost ? redirection.flatMap(OtherHost.init) : nil }
}

extension StreamError {
    /// The error that a first-level element is, or nil where it is no `error` of a stream.
    ///
    /// Reads what is really sent: a condition without a definition counts as `undefined-condition` (§4.9.2); of several,
    /// the first defined one counts; text that stands in the error itself, as before RFC 3920, is an explanation.
    public init?(_ element: Element) {
        guard element.isNamed(.error, in: .streams) else { return nil }
        let parts = ErrorParts(of: element, namespace: .streamErrors)
        let found = parts.conditions.lazy.compactMap { part in
            StreamErrorCondition(named: part.localName).map { ($0, part) }
        }.first
        condition = found?.0 ?? .undefinedCondition
        texts = parts.texts
        applicationCondition = parts.application
        redirection = condition == .seeOtherHost ? found?.1.text.nonEmpty : nil
    }

    /// The error as a first-level element. An application condition in the namespace of the defined ones is left out.
    ///
    /// - Throws: `XMLContentError` where a text has a character that XML forbids.
    public func element() throws(XMLContentError) -> Element {
        var builder = ElementBuilder(.error, in: .streams)
        builder.child(condition.name, in: .streamErrors) { part in
            if condition == .seeOtherHost, let redirection { part.text(redirection) }
        }
        return try ErrorParts.finish(&builder, texts, applicationCondition, namespace: .streamErrors)
    }
}

extension StreamError: CustomStringConvertible {
    /// The condition alone: texts and what applications add stay out of logs.
    public var description: String { "stream error \(condition)" }
}
