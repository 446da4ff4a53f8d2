/// A peer that can say anything of a finite vocabulary at any moment: one phrase for each class of what can be said.
public struct Adversary: Hashable, Sendable {
    /// What it can say.
    public private(set) var vocabulary: [Phrase]

    /// An adversary with a vocabulary.
    public init(_ vocabulary: [Phrase]) { self.vocabulary = vocabulary }

    /// The same without some phrases, for walks that are about others.
    public func without(_ names: Set<String>) -> Adversary {
        Adversary(
            vocabulary.filter { phrase in
                if case .injected = phrase.kind { return false }
                return !names.contains(phrase.name)
            })
    }

    /// Adds what stands at the place of `name` with `tail` right behind it, in the same chunk (S09 of the threat list).
    ///
    /// - Parameter label: What it is called.
    public mutating func inject(_ tail: String, behind name: String, as label: String) {
        guard let place = vocabulary.firstIndex(where: { $0.name == name }) else { return }
        let text = String(decoding: vocabulary[place].bytes, as: UTF8.self) + tail
        vocabulary.append(
            Phrase(label, .injected(behind: place, byteCount: tail.utf8.count), text))
    }

    /// Namespaces, as they stand in text.
    enum Names {
        static let tls = "xmlns='urn:ietf:params:xml:ns:xmpp-tls'"
        static let sasl = "xmlns='urn:ietf:params:xml:ns:xmpp-sasl'"
        static let bind = "xmlns='urn:ietf:params:xml:ns:xmpp-bind'"
        static let streams = "xmlns:stream='http://etherx.jabber.org/streams'"
    }

    /// A header.
    ///
    /// - Parameter id: The name of the stream; only receiving entities give one.
    public static func header(
        _ name: String, content: String, to: String? = nil, from: String? = nil, id: String? = nil,
        version: String? = "1.0"
    ) -> Phrase {
        var text = "<stream:stream xmlns='\(content)' \(Names.streams)"
        for (attribute, value) in [("to", to), ("from", from), ("id", id), ("version", version)] {
            if let value { text += " \(attribute)='\(value)'" }
        }
        return Phrase(name, .header(to: to, from: from), text + ">")
    }

    /// A list of features.
    public static func features(_ name: String, mechanisms: [String] = [], _ others: String = "") -> Phrase {
        var text = "<stream:features>\(others)"
        if !mechanisms.isEmpty {
            text += "<mechanisms \(Names.sasl)>"
            for mechanism in mechanisms { text += "<mechanism>\(mechanism)</mechanism>" }
            text += "</mechanisms>"
        }
        return Phrase(name, .features(mechanisms: mechanisms), text + "</stream:features>")
    }

    /// An element of SASL.
    static func sasl(_ name: String, _ kind: Phrase.Kind, _ element: String, _ payload: String) -> Phrase {
        Phrase(name, kind, "<\(element) \(Names.sasl)>\(payload)</\(element)>")
    }

    /// What anybody can say, whichever side it is.
    static let anybody: [Phrase] = [
        Phrase(
            "a message", .stanza, "<message to='juliet@example.com' from='romeo@example.net'><body>x</body></message>"
        ),
        Phrase(
            "an iq that nobody asked for", .stanza,
            "<iq type='result' id='1' from='example.com' to='juliet@example.com'/>"),
        Phrase(
            "a stream error", .element,
            "<stream:error><reset xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>"),
        Phrase("an element of nobody", .element, "<x xmlns='urn:example:x'/>"),
        Phrase("the end tag", .end, "</stream:stream>"),
        Phrase("no XML", .end, "<a<"),
        Phrase("white space", .element, " "),
    ]
}
