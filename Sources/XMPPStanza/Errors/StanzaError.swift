import XMLStream
import XMPPAddress

/// A stanza error: why a stanza was not handled (RFC 6120 §8.3). The stream goes on.
public struct StanzaError: Error, Hashable, Sendable {
    /// What the sender may do about it.
    public var type: StanzaErrorType
    /// What went wrong.
    public var condition: StanzaErrorCondition
    /// Explanations for people, each in a language. Never decide by them (§8.3.2).
    public var texts: [LocalizedText]
    /// Who detected it, where it says so.
    public var by: WireAddress?
    /// The URI at which `gone` or `redirect` says that the recipient can be reached, as it came (§8.3.3.5, §8.3.3.14).
    public var alternateAddress: String?
    /// More about it, in a namespace of an application (§8.3.4). One that is not understood is ignored.
    public var applicationCondition: Element?

    /// An error with a condition; the type is the one that usually goes with it unless another is given.
    public init(
        _ condition: StanzaErrorCondition, type: StanzaErrorType? = nil, text: LocalizedText? = nil, by: JID? = nil,
        alternateAddress: String? = nil, applicationCondition: Element? = nil
    ) {
        self.condition = condition
        self.type = type ?? condition.usualType
        texts = text.map { [$0] } ?? []
        self.by = by.map(WireAddress.jid)
        self.alternateAddress = alternateAddress
        self.applicationCondition = applicationCondition
    }
}

extension StanzaError {
    /// The error that an element says, or nil where it is no `error` of a content namespace.
    ///
    /// Reads what is really sent: a condition without a definition counts as `undefined-condition` (§8.3.2); where there
    /// is none, a number of XEP-0086 says what it was; a type that is missing or unknown is the one that usually goes
    /// with the condition.
    ///
    /// - Parameter language: The language in force around the element.
    public init?(_ element: Element, inheriting language: String? = nil) {
        guard element.localName == .error, element.namespaceName?.isContent == true else { return nil }
        let parts = ErrorParts(of: element, namespace: .stanzaErrors, inheriting: language)
        let found = parts.conditions.lazy.compactMap { part in
            StanzaErrorCondition(named: part.localName).map { ($0, part) }
        }.first
        let legacy = element.attribute(.code).flatMap(LegacyErrorCode.meaning)
        let condition = found?.0 ?? (parts.conditions.isEmpty ? legacy?.condition : nil) ?? .undefinedCondition
        self.condition = condition
        let usual = legacy?.condition == condition ? legacy?.type : nil
        type = element.attribute(.type).flatMap(StanzaErrorType.init) ?? usual ?? condition.usualType
        texts = parts.texts
        by = element.address(.by)
        alternateAddress = condition.hasAlternateAddress ? found?.1.text.nonEmpty : nil
        applicationCondition = parts.application
    }

    /// Adds the error as a child of the stanza that is being built.
    public func write(to builder: inout ElementBuilder) {
        builder.child(.error) { error in
            if let by { error.attribute(.by, by.text) }
            error.attribute(.type, type.rawValue)
            writeContent(to: &error)
        }
    }

    /// The error as an element.
    ///
    /// - Throws: `XMLContentError` where a text has a character that XML forbids.
    public func element(in content: ContentNamespace = .client) throws(XMLContentError) -> Element {
        var builder = ElementBuilder(.error, in: content.name)
        if let by { builder.attribute(.by, by.text) }
        builder.attribute(.type, type.rawValue)
        writeContent(to: &builder)
        return try builder.finish()
    }

    private func writeContent(to error: inout ElementBuilder) {
        error.child(condition.name, in: .stanzaErrors) { part in
            if condition.hasAlternateAddress, let alternateAddress { part.text(alternateAddress) }
        }
        ErrorParts.write(texts, applicationCondition, namespace: .stanzaErrors, to: &error)
    }
}

extension StanzaError: CustomStringConvertible {
    /// Type and condition alone: texts and what applications add stay out of logs.
    public var description: String { "stanza error \(condition), \(type.rawValue)" }
}

extension String {
    /// The text, or nil where there is none.
    var nonEmpty: String? { isEmpty ? nil : self }
}
