import Testing
import XMPPEngine
import XMPPNegotiation
import XMPPTestKit

/// Requirements about STARTTLS that a conversation shows.
@Suite struct StartTLSRowTests {
    @Test(
        "RFC6120-5.2-1, RFC6120-5.2-2, RFC6120-5.3.4-1, RFC6120-13.4-1, RFC3920-5.1-1, RFC3920-5.1-4, RFC3920-5.1-12, RFC3920-5.1-15, RFC3920-5.1-16: TLS comes before SASL wherever it is on offer, and SASL behind it",
        arguments: ["client-login", "client-tls-optional", "server-login", "s2s-out-login", "s2s-in-login"])
    func order(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "RFC6120-4.3.2-4, RFC6120-5.3.1-1, RFC6120-5.3.1-2, RFC6120-5.4.1-1, RFC6120-5.4.1-2, RFC3920-5.1-3, RFC3920-5.1-17: where TLS is required it stands in the list, alone and marked so",
        arguments: ["server-login", "server-tls-optional", "server-header-version-missing", "client-tls-alone"])
    func offer(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "RFC6120-5.3.3-1, RFC6120-5.4.3.1-1, RFC6120-5.4.3.1-7, RFC3920-5.1-5: nothing is written from the request for TLS until it protects the stream",
        arguments: ["client-starttls-sending", "client-starttls-closed", "client-starttls-lost", "server-tls-lost"])
    func silence(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "RFC6120-5.4.2.1-1, RFC6120-5.4.2.3-3: a request for TLS is answered by proceed or failure in its own namespace",
        arguments: ["server-login", "server-tls-unavailable"])
    func answers(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "RFC6120-5.4.2.1-2, RFC6120-5.4.3.3-5, RFC6120-5.4.3.3-6, RFC3920-5.1-11: under TLS it is SASL that is on offer, and another request for TLS ends the stream",
        arguments: ["server-tls-again"])
    func again(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "RFC6120-5.4.2.2-1: a server without TLS at hand says so, and ends stream and transport",
        arguments: ["server-tls-unavailable"])
    func unavailable(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "RFC6120-5.4.3.2-1, RFC6120-5.4.3.2-2, RFC3920-5.1-13: TLS that fails ends stream and transport, without an end tag",
        arguments: ["server-tls-lost", "client-starttls-lost"])
    func failure(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "S10, RFC7590-3.1-1, RFC7590-3.1-2, RFC7590-3.1-3: where TLS is not on offer it is asked for all the same, and no credentials leave without it",
        arguments: [
            "client-starttls-stripped", "client-starttls-stripped-refused", "client-starttls-stripped-honest",
            "client-tls-alone",
        ])
    func stripped(name: String) throws {
        let conversation = try WrittenConversation(named: name)
        try conversation.play()
        var isSecure = false
        for step in conversation.transcript.steps {
            if step.input == .happened("secured") { isSecure = true }
            for case .sent(let text) in step.outputs where text.contains("<auth") { #expect(isSecure) }
        }
    }

    @Test(
        "S07: SASL in the clear is refused where TLS is required, and PLAIN wherever there is none",
        arguments: ["server-auth-before-tls", "server-tls-none", "server-header-version-missing"])
    func early(name: String) throws { try WrittenConversation(named: name).play() }

    @Test(
        "S11, RFC3920-5.1-7: TLS is ordered for the domain that was called, and its certificate is judged before a byte is sent",
        arguments: ["client-login", "client-redirected", "client-certificate-refused", "s2s-out-certificate-refused"])
    func certificate(name: String) throws { try WrittenConversation(named: name).play() }

    // MARK: Bytes behind the word that begins TLS

    /// The steps of a transcript up to TLS, each side, with what is injected.
    static let injections = [
        (["client"], "<stream:features/><message/>", "client-login", "<proceed"),
        (["client", "injected=handed-back"], "<stream:features/><message/>", "client-login", "<proceed"),
        (["server"], "<message to='romeo@example.net'/>", "server-login", "<starttls"),
        (["server", "injected=handed-back"], " ", "server-login", "<starttls"),
    ]

    @Test(
        "S09, RFC6120-5.4.2.3-1, RFC6120-5.4.2.3-2, RFC3920-5.1-6: TLS begins right behind the word that begins it, and no byte in the clear behind that word is ever read",
        arguments: injections)
    func injected(words: [String], injection: String, name: String, word: String) throws {
        let setting = try ConversationSetting(words)
        let steps = try WrittenConversation(named: name).transcript.steps
        let texts = steps.compactMap { if case .received(let text) = $0.input { text } else { nil } }
        let begin = try #require(texts.firstIndex { $0.hasPrefix(word) })
        let clear = texts[..<begin].joined()
        let last = texts[begin] + injection
        for place in 0...last.utf8.count {
            var driver = StreamDriver(XMPPStream(try StreamSetup(setting.configuration)), host: setting.host)
            driver.begin()
            driver.receive(clear)
            driver.receive(String(decoding: Array(last.utf8)[..<place], as: UTF8.self))
            driver.receive(String(decoding: Array(last.utf8)[place...], as: UTF8.self))
            #expect(driver.stanzas == [])
            #expect(driver.misuses == [])
            if let request = driver.pendingTLS {
                // The rest goes to the library that negotiates TLS; what came with the word is handed over, or nothing did.
                let kept = max(0, place - texts[begin].utf8.count)
                let expected = place < texts[begin].utf8.count ? injection : String(injection.prefix(kept))
                #expect(String(decoding: request.leftover, as: UTF8.self) == expected)
                if !words.contains("injected=handed-back") { #expect(request.leftover == []) }
                driver.completeTLS()
                #expect(driver.stream.facts.isSecure && driver.end == nil)
            } else {
                #expect(setting.configuration.injectedBytes == .fatal)
                guard case .violation(let violation) = driver.end else {
                    Issue.record("cut at \(place): \(String(describing: driver.end))")
                    continue
                }
                #expect(violation.condition == .policyViolation)
            }
        }
    }
}
