import Testing
import XMPPAddress
import XMPPNegotiation

/// Whom a client's certificate names.
@Suite struct ClientIdentityTests {
    private static func addresses(_ names: [String], _ trust: PresentedCertificate.Trust = .trusted) throws -> [String]
    {
        let certificate = PresentedCertificate(
            trust: trust, dnsNames: ["example.com"], serviceNames: ["_xmpp-client.example.com"], xmppAddresses: names)
        return ClientIdentity.addresses(in: certificate, at: try JID(wire: "example.com")).map(\.description)
    }

    @Test(
        "RFC6120-13.7.2.2.1-1, RFC6120-13.7.2.2.1-2, RFC6120-13.7.2.2.1-3: accounts of the server's own domain, each once",
        arguments: [
            (["juliet@example.com"], ["juliet@example.com"]),
            (["Juliet@EXAMPLE.com", "juliet@example.com"], ["juliet@example.com"]),
            (
                ["juliet@example.com", "romeo@example.org", "nurse@example.com"],
                ["juliet@example.com", "nurse@example.com"]
            ),
            (["juliet@example.com.evil.org"], []), (["example.com"], []), (["juliet@example.com/x"], []),
            (["@example.com", ""], []),
            ([], []),
        ])
    func own(_ names: [String], _ expected: [String]) throws {
        #expect(try Self.addresses(names) == expected)
    }

    @Test(
        "RFC6120-13.7.2.2.2-1, RFC6120-13.7.2.2.3-1: a certificate that is not to be believed names nobody",
        arguments: PresentedCertificate.Trust.allCases.filter { $0 != .trusted })
    func untrusted(_ trust: PresentedCertificate.Trust) throws {
        #expect(try Self.addresses(["juliet@example.com"], trust) == [])
    }
}
