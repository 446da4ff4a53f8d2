import XMLStream
import XMPPAddress
import XMPPStanza

/// Elements and errors, in fields and the rest of a line.
extension LogRecord {
    // MARK: Elements

    /// Adds an element with the very bytes that a stream would be given.
    mutating func add(_ element: Element) {
        var writer = XMLWriter()
        do throws(XMLContentError) {
            try writer.writeVerbatim(element)
        } catch {
            // A writer that has not been closed takes any element.
            assertionFailure("\(error)")
        }
        var bytes: [UInt8] = []
        writer.drain { span in
            bytes = span.array
            return bytes.count
        }
        rest = bytes
    }

    /// The element in the rest; nil where there is no rest.
    mutating func takeElement() throws(LogViolation.Fault) -> Element? {
        guard let bytes = takeRest() else { return nil }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .element }
        do throws(XMLContentError) {
            return try Element(xml: text)
        } catch {
            throw .element
        }
    }

    mutating func add(_ stanza: AnyStanza) {
        if let language = stanza.stanza.streamLanguage { add("lang", language) }
        add(stanza.element)
    }

    mutating func requireStanza() throws(LogViolation.Fault) -> AnyStanza {
        let language = try takeText("lang")
        guard let element = try takeElement() else { throw .missing("the rest") }
        guard let stanza = AnyStanza(element, inheriting: language) else { throw .element }
        return stanza
    }

    mutating func requireIQ() throws(LogViolation.Fault) -> IQ {
        guard case .iq(let iq) = try requireStanza() else { throw .element }
        return iq
    }

    // MARK: Errors

    mutating func add(_ error: StreamError) {
        add("error", "\(error.condition)")
        add(error.texts)
        if let redirection = error.redirection { add("redirection", redirection) }
        if let condition = error.applicationCondition { add(condition) }
    }

    /// The error; nil where there is none.
    mutating func takeStreamError() throws(LogViolation.Fault) -> StreamError? {
        guard let condition = try take("error", { StreamErrorCondition(named: LocalName($0)) }) else { return nil }
        var error = StreamError(condition)
        error.texts = try takeLocalizedTexts()
        error.redirection = try takeText("redirection")
        error.applicationCondition = try takeElement()
        return error
    }

    mutating func add(_ error: StanzaError) {
        add("error", "\(error.condition)")
        add("type", error.type.rawValue)
        add(error.texts)
        switch error.by {
        case .jid(let jid)?: add("by", "\(jid)")
        case .unprepared(let address, _)?: add("by", address.bytes)
        case nil: break
        }
        if let address = error.alternateAddress { add("alternate", address) }
        if let condition = error.applicationCondition { add(condition) }
    }

    /// The error; nil where there is none.
    mutating func takeStanzaError() throws(LogViolation.Fault) -> StanzaError? {
        guard let condition = try take("error", { StanzaErrorCondition(named: LocalName($0)) }) else { return nil }
        var error = StanzaError(condition, type: try require("type") { StanzaErrorType(rawValue: $0) })
        error.texts = try takeLocalizedTexts()
        error.by = take("by").map { $0.withRawSpan { WireAddress($0) } }
        error.alternateAddress = try takeText("alternate")
        error.applicationCondition = try takeElement()
        return error
    }

    /// Adds texts, each under its language; one without has a field without dot.
    private mutating func add(_ texts: [LocalizedText]) {
        for text in texts { add(text.language.map { "text.\($0)" } ?? "text", text.text) }
    }

    private mutating func takeLocalizedTexts() throws(LogViolation.Fault) -> [LocalizedText] {
        var texts: [LocalizedText] = []
        for field in fields where field.name == "text" || field.name.hasPrefix("text.") {
            guard let text = String(validating: field.value, as: UTF8.self) else { throw .value(field.name) }
            let language = field.name == "text" ? nil : String(field.name.dropFirst("text.".count))
            texts.append(LocalizedText(text, language: language))
        }
        fields.removeAll { $0.name == "text" || $0.name.hasPrefix("text.") }
        return texts
    }
}
