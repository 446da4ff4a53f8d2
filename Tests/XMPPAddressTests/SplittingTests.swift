import Testing
import XMPPAddress

@Suite struct SplittingTests {
    @Test(
        "RFC7622-3.2-1, RFC7622-3.2-2: an address is split at the first / and then at the first @ before it",
        arguments: [
            ("a.example.com/b@example.net", nil, "a.example.com", "b@example.net"),
            ("juliet@example.com/foo@bar/x", "juliet", "example.com", "foo@bar/x"),
            ("example.com//", nil, "example.com", "/"), ("example.com/@", nil, "example.com", "@"),
            ("a@b//@/c", "a", "b", "/@/c"), ("Ä@b/Ä/c@Ä", "ä", "b", "Ä/c@Ä"),
        ] as [(String, String?, String, String)])
    func parts(_ text: String, _ localpart: String?, _ domainpart: String, _ resourcepart: String) throws {
        let jid = try JID(wire: text)
        #expect(jid.localpart == localpart)
        #expect(jid.domainpart == domainpart)
        #expect(jid.resourcepart == resourcepart)
    }

    @Test(
        "RFC7622-3.2-1: separators are matched before anything is mapped to one",
        arguments: [
            // A second @ is part of the domainpart, and none of its characters.
            AddressRow.fault("a@b@c", .domainpart, at: 3), .fault("a@@c", .domainpart, at: 2),
            // Full-width separators separate nothing.
            .fault("a\u{FF20}b", .domainpart, at: 1), .fault("b\u{FF0F}c", .domainpart, at: 1),
            .fault("a\u{FF20}b@c", .localpart, at: 1, .excludedCharacter),
            .address("a@b/c\u{FF20}d\u{FF0F}e"),
        ])
    func order(_ row: AddressRow) { expect(row) }

    @Test(
        "RFC7622-3.2-3, RFC7622-3.2-6, RFC7622-3.3-1, RFC7622-3.4-1: only the domainpart has to be there, and no part is empty",
        arguments: [
            AddressRow.address("example.com"), .address("localhost"), .address("a@b"), .address("b/c"),
            .address("a@b/c"),
            .fault("", .domainpart, at: 0, .empty), .fault("user@", .domainpart, at: 5, .empty),
            .fault("user@/x", .domainpart, at: 5, .empty), .fault("/", .domainpart, at: 0, .empty),
            .fault("@", .localpart, at: 0, .empty), .fault("@example.com", .localpart, at: 0, .empty),
            .fault("a@b/", .resourcepart, at: 4, .empty), .fault("b/", .resourcepart, at: 2, .empty),
            .fault(".", .domainpart, at: 0, .empty), .fault("a@.", .domainpart, at: 2, .empty),
        ])
    func emptiness(_ row: AddressRow) { expect(row) }

    @Test(
        "RFC7622-3.2-7, RFC7622-3.3-2, RFC7622-3.4-2, RFC7622-8-1: each part has up to 1023 bytes once it is prepared",
        arguments: [
            AddressRow.address(text("a", 1023) + "@b"),
            .fault(text("a", 1024) + "@b", .localpart, at: 1023, .tooLong),
            .address(text("é", 511) + "a@b"), .fault(text("é", 512) + "@b", .localpart, at: 1023, .tooLong),
            .address("b/" + text("a", 1023)), .fault("b/" + text("a", 1024), .resourcepart, at: 1025, .tooLong),
            .address("b/" + text("ü", 511) + "a"),
            .fault("b/" + text("ü", 512), .resourcepart, at: 1025, .tooLong),
            .address(domain(1023)), .address(domain(1023) + ".", as: domain(1023)),
            .fault(domain(1024), .domainpart, at: 1023, .tooLong),
            .address(text("a", 1023) + "@" + domain(1023) + "/" + text("c", 1023)),
            // What counts is what preparation leaves.
            .address(text("\u{FF21}", 1023) + "@b", as: text("a", 1023) + "@b"),
            .address("b/" + text("e\u{301}", 511) + "a", as: "b/" + text("\u{E9}", 511) + "a"),
            .address("b/" + text("\u{A0}", 1023), as: "b/" + text(" ", 1023)),
            // And where it could leave nothing legal, it is not tried.
            .fault(text("\u{FF21}", 100_000) + "@b", .localpart, at: 1023, .tooLong),
            .fault("b/" + text("x", 1_000_000), .resourcepart, at: 1025, .tooLong),
        ])
    func limits(_ row: AddressRow) { expect(row) }

    @Test("RFC7622-3.2.1-3: bytes that are no UTF-8 are refused in every part, where they stand")
    func encoding() {
        let faults: [[UInt8]] = [[0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xC3], [0x80]]
        for fault in faults {
            for (before, part, after) in [
                ("ab", AddressViolation.Part.localpart, "@b"), ("a@b", .domainpart, "c/d"), ("b/c", .resourcepart, ""),
            ] {
                let bytes = Array(before.utf8) + fault + Array(after.utf8)
                let error = #expect(throws: AddressViolation.self) { try JID(wire: bytes.span) }
                #expect(error?.part == part)
                #expect(error?.byteOffset == before.utf8.count)
            }
        }
    }

    @Test("RFC7622-4-1: what is no address is kept as it came, with the reason, for an answer of jid-malformed")
    func keptAddresses() throws {
        let bytes: [UInt8] = Array("a b@c/".utf8) + [0xFF]
        let kept = UnpreparedAddress(bytes.span)
        #expect(kept.bytes == bytes)
        #expect(kept == UnpreparedAddress(bytes))
        #expect(kept.text == "a b@c/\u{FFFD}")
        let error = #expect(throws: AddressViolation.self) { try kept.prepared() }
        #expect(error?.part == .localpart)
        #expect(error?.byteOffset == 1)
        #expect(error?.description == "localpart, byte 1: expected \(try #require(error).expected)")
        // Two spellings of what might be one address are two, until they are prepared.
        #expect(UnpreparedAddress("A@b") != UnpreparedAddress("a@b"))
        #expect(try UnpreparedAddress("A@b").prepared() == UnpreparedAddress("a@b").prepared())
    }
}

private func text(_ part: String, _ count: Int) -> String { String(repeating: part, count: count) }

/// A name with so many bytes, in labels of 59 and the rest.
private func domain(_ count: Int) -> String {
    String((1...count).map { $0 % 60 == 0 ? "." : "a" })
}
