import Testing
import XMPPAddress

@Suite struct LocalpartTests {
    @Test(
        "RFC7622-3.3-3, RFC7622-5-1: localparts are narrowed, lowered and composed, as UsernameCaseMapped has it",
        arguments: [
            AddressRow.address("Juliet@b", as: "juliet@b"), .address("JULIET@B/B", as: "juliet@b/B"),
            .address("J\u{DC}RGEN@b", as: "j\u{FC}rgen@b"), .address("ju\u{308}rgen@b", as: "j\u{FC}rgen@b"),
            .address("\u{FF4A}\u{FF35}@b", as: "ju@b"), .address("\u{130}@b", as: "i\u{307}@b"),
            .address("\u{3A3}\u{3A3}@b", as: "\u{3C3}\u{3C3}@b"), .address("\u{1E9E}@b", as: "\u{DF}@b"),
            .address("\u{10400}@b", as: "\u{10428}@b"), .address("\u{4F60}\u{597D}@b"),
            .address("a.b_c-d+e=f!#$%*?^`{|}~()[];,\\@b"), .address("0@b"), .address("\u{5D0}\u{5D1}@b"),
            .fault("\u{5D0}a@b", .localpart, at: 2), .fault("a\u{AD}@b", .localpart, at: 1),
            .fault("a\u{200D}@b", .localpart, at: 1), .fault("a\u{378}@b", .localpart, at: 1),
        ])
    func profile(_ row: AddressRow) { expect(row) }

    @Test("RFC7622-3.3.1-1: eight characters that the profile allows are refused, and their full-width forms")
    func excludedCharacters() throws {
        for character in "\"&':<>" {
            expect(.fault("ab\(character)c@b", .localpart, at: 2, .excludedCharacter))
            expect(.fault("\(character)@b", .localpart, at: 0, .excludedCharacter))
        }
        for character in "\"&'/:<>@" {
            #expect(throws: AddressViolation.self) { try JID(localpart: "ab\(character)c", domainpart: "b") }
            let wide = try #require(Unicode.Scalar(0xFEE0 + (character.unicodeScalars.first?.value ?? 0)))
            expect(.fault("\u{E9}b\(Character(wide))c@b", .localpart, at: 3, .excludedCharacter))
        }
    }

    @Test(
        "RFC7622-3.3-4: spaces, symbols, controls and compatibility characters are refused",
        arguments: [
            AddressRow.fault("a b@b", .localpart, at: 1), .fault(" a@b", .localpart, at: 0),
            .fault("a @b", .localpart, at: 1), .fault("a\u{A0}b@b", .localpart, at: 1),
            .fault("a\u{3000}b@b", .localpart, at: 1), .fault("\u{2163}@b", .localpart, at: 0),
            .fault("a\u{265A}@b", .localpart, at: 1), .fault("\u{FB01}@b", .localpart, at: 0),
            .fault("\u{2126}\u{2460}@b", .localpart, at: 3), .fault("a\u{9}@b", .localpart, at: 1),
            .fault("a\u{0}@b", .localpart, at: 1), .fault("a\u{7F}@b", .localpart, at: 1),
            .fault("\u{1F600}@b", .localpart, at: 0),
        ])
    func refused(_ row: AddressRow) { expect(row) }
}

@Suite struct ResourcepartTests {
    @Test(
        "RFC7622-3.4-3, RFC7622-5-1: resourceparts keep their case and width, have ASCII spaces, and are composed",
        arguments: [
            AddressRow.address("a@b/Balcony"), .address("a@b/foo bar"), .address("a@b/ x "),
            .address("a@b/\u{A0}x\u{2003}y\u{3000}", as: "a@b/ x y "), .address("a@b/e\u{301}", as: "a@b/\u{E9}"),
            .address("a@b/\u{FF21}"), .address("a@b/\u{2163}"), .address("a@b/\u{265A}"), .address("a@b/\u{1F600}"),
            .address("b/\u{3A3}"), .address("b/\u{1E9E}"), .address("b/\u{FB01}"),
        ])
    func profile(_ row: AddressRow) { expect(row) }

    @Test("RFC7622-3.4-3: resourceparts that differ in case are two")
    func cases() throws {
        #expect(try address("a@b/c") != address("a@b/C"))
        #expect(try address("a@b/c\u{A0}d") == address("A@B/c d"))
    }

    @Test(
        "RFC7622-3.4-4: nothing is read into a resourcepart",
        arguments: ["a/b", "a@b", "a@b/c", "@", "//", "xn--", "."])
    func opaque(_ part: String) throws {
        let jid = try JID(domainpart: "b", resourcepart: part)
        #expect(jid.resourcepart == part)
        #expect(jid.domainpart == "b")
        #expect(jid.localpart == nil)
        #expect(try address("b/" + part) == jid)
    }

    @Test(
        "RFC7622-3.4-5: controls are refused",
        arguments: [
            AddressRow.fault("a@b/\u{7}", .resourcepart, at: 4), .fault("b/x\u{0}", .resourcepart, at: 3),
            .fault("b/x\u{1F}y", .resourcepart, at: 3), .fault("b/\u{7F}", .resourcepart, at: 2),
            .fault("b/a\u{85}", .resourcepart, at: 3), .fault("b/\u{A}", .resourcepart, at: 2),
            .fault("b/\u{200B}", .resourcepart, at: 2), .fault("b/\u{E000}", .resourcepart, at: 2),
        ])
    func controls(_ row: AddressRow) { expect(row) }
}
