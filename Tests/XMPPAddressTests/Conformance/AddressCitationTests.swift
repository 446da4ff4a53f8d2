import CorpusFiles
import Testing

/// Every requirement on addresses is shown by a test that names it.
@Suite struct AddressCitationTests {
    @Test func `every requirement on addresses that is not the host's is cited by a test of addresses`() throws {
        let owed = Set(try Requirement.rows(of: "rfc7622").filter { !$0.isOfHost }.map(\.id))
        #expect(owed.count == 33)
        let cited = Set(try TestTitle.all(in: "XMPPAddressTests").flatMap(\.ids))
        #expect(owed.subtracting(cited).sorted() == [])
    }
}
