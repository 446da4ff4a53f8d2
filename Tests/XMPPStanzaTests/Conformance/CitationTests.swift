import CorpusFiles
import Testing

/// Every requirement on the values of headers, errors and stanzas is shown by a test that names it.
@Suite struct CitationTests {
    /// Rows of RFC 6120 §4.7, §4.9 and §8 that concern no value, but what is done when: negotiation, routing, policy.
    static let behaviour: Set<String> = [
        // When `from` is sent, and whom to believe: negotiation.
        "RFC6120-4.7.1-1", "RFC6120-4.7.1-2", "RFC6120-4.7.1-3", "RFC6120-4.7.1-5", "RFC6120-4.7.2-5",
        // Entropy comes from the host.
        "RFC6120-4.7.3-2", "RFC6120-4.7.3-3",
        "RFC6120-4.7.5-8",
        // Sending an error, and closing.
        "RFC6120-4.9-1", "RFC6120-4.9.1.1-1", "RFC6120-4.9.1.1-2", "RFC6120-4.9.1.2-1", "RFC6120-4.9.1.3-1",
        "RFC6120-4.9.2-8",
        // When a condition is the right one, what follows from it.
        "RFC6120-4.9.3.3-1", "RFC6120-4.9.3.3-2", "RFC6120-4.9.3.4-1", "RFC6120-4.9.3.5-1", "RFC6120-4.9.3.6-1",
        "RFC6120-4.9.3.7-1", "RFC6120-4.9.3.9-1", "RFC6120-4.9.3.11-1", "RFC6120-4.9.3.12-1", "RFC6120-4.9.3.16-1",
        "RFC6120-4.9.3.17-1", "RFC6120-4.9.3.19-3", "RFC6120-4.9.3.19-4", "RFC6120-4.9.3.19-5", "RFC6120-4.9.3.19-6",
        "RFC6120-4.9.3.19-7", "RFC6120-4.9.3.19-8", "RFC6120-4.9.3.19-9", "RFC6120-4.9.3.23-1",
        // What a server checks and stamps when it routes.
        "RFC6120-8.1.1.2-1", "RFC6120-8.1.1.2-2", "RFC6120-8.1.2.1-1", "RFC6120-8.1.2.1-2", "RFC6120-8.1.2.1-5",
        "RFC6120-8.1.2.2-1", "RFC6120-8.1.2.2-2",
        // Matching answers, and answering at all.
        "RFC6120-8.1.3-4", "RFC6120-8.2.3-2", "RFC6120-8.3.1-1", "RFC6120-8.4-5", "RFC6120-8.4-8",
        // What may be told to whom.
        "RFC6120-8.3.3.7-1", "RFC6120-8.3.3.7-2", "RFC6120-8.3.3.13-1", "RFC6120-8.3.3.13-2", "RFC6120-8.3.3.14-1",
        "RFC6120-8.3.3.19-1",
    ]

    @Test func `every requirement on values in RFC 6120 §4.7, §4.9 and §8 is cited by a test`() throws {
        let listed = Set(
            try Requirement.rows(of: "rfc6120").map(\.id).filter { id in
                ["RFC6120-4.7.", "RFC6120-4.9", "RFC6120-8"].contains(where: id.hasPrefix)
            })
        #expect(CitationTests.behaviour.subtracting(listed).isEmpty)
        let owed = listed.subtracting(CitationTests.behaviour)
        #expect(owed.count == 109)
        let cited = Set(try TestTitle.all(in: "XMPPStanzaTests").flatMap(\.ids))
        #expect(owed.subtracting(cited).sorted() == [])
        #expect(cited.intersection(CitationTests.behaviour).sorted() == [])
    }
}
