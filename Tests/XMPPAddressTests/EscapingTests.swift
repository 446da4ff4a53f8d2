import Testing
import XMPPAddress

/// XEP-0106, JID Escaping.
@Suite struct EscapingTests {
    @Test(
        "what was typed is escaped, and shown as it was typed",
        arguments: [
            // §5.1, table 3; rows 9 to 11 are below.
            ("space cadet", "space\\20cadet"), ("call me \"ishmael\"", "call\\20me\\20\\22ishmael\\22"),
            ("at&t guy", "at\\26t\\20guy"), ("d'artagnan", "d\\27artagnan"), ("/.fanboy", "\\2f.fanboy"),
            ("::foo::", "\\3a\\3afoo\\3a\\3a"), ("<foo>", "\\3cfoo\\3e"), ("user@host", "user\\40host"),
            ("c:\\5commas", "c\\3a\\5c5commas"),
            // §3.3, §4.2, §4.3.
            ("tr\u{E9}ville@musketeers.lit", "tr\u{E9}ville\\40musketeers.lit"),
            ("\\3and\\2is\\5cool", "\\5c3and\\2is\\5c5cool"), ("\\2plus\\2is\\4", "\\2plus\\2is\\4"),
            ("foo\\bar", "foo\\bar"), ("foob\\41r", "foob\\41r"),
            // §5.2 to §5.5.
            ("here's_a_wild_&_/cr%zy/_address", "here\\27s_a_wild_\\26_\\2fcr%zy\\2f_address"),
            (
                "here's_a_wild_&_/cr%zy/_address_for:<wv>(\"IMPS\")",
                "here\\27s_a_wild_\\26_\\2fcr%zy\\2f_address_for\\3a\\3cwv\\3e(\\22IMPS\\22)"
            ),
            ("\\", "\\"), ("\\\\27", "\\\\5c27"), ("\\5", "\\5"), ("\\5c", "\\5c5c"), ("a\\20", "a\\5c20"),
        ])
    func examples(_ typed: String, _ escaped: String) throws {
        #expect(try JIDEscaping.escape(typed) == escaped)
        #expect(JIDEscaping.unescape(escaped) == typed)
        let jid = try JID(unescapedLocalpart: typed, domainpart: "example.com")
        #expect(jid.localpart == escaped.lowercased())
        #expect(jid.unescapedLocalpart == typed.lowercased())
    }

    /// Rows 9 to 11 of table 3 escape a backslash that begins no escape, against §4.2, step 3, and §4.3, whose examples do
    /// not. We escape as §4 says; what is shown is the same either way.
    @Test(
        "a backslash that begins no escape stays, also beside one that does",
        arguments: [
            ("c:\\net", "c\\3a\\net", "c\\3a\\5cnet"), ("c:\\\\net", "c\\3a\\\\net", "c\\3a\\5c\\5cnet"),
            ("c:\\cool stuff", "c\\3a\\cool\\20stuff", "c\\3a\\5ccool\\20stuff"),
        ])
    func disputedExamples(_ typed: String, _ escaped: String, _ tabled: String) throws {
        #expect(try JIDEscaping.escape(typed) == escaped)
        #expect(JIDEscaping.unescape(escaped) == typed)
        #expect(JIDEscaping.unescape(tabled) == typed)
    }

    @Test("a space at either end cannot be escaped, and what looks like one is not shown as one")
    func edges() throws {
        for (typed, offset) in [(" a", 0), ("a ", 1), (" ", 0), ("a@b ", 3)] {
            let error = #expect(throws: AddressViolation.self) { try JIDEscaping.escape(typed) }
            #expect(error?.code == .edgeSpace)
            #expect(error?.part == .localpart)
            #expect(error?.byteOffset == offset)
        }
        for (escaped, shown) in [
            ("\\20a", "\\20a"), ("a\\20", "a\\20"), ("\\20", "\\20"), ("\\20a\\20b\\20", "\\20a b\\20"),
        ] {
            #expect(JIDEscaping.unescape(escaped) == shown)
            // They go on being addresses (§2).
            #expect(try address(escaped + "@b").unescapedLocalpart == shown)
        }
    }

    @Test("only the ten escapes are unescaped, in lower case only")
    func others() {
        for text in ["\\2F", "\\3A", "\\5C", "\\41", "\\00", "\\2", "\\", "\\2g", "\\5\\40"] {
            #expect(JIDEscaping.unescape("x" + text) == "x" + text.replacing("\\40", with: "@"))
        }
    }

    @Test("an escape in upper case is kept from becoming one by preparation")
    func upperCase() throws {
        #expect(try JIDEscaping.escape("a\\2Fb") == "a\\5c2Fb")
        let jid = try JID(unescapedLocalpart: "a\\2Fb", domainpart: "b")
        #expect(jid.description == "a\\5c2fb@b")
        #expect(jid.unescapedLocalpart == "a\\2fb")
    }

    @Test("escaping is no part of comparing: escaped and unescaped addresses are never one")
    func comparison() throws {
        #expect(try address("a\\26b@c") != JID(unescapedLocalpart: "a\\26b", domainpart: "c"))
        #expect(try address("a\\26b@c") == JID(unescapedLocalpart: "a&b", domainpart: "c"))
    }
}
