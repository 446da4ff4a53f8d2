import CorpusFiles
import Testing
import XMLStream
import XMPPStanza

/// Where ours and what was recorded are not the same, with the reason: rows of a table, `name`, `what`, `reason`.
struct Difference: Hashable, Comparable {
    let name: String
    let what: String

    static func < (one: Difference, other: Difference) -> Bool { (one.name, one.what) < (other.name, other.what) }

    /// The differences that a table lists. Each has a reason.
    static func listed(in table: String) throws -> Set<Difference> {
        let rows = try Corpus.rows(of: "captures/\(table)")
        #expect(rows.allSatisfy { $0.count == 3 && $0.allSatisfy { !$0.isEmpty } })
        let all = rows.map { Difference(name: $0[0], what: $0[1]) }
        #expect(Set(all).count == all.count)
        return Set(all)
    }

    /// Nothing differs that is not listed, and nothing is listed that does not differ.
    static func check(
        _ found: [Difference], against table: String, at location: SourceLocation = #_sourceLocation
    ) throws {
        let listed = try listed(in: table)
        let found = Set(found)
        #expect(found.subtracting(listed).sorted() == [], "not listed in \(table)", sourceLocation: location)
        #expect(listed.subtracting(found).sorted() == [], "listed in \(table) for nothing", sourceLocation: location)
    }
}

extension Difference: CustomTestStringConvertible {
    var testDescription: String { "\(name)\t\(what)" }
}

extension Difference {
    /// Compares what the initiating side says of the protocol's own: headers, and elements up to the last of ours. Ids of
    /// requests are each side's own.
    static func between(_ ours: RecordedSide, _ theirs: RecordedSide, in name: String) -> [Difference] {
        var found: [Difference] = []
        func note(_ what: String, unless isSame: Bool) {
            if !isSame { found.append(Difference(name: name, what: what)) }
        }
        note("number of headers", unless: ours.headers.count == theirs.headers.count)
        for (our, their) in zip(ours.headers, theirs.headers) {
            note("header: to", unless: our.to?.text == their.to?.text)
            note("header: from", unless: our.from?.text == their.from?.text)
            note("header: id", unless: our.id == their.id)
            note("header: language", unless: our.language == their.language)
            note("header: version", unless: our.version == their.version)
            note("header: content", unless: our.content == their.content)
            note("header: prefixes", unless: our.prefixes == their.prefixes)
        }
        note("number of elements", unless: ours.elements.count <= theirs.elements.count)
        for (our, their) in zip(ours.elements, theirs.elements) {
            note("element: \(our.name)", unless: withoutID(our) == withoutID(their))
        }
        return Array(Set(found))
    }

    private static func withoutID(_ element: Element) -> Element {
        var element = element
        guard element.isNamed("iq", in: "jabber:client") else { return element }
        try? element.setAttribute(.id, to: nil)
        return element
    }
}
