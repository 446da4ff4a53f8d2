import Testing
import XMPPEngine

/// Requirements about the end of a stream that a conversation shows.
@Suite struct EndingRowTests {
    @Test(
        "RFC6120-4.4-1, RFC6120-4.4-2, RFC6120-4.4-3: behind the own end tag nothing is sent, what comes is delivered, and the transport stays until the peer closes",
        arguments: [
            "client-close", "client-close-opening", "client-close-negotiating", "client-error-closing", "server-close",
        ])
    func closing(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "RFC6120-4.4-4: where the peer does not close, both streams are void after a while",
        arguments: ["client-close-timeout"])
    func timeout(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "RFC6120-4.4-5, RFC6120-4.4-6: an end tag is answered by the own, and closing the transport, with close_notify under TLS, is the last order",
        arguments: [
            "client-closed", "client-closed-opening", "client-closed-negotiating", "server-closed", "server-empty",
        ])
    func closed(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "RFC6120-4.4-7: a transport that ends without an end tag is told apart from a stream that was closed",
        arguments: ["client-lost", "client-close-lost", "client-starttls-lost", "server-closed-opening"])
    func lost(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "RFC6120-4.9-1, RFC6120-4.9.1.1-1, RFC6120-4.9.3.11-1: what breaks a rule is answered by an error and the end tag at once; broken XML is not-well-formed, never invalid-xml",
        arguments: [
            "client-malformed", "client-restricted", "client-text", "client-starttls-answer-forged", "server-text",
            "server-header-malformed", "server-features-received",
        ])
    func errors(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "RFC6120-4.9.1.1-2: an error of the peer ends this side's stream as well",
        arguments: [
            "client-error", "client-error-negotiating", "client-error-undefined", "server-error-received",
            "component-refused",
        ])
    func peerErrors(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "RFC6120-4.9.3.4-1: connection-timeout is for a peer from which nothing came in time",
        arguments: [
            "client-silence", "client-silence-broken", "client-timeout", "client-timeout-opening", "server-timeout",
            "server-timeout-opening",
        ])
    func silence(name: String) throws { try WrittenConversation(named: name).play() }

    @Test("RFC6120-4.6.4-1: white space is sent only where the host asks for it, and so often as it says")
    func keepalive() throws {
        #expect(StreamDeadlines().keepalive == nil && StreamDeadlines().silence == nil)
        try WrittenConversation(named: "client-keepalive").play()
    }

    @Test(
        "RFC6120-4.9.3.16-1, RFC6120-4.9.3.17-1: the host can end a stream with an error of its own",
        arguments: [
            "client-abort-reset", "client-abort-constraint", "server-abort", "server-abort-opening", "server-reset",
        ])
    func aborted(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "S27, RFC6120-4.9.3.19-8, RFC6120-4.9.3.19-9: only under TLS, from the one who was called, and not without end can we be sent elsewhere",
        arguments: [
            "client-redirect", "client-redirect-ready", "client-redirect-clear", "client-redirect-often",
            "client-redirect-unnamed", "s2s-out-redirect",
        ])
    func redirects(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "S27, RFC6120-4.9.3.19-4, RFC6120-4.9.3.19-5, RFC6120-4.9.3.19-6: the stream to another host calls the same domain, asks for TLS as before, and for the domain's certificate",
        arguments: ["client-redirected"])
    func redirected(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "RFC6120-4.9.3.19-7: nobody is sent elsewhere in the clear",
        arguments: ["server-redirect-clear", "server-redirect"])
    func redirecting(name: String) throws { try WrittenConversation(named: name).play() }

    @Test("S27: two to five redirects are followed at most by default")
    func hops() throws {
        #expect((2...5).contains(try ConversationSetting(["client"]).configuration.maximumRedirects))
    }
}
