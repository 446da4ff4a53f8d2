import Testing
import XMPPEngine
import XMPPNegotiation
import XMPPTestKit

/// TLS between servers whose certificates nobody believes (RFC 6120 §13.14, RFC 7590 §3.4).
@Suite struct FederationTests {
    private static func selfSigned(_ name: String) -> TLSFacts {
        TLSFacts(.tls13, peer: .presented(PresentedCertificate(trust: .unknownIssuer, dnsNames: [name])))
    }

    @Test(
        """
        RFC6120-13.14-1, RFC7590-3.4-4: between servers TLS comes first whatever the certificate is; then the stream goes \
        on encrypted where the host takes it, or ends, but never goes on in the clear
        """,
        arguments: [true, false])
    func caller(_ isTaken: Bool) throws {
        var pair = try ReadyStream.callingServer.pair(initiating: { $0.policy.asksAboutRefusedCertificates = true })
        pair.initiating.host.tls = Self.selfSigned("example.com")
        pair.initiating.host.leavesOpen = { if case .certificate = $0 { true } else { false } }
        pair.run()
        let question = try #require(pair.initiating.open.first)
        #expect(pair.initiating.isSecure && pair.receiving.isSecure)
        pair.initiating.answer(question.id, .certificate(isAccepted: isTaken))
        pair.settle()
        #expect(pair.initiating.stream.isReady == isTaken && pair.receiving.stream.isReady == isTaken)
        #expect((pair.initiating.end == nil) == isTaken)
    }

    @Test(
        "RFC7590-3.4-4: a server takes TLS with a caller whose certificate it does not believe, who proves nothing by it"
    )
    func called() throws {
        var pair = try ReadyStream.calledServer.pair()
        pair.receiving.host.tls = Self.selfSigned("example.net")
        pair.run()
        #expect(pair.receiving.stream.facts.isSecure && !pair.receiving.stream.facts.isAuthenticated)
        #expect(!pair.initiating.stream.isReady && !pair.receiving.stream.isReady)
    }

    @Test(
        "RFC6120-13.7.2-1: a caller whose peer shows no certificate, or no good one, ends the stream and says why",
        arguments: [
            (.none, .noCertificate), (.presented(PresentedCertificate(trust: .outOfDate)), .untrusted(.outOfDate)),
            (.presented(PresentedCertificate(trust: .trusted, dnsNames: ["example.org"])), .otherNames),
        ] as [(TLSFacts.PeerIdentity, IdentityVerdict.Refusal)], [true, false])
    func refused(_ row: (peer: TLSFacts.PeerIdentity, refusal: IdentityVerdict.Refusal), comesFirst: Bool) throws {
        var pair = try ReadyStream.callingServer.pair()
        pair.initiating.host.tls = TLSFacts(.tls13, peer: row.peer)
        if comesFirst { pair.initiating.begin(on: pair.initiating.host.tls) } else { pair.run() }
        #expect(pair.initiating.end == .negotiation(.certificate(.refused(row.refusal))))
        #expect(!pair.initiating.stream.facts.isSecure && pair.initiating.hasClosedTransport)
    }

    @Test("RFC6120-13.14-2: EXTERNAL is taken where dialback is on offer too", arguments: ["s2s-out-dialback"])
    func external(name: String) throws { try WrittenConversation(named: name).play() }
}
