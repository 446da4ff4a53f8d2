import XMLStream

/// An iq: a request, or the answer to one (RFC 6120 §8.2.3).
public struct IQ: Stanza {
    public static let name = LocalName.iq

    public var element: Element
    public let streamLanguage: String?

    public init?(_ element: Element, inheriting language: String? = nil) {
        guard IQ.isNamed(by: element) else { return nil }
        self.element = element
        streamLanguage = language
    }

    /// Views an element that has been seen to be of this kind.
    package init(known element: consuming Element, inheriting language: String?) {
        self.element = element
        streamLanguage = language
    }

    /// Whether it asks or answers.
    ///
    /// - Throws: `StanzaViolation` where the type is missing or unknown, to which the answer is `bad-request`.
    public var type: IQType {
        get throws(StanzaViolation) {
            guard let type: IQType = element.keyword(.type) else { throw StanzaViolation(.type) }
            return type
        }
    }

    /// Whether it is a request, which is owed an answer.
    public var isRequest: Bool { element.attribute(.type, equals: "get") || element.attribute(.type, equals: "set") }

    /// The first child, which says what a request asks or a result tells; nil where there is none.
    public var payload: Element? {
        var children = element.children
        return children.next()
    }

    /// Checks what RFC 6120 §8.2.3 asks of every iq: an id, a type, one child of a request and at most one of a result.
    ///
    /// - Throws: The first `StanzaViolation`, to which the answer is `bad-request`.
    public func check() throws(StanzaViolation) {
        if withID({ _ in true }) != true { throw StanzaViolation(.missingID) }
        let type = try type
        var children = element.children
        let hasFirst = children.next() != nil
        let hasSecond = children.next() != nil
        switch type {
        case .get, .set: if !hasFirst || hasSecond { throw StanzaViolation(.payloadCount) }
        case .result: if hasSecond { throw StanzaViolation(.payloadCount) }
        case .error: if element.child(.error) == nil { throw StanzaViolation(.payloadCount) }
        }
    }
}

/// The types of iq (RFC 6120 §8.2.3).
public enum IQType: String, Hashable, Sendable, CaseIterable {
    /// Asks for something.
    case get
    /// Provides or changes something.
    case set
    /// Answers a request that went well.
    case result
    /// Answers a request that did not.
    case error
}
