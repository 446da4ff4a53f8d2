import Testing
import XMPPAddress

/// The tables of RFC 7622 §3.5.
@Suite struct ExampleTests {
    @Test(
        "RFC7622-3.5-1: every example of table 1 is an address, with these parts",
        arguments: [
            Example(1, "juliet@example.com", "juliet", "example.com", nil),
            Example(2, "juliet@example.com/foo", "juliet", "example.com", "foo"),
            Example(3, "juliet@example.com/foo bar", "juliet", "example.com", "foo bar"),
            Example(4, "juliet@example.com/foo@bar", "juliet", "example.com", "foo@bar"),
            Example(5, "foo\\20bar@example.com", "foo\\20bar", "example.com", nil),
            Example(6, "fussball@example.com", "fussball", "example.com", nil),
            Example(7, "fu\u{DF}ball@example.com", "fu\u{DF}ball", "example.com", nil),
            Example(8, "\u{3C0}@example.com", "\u{3C0}", "example.com", nil),
            Example(9, "\u{3A3}@example.com/foo", "\u{3C3}", "example.com", "foo"),
            Example(10, "\u{3C3}@example.com/foo", "\u{3C3}", "example.com", "foo"),
            Example(11, "\u{3C2}@example.com/foo", "\u{3C2}", "example.com", "foo"),
            Example(12, "king@example.com/\u{265A}", "king", "example.com", "\u{265A}"),
            Example(13, "example.com", nil, "example.com", nil),
            Example(14, "example.com/foobar", nil, "example.com", "foobar"),
            Example(15, "a.example.com/b@example.net", nil, "a.example.com", "b@example.net"),
        ])
    func legal(_ example: Example) throws {
        let jid = try JID(wire: example.text)
        #expect(jid.localpart == example.localpart)
        #expect(jid.domainpart == example.domainpart)
        #expect(jid.resourcepart == example.resourcepart)
        #expect(
            try JID(localpart: example.localpart, domainpart: example.domainpart, resourcepart: example.resourcepart)
                == jid)
    }

    @Test("RFC7622-3.5-1, RFC7622-3.5-3: 9 and 10 are one address; 6 and 7, 9 and 11, 10 and 11 are two")
    func equivalences() throws {
        #expect(try address("\u{3A3}@example.com/foo") == address("\u{3C3}@example.com/foo"))
        #expect(try address("fussball@example.com") != address("fu\u{DF}ball@example.com"))
        #expect(try address("\u{3A3}@example.com/foo") != address("\u{3C2}@example.com/foo"))
        #expect(try address("\u{3C3}@example.com/foo") != address("\u{3C2}@example.com/foo"))
        #expect(try address("\u{DF}.example") != address("ss.example"))
        #expect(try address("\u{3C2}.example") != address("\u{3C3}.example"))
    }

    @Test(
        "RFC7622-3.5-2: every example of table 2 but the disputed one is refused where it is at fault",
        arguments: [
            AddressRow.fault("\"juliet\"@example.com", .localpart, at: 0, .excludedCharacter),
            .fault("foo bar@example.com", .localpart, at: 3),
            .fault("@example.com/", .localpart, at: 0, .empty),
            .fault("henry\u{2163}@example.com", .localpart, at: 5),
            .fault("\u{265A}@example.com", .localpart, at: 0),
            .fault("juliet@", .domainpart, at: 7, .empty),
            .fault("/foobar", .domainpart, at: 0, .empty),
        ])
    func illegal(_ row: AddressRow) { expect(row) }

    /// The profile of resourceparts has no rule against a space at either end (RFC 8265 §4.2), and rooms have occupants
    /// named so. We follow the profile, which is normative, not the table, which is a sample: refusing them would lose
    /// their messages.
    @Test("RFC7622-3.5-2: example 18, a leading space in a resourcepart, is accepted as OpaqueString has it")
    func disputedExample() throws {
        expect(.address("juliet@example.com/ foo"))
        #expect(try address("juliet@example.com/ foo") != address("juliet@example.com/foo"))
    }

    struct Example: Sendable, CustomTestStringConvertible {
        let number: Int
        let text: String
        let localpart: String?
        let domainpart: String
        let resourcepart: String?
        var testDescription: String { "\(number)" }

        init(_ number: Int, _ text: String, _ localpart: String?, _ domainpart: String, _ resourcepart: String?) {
            (self.number, self.text) = (number, text)
            (self.localpart, self.domainpart, self.resourcepart) = (localpart, domainpart, resourcepart)
        }
    }
}
