import XMLStream
import XMPPSASL
import XMPPStanza

/// The elements of SASL (RFC 6120 §6.4), read and written.
enum SASLNonza {
    /// `<auth/>` with the initial response.
    static func auth(_ mechanism: SASLMechanismName, _ payload: SASLPayload?) throws(XMLContentError) -> Element {
        var element = ElementBuilder(.auth, in: .sasl)
        element.attribute(.mechanism, mechanism.description)
        element.text(text(of: payload, at: .initialResponse))
        return try element.finish()
    }

    /// `<challenge/>` or `<response/>`.
    static func exchange(_ name: LocalName, _ payload: SASLPayload?) throws(XMLContentError) -> Element {
        var element = ElementBuilder(name, in: .sasl)
        element.text(text(of: payload, at: .exchange))
        return try element.finish()
    }

    /// `<success/>` with the additional data.
    static func success(_ payload: SASLPayload?) throws(XMLContentError) -> Element {
        var element = ElementBuilder(.success, in: .sasl)
        element.text(text(of: payload, at: .success))
        return try element.finish()
    }

    /// `<abort/>`
    static func abort() throws(XMLContentError) -> Element { try ElementBuilder(.abort, in: .sasl).finish() }

    /// `<failure/>` with its condition.
    static func failure(_ condition: SASLFailure.Condition) throws(XMLContentError) -> Element {
        var element = ElementBuilder(.failure, in: .sasl)
        element.child(condition.rawValue)
        return try element.finish()
    }

    /// The list of mechanisms; EXTERNAL comes first (§6.3.4).
    static func list(_ offer: SASLOffer) throws(XMLContentError) -> Element {
        var element = ElementBuilder(.mechanisms, in: .sasl)
        let external = SASLMechanismName.external.description
        let names = offer.mechanisms.filter { $0 == external } + offer.mechanisms.filter { $0 != external }
        for name in names { element.child(.mechanism) { $0.text(name) } }
        return try element.finish()
    }

    /// The payload of an element.
    ///
    /// - Throws: `incorrectEncoding` for what is no base64.
    static func payload(
        of element: Element, at place: SASLPayload.Place
    ) throws(SASLFailure.Condition) -> SASLPayload? {
        try SASLPayload.read(Array(element.text.utf8), at: place, in: .sasl)
    }

    /// What a `<failure/>` says: an unknown condition counts as `not-authorized` (§6.5).
    static func reading(_ failure: Element) -> (condition: SASLFailure.Condition, texts: [LocalizedText]) {
        var condition: SASLFailure.Condition?
        var texts: [LocalizedText] = []
        for child in failure.children where child.namespaceName == .sasl {
            if child.localName == .text {
                texts.append(LocalizedText(child.text, language: child.language))
            } else if condition == nil {
                condition = SASLFailure.Condition(rawValue: child.name) ?? .notAuthorized
            }
        }
        return (condition ?? .notAuthorized, texts)
    }

    private static func text(of payload: SASLPayload?, at place: SASLPayload.Place) -> String {
        String(decoding: SASLPayload.text(of: payload, at: place, in: .sasl) ?? [], as: UTF8.self)
    }
}

extension SASLOffer {
    /// What stands in a list of features: the mechanisms, and the kinds of channel binding beside them (XEP-0440).
    init(_ mechanisms: Element, among list: StreamFeatures) {
        let kinds = list.first(.saslChannelBinding, in: .saslChannelBinding)?.element.children
            .filter { $0.isNamed(.channelBinding, in: .saslChannelBinding) }
        self.init(
            .sasl, mechanisms: mechanisms.children.filter { $0.isNamed(.mechanism, in: .sasl) }.map(\.text),
            bindings: (kinds ?? []).compactMap { $0.attribute(.type) })
    }
}
