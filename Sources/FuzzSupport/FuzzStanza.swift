import XMLStream
import XMPPAddress
import XMPPStanza

/// Looks for a stanza, header, error, list of features or payload that does not come to rest: what is read, written and
/// read again must be what was read first; and for a view that contradicts itself.
///
/// The input is that of `fuzzTokenizer`; its first-level elements are what is looked at.
///
/// - Returns: What was found, or nil.
public func fuzzStanza(_ input: [UInt8]) -> String? {
    let plan = FuzzPlan(input)
    let reading = StreamReading.pulled(plan)
    if let header = reading.header, let found = HeaderFixpoint.finding(in: header) { return found }
    let language = reading.header?.declaredLanguage
    for element in reading.elements.prefix(16) {
        if let found = StanzaFixpoint.finding(in: element, inheriting: language) { return "\(element): \(found)" }
        // Errors, payloads and stanzas stand anywhere, so that small inputs find much.
        for child in element.children.prefix(16) {
            if let found = StanzaFixpoint.finding(in: child, inheriting: language) { return "\(child): \(found)" }
        }
    }
    return nil
}

/// A header that is read, written and read.
private enum HeaderFixpoint {
    static func finding(in root: Element) -> String? {
        guard let header = try? StreamHeader(root) else { return nil }
        if let answer = (JID("a.example").map { header.answer(from: $0, id: "1") }), answer.version > .current {
            return "an answer of version \(answer.version)"
        }
        guard let tag = try? header.rootTag() else {
            // Nothing but a language that is no tag is read and not written.
            return header.language.map(LanguageTag.isWellFormed) == false ? nil : "a header that cannot be written"
        }
        var writer = XMLWriter()
        guard (try? writer.open(tag)) != nil else { return "a root that cannot be written" }
        var again: StreamReading?
        writer.drain { span in
            again = .pulled(FuzzPlan(span.bytes))
            return span.byteCount
        }
        guard let root = again?.header, let second = try? StreamHeader(root) else { return "a header that is not read" }
        return second == header ? nil : "a header that reads as another"
    }
}

/// An element that is read as what it may be, written and read.
private enum StanzaFixpoint {
    static func finding(in element: Element, inheriting language: String?) -> String? {
        if let view = AnyStanza(element, inheriting: language) {
            switch view {
            case .message(let message): if let found = finding(in: message) ?? finding(of: message) { return found }
            case .presence(let presence): if let found = finding(in: presence) ?? finding(of: presence) { return found }
            case .iq(let iq): if let found = finding(in: iq) ?? finding(of: iq) { return found }
            }
        } else if AnyStanza.isStanza(element) {
            return "a stanza that has no view"
        }
        if let error = StreamError(element) {
            guard let again = try? error.element() else { return "a stream error that cannot be written" }
            if StreamError(again) != error { return "a stream error that reads as another" }
        }
        if let error = StanzaError(element, inheriting: language), let found = finding(of: error) { return found }
        if let features = StreamFeatures(element) {
            guard let again = try? features.element() else { return "features that cannot be written" }
            if StreamFeatures(again) != features { return "features that read as others" }
        }
        return finding(of: Roster.self, in: element) ?? finding(of: Delay.self, in: element)
            ?? finding(of: DataForm.self, in: element) ?? finding(of: Forwarded.self, in: element)
    }

    private static func finding(of error: StanzaError) -> String? {
        guard let written = try? error.element() else { return "a stanza error that cannot be written" }
        return StanzaError(written) == error ? nil : "a stanza error that reads as another"
    }

    private static func finding<Content: Payload & Equatable>(of type: Content.Type, in element: Element) -> String? {
        guard Content.name.matches(element) else { return nil }
        let lenient = try? Content(element)
        if let strict = try? Content(element, reading: .strict), lenient != strict {
            return "\(Content.name) is another by strict reading"
        }
        guard let lenient else { return nil }
        guard let written = try? lenient.element() else { return "\(Content.name) cannot be written" }
        return (try? Content(written)) == lenient ? nil : "\(Content.name) reads as another"
    }

    // MARK: Views

    /// What all kinds have in common.
    private static func finding<Kind: Stanza>(in stanza: Kind) -> String? {
        var known = KnownAddresses(maximumRecentCount: 1)
        for direction in StanzaDirection.allCases {
            let address = stanza.address(direction)
            let jid = try? stanza.jid(direction, remembering: &known)
            if address?.jid != jid { return "'\(direction)' is one address and another" }
            if (try? stanza.jid(direction, knowing: known)) != jid { return "'\(direction)' is another once known" }
        }
        if stanza.id.map(stanza.hasID) == false { return "an id that it does not have" }
        if (stanza.error != nil) != stanza.isError { return "an error that is none" }
        if let error = stanza.error, let found = finding(of: error) { return found }
        guard let answer = try? stanza.error(StanzaError(.badRequest)) else {
            return stanza.isAnswerable ? "an answer that cannot be written" : nil
        }
        guard answer.isError, answer.error == StanzaError(.badRequest), answer.id == stanza.id else {
            return "the answer \(answer)"
        }
        let (to, from) = (stanza.element.attribute(.to), stanza.element.attribute(.from))
        if answer.element.attribute(.to) != from || answer.element.attribute(.from) != to { return "not swapped" }
        if (try? answer.error(StanzaError(.badRequest))) != .some(nil) { return "an answer to an answer" }
        guard (try? stanza.error(StanzaError(.conflict), quoting: true)) != nil else { return "it cannot be quoted" }
        return nil
    }

    private static func finding(of message: Message) -> String? {
        let copy = try? Message(message.type == .error ? .normal : message.type, id: message.id) { copy in
            for body in message.bodies { copy.body(body.text) }
            for subject in message.subjects { copy.subject(subject.text) }
            if let thread = message.thread { copy.thread(thread) }
        }
        guard let copy else { return "a copy that cannot be built" }
        let isSame =
            copy.bodies.map(\.text) == message.bodies.map(\.text) && copy.thread == message.thread
            && copy.subjects.map(\.text) == message.subjects.map(\.text) && copy.id == message.id
        return isSame ? nil : "the copy \(copy)"
    }

    private static func finding(of presence: Presence) -> String? {
        guard let priority = try? presence.priority, let type = try? presence.type, type != .error else { return nil }
        let copy = try? Presence(type) { copy in
            copy.priority(priority)
            if let show = presence.show { copy.show(show) }
            for status in presence.statuses { copy.status(status.text) }
        }
        guard let copy else { return "a copy that cannot be built" }
        let isSame =
            copy.show == presence.show && (try? copy.priority) == priority && (try? copy.type) == type
            && copy.statuses.map(\.text) == presence.statuses.map(\.text)
        return isSame ? nil : "the copy \(copy)"
    }

    private static func finding(of iq: IQ) -> String? {
        guard (try? iq.check()) != nil, iq.isRequest else { return nil }
        guard let result = try? iq.result(), (try? result.check()) != nil else { return "no result to \(iq)" }
        return (try? result.result()) == .some(nil) ? nil : "a result of a result"
    }
}

extension RawSpan {
    /// A copy of the bytes.
    fileprivate var bytes: [UInt8] { (0..<byteCount).map { byte(at: $0) } }
}
