import Testing
import XMLStream
import XMPPAddress
import XMPPNegotiation
import XMPPSASL

/// Whole negotiations, of both machines of STARTTLS and SASL back to back.
@Suite struct SASLConversationTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let change: @Sendable (inout NegotiationScene) -> Void
        /// What was said from the list behind TLS on, one step a line.
        let said: [String]
        var address: String?

        init(
            _ name: String, address: String? = nil, said: [String],
            _ change: @escaping @Sendable (inout NegotiationScene) -> Void = { _ in }
        ) {
            testDescription = name
            self.change = change
            self.said = said
            self.address = address
        }
    }

    /// STARTTLS, as far as the list behind it.
    private static let startTLS: [String] = [
        "I: restart", "R: features starttls[required]", "I: starttls", "R: proceed", "R: tls", "I: tls", "R: restart",
        "I: restart",
    ]

    /// A SCRAM that goes well, behind its list.
    private static func scram(_ mechanism: String) -> [String] {
        [
            "I: auth \(mechanism)", "R: challenge", "I: response", "R: success", "R: restart", "I: restart",
            "R: features",
        ]
    }

    private static let list: String =
        "R: features mechanisms[SCRAM-SHA-512-PLUS SCRAM-SHA-256-PLUS SCRAM-SHA-1-PLUS SCRAM-SHA-512 SCRAM-SHA-256 "
        + "SCRAM-SHA-1] sasl-channel-binding[tls-exporter]"
    private static let over: [String] = ["R: success", "R: restart", "I: restart", "R: features"]
    private static let juliet: String = "juliet@example.com"

    @Sendable private static func only(_ names: SASLMechanism...) -> @Sendable (inout NegotiationScene) -> Void {
        { scene in
            scene.serverPolicy = SASLServerPolicy(mechanisms: names)
            scene.policy.mechanisms = names
            scene.account.password = .known(Secret("r0m30myr0m30"))
        }
    }

    private static let sha256: SASLMechanism = .scram(SCRAMVariant(.sha256, bindsChannel: false))
    private static let sha256Plus: SASLMechanism = .scram(SCRAMVariant(.sha256, bindsChannel: true))
    private static let sha1: SASLMechanism = .scram(SCRAMVariant(.sha1, bindsChannel: false))
    private static let sha1Plus: SASLMechanism = .scram(SCRAMVariant(.sha1, bindsChannel: true))

    private static let good: [Row] = [
        Row("what both prefer", address: juliet, said: [list] + scram("SCRAM-SHA-512-PLUS")),
        Row(
            "PLAIN", address: juliet,
            said: ["R: features mechanisms[PLAIN]", "I: auth PLAIN"] + over, only(.plain)),
        Row(
            "SCRAM-SHA-1", address: juliet,
            said: ["R: features mechanisms[SCRAM-SHA-1]"] + scram("SCRAM-SHA-1"), only(sha1)),
        Row(
            "SCRAM-SHA-1-PLUS", address: juliet,
            said: ["R: features mechanisms[SCRAM-SHA-1-PLUS] sasl-channel-binding[tls-exporter]"]
                + scram("SCRAM-SHA-1-PLUS"), only(sha1Plus)),
        Row(
            "SCRAM-SHA-256", address: juliet,
            said: ["R: features mechanisms[SCRAM-SHA-256]"] + scram("SCRAM-SHA-256"), only(sha256)),
        Row(
            "SCRAM-SHA-256-PLUS", address: juliet,
            said: ["R: features mechanisms[SCRAM-SHA-256-PLUS] sasl-channel-binding[tls-exporter]"]
                + scram("SCRAM-SHA-256-PLUS"), only(sha256Plus)),
        Row(
            "DIGEST-MD5, where the server speaks first and last", address: juliet,
            said: [
                "R: features mechanisms[DIGEST-MD5]", "I: auth DIGEST-MD5 without a word", "R: challenge",
                "I: response",
            ] + over, only(.digestMD5)),
        Row(
            "ANONYMOUS",
            said: ["R: features mechanisms[ANONYMOUS]", "I: auth ANONYMOUS"] + over
        ) { scene in
            scene.serverPolicy = SASLServerPolicy(mechanisms: [.anonymous])
            scene.account = SASLAccount(username: "", domain: "example.com")
            scene.account.isAnonymous = true
            scene.from = nil
        },
        Row(
            "EXTERNAL of a client", address: juliet,
            said: ["R: features mechanisms[EXTERNAL PLAIN]", "I: auth EXTERNAL"] + over
        ) { scene in
            scene.serverPolicy = SASLServerPolicy(mechanisms: [.plain, .external])
            scene.account.hasCertificate = true
            scene.clientCertificate = PresentedCertificate(trust: .trusted, xmppAddresses: [juliet])
        },
        Row(
            "EXTERNAL of a server", address: "example.net",
            said: ["R: features mechanisms[EXTERNAL]", "I: auth EXTERNAL"] + over
        ) { scene in
            scene.content = .server
            scene.from = JID("example.net")
            scene.serverPolicy = SASLServerPolicy(mechanisms: [.external])
            scene.account = SASLAccount(username: "", domain: "example.com")
            scene.account.hasCertificate = true
            scene.clientCertificate = PresentedCertificate(trust: .trusted, dnsNames: ["example.net"])
        },
        Row(
            "acting as somebody else", address: "romeo@example.com",
            said: ["R: features mechanisms[PLAIN]", "I: auth PLAIN"] + over
        ) { scene in
            only(.plain)(&scene)
            scene.account.authorizationIdentity = "romeo@example.com"
            scene.hosts.delegates = ["juliet": "romeo@example.com"]
            scene.from = JID("romeo@example.com")
        },
        Row(
            "wrong, then right with another mechanism", address: juliet,
            said: [
                "R: features mechanisms[SCRAM-SHA-256 SCRAM-SHA-1]", "I: auth SCRAM-SHA-256", "R: challenge",
                "I: response", "R: failure not-authorized",
            ] + scram("SCRAM-SHA-1")
        ) { scene in
            only(sha256, sha1)(&scene)
            scene.account.password = .derivedKeysOnly
            scene.hosts.typed = ["wrong", "r0m30myr0m30"]
        },
    ]

    @Test(
        """
        RFC6120-5.2-1, RFC6120-5.3.1-2, RFC6120-5.3.2-1, RFC6120-5.3.4-1, RFC6120-5.4.3.3-6, RFC6120-6.2-1, \
        RFC6120-6.3.2-1, RFC6120-6.3.4-3, RFC6120-6.3.4-4, RFC6120-6.3.4-5, RFC6120-6.3.9-2, RFC6120-6.3.10-1, RFC6120-6.4.1-1, \
        RFC6120-6.4.1-2, RFC6120-6.4.3-1, RFC6120-6.4.3-2, RFC6120-6.4.5-5, RFC6120-6.3.3-5, RFC6120-13.8.1-1, \
        RFC6120-13.8.1-2, RFC6120-13.8.3-1, RFC6120-13.8.3-7, RFC6120-13.8.4-1, RFC6120-13.9.4-2, RFC3920-5.1-12, \
        RFC3920-5.1-14, RFC6120-13.4-1, RFC6120-13.5-1, RFC6120-13.6-1: behind TLS every mechanism gets a client in, under its own name
        """, arguments: good)
    func accepted(row: Row) throws {
        var pair = try NegotiationPair(.with(row.change))
        pair.run()
        #expect(pair.transcript == Self.startTLS + row.said)
        #expect(pair.initiatingEnd == .init(isSettled: true) && pair.receivingEnd == .init(isSettled: true))
        #expect(pair.receiving.facts.authentication?.address?.description == row.address)
        // An address comes of binding only. Who has proved himself is known: a server by SCRAM and DIGEST-MD5.
        #expect(pair.initiating.facts.authentication?.address == nil)
        let mechanism = try #require(pair.initiating.facts.authentication?.mechanism)
        #expect(
            pair.initiating.facts.authentication?.isPeerVerified
                == ["SCRAM", "DIGES"].contains(mechanism.prefix(5)))
        #expect(pair.receiving.facts.authentication?.mechanism == mechanism)
        #expect(pair.initiating.facts.isSecure && pair.receiving.facts.isSecure)
        #expect(pair.initiating.facts.negotiated == [StartTLSFeature.key, SASLFeature.key])
    }
}
