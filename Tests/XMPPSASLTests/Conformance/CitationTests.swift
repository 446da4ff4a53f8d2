import CorpusFiles
import Testing

/// Every requirement on mechanisms is shown by a test that names it.
@Suite struct CitationTests {
    /// Rows of `security.md` that concern mechanisms, as the issue lists them.
    static let security = ["S13", "S14", "S15", "S16", "S17", "S29", "S33"]

    /// Rows of the XEPs that concern no mechanism but the elements around it, which the negotiation writes and reads.
    static let ofNegotiation = [
        "XEP0484-3.1-1": "the feature is advertised inside the authentication feature of SASL2",
        "XEP0484-3.1-2": "the feature's list of mechanisms is an element",
        "XEP0484-3.1-5": "the feature's mark for early data is an attribute",
        "XEP0484-3.2-1": "which login comes first is a matter of the session",
        "XEP0484-3.2-2": "the request for a token is an element beside the exchange",
        "XEP0484-3.3-1": "when a token is given depends on the tasks of SASL2",
        "XEP0484-3.3-2": "the token is an element of the success",
        "XEP0484-3.4-1": "the mark that a token is used is an element beside the exchange",
        "XEP0484-4.1-2": "the address is an attribute of the stream header",
        "XEP0484-4.1-3": "the user agent is an element beside the exchange",
    ]

    @Test func `every requirement on mechanisms that is not the host's is cited by a test of mechanisms`() throws {
        let rows = try ["rfc5802", "sasl-other", "xep0440", "xep0474", "xep0484"].flatMap(Requirement.rows)
        let listed = Set(rows.filter { !$0.isOfHost }.map(\.id))
        #expect(listed.count == 143)
        let elsewhere = Set(CitationTests.ofNegotiation.keys)
        #expect(elsewhere.isSubset(of: listed))
        let owed = listed.subtracting(elsewhere).union(CitationTests.security)

        let titles = try ["XMPPSASLTests", "XMPPCryptoTests"].flatMap { try TestTitle.all(in: $0) }
        let cited = Set(titles.flatMap(\.ids))
        #expect(owed.subtracting(cited).sorted() == [])
        // What a title cites stands in a list, and what is the negotiation's is not claimed here. Rows of RFC 6120 are
        // shown by many targets.
        #expect(cited.subtracting(owed).filter { !$0.hasPrefix("S") && !$0.hasPrefix("RFC6120-") }.sorted() == [])
    }
}
