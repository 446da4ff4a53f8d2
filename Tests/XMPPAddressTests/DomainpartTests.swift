import Testing
import XMPPAddress

@Suite struct DomainpartTests {
    @Test(
        "RFC7622-3.2-4: a domainpart is a domain name, an unqualified one, or an IP address",
        arguments: [
            AddressRow.address("chat.example.com"), .address("localhost"), .address("a@localhost/b"),
            .address("192.0.2.1"), .address("a@192.0.2.1/b"), .address("0.0.0.0"), .address("3com.example"),
            .address("a-b.c-d"), .address("a--b.example"), .address("1"),
            // What is no IPv4 address is a name of digits (RFC 3986 §3.2.2, first match wins).
            .address("999.1.2.3"), .address("1.2.3"),
            .address("[::1]"), .address("[::]"), .address("a@[2001:db8::1]/x"), .address("[1:2:3:4:5:6:7:8]"),
            .address("[1:2:3:4:5:6:7::]"), .address("[::2:3:4:5:6:7:8]"),
            .address("[2001:DB8::aF]", as: "[2001:db8::af]"),
            .address("[::ffff:192.0.2.1]"), .address("[1:2:3:4:5:6:192.0.2.1]"), .address("[fe80::1%25eth0]"),
            .address("[fe80::1%25Eth0.~_-]"),
        ])
    func kinds(_ row: AddressRow) { expect(row) }

    @Test(
        "RFC7622-3.2-4: brackets hold an IPv6 address and nothing else",
        arguments: [
            AddressRow.fault("[]", .domainpart, at: 1, .addressLiteral),
            .fault("[", .domainpart, at: 1, .addressLiteral),
            .fault("a@[::1", .domainpart, at: 6, .addressLiteral),
            .fault("[::1]a", .domainpart, at: 5, .addressLiteral),
            .fault("[::1]:5222", .domainpart, at: 5, .addressLiteral), .fault("[:1]", .domainpart, at: 1),
            .fault("[1:]", .domainpart, at: 2), .fault("[1::2::3]", .domainpart, at: 5),
            .fault("[1:2:3:4:5:6:7]", .domainpart, at: 14), .fault("[1:2:3:4:5:6:7:8:9]", .domainpart, at: 18),
            .fault("[1:2:3:4:5:6:7:8::]", .domainpart, at: 18), .fault("[12345::]", .domainpart, at: 5),
            .fault("[::g]", .domainpart, at: 3), .fault("[:::]", .domainpart, at: 3),
            .fault("[::256.0.0.1]", .domainpart, at: 6), .fault("[::01.2.3.4]", .domainpart, at: 5),
            .fault("[::1.2.3]", .domainpart, at: 4), .fault("[::1.2.3.4:5]", .domainpart, at: 10),
            .fault("[192.0.2.1]", .domainpart, at: 10), .fault("[1:2:3:4:5:6:7:192.0.2.1]", .domainpart, at: 15),
            .fault("[::1%eth0]", .domainpart, at: 4), .fault("[::1%25]", .domainpart, at: 7),
            .fault("[v1.a]", .domainpart, at: 1), .fault("[::1] ", .domainpart, at: 5),
            .fault("::1", .domainpart, at: 0), .fault("[example.com]", .domainpart, at: 2),
        ])
    func literals(_ row: AddressRow) { expect(row) }

