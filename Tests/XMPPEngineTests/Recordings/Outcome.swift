import XMLStream
import XMPPStanza

/// What a receiving side made of broken input: in the words that it said, and how hard it was.
struct Outcome: Equatable, CustomStringConvertible {
    /// How hard: the end of the stream is harder than the refusal of an element, and that is harder than nothing.
    enum Strictness: Int, Comparable {
        case accepts, refuses, ends

        static func < (one: Strictness, other: Strictness) -> Bool { one.rawValue < other.rawValue }
    }

    let strictness: Strictness
    /// The conditions, each with where it stands: `stream`, `sasl` or `stanza`.
    let words: [String]

    init(strictness: Strictness, words: [String]) {
        self.strictness = strictness
        self.words = words
    }

    /// The outcome of what a side said.
    init(of side: RecordedSide) {
        var words: [String] = []
        for element in side.elements {
            if let error = StreamError(element) {
                words.append("stream \(error.condition)")
            } else if element.isNamed("failure", in: "urn:ietf:params:xml:ns:xmpp-sasl") {
                words.append("sasl \(element.children.first { _ in true }?.name ?? "")")
            } else if AnyStanza.isStanza(element), element.attribute("type") == "error",
                let child = element.children.first(where: { $0.name == "error" })
            {
                words.append("stanza \(child.children.first { _ in true }?.name ?? "")")
            }
        }
        let strictness: Strictness =
            side.error != nil ? .ends : words.isEmpty ? .accepts : .refuses
        var seen: Set<String> = []
        self.init(strictness: strictness, words: words.filter { seen.insert($0).inserted })
    }

    var description: String { words.isEmpty ? "nothing" : words.joined(separator: ", ") }
}
