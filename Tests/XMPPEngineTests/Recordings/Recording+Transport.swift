import XMPPAddress
import XMPPNegotiation

@testable import XMPPSASL

/// What is known of the transport, and why a recording is not driven.
extension Recording {
    /// Whether TLS came before the first byte.
    var isDirectTLS: Bool { chunks.first?.layer == "tls" }

    /// Whether TLS protected it in the end. The layer of slixmpp does not tell it from the rest.
    var isSecure: Bool {
        isDirectTLS || receiving.first("proceed", in: "urn:ietf:params:xml:ns:xmpp-tls") != nil
    }

    /// Whether the server had TLS at hand, as far as the conversation shows.
    var hasTLS: Bool {
        isSecure || receiving.elements.contains { $0.child("starttls", in: "urn:ietf:params:xml:ns:xmpp-tls") != nil }
    }

    /// The domain that the server served.
    var servedDomain: JID? {
        if !isBroken, let called = initiating.headers.first?.to?.jid { return called }
        let domains = ["prosody": "one.test", "ejabberd": "two.test", "jabberd2": "three.test"]
        return domains[server].flatMap { JID($0) }
    }

    /// The version that the recorder saw, else the current one. Sessions of then had an extended master secret: without
    /// one, `tls-unique` would be worth nothing.
    private var protection: SASLChannel.Protection {
        notes.contains { $0.contains("TLSv1.2") } ? .tls12(hasExtendedMasterSecret: true) : .tls13
    }

    /// What TLS told the initiating side: the server's certificate is the domain's.
    var factsForInitiating: TLSFacts {
        let domain = initiating.headers.first?.to?.text ?? ""
        return TLSFacts(
            protection, peer: .presented(PresentedCertificate(trust: .trusted, dnsNames: [domain])),
            bindings: [binding].compactMap { $0 })
    }

    /// What TLS told the receiving side: where the peer used its certificate, that it is the peer's.
    var factsForReceiving: TLSFacts {
        var peer = TLSFacts.PeerIdentity.none
        if mechanism == .external {
            let own = boundAddress?.bare.description
            let domain = initiating.headers.last?.from?.text
            peer = .presented(
                PresentedCertificate(
                    trust: .trusted, dnsNames: kind == .server ? [domain ?? ""] : [],
                    xmppAddresses: kind == .client ? [own ?? ""] : []))
        }
        return TLSFacts(protection, peer: peer, bindings: [binding].compactMap { $0 })
    }

    /// Why it is not driven; nil where it is.
    var skipReason: String? {
        let layers = Set(chunks.map(\.layer))
        if layers.contains("ws") || scenario.hasPrefix("websocket") { return "WebSocket (RFC 7395)" }
        if layers.contains("http") { return "BOSH (XEP-0124)" }
        if layers.contains(where: { $0.hasSuffix("+zlib") }) { return "compression (XEP-0138)" }
        if scenario.hasPrefix("sasl2-") { return "SASL2 (XEP-0388)" }
        if scenario.contains("dialback") { return "dialback (XEP-0220)" }
        if scenario == "sm-resume.2-resumed" || scenario == "sm-resume.3-failed" { return "resumption (XEP-0198)" }
        return nil
    }
}