    @Test(
        "RFC7622-3.2-5: one dot at the end is stripped before anything else",
        arguments: [
            AddressRow.address("example.com.", as: "example.com"), .address("a@b./c", as: "a@b/c"),
            .address("a@b./c.", as: "a@b/c."), .address("EXAMPLE.com./Foo", as: "example.com/Foo"),
            .address("[::1].", as: "[::1]"), .address("192.0.2.1.", as: "192.0.2.1"),
            .address("b\u{FC}cher.example.", as: "b\u{FC}cher.example"),
            .fault("example.com..", .domainpart, at: 12), .fault("a@..", .domainpart, at: 2),
            .fault("a..b", .domainpart, at: 2), .fault(".a", .domainpart, at: 0), .fault("[::1]..", .domainpart, at: 5),
        ])
    func trailingDot(_ row: AddressRow) throws {
        expect(row)
        if let prepared = row.prepared { #expect(try address(row.text) == address(prepared)) }
    }

    @Test(
        "RFC7622-3.2.1-1: only letters, digits and hyphens of ASCII, and what IDNA2008 has, are allowed in a label",
        arguments: [
            AddressRow.fault("bad_label.example", .domainpart, at: 3), .fault("a b", .domainpart, at: 1),
            .fault("a@b c", .domainpart, at: 3), .fault("a\u{0}b", .domainpart, at: 1),
            .fault("a\u{7F}", .domainpart, at: 1), .fault("a*", .domainpart, at: 1),
            .fault("a:5222", .domainpart, at: 1),
            .fault("-a.example", .domainpart, at: 0), .fault("a-.example", .domainpart, at: 1),
            .fault("example.-a", .domainpart, at: 8), .fault("a-", .domainpart, at: 1),
            .fault("ab--c.example", .domainpart, at: 2), .fault("a@x.ab--c", .domainpart, at: 6),
            .address(String(repeating: "a", count: 63) + ".example"),
            .fault("x." + String(repeating: "a", count: 64), .domainpart, at: 2),
            .fault("\u{2665}.example", .domainpart, at: 0), .fault("\u{301}a.example", .domainpart, at: 0),
            .fault("x.\u{265A}", .domainpart, at: 2), .fault("a\u{200D}b", .domainpart, at: 1),
            .fault("a\u{B7}b", .domainpart, at: 1), .address("l\u{B7}l.example"),
            .address("\u{5D0}\u{5D1}.example"), .fault("\u{5D0}a\u{5D1}", .domainpart, at: 2),
        ])
    func labels(_ row: AddressRow) { expect(row) }

    @Test(
        "RFC7622-3.2.1-2: A-labels become U-labels, and what is no A-label of any is refused",
        arguments: [
            AddressRow.address("xn--fu-hia.example", as: "fu\u{DF}.example"),
            .address("a@XN--BCHER-KVA.example/x", as: "a@b\u{FC}cher.example/x"),
            .address("xn--fiqs8s.xn--wgbl6a", as: "\u{4E2D}\u{56FD}.\u{642}\u{637}\u{631}"),
            .fault("xn--a", .domainpart, at: 0), .fault("xn--.example", .domainpart, at: 0),
            .fault("x.xn--fu-hia-", .domainpart, at: 2), .fault("xn--99999999999", .domainpart, at: 0),
            // The encoding of "example", which needs none.
            .fault("xn--example-.com", .domainpart, at: 0),
        ])
    func encodedLabels(_ row: AddressRow) { expect(row) }

    @Test(
        "RFC7622-3.2.2-1, RFC7622-3.2.2-2: letters are lowered, wide ones narrowed, and all is composed",
        arguments: [
            AddressRow.address("EXAMPLE.com", as: "example.com"), .address("a@B.C/D", as: "a@b.c/D"),
            .address("B\u{DC}CHER.example", as: "b\u{FC}cher.example"),
            .address("bu\u{308}cher.example", as: "b\u{FC}cher.example"),
            .address("\u{FF45}xample.com", as: "example.com"), .address("\u{FF25}xample.com", as: "example.com"),
            .address("example\u{FF0E}com", as: "example.com"), .address("example\u{3002}com", as: "example.com"),
            .address("example\u{FF61}com", as: "example.com"), .address("example.com\u{3002}", as: "example.com"),
            .address("\u{FF76}\u{FF9E}.example", as: "\u{30AC}.example"),
        ])
    func mapping(_ row: AddressRow) { expect(row) }

    @Test("RFC7622-3.2.3-1: domainparts are compared after preparation, octet by octet")
    func comparison() throws {
        let spellings = [
            "b\u{FC}cher.example", "bu\u{308}cher.example", "B\u{DC}CHER.Example.", "xn--bcher-kva.example",
            "XN--BCHER-KVA.example", "b\u{FC}cher\u{3002}example", "\u{FF42}\u{FC}cher.example",
        ]
        for spelling in spellings {
            #expect(try address("a@\(spelling)/x") == address("a@\(spellings[0])/x"), "\(spelling)")
            #expect(try address(spelling).hashValue == address(spellings[0]).hashValue, "\(spelling)")
        }
        for other in ["bucher.example", "b\u{FC}cher.example.com", "buecher.example", "[::1]"] {
            #expect(try address(other) != address(spellings[0]))
        }
        // No mapping of RFC 7622 makes these one.
        #expect(try address("[::1]") != address("[0::1]"))
    }
}
