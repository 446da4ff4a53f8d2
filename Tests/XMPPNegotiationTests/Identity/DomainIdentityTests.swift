import Testing
import XMPPAddress
import XMPPNegotiation

/// Whose a certificate is.
@Suite struct DomainIdentityTests {
    @Test(
        "RFC6120-13.9.5-2, RFC3920-5.1-8, S11, RFC6120-13.7.1.2.1-1, RFC6120-13.7.1.2.1-2, RFC6120-13.7.1.4-1, RFC6120-13.7.2.1-1, RFC6120-13.7.2.1-2: a certificate is the domain's if it names it, and no other",
        arguments: [
            ("example.com", "example.com", .dnsName("example.com")),
            ("example.com", "EXAMPLE.com.", .dnsName("EXAMPLE.com.")),
            ("example.com", "example.org", nil), ("example.com", "xexample.com", nil), ("example.com", "com", nil),
            ("example.com", "example.com.evil.org", nil), ("example.com", "", nil), ("example.com", ".", nil),
            ("chat.example.com", "*.example.com", .wildcard("*.example.com")),
            ("a.b.example.com", "*.example.com", nil),
            ("example.com", "*.example.com", nil), ("example.com", "*.com", nil), ("example.com", "*", nil),
            ("chat.example.com", "c*.example.com", nil), ("chat.example.com", "*t.example.com", nil),
            ("chat.example.com", "chat.*.com", nil), ("chat.example.com", "*.*.com", nil),
            ("bücher.example", "xn--bcher-kva.example", .dnsName("xn--bcher-kva.example")),
            ("bücher.example", "XN--BCHER-KVA.example", .dnsName("XN--BCHER-KVA.example")),
            ("bücher.example", "bücher.example", nil),
            ("x.bücher.example", "*.xn--bcher-kva.example", .wildcard("*.xn--bcher-kva.example")),
        ] as [(String, String, IdentityVerdict.Evidence?)])
    func dnsNames(_ domain: String, _ name: String, _ evidence: IdentityVerdict.Evidence?) throws {
        let identity = DomainIdentity(domain: try JID(wire: domain), service: .client)
        let verdict = identity.verdict(on: PresentedCertificate(trust: .trusted, dnsNames: [name]))
        #expect(verdict == evidence.map { .verified(by: $0) } ?? .refused(.otherNames))
        #expect(verdict.isVerified == (evidence != nil))
    }

    @Test(
        "RFC6120-13.7.1.2.1-2: a service name counts for its service, whole and without wildcard",
        arguments: [
            ("_xmpp-client.example.com", DomainIdentity.Service.client, true),
            ("_xmpp-server.example.com", .server, true),
            ("_XMPP-Client.Example.com", .client, true), ("_xmpp-server.example.com", .client, false),
            ("_xmpp-client.example.com", .server, false), ("_xmpp-client.chat.example.com", .client, false),
            ("_xmpp-client.*.com", .client, false), ("_imaps.example.com", .client, false),
            ("example.com", .client, false),
        ])
    func serviceNames(_ name: String, _ service: DomainIdentity.Service, _ isRight: Bool) throws {
        let identity = DomainIdentity(domain: try JID(wire: "example.com"), service: service)
        let verdict = identity.verdict(on: PresentedCertificate(trust: .trusted, serviceNames: [name]))
        #expect(verdict == (isRight ? .verified(by: .serviceName(name)) : .refused(.otherNames)))
    }

    @Test(
        "RFC6120-13.7.1.4-1: an XMPP address counts for the domain that it is",
        arguments: [
            ("example.com", "example.com", true), ("EXAMPLE.com", "example.com", true),
            ("juliet@example.com", "example.com", false),
            ("example.com/x", "example.com", false), ("xn--bcher-kva.example", "bücher.example", true),
            ("@", "example.com", false),
        ])
    func addresses(_ name: String, _ domain: String, _ isRight: Bool) throws {
        let identity = DomainIdentity(domain: try JID(wire: domain), service: .server)
        let verdict = identity.verdict(on: PresentedCertificate(trust: .trusted, xmppAddresses: [name]))
        #expect(verdict == (isRight ? .verified(by: .xmppAddress(name)) : .refused(.otherNames)))
    }

    @Test(
        "a domain that is an address is named by an address only",
        arguments: [
            ("192.0.2.1", ["192.0.2.1"], [], true), ("192.0.2.1", [], ["192.0.2.1"], false),
            ("192.0.2.1", [], ["*.0.2.1"], false), ("[2001:db8::1]", ["2001:DB8::1"], [], true),
            ("[2001:db8::1]", ["2001:db8::2"], [], false), ("example.com", ["192.0.2.1"], [], false),
        ])
    func literals(_ domain: String, _ addresses: [String], _ names: [String], _ isRight: Bool) throws {
        let identity = DomainIdentity(domain: try JID(wire: domain), service: .client)
        let certificate = PresentedCertificate(trust: .trusted, dnsNames: names, ipAddresses: addresses)
        let evidence = isRight ? addresses.first.map { IdentityVerdict.Evidence.ipAddress($0) } : nil
        #expect(identity.verdict(on: certificate) == evidence.map { .verified(by: $0) } ?? .refused(.otherNames))
    }

    @Test(
        "RFC6120-13.7.2-1, RFC6120-13.7.2-2: what is not to be believed is refused, whatever it names",
        arguments: [
            (.trusted, "verified by the DNS name example.com"), (.unknownIssuer, "refused: its issuer is not known"),
            (.outOfDate, "refused: it is out of date"), (.revoked, "refused: it has been revoked"),
            (.invalid, "refused: it is not valid"),
        ] as [(PresentedCertificate.Trust, String)])
    func trust(_ trust: PresentedCertificate.Trust, _ description: String) throws {
        let identity = DomainIdentity(domain: try JID(wire: "example.com"), service: .client)
        let certificate = PresentedCertificate(
            trust: trust, dnsNames: ["example.com"], serviceNames: ["_xmpp-client.example.com"],
            xmppAddresses: ["example.com"])
        let verdict = identity.verdict(on: certificate)
        #expect(verdict == (trust == .trusted ? .verified(by: .dnsName("example.com")) : .refused(.untrusted(trust))))
        #expect(verdict.description == description)
        #expect(PresentedCertificate.Trust.allCases.count == 5)
    }

    @Test(
        "a domain longer than any name of the DNS is refused, whatever the certificate says",
        arguments: [(61, true), (62, false)])
    func length(_ last: Int, _ isUsable: Bool) throws {
        // Three labels of 63 with their dots are 192 bytes, of 253.
        let name =
            String(repeating: String(repeating: "a", count: 63) + ".", count: 3) + String(repeating: "b", count: last)
        let identity = DomainIdentity(domain: try JID(wire: name), service: .client)
        let certificate = PresentedCertificate(trust: .trusted, dnsNames: [name], xmppAddresses: [name])
        #expect(
            identity.verdict(on: certificate) == (isUsable ? .verified(by: .dnsName(name)) : .refused(.unusableDomain)))
    }

    @Test("S11: the full address of a stream's peer is asked for by its domain") func domains() throws {
        let identity = DomainIdentity(domain: try JID(wire: "juliet@example.com/balcony"), service: .client)
        #expect(identity == DomainIdentity(domain: try JID(wire: "example.com"), service: .client))
    }
}
