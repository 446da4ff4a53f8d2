import Foundation
import Testing
import XMPPAddress

@Suite struct ComparisonTests {
    @Test("RFC7622-IMPL-I3-1: spellings of peers that prepare otherwise are one address, by equality and hash")
    func spellings() throws {
        let table = [
            ["juliet@example.com/Balcony", "JULIET@Example.COM/Balcony", "Juliet@example.com./Balcony"],
            ["juliet@example.com", "juliet@EXAMPLE.com."], ["j\u{FC}@b", "J\u{DC}@b", "ju\u{308}@B"],
            ["juliet@example.com/balcony"], ["example.com"], ["example.com/juliet"],
        ]
        for (index, row) in table.enumerated() {
            for (other, column) in table.enumerated() {
                for (left, right) in row.flatMap({ left in column.map { (left, $0) } }) {
                    #expect(try (address(left) == address(right)) == (index == other), "\(left) \(right)")
                }
            }
            #expect(try Set(row.map { try address($0) }).count == 1)
        }
    }

    @Test func `addresses of a domain stand together, full ones behind their bare one`() throws {
        let sorted = [
            "a.example", "a.example/x", "a@a.example", "a@a.example/A", "a@a.example/a", "a@a.example/b",
            "a.b@a.example", "ab@a.example", "\u{E4}@a.example", "a.example.com", "b", "[::1]",
        ].sorted { _, _ in false }
        let jids = try sorted.map { try address($0) }
        var expected = jids
        expected.sort()
        for (left, right) in zip(expected, expected.dropFirst()) {
            #expect(left < right)
            #expect(!(right < left))
        }
        #expect(
            expected.map(\.description) == [
                "[::1]", "a.example", "a.example/x", "a@a.example", "a@a.example/A", "a@a.example/a", "a@a.example/b",
                "a.b@a.example", "ab@a.example", "\u{E4}@a.example", "a.example.com", "b",
            ])
        #expect(!(jids[0] < jids[0]))
    }

    @Test func `every length is compared to its last byte`() throws {
        for count in 1...70 {
            let text = String(repeating: "a", count: count)
            let jid = try address(text + "@b/\(text)")
            #expect(try jid == address(text.uppercased() + "@b/\(text)"))
            #expect(try jid != address(text + "@b/\(text.dropLast())b"))
            #expect(try jid != address(text.dropLast() + "b@b/\(text)"))
            #expect(try jid != address(text + "@c/\(text)"))
            #expect(try jid != address(text + "@b/\(text)a"))
            #expect(try jid.hasSameBare(as: address(text + "@b")))
            #expect(try !jid.hasSameBare(as: address(text + "a@b")))
        }
    }

    @Test func `bare, full and domain addresses know themselves`() throws {
        for (text, bare, domain) in [
            ("juliet@example.com/x", "juliet@example.com", "example.com"),
            ("example.com/x@y", "example.com", "example.com"),
            ("juliet@example.com", "juliet@example.com", "example.com"), ("[::1]", "[::1]", "[::1]"),
        ] {
            let jid = try address(text)
            #expect(jid.bare.description == bare)
            #expect(jid.domain.description == domain)
            #expect(jid.isFull == (text != bare))
            #expect(jid.isBare == (text == bare))
            #expect(jid.isDomain == (text == domain))
            #expect(try jid.bare == address(bare))
            #expect(try jid.bare.hashValue == address(bare).hashValue)
        }
    }

    @Test(
        "a pattern stands for itself and, without resourcepart, for what is below it",
        arguments: [
            ("a@b/c", ["a@b/c"]), ("a@b", ["a@b", "a@b/c", "a@b/d"]), ("b/c", ["b/c"]),
            ("b", ["a@b", "a@b/c", "a@b/d", "b", "b/c", "x@b"]),
        ])
    func patterns(_ pattern: String, _ covered: [String]) throws {
        let all = ["a@b", "a@b/c", "a@b/d", "b", "b/c", "x@b", "a@x", "x", "x.b", "a@x.b/c", "ab", "a@bb/c"]
        #expect(try all.filter { try address($0).matches(address(pattern)) } == covered)
    }

    @Test func `bytes are recognised as the address that they spell, and only then`() throws {
        let jid = try address("Juliet@Example.com/x")
        #expect(unsafe jid.isSpelled(Array("juliet@example.com/x".utf8).span.bytes))
        for other in ["Juliet@example.com/x", "juliet@example.com/y", "juliet@example.com", ""] {
            #expect(unsafe !jid.isSpelled(Array(other.utf8).span.bytes))
        }
        #expect(jid.withBytes { $0.count } == 20)
    }

    @Test func `an address is three words, and has no literal that could trap`() {
        #expect(MemoryLayout<JID>.stride <= 24)
        #expect(MemoryLayout<JID?>.stride <= 24)
        let type: Any.Type = JID.self
        #expect(!(type is any ExpressibleByStringLiteral.Type))
    }

    @Test func `an address is coded as a string, and refused as one`() throws {
        let jids = try [address("a@b/c"), address("\u{E4}@b"), address("b")]
        let data = try JSONEncoder().encode(jids)
        #expect(String(decoding: data, as: UTF8.self) == #"["a@b\/c","ä@b","b"]"#)
        #expect(try JSONDecoder().decode([JID].self, from: data) == jids)
        #expect(try JSONDecoder().decode([JID].self, from: Data(#"["A@B./c"]"#.utf8)) == [address("a@b/c")])
        let error = #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([JID].self, from: Data(#"["a@b","a b@c"]"#.utf8))
        }
        guard case .dataCorrupted(let context) = error else {
            return #expect(Bool(false), "\(String(describing: error))")
        }
        #expect((context.underlyingError as? AddressViolation)?.byteOffset == 1)
    }
}
