import Testing

/// Requirements about headers and restarts that a conversation shows.
@Suite struct OpeningRowTests {
    @Test(
        "RFC6120-4.1-1, RFC6120-4.2-1, RFC6120-4.5-1, RFC6120-4.8.3-2, RFC6120-5.4.1-3, RFC6120-13.3-1: one transport both ways: TLS, SASL, binding, stanzas, in that order",
        arguments: ["client-login", "server-login", "server-login-pipelined"])
    func layers(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "RFC6120-4.1-2, RFC6120-4.8.1-1, RFC6120-4.8.1-2, RFC6120-4.9.1.2-1: whatever is no header in place of one ends the stream, behind a header of one's own",
        arguments: [
            "client-data-first", "client-header-name", "client-header-namespace", "client-malformed-opening",
            "server-stanza-first", "server-header-name", "server-header-namespace", "server-header-malformed",
            "server-header-not-xml",
        ])
    func noHeader(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "RFC6120-4.7.1-1, RFC6120-4.7.1-2: a client says whom its stream is from under TLS, never before",
        arguments: ["client-login", "client-direct-tls", "client-tls-none"])
    func sender(name: String) throws {
        let conversation = try WrittenConversation(named: name)
        try conversation.play()
        var isSecure = false
        for step in conversation.transcript.steps {
            if case .happened(let words) = step.input, words == "secured" || words == "begin tls" { isSecure = true }
            for case .sent(let text) in step.outputs where text.contains("<stream:stream") {
                #expect(text.contains(" from='juliet@example.com'") == isSecure)
            }
        }
    }

    @Test("RFC6120-4.7.1-3: a server says whom its stream is from", arguments: ["s2s-out-login"])
    func server(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "RFC6120-4.7.2-5, RFC6120-4.9.1.3-1, RFC6120-4.9.3.5-1, RFC6120-4.9.3.6-1: a domain that is not served, not named or none is answered by one that is, and the stream ends",
        arguments: [
            "server-host-unknown", "server-host-gone", "server-host-missing", "server-host-invalid",
            "component-server-unknown",
        ])
    func host(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "RFC6120-4.7.5-8: a version that this side cannot work with ends the stream with unsupported-version",
        arguments: ["client-version-missing", "client-version-none", "server-header-version"])
    func version(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "RFC6120-4.8.2-1, RFC6120-4.8.2-2, RFC6120-4.8.3-1: a content namespace that is not this stream's ends it",
        arguments: [
            "client-header-content", "client-stanza-namespace", "server-header-content",
            "server-header-content-unknown", "server-stanza-namespace", "server-stanza-no-namespace",
            "server-no-namespace-negotiating", "s2s-in-client", "s2s-in-stanza-client", "component-server-namespace",
        ])
    func content(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "RFC6120-4.8.2-3, RFC6120-4.8.2-4: a root without a prefix, and stanzas that declare their own namespace, are the same stream; this side declares it in the header",
        arguments: ["client-prefix-free", "server-prefix-free", "client-header-content-streams"])
    func prefixFree(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "RFC6120-4.8.3-4, RFC6120-4.8.3-6: a server speaks jabber:client to clients and jabber:server to servers",
        arguments: ["server-login", "s2s-in-login", "s2s-out-login", "s2s-in-stanza-client"])
    func kinds(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "RFC6120-4.8.4-2: an element that nobody knows ends the stream, unless the host wants it",
        arguments: [
            "server-element-unknown", "server-unknown-negotiating", "client-nonza", "client-nonza-delivered",
            "client-stanza-unknown", "client-header-again",
        ])
    func unknown(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "RFC6120-4.8.5-1, RFC6120-4.8.5-2: any prefix will do, unless policy insists on stream",
        arguments: ["client-prefix-other", "client-prefix-free", "client-prefix-strict", "server-prefix-strict"])
    func prefixes(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "RFC6120-4.8.5-8: foreign declarations in a header are put up with, since real servers send them (jabberd2), unless policy insists",
        arguments: ["client-declarations", "client-declarations-strict", "server-declarations-strict"])
    func declarations(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "RFC6120-4.8.5-7: no header of ours declares anything but the stream and its content",
        arguments: WrittenConversation.all)
    func ownDeclarations(conversation: WrittenConversation) throws {
        for step in conversation.transcript.steps {
            for case .sent(let text) in step.outputs where text.contains("<stream:stream") {
                let start = try #require(text.firstRange(of: "<stream:stream"))
                let tag = text[start.lowerBound...].prefix { $0 != ">" }
                #expect(tag.matches(of: /xmlns/).count == 2, "\(tag)")
            }
        }
    }

    @Test(
        "S12: an address that a header has named may not change; one that was left out before TLS may come behind it",
        arguments: [
            "client-domain-changed", "client-to-changed", "server-from-late", "server-from-changed",
            "server-to-changed", "server-from-after-login", "s2s-in-from-changed",
        ])
    func pins(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "RFC6120-4.9.3.9-1, RFC6120-13.7.2-3: a header or a stanza from somebody that the peer is not ends the stream",
        arguments: [
            "server-from-other", "server-from-after-login", "s2s-in-spoofed", "s2s-in-from-account",
            "client-domain-other", "component-server-spoofed",
        ])
    func senders(name: String) throws { try WrittenConversation(named: name).play() }

    @Test func `a client whose header names its host names nobody, and logs in by its credentials`() throws {
        try WrittenConversation(named: "server-from-host").play()
    }

    @Test(
        "S11, RFC6120-4.7.1-5: nothing is sent under TLS to a peer whose certificate is not that of the domain called",
        arguments: [
            "client-certificate-refused", "client-certificate-accepted", "client-certificate-rejected",
            "s2s-out-certificate-refused", "client-domain-other", "client-domain-other-error", "component-domain-other",
        ])
    func identity(name: String) throws { try WrittenConversation(named: name).play() }
}
