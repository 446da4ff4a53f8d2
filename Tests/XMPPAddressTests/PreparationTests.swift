import FuzzSupport
import Testing
import XMPPAddress

@Suite struct PreparationTests {
    @Test("RFC7622-IMPL-I1-1: the fast path and the long way agree on every pair of ASCII characters, in every part")
    func everyPair() {
        for first in UInt8(0)..<0x80 {
            for second in UInt8(0)..<0x80 {
                for frame in [("", ""), ("a", "@b"), ("ab", "c@d/e"), ("a@", "b"), ("a@b", "c.d/e"), ("a@b/", "c")] {
                    let bytes = Array(frame.0.utf8) + [first, second] + Array(frame.1.utf8)
                    let plain = Result { () throws(AddressViolation) in try JID(wire: bytes.span) }
                    let long = Result { () throws(AddressViolation) in try JID(preparing: bytes) }
                    #expect(plain == long, "\(bytes)")
                }
            }
        }
    }

    @Test(
        "RFC7622-IMPL-I1-1, RFC7622-IMPL-I2-1: no text of the alphabet of addresses is seen two ways, or changed twice")
    func everyText() {
        let alphabet = Array("aZ0-.@/ x[:]_\\\u{E4}\u{308}\u{FF21}\u{3002}\u{A0}n".utf8)
        // A small generator, so that the texts are the same each time.
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        for round in 0..<4000 {
            var bytes: [UInt8] = []
            for _ in 0..<(round % 24) {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes.append(alphabet[Int(state >> 33) % alphabet.count])
            }
            #expect(fuzzAddress(bytes) == nil, "\(bytes)")
        }
    }

    @Test(
        "RFC7622-IMPL-I2-1: what is prepared is prepared to itself, in every script",
        arguments: [
            "A@B.C/D", "xn--fce", "\u{13EF}@\u{13EF}", "\u{130}@xn--fu-hia.example/\u{A0}",
            "\u{1E9E}\u{3A3}@\u{FF21}\u{3002}b/\u{212B}",
            "[2001:DB8::A]/ ",
            "\u{1100}\u{1161}\u{11A8}@\u{1100}\u{1161}/\u{1100}\u{1161}",
            "\u{FF76}\u{FF9E}@\u{FF76}\u{FF9E}/\u{FF76}\u{FF9E}",
            "\u{626}\u{627}@\u{626}.example/\u{64A}\u{654}", "a\u{323}\u{307}@s\u{307}\u{323}.x/\u{1E9B}\u{323}",
        ])
    func idempotence(_ text: String) throws {
        let jid = try address(text)
        #expect(fuzzAddress(Array(text.utf8)) == nil)
        #expect(try JID(preparing: Array(jid.description.utf8)).description.utf8.elementsEqual(jid.description.utf8))
    }

    @Test("S23: no Unicode scalar in any part gives anything but an address or a violation")
    func everyScalar() {
        var findings: [String] = []
        for value in stride(from: UInt32(0x80), to: 0x11_0000, by: 1) where value < 0x3100 || value % 61 == 0 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let character = String(Character(scalar))
            if let found = fuzzAddress(Array("a\(character)@b\(character)c/\(character)".utf8)) {
                findings.append(found)
            }
            if let found = fuzzAddress(Array(character.utf8)) { findings.append(found) }
        }
        #expect(findings == [])
    }

    @Test("RFC7622-4-2: an address made of parts is prepared, and faults count in their part")
    func parts() throws {
        #expect(
            try JID(localpart: "J\u{DC}", domainpart: "Example.COM.", resourcepart: "a\u{A0}b").description
                == "j\u{FC}@example.com/a b")
        #expect(try JID(domainpart: "b").description == "b")
        #expect(try address("a@b/c").with(localpart: nil).description == "b/c")
        #expect(try address("a@b/c").with(localpart: "X").description == "x@b/c")
        #expect(try address("a@b/c").with(domainpart: "X.").description == "a@x/c")
        #expect(try address("a@b/c").with(resourcepart: "X").description == "a@b/X")
        #expect(try address("a@b/c").with(resourcepart: nil).description == "a@b")
        for (localpart, domainpart, resourcepart, part, offset) in [
            ("", "b", nil, .localpart, 0), ("a", "", nil, .domainpart, 0), ("a", "b", "", .resourcepart, 0),
            ("a b", "b", "c", .localpart, 1), ("a", "b_", "c", .domainpart, 1), ("a", "b", "cd\u{0}", .resourcepart, 2),
            ("a@b", "c", nil, .localpart, 1), ("a", "b@c", nil, .domainpart, 1), ("a", "b/c", nil, .domainpart, 1),
        ] as [(String, String, String?, AddressViolation.Part, Int)] {
            let error = #expect(throws: AddressViolation.self) {
                try JID(localpart: localpart, domainpart: domainpart, resourcepart: resourcepart)
            }
            #expect(error?.part == part)
            #expect(error?.byteOffset == offset)
        }
    }

    @Test("RFC7622-8-1: a violation names the part, the rule and the position, and nothing of the text")
    func violations() throws {
        for text in ["secret part@b", "secret@_b", "b/secret\u{0}", "secret\"@b", "a@[secret]", "@b"] {
            let error = try #require(throws: AddressViolation.self) { try JID(wire: text) }
            #expect(!error.description.contains("secret"))
            #expect(error.description.contains(error.part.description))
            #expect(error.description.contains(error.expected))
            #expect(JID(text) == nil)
        }
        #expect(throws: AddressViolation.self) { try JID(wire: "@b") }
        let error = try #require(throws: AddressViolation.self) { try JID(wire: "a b@c") }
        #expect(error.code.profile != nil)
        #expect(error.code != .empty)
    }
}
