import Testing

/// Requirements of RFC 6120 §13 and RFC 7590 that a conversation shows.
@Suite struct SecurityRowTests {
    @Test(
        "RFC6120-13.6-1, RFC6120-13.9.4-1, RFC7590-3.4-1: a client goes no further than TLS with a server that is not the one it called",
        arguments: ["client-certificate-refused", "client-certificate-rejected", "client-starttls-stripped"])
    func serverIsVerified(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "RFC6120-13.5-1, RFC7590-3.4-2: a server takes no stanza of a client that has not authenticated",
        arguments: ["server-login", "server-stanza-before-tls", "server-stanza-before-login"])
    func clientIsVerified(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "RFC6120-13.8.3-5: PLAIN is neither on offer nor taken without TLS",
        arguments: ["server-tls-none", "server-auth-before-tls"])
    func plain(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "RFC6120-4.5-2, RFC6120-13.6-3, RFC7590-3.4-3: between servers each direction has a stream of its own, and the caller of each proves itself in it by its certificate",
        arguments: ["s2s-out-login", "s2s-in-login", "s2s-in-certificate-other", "s2s-out-certificate-refused"])
    func servers(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "XEP0114-3-1, XEP0114-3-8, XEP0114-3-9, XEP0114-3-10, XEP0114-3-11, XEP0114-3-12, XEP0114-4-2: a component's stream has no version, no features and no TLS, its stanzas wait for the handshake, and are from its domain",
        arguments: ["component-login", "component-stanza-early", "component-refused", "component-domain-other"])
    func component(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "XEP0114-3-2, XEP0114-3-3, XEP0114-3-4, XEP0114-3-5, XEP0114-3-7, XEP0114-3-11: a server answers a component with a header and an id, and one that is wrong with an error behind its header",
        arguments: [
            "component-server-login", "component-server-unknown", "component-server-namespace",
            "component-server-wrong", "component-server-stanza-early", "component-server-spoofed",
        ])
    func componentServer(name: String) throws { try WrittenConversation(named: name).play() }
}
