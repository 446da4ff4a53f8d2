import XMLStream

/// The conditions of RFC 6120 §4.9.3 that no rule of XML leads to; the other seven stand with the tokenizer.
extension StreamErrorCondition {
    /// Another stream of the same entity replaced or refused this one (§4.9.3.3).
    public static let conflict = StreamErrorCondition(.conflict)
    /// The peer did not answer for too long (§4.9.3.4).
    public static let connectionTimeout = StreamErrorCondition(.connectionTimeout)
    /// The host named in `to` is no longer served (§4.9.3.5).
    public static let hostGone = StreamErrorCondition(.hostGone)
    /// The host named in `to` is not served (§4.9.3.6).
    public static let hostUnknown = StreamErrorCondition(.hostUnknown)
    /// A stanza between servers lacks `to` or `from`, or has an address that is none (§4.9.3.7).
    public static let improperAddressing = StreamErrorCondition(.improperAddressing)
    /// The server is at fault (§4.9.3.8).
    public static let internalServerError = StreamErrorCondition(.internalServerError)
    /// `from` is not an address that the peer may use (§4.9.3.9).
    public static let invalidFrom = StreamErrorCondition(.invalidFrom)
    /// The namespace of the stream or of its content is none that is supported (§4.9.3.10).
    public static let invalidNamespace = StreamErrorCondition(.invalidNamespace)
    /// The XML is well-formed, and not valid where validity is checked (§4.9.3.11).
    public static let invalidXML = StreamErrorCondition(.invalidXml)
    /// Data came before the peer had authenticated, or that it may not send (§4.9.3.12).
    public static let notAuthorized = StreamErrorCondition(.notAuthorized)
    /// A connection to somewhere else, which is needed, failed (§4.9.3.15).
    public static let remoteConnectionFailed = StreamErrorCondition(.remoteConnectionFailed)
    /// The stream must be negotiated again (§4.9.3.16).
    public static let reset = StreamErrorCondition(.reset)
    /// Memory, or something else, is short (§4.9.3.17).
    public static let resourceConstraint = StreamErrorCondition(.resourceConstraint)
    /// The stream is to be opened with another host, which the error names (§4.9.3.19).
    public static let seeOtherHost = StreamErrorCondition(.seeOtherHost)
    /// The server is being shut down (§4.9.3.20).
    public static let systemShutdown = StreamErrorCondition(.systemShutdown)
    /// None of the others; an application condition should say more (§4.9.3.21).
    public static let undefinedCondition = StreamErrorCondition(.undefinedCondition)
    /// A mandatory feature that was offered is not supported (§4.9.3.23).
    public static let unsupportedFeature = StreamErrorCondition(.unsupportedFeature)
    /// A first-level element of the content namespace that is no stanza (§4.9.3.24).
    public static let unsupportedStanzaType = StreamErrorCondition(.unsupportedStanzaType)

    /// A stream or dialback id is wrong. RFC 3920 §4.7.3 only: peers still send it, RFC 6120 knows it no more.
    public static let invalidID = StreamErrorCondition(.invalidId)

    /// All conditions of RFC 6120 §4.9.3, in its order.
    public static let allDefined: [StreamErrorCondition] = [
        .badFormat, .badNamespacePrefix, .conflict, .connectionTimeout, .hostGone, .hostUnknown, .improperAddressing,
        .internalServerError, .invalidFrom, .invalidNamespace, .invalidXML, .notAuthorized, .notWellFormed,
        .policyViolation, .remoteConnectionFailed, .reset, .resourceConstraint, .restrictedXML, .seeOtherHost,
        .systemShutdown, .undefinedCondition, .unsupportedEncoding, .unsupportedFeature, .unsupportedStanzaType,
        .unsupportedVersion,
    ]

    /// Whether RFC 6120 defines it; false for `invalidID` alone.
    public var isDefined: Bool { self != .invalidID }

    /// The condition that a peer names, in the words of RFC 6120 or of RFC 3920; nil for any other name.
    ///
    /// What RFC 3920 called `xml-not-well-formed` is `notWellFormed`.
    public init?(named name: LocalName?) {
        guard let name else { return nil }
        let known = name == .xmlNotWellFormed ? .notWellFormed : StreamErrorCondition(name)
        guard known == .invalidID || StreamErrorCondition.allDefined.contains(known) else { return nil }
        self = known
    }
}
